package org.jizhun.documents.report;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.scoring.Evaluation;
import org.jspecify.annotations.Nullable;

/** The projects evaluated for a department's report: money, score and grade of each. */
final class ProjectsSection {

    private ProjectsSection() {}

    static Block table(Snapshot snapshot, Figures figures) {
        List<Block.Row> rows = new ArrayList<>();
        for (int i = 0; i < snapshot.projects().size(); i++) {
            rows.add(row("project." + (i + 1), snapshot, snapshot.projects().get(i), figures));
        }
        return new Block.Table(
                List.of(
                        new Block.Column(Prose.of("项目名称"), 1, Block.Align.LEFT),
                        new Block.Column(Prose.of("全年预算数（万元）"), 1, Block.Align.RIGHT),
                        new Block.Column(Prose.of("全年执行数（万元）"), 1, Block.Align.RIGHT),
                        new Block.Column(Prose.of("执行率"), 1, Block.Align.RIGHT),
                        new Block.Column(Prose.of("得分"), 1, Block.Align.RIGHT),
                        new Block.Column(Prose.of("等级"), 1, Block.Align.RIGHT)),
                rows);
    }

    private static Block.Row row(String key, Snapshot snapshot, Evaluation evaluation, Figures figures) {
        String code = evaluation.project().orElse("");
        @Nullable Row project = snapshot.project(code).orElse(null);
        var adjusted = project == null ? null : Snapshot.exact(project, "adjusted");
        var actual = project == null ? null : Snapshot.exact(project, "actualSpending");
        figures.amount(key + ".adjusted", adjusted, "facts: projects")
                .amount(key + ".actual", actual, "facts: projects")
                .ratio(key + ".rate", actual, adjusted, "actual ÷ adjusted")
                .points(key + ".score", evaluation.total().points(), "evaluation");
        return NarrativeSections.row(
                Prose.quote(project == null ? code : project.text("name")),
                Prose.digits(key + ".adjusted"),
                Prose.digits(key + ".actual"),
                Prose.figure(key + ".rate"),
                Prose.digits(key + ".score"),
                Prose.quote(evaluation.grade().orElse(Figures.NONE)));
    }
}
