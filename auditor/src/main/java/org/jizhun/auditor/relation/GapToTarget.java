package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** How much of a target is missing, told in words, against target and result of the row that is named so: 媒体宣传报道未达目标，差13篇次. */
final class GapToTarget implements Relation {

    private static final Sought GAP = Sought.of("(?:(?<![偏误时价温逆])差(?![额距异价])|少完成|未完成|尚缺|尚欠|缺口)(?:了|为|达|约)?$");
    private static final int NAME = 4;

    @Override
    public String name() {
        return "gap-to-target";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            for (Mention told : claims.mentions(passage)) {
                boolean open = told.isMeasured()
                        && told.figure().nearness() == Figure.Nearness.EXACT
                        && GAP.isIn(told.before());
                if (open) {
                    gap(claims, told).ifPresent(ledger::checkUnlessJudged);
                }
            }
        }
    }

    /** The result, also where its column is headed as one of words: 完成情况. */
    private static Optional<Figure> achieved(Table table, Table.Row row) {
        return TargetRows.figure(table, row, "achieved")
                .or(() -> table.columns().stream()
                        .filter(column -> column.heading().endsWith("完成情况"))
                        .findFirst()
                        .flatMap(column -> row.figures().get(column.index())));
    }

    /** The only row with a target above its result that shares the longest name with the sentence. */
    private static Optional<Check> gap(Claims claims, Mention told) {
        String text = told.figure().passage().text();
        int start = told.figure().start();
        int from = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('；', start)) + 1;
        String about = text.substring(from, start);
        List<Check> best = new ArrayList<>();
        int longest = NAME;
        for (Table table : claims.tables()) {
            for (Table.Row row : table.rows()) {
                Optional<Figure> target =
                        TargetRows.figure(table, row, "target").filter(told.figure()::isLike);
                Optional<Figure> achieved = achieved(table, row).filter(told.figure()::isLike);
                int shared = NamedFigures.common(row.label(), about);
                if (target.isEmpty() || achieved.isEmpty() || shared < longest) {
                    continue;
                }
                if (shared > longest) {
                    best.clear();
                    longest = shared;
                }
                best.add(Checks.difference(Kind.DIFFERENCE, row.label(), told.figure(), target.get(), achieved.get()));
            }
        }
        return best.size() != 1
                ? Optional.empty()
                : Optional.of(best.get(0))
                        .filter(check -> Near.tight(check.equation())
                                || check.equation()
                                        .expected()
                                        .filter(right -> NearMisses.isDigitSlip(told.figure(), right))
                                        .isPresent());
    }
}
