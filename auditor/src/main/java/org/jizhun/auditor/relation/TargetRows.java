package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/** Target, result and score of an indicator in the row of a table. */
final class TargetRows {

    private static final Sought REACHED = Sought.of("^(?:已?完成|已?达标|达到|已?达成|超额完成|是|达到预期|完成目标|已?实现|全部完成|达成预期指标)$");
    private static final Sought FULL_MARKS = Sought.of(
            Pattern.compile(
                    "(?<rate>\\d{2,3}(?:\\.\\d+)?)%(?:（含[^）]{0,4}）)?(?:及|（含）)?以上(?:的|，)?[^，。；]{0,4}(?:得|计|给)满分"),
            "满分",
            "%");

    private TargetRows() {}

    /** 达到99.5%（含）以上得满分: the rates from which on a rule of the text gives full marks. */
    static List<Exact> fullMarks(Claims claims) {
        List<Exact> rates = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            Matcher matcher = FULL_MARKS.in(passage.text());
            while (matcher.find()) {
                rates.add(Exact.parse(matcher.group("rate")).dividedBy(Exact.HUNDRED));
            }
        }
        return rates;
    }

    static void row(Table table, Table.Row row, List<Exact> fullMarks, Ledger ledger) {
        Optional<Figure> weight = figure(table, row, "weight");
        Optional<Figure> score = figure(table, row, "score");
        boolean closing = row.total()
                && weight.filter(figure -> figure.value().equals(Exact.HUNDRED)).isEmpty();
        boolean told = score.filter(ledger::fails).isPresent();
        if (weight.isPresent() && score.isPresent() && sameUnit(weight.get(), score.get()) && !closing && !told) {
            if (score.get().value().compareTo(weight.get().value()) > 0
                    && !TargetAndScore.mayBeMore(weight.get(), score.get(), ledger)) {
                Side right = ofGroup(score.get(), weight.get(), ledger)
                        .map(Side::constant)
                        .orElse(Side.of(weight.get()));
                ledger.check(new Check(
                        Kind.SCORE,
                        "score-above-weight",
                        row.label(),
                        weight.get().text(),
                        new Equation(score.get(), right, Side.ONE)));
                return;
            }
        }
        Optional<Figure> target = figure(table, row, "target");
        Optional<Figure> achieved = figure(table, row, "achieved");
        target.ifPresent(wanted -> TargetOutlook.row(table, row, wanted, ledger));
        if (target.isEmpty()
                || achieved.isEmpty()
                || target.get().kind() != achieved.get().kind()) {
            return;
        }
        Passage cell = row.cells().get(table.column("target").orElseThrow().index());
        if (TargetAndScore.meets(cell.text(), target.get(), achieved.get())
                || TargetAndScore.AT_MOST.matcher(row.label()).find()
                || earnsFullMarks(achieved.get(), fullMarks)) {
            return;
        }
        boolean full = weight.isPresent()
                && score.isPresent()
                && score.get().value().equals(weight.get().value())
                && !weight.get().value().isZero();
        if (full && !told) {
            TargetAndScore.tell(
                    "target-missed-full-marks", score.get().text(), score.get().spot(), achieved.get(), ledger);
        }
        for (Passage other : row.cells()) {
            if (REACHED.isIn(other.text()) && !full && asksForThat(table, row, other)) {
                TargetAndScore.tell("target-missed-said-met", other.text(), other.spot(), achieved.get(), ledger);
            }
        }
    }

    static boolean isAboveWeight(Table table, Table.Row row) {
        Optional<Figure> weight = figure(table, row, "weight");
        Optional<Figure> score = figure(table, row, "score");
        return !row.total()
                && weight.isPresent()
                && score.isPresent()
                && sameUnit(weight.get(), score.get())
                && score.get().value().compareTo(weight.get().value()) > 0;
    }

    /** 效益 | 25 | 22.10 | 88.40%: what a sum of the group that another equation confirms leaves for the score, up to its weight. */
    private static Optional<Exact> ofGroup(Figure score, Figure weight, Ledger ledger) {
        List<Exact> values = ledger.checks(Verdict.DIFFERS).stream()
                .map(Check::equation)
                .filter(equation ->
                        equation.isSum() && equation.inputs().contains(score) && ledger.confirms(equation.result()))
                .flatMap(equation -> equation.solve(score, Map.of()).stream())
                .toList();
        boolean one = values.stream().distinct().count() == 1;
        return one && values.get(0).signum() >= 0 && values.get(0).compareTo(weight.value()) <= 0
                ? Optional.of(values.get(0))
                : Optional.empty();
    }

    private static boolean earnsFullMarks(Figure achieved, List<Exact> fullMarks) {
        return achieved.kind() == Figure.Kind.PERCENT
                && fullMarks.stream().anyMatch(rate -> achieved.value().compareTo(rate) >= 0);
    }

    /** 是 says that a target is met only under a heading that asks whether it is, not under 是否调整. */
    private static boolean asksForThat(Table table, Table.Row row, Passage cell) {
        int at = row.cells().indexOf(cell);
        return !cell.text().equals("是")
                || table.columns().stream()
                        .filter(column -> column.index() == at)
                        .allMatch(column -> column.heading().isEmpty()
                                || TargetOutlook.REACHING
                                        .matcher(column.heading())
                                        .find());
    }

    private static boolean sameUnit(Figure weight, Figure score) {
        return weight.kind() == score.kind();
    }

    static Optional<Figure> figure(Table table, Table.Row row, String measure) {
        return table.columns().stream()
                .filter(column -> column.measure().equals(Optional.of(measure))
                        && !column.unit().equals("%"))
                .reduce((one, two) -> two)
                .or(() -> table.column(measure))
                .flatMap(column -> row.figures().get(column.index()));
    }
}
