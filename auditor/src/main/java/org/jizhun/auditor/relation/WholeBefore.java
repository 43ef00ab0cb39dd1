package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claim;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/** Which figure before the parts of a sentence is their whole, and which of them belong to it. */
final class WholeBefore {

    /** 人员经费中，…: the parts are of what was named 人员经费 before. */
    private static final Sought NAMED_WHOLE = Sought.of("(?<=[，。；：]|^)在?(?<name>[\\u4e00-\\u9fa5“”]{3,12})中$");

    private static final int LONG = 3;

    private WholeBefore() {}

    /** What the parts are parts of: a figure before them that they make up, or would but for digits exchanged, else the last of their kind. */
    static Optional<Claim> of(List<Claim> all, List<Figure> parts, Passage passage, int from, int to) {
        List<Claim> wholes = all.stream()
                .filter(claim ->
                        claim.figure().start() >= from && claim.figure().end() <= to)
                .filter(claim -> claim.figure().isLike(parts.get(0)) && Addable.is(passage, claim.figure()))
                .toList();
        // a sentence that begins with its parts may have them of any figure before
        int sentence = passage.text().lastIndexOf('。', to);
        boolean ofSentence = wholes.stream().anyMatch(claim -> claim.figure().start() > sentence);
        Optional<String> measure = common(all, parts);
        Matcher named = NAMED_WHOLE.in(
                passage.text().substring(from, Math.min(passage.text().length(), to + 1)));
        Optional<Claim> called = named.find()
                ? all.stream()
                        .filter(claim -> claim.figure().end() <= to
                                && claim.figure().isLike(parts.get(0))
                                && claim.label().endsWith(named.group("name")))
                        .reduce((one, two) -> two)
                : Optional.empty();
        return called.or(() -> wholes.stream()
                        .filter(claim -> Near.tight(equation(claim, parts)))
                        .findFirst())
                .or(() -> all.stream()
                        .filter(claim -> !ofSentence
                                && claim.figure().end() <= from
                                && claim.figure().isLike(parts.get(0))
                                && Near.tight(equation(claim, parts)))
                        .findFirst())
                .or(() -> wholes.stream()
                        .filter(claim -> isLong(claim, parts)
                                && Near.tight(equation(claim, nearest(claim.figure(), parts, passage))))
                        .findFirst())
                .or(() -> wholes.stream()
                        .filter(claim -> PartsOfWhole.isExchanged(equation(claim, parts)))
                        .findFirst())
                .or(() -> wholes.stream()
                        .filter(claim ->
                                measure.isEmpty() || claim.label().contains(measure.get()) || !isOther(wholes, measure))
                        .reduce((one, two) -> two));
    }

    static Equation equation(Claim whole, List<Figure> parts) {
        return new Equation(whole.figure(), Side.of(parts), Side.ONE);
    }

    private static boolean isLong(Claim whole, List<Figure> parts) {
        return whole.figure().digits() >= LONG && parts.get(0).digits() >= LONG;
    }

    private static boolean isOther(List<Claim> wholes, Optional<String> measure) {
        return measure.isPresent()
                && wholes.stream().anyMatch(claim -> claim.label().contains(measure.get()));
    }

    /** The word that the names of all parts end with: 食品安全抽检项目预算、特种设备监察项目预算. */
    private static Optional<String> common(List<Claim> all, List<Figure> parts) {
        List<String> words = all.stream()
                .filter(claim -> parts.contains(claim.figure()))
                .map(Claim::label)
                .map(label -> label.substring(Math.max(0, label.length() - 2)))
                .distinct()
                .toList();
        boolean one = words.size() == 1 && Sought.kept("预算|支出|收入|结余|资金|投资|得分").is(words.get(0));
        return one ? Optional.of(words.get(0)) : Optional.empty();
    }

    /** All parts, or those up to the first comma where 、 parts them: whichever comes nearer to the whole. */
    static List<Figure> nearest(Figure total, List<Figure> parts, Passage passage) {
        List<Figure> nearest = parts;
        for (int count = 2; count < parts.size(); count++) {
            Figure last = parts.get(count - 1);
            String after = Sought.kept("^（[^）]*）")
                    .replaceFirst(
                            passage.text()
                                    .substring(last.end(), parts.get(count).start()),
                            "");
            List<Figure> some = parts.subList(0, count);
            boolean ends = after.startsWith("，") || after.startsWith("；") || after.startsWith("：");
            if (ends && distance(total, some).compareTo(distance(total, nearest)) < 0) {
                nearest = some;
            }
        }
        return nearest;
    }

    /** 总收入…，其中：…；年初结转和结余412.05万元: what was there before belongs to the whole where that comes out with it. */
    static List<Figure> withBroughtForward(Figure total, List<Figure> parts, List<Claim> all, int end) {
        Optional<Figure> next = all.stream()
                .map(Claim::figure)
                .filter(figure -> figure.start() >= end && figure.isLike(total))
                .findFirst();
        List<Figure> more = new ArrayList<>(parts);
        next.ifPresent(more::add);
        return more.size() > 2 && distance(total, more).isZero() ? more : parts;
    }

    private static Exact distance(Figure total, List<Figure> parts) {
        Exact sum = Exact.ZERO;
        for (Figure part : parts) {
            sum = sum.plus(part.value());
        }
        return sum.minus(total.value()).abs();
    }
}
