package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Sentence;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * Target, result and score of one indicator: no score is above its weight or below nothing; a result short of its target
 * is not called reached and does not get full marks. ≤ targets are met from below.
 */
final class TargetAndScore implements Relation {

    private static final Pattern AT_MOST = Pattern.compile("≤|<|不超过|不高于|以内|以下|低于|不大于|小于|控制在");
    private static final Pattern REACHED = Pattern.compile("^(?:已?完成|已?达标|达到|已?达成|超额完成|是|达到预期|完成目标|已?实现|全部完成|达成预期指标)$");
    private static final Pattern PROSE = Pattern.compile(
            "(?:目标值?|指标值|计划|年度目标|目标)(?:为|是|：)?(?<operator>≥|≤|不低于|不少于|不超过|不高于|达到|>|<)?(?<target>\\d[\\d,]*(?:\\.\\d+)?(?:%|个|项|家|次|人次|人|件|场|篇|天|万元)?)(?:以上)?，(?:全年)?(?:实际|年度|实际完成|实际达到|完成值)(?:完成值?|达到|为|是)*(?<actual>\\d[\\d,]*(?:\\.\\d+)?(?:%|个|项|家|次|人次|人|件|场|篇|天|万元)?)，[^。；]{0,16}?(?<said>已?完成(?:了)?(?:年度|年初|预期)?(?:目标|任务|指标)|达到(?:了)?(?:年度|年初|预期)?(?:目标|要求)|达标|超额完成|实现(?:了)?(?:年度|预期)?目标|未完成|未达标|未达到[^。；，]{0,6})");

    @Override
    public String name() {
        return "target-and-score";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        claims.tables().forEach(table -> table.rows().forEach(row -> row(table, row, ledger)));
        claims.sentences().forEach(sentence -> sentence(claims, sentence, ledger));
    }

    private static void row(Table table, Table.Row row, Ledger ledger) {
        Optional<Figure> weight = figure(table, row, "weight");
        Optional<Figure> score = figure(table, row, "score");
        if (weight.isPresent() && score.isPresent() && sameUnit(weight.get(), score.get())) {
            if (score.get().value().compareTo(weight.get().value()) > 0) {
                tell(
                        "score-above-weight",
                        Kind.SCORE,
                        score.get().text(),
                        Optional.empty(),
                        score.get().spot(),
                        weight.get(),
                        ledger);
                return;
            }
        }
        Optional<Figure> target = figure(table, row, "target");
        Optional<Figure> achieved = figure(table, row, "achieved");
        if (target.isEmpty()
                || achieved.isEmpty()
                || target.get().kind() != achieved.get().kind()) {
            return;
        }
        Passage cell = row.cells().get(table.column("target").orElseThrow().index());
        if (meets(cell.text(), target.get(), achieved.get())
                || AT_MOST.matcher(row.label()).find()) {
            return;
        }
        boolean full = weight.isPresent()
                && score.isPresent()
                && score.get().value().equals(weight.get().value())
                && !weight.get().value().isZero();
        if (full) {
            tell(
                    "target-missed-full-marks",
                    Kind.TARGET,
                    score.get().text(),
                    Optional.empty(),
                    score.get().spot(),
                    achieved.get(),
                    ledger);
        }
        for (Passage other : row.cells()) {
            if (REACHED.matcher(other.text()).find() && !full) {
                tell(
                        "target-missed-said-met",
                        Kind.TARGET,
                        other.text(),
                        Optional.empty(),
                        other.spot(),
                        achieved.get(),
                        ledger);
            }
        }
    }

    private static boolean sameUnit(Figure weight, Figure score) {
        return weight.kind() == score.kind();
    }

    private static Optional<Figure> figure(Table table, Table.Row row, String measure) {
        return table.columns().stream()
                .filter(column -> column.measure().equals(Optional.of(measure))
                        && !column.unit().equals("%"))
                .reduce((one, two) -> two)
                .or(() -> table.column(measure))
                .flatMap(column -> row.figures().get(column.index()));
    }

    /** Without a sign a target is a least value. */
    private static boolean meets(String target, Figure wanted, Figure got) {
        int order = got.value().compareTo(wanted.value());
        return AT_MOST.matcher(target).find() ? order <= 0 : order >= 0;
    }

    private static void sentence(Claims claims, Sentence sentence, Ledger ledger) {
        Matcher matcher = PROSE.matcher(sentence.text());
        while (matcher.find()) {
            Optional<Figure> target = at(claims, sentence, matcher.start("target"));
            Optional<Figure> actual = at(claims, sentence, matcher.start("actual"));
            if (target.isEmpty()
                    || actual.isEmpty()
                    || target.get().kind() != actual.get().kind()) {
                continue;
            }
            String operator = Optional.ofNullable(matcher.group("operator")).orElse("");
            boolean met = meets(operator, target.get(), actual.get());
            boolean saidMet = !matcher.group("said").startsWith("未");
            if (met != saidMet && !(operator.isEmpty() && met)) {
                String code = saidMet ? "target-missed-said-met" : "target-met-said-missed";
                int start = sentence.start() + matcher.start("said");
                Spot spot = sentence.passage().spot(start, sentence.start() + matcher.end("said"));
                tell(code, Kind.TARGET, matcher.group("said"), Optional.empty(), spot, actual.get(), ledger);
            }
        }
    }

    private static Optional<Figure> at(Claims claims, Sentence sentence, int offset) {
        return claims.figures(sentence.passage()).stream()
                .filter(figure -> figure.start() == sentence.start() + offset)
                .findFirst();
    }

    private static void tell(
            String code, Kind kind, String stated, Optional<String> expected, Spot where, Figure other, Ledger ledger) {
        Problem problem = Problem.of(code, Place.NONE, "stated", stated, "other", other.text());
        ledger.find(Finding.of(kind, stated, expected, problem, where, List.of(other.spot())));
    }
}
