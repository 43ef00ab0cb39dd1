package org.jizhun.documents.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.formula.Trace;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scoring.CriterionScore;
import org.jspecify.annotations.Nullable;

/**
 * The monthly execution rates: reported, counted (at most 100 %), and their mean. Printed under a criterion only where the
 * scheme itself came to that mean; a scheme with another rule prints no formula that it does not use.
 */
final class Execution {

    private final Figures figures;
    private final List<String> months = new ArrayList<>();
    private @Nullable Exact mean;

    Execution(Snapshot snapshot, Figures figures) {
        this.figures = figures;
        List<Row> rows = new ArrayList<>(snapshot.facts().rows("execution"));
        rows.sort(Comparator.comparing(
                row -> Optional.ofNullable(Snapshot.exact(row, "month")).orElse(Exact.ZERO)));
        Exact sum = Exact.ZERO;
        for (Row row : rows) {
            Exact month = Snapshot.exact(row, "month");
            Exact rate = Snapshot.exact(row, "rate");
            if (month == null || rate == null) {
                return;
            }
            String key = "execution." + month;
            figures.count(key + ".month", month, "月", "facts: execution")
                    .percent(key + ".rate", rate, "facts: execution")
                    .percent(key + ".counted", rate.min(Exact.ONE), "at most 100 %");
            months.add(key);
            sum = sum.plus(rate.min(Exact.ONE));
        }
        if (!rows.isEmpty()) {
            mean = sum.dividedBy(Exact.of(rows.size()));
            figures.count("execution.months", Exact.of(rows.size()), "个月", "count")
                    .percent("execution.mean", mean, "mean of the counted rates");
        }
    }

    /** Whether this leaf's derivation comes to the mean of the capped rates. */
    boolean explains(CriterionScore leaf) {
        return mean != null && leaf.trace().stream().anyMatch(this::reaches);
    }

    private boolean reaches(Trace step) {
        return (step.value() instanceof Exact value && value.equals(mean))
                || step.steps().stream().anyMatch(this::reaches);
    }

    List<Block> blocks() {
        List<Prose> counted =
                months.stream().map(key -> Prose.figure(key + ".counted")).toList();
        List<Prose> above = months.stream()
                .filter(key -> !figures.get(key + ".rate")
                        .digits()
                        .equals(figures.get(key + ".counted").digits()))
                .map(key -> Prose.of("{" + key + ".month}通报执行率{" + key + ".rate}，按{" + key + ".counted}计算"))
                .toList();
        Prose rule = Prose.of("一般公共预算支出年度平均执行率＝∑每月一般公共预算支出执行率÷n（n为当年自通报之月起的通报月份数量；"
                + "每月执行率超过百分之百的，按百分之百计算）。财政部门共通报{execution.months}");
        rule = above.isEmpty()
                ? rule.and(Prose.of("。"))
                : rule.and(Prose.of("，其中")).and(Prose.join(above, "；")).and(Prose.of("。"));
        Prose formula = Prose.of("一般公共预算支出年度平均执行率＝（")
                .and(Prose.join(counted, "＋"))
                .and(Prose.of("）÷{execution.months#}＝{execution.mean}。"));
        return List.of(new Block.Paragraph(rule), new Block.Paragraph(formula));
    }
}
