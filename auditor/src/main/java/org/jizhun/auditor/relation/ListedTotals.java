package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/**
 * What a list of names and figures closes with: a total, also where lines without marks are the items (课程建设186.50万元 … 以上合计1050.00万元), or the
 * rate of all, which lies between the rates listed and is the quotient of two sums where the paragraph has the amounts.
 */
final class ListedTotals implements Relation {

    private static final Sought TOTAL = Sought.of("合计|共计|总计|总共|小计");
    private static final Sought RATE_OF_ALL = Sought.of(
            "(?:合计|总体|整体|综合|平均|总的?|全[市县区省镇乡校院局部]|部门整体|单位整体)[^，。；、\\d]{0,10}(?:率|度|比例|进度)(?:仅|约|均)*(?:为|是|达到?|：)?$");
    private static final Sought RATE = Sought.of("(?:率|度|比例|进度)(?:仅|约|均|分别)*(?:为|是|达到?|：)?$");
    private static final Sought OTHER = Sought.of("上年|去年|同期|目标|计划|增长|下降|占|提高|比|较|高于|低于|优于|超过");
    private static final Sought QUOTES = Sought.of("[“”\"]");
    private static final Sought IS = Sought.of("(?:分别|均|约|仅)*(?:为|是|达到?|：)?$");

    @Override
    public String name() {
        return "listed-totals";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            for (NamedSeries series : NamedSeries.of(claims, passage)) {
                series.whole().ifPresent(whole -> total(series, whole.figure(), ledger));
            }
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 2; i < mentions.size(); i++) {
                ofAll(mentions, i, claims, ledger);
            }
        }
    }

    private static void total(NamedSeries series, Figure whole, Ledger ledger) {
        boolean added = (whole.kind() == Figure.Kind.AMOUNT || whole.kind() == Figure.Kind.COUNT)
                && TOTAL.isIn(series.whole().orElseThrow().name());
        if (added && !ledger.judged(whole) && whole.isLike(series.like())) {
            List<Figure> parts =
                    named(series).stream().map(NamedSeries.Member::figure).toList();
            PartsOfWhole.judged(whole, parts, "", "", "")
                    .map(ClosingTotal::asSum)
                    .ifPresent(ledger::check);
        }
    }

    /** 满意83份、一般32份、不满意12份，满意和一般合计115份: of those that the total names, if it names several. */
    private static List<NamedSeries.Member> named(NamedSeries series) {
        String words = series.whole().orElseThrow().name();
        List<NamedSeries.Member> named = new ArrayList<>();
        String rest = words;
        for (NamedSeries.Member member : series.members().stream()
                .sorted(Comparator.comparing(each -> -each.name().length()))
                .toList()) {
            String name = QUOTES.replaceAll(member.name(), "");
            if (name.length() >= 2 && QUOTES.replaceAll(rest, "").contains(name)) {
                rest = QUOTES.replaceAll(rest, "").replace(name, "#");
                named.add(member);
            }
        }
        return named.size() >= 2 ? named : series.members();
    }

    /** 东片98.6%、中片97.9%、西片95.2%，三个片区合计到位率94.1%: the rates right before, of the same sentence. */
    private static void ofAll(List<Mention> mentions, int at, Claims claims, Ledger ledger) {
        Mention whole = mentions.get(at);
        if (whole.figure().kind() != Figure.Kind.PERCENT
                || whole.figure().nearness() != Figure.Nearness.EXACT
                || whole.bracketed()
                || !RATE_OF_ALL.isIn(whole.before())
                || OTHER.isIn(whole.before())
                || ledger.judged(whole.figure())) {
            return;
        }
        List<Mention> parts = new ArrayList<>();
        for (int i = isNumberOf(mentions.get(at - 1), whole) ? at - 2 : at - 1; i >= 0; i--) {
            Mention part = mentions.get(i);
            boolean rate = part.isLike(whole)
                    && part.sentence() == whole.sentence()
                    && part.figure().nearness() == Figure.Nearness.EXACT
                    && !OTHER.isIn(part.before());
            if (!rate) {
                break;
            }
            parts.add(0, part);
        }
        String word = word(whole);
        boolean named = !parts.isEmpty()
                && parts.get(0).before().contains(word)
                && parts.stream().allMatch(part -> word(part).equals(word) || !RATE.isIn(part.before()));
        if (parts.size() < 2 || !named) {
            return;
        }
        Optional<Check> quotient = quotient(claims, whole, parts);
        if (quotient.isPresent()) {
            ledger.check(quotient.get());
        } else if (isOutside(whole, parts) && isTold(ledger, whole)) {
            outside(whole, parts, ledger);
        }
    }

    /** The last two characters of what is measured: 位率 of 到位率. */
    private static String word(Mention mention) {
        String plain = IS.replaceFirst(mention.before(), "");
        return plain.substring(Math.max(0, plain.length() - 2));
    }

    /** 三个 in 三个片区合计到位率. */
    private static boolean isNumberOf(Mention number, Mention whole) {
        return number.figure().kind() == Figure.Kind.COUNT
                && number.figure().end()
                        == whole.figure().start() - whole.before().length();
    }

    private static boolean isTold(Ledger ledger, Mention whole) {
        return !ledger.findsAt(whole.figure().spot());
    }

    private static boolean isOutside(Mention whole, List<Mention> parts) {
        Exact low = parts.stream()
                .map(part -> part.figure().rounded().low())
                .reduce(Exact::min)
                .orElseThrow();
        Exact high = parts.stream()
                .map(part -> part.figure().truncated().high())
                .reduce(Exact::max)
                .orElseThrow();
        return whole.figure().rounded().high().compareTo(low) < 0
                || whole.figure().rounded().low().compareTo(high) > 0;
    }

    /** The amounts of which each rate is the quotient, if the paragraph has one pair for each: their sums give the rate of all. */
    private static Optional<Check> quotient(Claims claims, Mention whole, List<Mention> parts) {
        List<Figure> amounts = claims.figures(whole.figure().passage()).stream()
                .filter(figure -> figure.kind() == Figure.Kind.AMOUNT || figure.kind() == Figure.Kind.COUNT)
                .filter(figure -> figure.nearness() == Figure.Nearness.EXACT)
                .toList();
        List<Figure> tops = new ArrayList<>();
        List<Figure> bottoms = new ArrayList<>();
        for (Mention part : parts) {
            int pairs = 0;
            for (int i = 1; i < amounts.size(); i++) {
                for (Figure top : List.of(amounts.get(i - 1), amounts.get(i))) {
                    Figure bottom = top.equals(amounts.get(i)) ? amounts.get(i - 1) : amounts.get(i);
                    boolean pair = top.isLike(bottom)
                            && bottom.value().signum() > 0
                            && bottom.digits() >= 3
                            && !tops.contains(top)
                            && !bottoms.contains(bottom)
                            && Near.tight(new Equation(part.figure(), Side.of(top), Side.of(bottom)));
                    if (pair && pairs++ == 0) {
                        tops.add(top);
                        bottoms.add(bottom);
                    }
                }
            }
            if (pairs != 1) {
                return Optional.empty();
            }
        }
        return Optional.of(new Check(
                Kind.RATIO,
                "rate-differs",
                whole.claim().label(),
                "(" + Formulas.sum(tops) + ") ÷ (" + Formulas.sum(bottoms) + ")",
                new Equation(whole.figure(), Side.of(tops), Side.of(bottoms))));
    }

    private static void outside(Mention whole, List<Mention> parts, Ledger ledger) {
        Problem problem = Problem.of(
                "whole-outside-parts",
                Place.NONE,
                "stated",
                whole.figure().text(),
                "parts",
                String.join(
                        "、", parts.stream().map(part -> part.figure().text()).toList()));
        ledger.find(Finding.of(
                Kind.WEIGHTED_MEAN,
                whole.figure().text(),
                Optional.empty(),
                problem,
                whole.figure().spot(),
                parts.stream().map(part -> part.figure().spot()).toList()));
    }
}
