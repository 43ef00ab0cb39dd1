package org.jizhun.documents.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.Subject;
import org.jizhun.kernel.scoring.CriterionScore;
import org.jizhun.kernel.scoring.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * What a report is written from: an evaluation with its facts, and the evaluations of projects that belong to it. Nothing
 * else is read, no clock and no file.
 */
public record Snapshot(Evaluation evaluation, List<Evaluation> projects) {

    public Snapshot {
        projects = List.copyOf(projects);
    }

    public FactSet facts() {
        return evaluation.facts();
    }

    public boolean isProject() {
        return evaluation.scheme().subject() == Subject.PROJECT;
    }

    /** What the department calls itself: 我办, else its name. */
    String self() {
        String shortName = facts().text("departmentShortName");
        return shortName.isEmpty() ? name() : shortName;
    }

    public String name() {
        String name = facts().text("departmentName");
        return name.isEmpty() ? "（部门名称未填）" : name;
    }

    /** 部门整体支出 or 项目支出. */
    String kind() {
        return isProject() ? "项目支出" : "部门整体支出";
    }

    @Nullable Exact number(String name) {
        return facts().get(name) instanceof Exact exact ? exact : null;
    }

    /** The day of the report; the last day of the year after the one evaluated would be a guess, so it may be empty. */
    public Optional<LocalDate> day() {
        return Optional.ofNullable(facts().get("reportDate") instanceof LocalDate day ? day : null);
    }

    /** The project evaluated, where the report is about one. */
    Optional<Row> project() {
        return evaluation.project().flatMap(this::project);
    }

    Optional<Row> project(String code) {
        return facts().rows("projects").stream()
                .filter(row -> row.text("code").equals(code))
                .findFirst();
    }

    /** The leaves under a criterion, in order; a leaf gives itself. */
    static List<CriterionScore> leaves(CriterionScore criterion) {
        return criterion.criteria().isEmpty()
                ? List.of(criterion)
                : criterion.criteria().stream()
                        .flatMap(each -> leaves(each).stream())
                        .toList();
    }

    List<CriterionScore> leaves() {
        return evaluation.criteria().stream()
                .flatMap(each -> leaves(each).stream())
                .toList();
    }

    static @Nullable Exact exact(Row row, String column) {
        return row.get(column) instanceof Exact exact ? exact : null;
    }

    static @Nullable LocalDate date(Row row, String column) {
        return row.get(column) instanceof LocalDate day ? day : null;
    }
}
