package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** What was reached over the target that a table gives: 灌排渠道建成37.8千米，为年度目标的105%, with the row 灌排渠道 and its target of 36千米. */
final class RateOfTarget implements Relation {

    private static final Sought RATE = Sought.of(
            "^，?(?:[^，。；\\d]{0,4}(?:为|占|完成|达到?|实现)(?:了)?(?:全年|年度|年初|本年|既定|预期)*(?:计划|目标|任务|指标)(?:任务|目标|数|值|量)?的|(?:任务|指标|目标)?完成率(?:为|达到?|是)?)$");
    private static final Sought OTHER = Sought.of("上年|去年|同期|超|剩余|尚|未");

    @Override
    public String name() {
        return "rate-of-target";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        RowNames names = RowNames.of(claims);
        if (names.isEmpty()) {
            return;
        }
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 1; i < mentions.size(); i++) {
                Mention rate = mentions.get(i);
                Mention done = mentions.get(i - 1);
                boolean open = rate.figure().kind() == Figure.Kind.PERCENT
                        && rate.figure().nearness() == Figure.Nearness.EXACT
                        && done.figure().nearness() == Figure.Nearness.EXACT
                        && done.isMeasured()
                        && done.sentence() == rate.sentence()
                        && RATE.isIn(rate.before())
                        && !OTHER.isIn(done.before())
                        && !ledger.judged(rate.figure());
                if (open) {
                    told(rate, done, names).ifPresent(ledger::check);
                }
            }
        }
    }

    private static Optional<Check> told(Mention rate, Mention done, RowNames names) {
        Optional<RowNames.Found> found = names.in(done.before());
        if (found.isEmpty() || found.get().places().size() != 1) {
            return Optional.empty();
        }
        RowNames.Place place = found.get().places().get(0);
        Optional<Figure> target = place.table()
                .column("target")
                .flatMap(column -> place.row().figures().get(column.index()))
                .filter(figure ->
                        figure.isLike(done.figure()) && !figure.value().isZero());
        return target.map(goal -> Checks.quotient(found.get().name(), rate.figure(), done.figure(), goal))
                .filter(check -> Near.within(check.equation(), 20)
                        || check.equation()
                                .expected()
                                .filter(right -> NearMisses.isSlip(rate.figure(), right))
                                .isPresent());
    }
}
