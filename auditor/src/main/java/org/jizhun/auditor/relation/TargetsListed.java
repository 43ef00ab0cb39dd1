package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * A sentence that lists target and result of each indicator after it has called all of them met: 三项全部达标：…目标95%、实际93.5%.
 */
final class TargetsListed implements Relation {

    private static final Sought ALL = Sought.of(
            Pattern.compile(
                    "(?:均|全部|都|全面)(?:已|已经|如期)?(?:达标|达到[^，。；：]{0,8}(?:目标|要求|指标)值?|完成[^，。；：]{0,8}(?:目标|任务)|实现[^，。；：]{0,8}目标)[：，]"),
            "均全都",
            "：，");
    private static final Sought TARGET =
            Sought.of("(?:目标值?|指标值|计划值?|任务)(?:数)?(?:为|是|：)?(?<sign>≥|≤|>|<|不低于|不少于|不超过|不高于|控制在)?$");
    private static final Sought RESULT = Sought.of("^[、，（]?(?:实际|完成|达到|实际完成|实际为|实际达到|完成值|实际值)(?:值|数)?(?:为|是|达|：)?$");
    private static final Sought FALLS = Sought.of("下降|降低|减少|投诉|事故|能耗|漏损|流失|发生率|失业|死亡|成本");

    @Override
    public String name() {
        return "targets-listed";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            Matcher all = ALL.in(passage);
            if (all.find()) {
                listed(claims, passage, all, ledger);
            }
        }
    }

    /** 全部达标：甲目标100%、实际100%；乙目标≥95%、实际93.5%: the result that does not reach its target. */
    private static void listed(Claims claims, Passage passage, Matcher all, Ledger ledger) {
        List<Mention> mentions = claims.mentions(passage);
        int stop = passage.text().indexOf('。', all.end());
        int end = stop < 0 ? passage.text().length() : stop;
        for (int i = 0; i + 1 < mentions.size(); i++) {
            Mention target = mentions.get(i);
            Mention result = mentions.get(i + 1);
            Matcher words = TARGET.in(target.before());
            boolean pair = target.figure().start() >= all.end()
                    && target.figure().start() < end
                    && words.find()
                    && RESULT.is(result.before())
                    && target.isLike(result)
                    && result.figure().nearness() == Figure.Nearness.EXACT;
            if (!pair) {
                continue;
            }
            String sign = Optional.ofNullable(words.group("sign")).orElse("");
            boolean atMost = sign.matches("≤|<|不超过|不高于|控制在");
            boolean unclear = sign.isEmpty() && FALLS.isIn(target.before());
            int order = result.figure().value().compareTo(target.figure().value());
            if (!unclear && (atMost ? order > 0 : order < 0)) {
                TargetAndScore.tell(
                        "target-missed-said-met",
                        result.figure().text(),
                        result.figure().spot(),
                        target.figure(),
                        ledger);
            }
        }
    }
}
