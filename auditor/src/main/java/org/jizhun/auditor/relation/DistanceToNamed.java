package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Measures;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * How far a figure is from one that a word before it names: 年初预算15731.35万元，调整后预算15352.50万元，比年初净调减378.85万元; 采购预算286.5万元，成交价
 * 252.1万元，比预算低34.4万元. The named one stands before in the paragraph, and the figure just before the distance is compared with it.
 */
final class DistanceToNamed implements Relation {

    private static final Sought WORDS = Sought.of(
            "^，?(?:并|但|仅|实际|[^，。；、\\d比较占]{2,8})?(?:比|较)(?<base>[^，。；、\\d]{2,14}?)(?:净|共|合计|相应|实际|又)?(?<word>低|高|少|多|减少|增加|节约|节省|节支|超出|超|下降|压减|压缩|调减|调增|追加|核减|增长)(?:了|出)?(?:支出|支|资金|经费)?$");
    private static final Sought DOWN = Sought.of("低|少|减少|节约|节省|节支|下降|压减|压缩|调减|核减");
    /** Last year's figures and norms are the matter of others. */
    private static final Sought OTHER = Sought.of("上年|去年|同期|上一年|20\\d{2}|进度|平均|全[省市县国]");

    private static final Sought GENERAL = Sought.of("(?:数|额|金额|总额|资金|价|价格|值|的)+$");
    private static final int WINDOW = 8;

    @Override
    public String name() {
        return "distance-to-named";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        DocumentFigures document = DocumentFigures.of(claims);
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 1; i < mentions.size(); i++) {
                Mention told = mentions.get(i);
                Matcher words = WORDS.in(told.before());
                boolean open = (told.isMeasured() || told.figure().kind() == Figure.Kind.POINTS)
                        && told.figure().nearness() == Figure.Nearness.EXACT
                        && words.find()
                        && !OTHER.isIn(words.group("base"))
                        && !ledger.judged(told.figure());
                if (open) {
                    Mention before = mentions.get(i - 1);
                    distance(mentions, i, words)
                            .or(() -> fromDocument(before, told, words, document))
                            .ifPresent(ledger::check);
                }
            }
        }
    }

    private static Optional<Check> distance(List<Mention> mentions, int at, Matcher words) {
        Mention told = mentions.get(at);
        String name = GENERAL.replaceFirst(words.group("base"), "");
        List<Mention> like = new ArrayList<>();
        for (int i = at - 1; i >= Math.max(0, at - WINDOW); i--) {
            Mention other = mentions.get(i);
            boolean fits = other.isLike(told) && other.figure().nearness() == Figure.Nearness.EXACT;
            if (fits && told.sentence() - other.sentence() <= 2) {
                like.add(other);
            }
        }
        Optional<Mention> base = like.stream()
                .filter(other -> other.before().contains(name))
                .reduce((nearer, farther) -> isNamed(farther, name) || !isNamed(nearer, name) ? farther : nearer);
        if (base.isEmpty() || name.length() < 2) {
            return Optional.empty();
        }
        boolean down = DOWN.is(words.group("word"));
        Optional<Check> near = Optional.empty();
        for (Mention now : like) {
            Side side = down
                    ? Side.of(base.get().figure()).minus(now.figure())
                    : Side.of(now.figure()).minus(base.get().figure());
            Equation equation = new Equation(told.figure(), side, Side.ONE);
            boolean goes =
                    equation.expected().filter(right -> right.signum() > 0).isPresent();
            if (now.equals(base.get()) || !goes) {
                continue;
            }
            String more = (down ? base.get() : now).figure().text();
            String less = (down ? now : base.get()).figure().text();
            Check check = new Check(
                    Kind.DIFFERENCE, "difference-differs", told.claim().label(), more + " - " + less, equation);
            if (Near.tight(equation)) {
                return Optional.of(check);
            }
            boolean meant = now.sentence() == told.sentence() && (Near.within(equation, 30) || Likely.isSlip(equation));
            near = near.or(() -> meant ? Optional.of(check) : Optional.empty());
        }
        return near.filter(check -> check.equation().judge() == Verdict.DIFFERS);
    }

    /** 决算支出31758.25万元，比调整后预算少支出1994.27万元, where the budget stands in another paragraph or a table. */
    private static Optional<Check> fromDocument(Mention now, Mention told, Matcher words, DocumentFigures document) {
        boolean down = DOWN.is(words.group("word"));
        return Measures.standard()
                .ending(words.group("base"))
                .filter(ending -> Subjects.plain(ending.before()).isEmpty())
                .flatMap(ending -> document.of(ending.measure()))
                .filter(base -> base.isLike(told.figure()) && now.isLike(told) && now.sentence() == told.sentence())
                .map(base -> Checks.difference(
                        Kind.DIFFERENCE,
                        told.claim().label(),
                        told.figure(),
                        down ? base : now.figure(),
                        down ? now.figure() : base))
                .filter(check -> Near.tight(check.equation()) || Likely.isSlip(check.equation()));
    }

    private static boolean isNamed(Mention mention, String name) {
        return GENERAL.replaceFirst(mention.claim().label(), "").endsWith(name);
    }
}
