package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * A round figure that an exact one right before it is said to pass, 12846万元，首次突破1.3亿元, and is not; and 只增不减 where this year's figure is the smaller.
 */
final class SaidBounds implements Relation {

    private static final Sought PASSED =
            Sought.of("^[，（]?(?:首次|已经?|再次|历史性|成功|一举|连续|总量|总额|实现|稳定|均|又)*(?<word>突破|超过|超|逾|跨越|跨过|迈上|站上)(?:了)?$");
    private static final Sought SHORT_OF = Sought.of("^[，（]?(?:仍|还|尚|均)*(?<word>不足|不到|未达到|未达|未突破)$");
    /** 由6.2分钟缩短至5.4分钟，尚未达到5分钟的目标: less was meant. */
    private static final Sought GOAL = Sought.of("^(?:以内)?的?(?:年度|绩效)?(?:目标|要求|标准|指标)");

    private static final Sought SHRUNK = Sought.of("(?:缩短|减少|下降|降低|压减|压缩|降)(?:至|到|为)$");
    private static final Sought ONE_WAY = Sought.of(Pattern.compile("只增不减|只减不增|不减反增|不增反减"), "只反");
    private static final int BACK = 6;

    @Override
    public String name() {
        return "said-bounds";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 1; i < mentions.size(); i++) {
                bound(mentions.get(i - 1), mentions.get(i), passage.text(), ledger);
            }
            Matcher oneWay = ONE_WAY.in(passage);
            while (oneWay.find()) {
                oneWay(mentions, oneWay, passage, ledger);
            }
        }
    }

    private static void bound(Mention exact, Mention bound, String text, Ledger ledger) {
        Figure own = exact.figure();
        Figure round = bound.figure();
        boolean pair = own.nearness() == Figure.Nearness.EXACT
                && exact.isMeasured()
                && exact.isLike(bound)
                && exact.sentence() == bound.sentence()
                && round.digits() < own.digits();
        if (!pair) {
            return;
        }
        String between = text.substring(own.end(), round.start());
        if (GOAL.isIn(text.substring(round.end())) && SHRUNK.isIn(text.substring(0, own.start()))) {
            return;
        }
        int order = own.value().compareTo(round.value());
        boolean wrong = (PASSED.isIn(between) && order < 0) || (SHORT_OF.isIn(between) && order > 0);
        if (wrong) {
            ledger.find(Finding.of(
                    Kind.ROUNDING,
                    round.text(),
                    Optional.empty(),
                    WrongWord.comparison(round.text(), own.text(), own, round),
                    round.spot(),
                    List.of(own.spot(), round.spot())));
        }
    }

    /** 2024年安排1000万元，2023年安排1050万元，做到只增不减. */
    private static void oneWay(List<Mention> mentions, Matcher said, Passage passage, Ledger ledger) {
        boolean up = said.group().equals("只增不减") || said.group().equals("不减反增");
        int from = Math.max(
                        passage.text().lastIndexOf('。', said.start()),
                        passage.text().lastIndexOf('；', said.start()))
                + 1;
        List<Mention> before = mentions.stream()
                .filter(mention ->
                        mention.figure().start() >= from && mention.figure().end() <= said.start())
                .toList();
        Optional<NowAndThen> pair = pair(before.subList(Math.max(0, before.size() - BACK), before.size()));
        if (pair.isPresent() && pair.get().rose() != up) {
            Figure now = pair.get().now().figure();
            Figure then = pair.get().then().figure();
            ledger.find(WrongWord.compared(
                    said.group(), Optional.of(up ? "减少" : "增加"), passage.spot(said.start(), said.end()), now, then));
        }
    }

    /** The only two amounts of the sentence, one of them an earlier year's. */
    private static Optional<NowAndThen> pair(List<Mention> before) {
        List<Mention> amounts = before.stream()
                .filter(mention -> mention.isMeasured() && mention.figure().nearness() == Figure.Nearness.EXACT)
                .toList();
        if (amounts.size() != 2 || !amounts.get(0).isLike(amounts.get(1))) {
            return Optional.empty();
        }
        NowAndThen one = new NowAndThen(amounts.get(0), amounts.get(1));
        NowAndThen two = new NowAndThen(amounts.get(1), amounts.get(0));
        boolean first = one.isEarlier() && NowAndThen.saysEarlier(amounts.get(1));
        boolean second = two.isEarlier() && NowAndThen.saysEarlier(amounts.get(0));
        if (first == second
                || amounts.get(0)
                        .figure()
                        .value()
                        .equals(amounts.get(1).figure().value())) {
            return Optional.empty();
        }
        return Optional.of(first ? one : two);
    }
}
