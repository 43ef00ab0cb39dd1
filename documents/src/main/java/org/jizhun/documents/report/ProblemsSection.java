package org.jizhun.documents.report;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.quantity.Exact;

/** 存在的主要问题 and 下一步改进措施, one to one, and both side by side in a table. */
final class ProblemsSection {

    private static final String REGISTER = "problems";

    private final Snapshot snapshot;
    private final List<Row> problems;

    ProblemsSection(Snapshot snapshot, Figures figures) {
        this.snapshot = snapshot;
        this.problems = snapshot.facts().rows(REGISTER);
        for (int i = 0; i < problems.size(); i++) {
            figures.count(key(i, "number"), Exact.of(i + 1L), "", "order")
                    .date(key(i, "deadline"), Snapshot.date(problems.get(i), "deadline"), "facts: problems");
        }
        figures.count("problems.count", Exact.of(problems.size()), "个", "count");
    }

    List<Block> problems() {
        if (problems.isEmpty()) {
            return List.of(new Block.Paragraph(none()));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Prose.of("通过绩效自评，发现存在的主要问题共{problems.count}：")));
        for (int i = 0; i < problems.size(); i++) {
            Row problem = problems.get(i);
            blocks.add(new Block.Heading(2, i + 1, Prose.quote(problem.text("title"))));
            String source = problem.text("foundBy");
            Prose text = Prose.of("{}。", NarrativeSections.bare(problem.text("description")));
            blocks.add(new Block.Paragraph(source.isEmpty() ? text : text.and(Prose.of("（问题来源：{}）", source))));
        }
        return blocks;
    }

    List<Block> measures() {
        if (problems.isEmpty()) {
            return List.of(new Block.Paragraph(snapshot.facts().has(REGISTER) ? Prose.of("无需采取针对性改进措施。") : none()));
        }
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < problems.size(); i++) {
            Row problem = problems.get(i);
            String title = problem.text("measureTitle");
            blocks.add(new Block.Heading(
                    2, i + 1, title.isEmpty() ? Prose.of("针对“{}”的措施", problem.text("title")) : Prose.quote(title)));
            blocks.add(new Block.Paragraph(measure(i, problem)));
        }
        blocks.add(new Block.Line(Style.CAPTION, Prose.of("问题与措施对照表")));
        blocks.add(table());
        return blocks;
    }

    private Prose none() {
        return snapshot.facts().has(REGISTER) ? Prose.of("本次自评未发现需要整改的主要问题。") : Prose.of("（问题与措施材料未填。）");
    }

    private static Prose measure(int index, Row problem) {
        if (problem.text("measure").isEmpty()) {
            return Prose.of("尚未提出改进措施。");
        }
        Prose text = Prose.of("{}。", NarrativeSections.bare(problem.text("measure")));
        if (!problem.text("responsible").isEmpty()) {
            text = text.and(Prose.of("责任单位：{}。", problem.text("responsible")));
        }
        if (problem.get("deadline") != null) {
            text = text.and(Prose.of("完成时限：{" + key(index, "deadline") + "}。"));
        }
        return problem.text("status").isEmpty() ? text : text.and(Prose.of("整改状态：{}。", problem.text("status")));
    }

    private Block table() {
        List<Block.Row> rows = new ArrayList<>();
        for (int i = 0; i < problems.size(); i++) {
            Row problem = problems.get(i);
            String measure = problem.text("measureTitle").isEmpty()
                    ? problem.text("measure").isEmpty() ? "尚未提出" : problem.text("measure")
                    : problem.text("measureTitle");
            rows.add(NarrativeSections.row(
                    Prose.digits(key(i, "number")),
                    NarrativeSections.quote(problem.text("title")),
                    Prose.quote(measure),
                    NarrativeSections.quote(problem.text("responsible")),
                    problem.get("deadline") == null ? Prose.of(Figures.NONE) : Prose.figure(key(i, "deadline")),
                    NarrativeSections.quote(problem.text("status"))));
        }
        return new Block.Table(
                List.of(
                        new Block.Column(Prose.of("序号"), 10, Block.Align.CENTER),
                        new Block.Column(Prose.of("问题"), 34, Block.Align.LEFT),
                        new Block.Column(Prose.of("改进措施"), 34, Block.Align.LEFT),
                        new Block.Column(Prose.of("责任单位"), 20, Block.Align.LEFT),
                        new Block.Column(Prose.of("完成时限"), 2, Block.Align.RIGHT),
                        new Block.Column(Prose.of("整改状态"), 14, Block.Align.CENTER)),
                rows);
    }

    private static String key(int index, String name) {
        return "problem." + (index + 1) + "." + name;
    }
}
