package org.jizhun.documents.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * The performance indicators of the report's subject: target, actual value and completion, and how many of each class
 * there are and were reached. Completion is actual ÷ target, for ≤ and ＜ target ÷ actual, uncapped.
 */
final class Indicators {

    private final Figures figures;
    private final Map<String, List<Integer>> byClass = new LinkedHashMap<>();
    private final List<Row> rows;

    Indicators(Snapshot snapshot, Figures figures) {
        this.figures = figures;
        String owner = snapshot.evaluation().project().orElse("");
        this.rows = snapshot.facts().rows("indicators").stream()
                .filter(row -> row.text("project").equals(owner))
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            byClass.computeIfAbsent(rows.get(i).text("class"), name -> new ArrayList<>())
                    .add(i);
            name(i, rows.get(i));
        }
        byClass.forEach((name, members) -> {
            figures.count("indicators." + name + ".count", Exact.of(members.size()), "个", "count");
            long reached = members.stream()
                    .filter(i -> Boolean.TRUE.equals(reached(rows.get(i))))
                    .count();
            figures.count("indicators." + name + ".reached", Exact.of(reached), "个", "count");
        });
        figures.count("indicators.count", Exact.of(rows.size()), "个", "count");
        stated(snapshot, "产出指标", "indicatorsOutputStated");
        stated(snapshot, "效益指标", "indicatorsBenefitStated");
    }

    List<Row> rows() {
        return rows;
    }

    static String key(int index, String name) {
        return "indicator." + (index + 1) + "." + name;
    }

    /** How many of a class there are and were reached; empty where nothing is known of it. */
    Prose sentence(String indicatorClass, String self) {
        if (byClass.containsKey(indicatorClass)) {
            String key = "indicators." + indicatorClass;
            Prose start = Prose.of(
                    "为衡量绩效目标完成情况，{}设{}{" + key + ".count}，达到年度指标值的{" + key + ".reached}", self, indicatorClass);
            List<Prose> shortOnes = byClass.get(indicatorClass).stream()
                    .filter(i -> Boolean.FALSE.equals(reached(rows.get(i))))
                    .map(i -> Prose.of(
                            "{}（目标{}{" + key(i, "target") + "}{}，实际{" + key(i, "actual") + "}{}）",
                            rows.get(i).text("name"),
                            rows.get(i).text("operator"),
                            rows.get(i).text("unit"),
                            rows.get(i).text("unit")))
                    .toList();
            return shortOnes.isEmpty()
                    ? start.and(Prose.of("。"))
                    : start.and(Prose.of("；未达到的为"))
                            .and(Prose.join(shortOnes, "、"))
                            .and(Prose.of("。"));
        }
        String stated = "indicators." + indicatorClass + ".stated";
        return figures.has(stated) && !figures.get(stated).isAbsent()
                ? Prose.of("{}设{}{" + stated + "}，指标明细未提供。", self, indicatorClass)
                : Prose.EMPTY;
    }

    /** Whether the target was reached; null where that cannot be said from figures. */
    static @Nullable Boolean reached(Row row) {
        Exact target = Snapshot.exact(row, "target");
        Exact actual = Snapshot.exact(row, "actual");
        if (row.text("operator").equals("定性")) {
            return row.text("band").isEmpty() ? null : row.text("band").equals("达成年度指标");
        }
        if (target == null || actual == null) {
            return null;
        }
        int order = actual.compareTo(target);
        return switch (row.text("operator")) {
            case "≥" -> order >= 0;
            case "＞" -> order > 0;
            case "＝" -> order == 0;
            case "≤" -> order <= 0;
            case "＜" -> order < 0;
            default -> null;
        };
    }

    private void name(int index, Row row) {
        Exact target = Snapshot.exact(row, "target");
        Exact actual = Snapshot.exact(row, "actual");
        figures.count(key(index, "number"), Exact.of(index + 1L), "", "order")
                .count(key(index, "target"), target, "", "facts: indicators")
                .count(key(index, "actual"), actual, "", "facts: indicators")
                .points(key(index, "weight"), Snapshot.exact(row, "weight"), "facts: indicators");
        boolean inverse =
                row.text("operator").equals("≤") || row.text("operator").equals("＜");
        if (row.text("operator").equals("定性")) {
            figures.percent(key(index, "completion"), Snapshot.exact(row, "judgedRate"), "facts: judgedRate");
        } else if (inverse) {
            figures.ratio(key(index, "completion"), target, actual, "target ÷ actual");
        } else {
            figures.ratio(key(index, "completion"), actual, target, "actual ÷ target");
        }
    }

    private void stated(Snapshot snapshot, String indicatorClass, String fact) {
        figures.count("indicators." + indicatorClass + ".stated", snapshot.number(fact), "个", "facts: " + fact);
    }
}
