package org.jizhun.documents.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * The sections that people write, each followed by the sentences that only need facts: preface, duties and staff, the
 * year's work, goals, how performance is managed.
 */
final class NarrativeSections {

    private final Snapshot snapshot;
    private final Figures figures;
    private final Set<String> fields;

    /** @param fields the keys that a narrative may name as {@code {{key}}} */
    NarrativeSections(Snapshot snapshot, Figures figures, Set<String> fields) {
        this.snapshot = snapshot;
        this.figures = figures;
        this.fields = fields;
        figures.count("offices", snapshot.number("offices"), "个", "facts: offices")
                .count("subordinate-units", snapshot.number("subordinateUnits"), "个", "facts: subordinateUnits")
                .count("staff.establishment", snapshot.number("staffEstablishment"), "人", "facts: staffEstablishment")
                .count("staff.in-post", snapshot.number("staffInPost"), "人", "facts: staffInPost");
        Exact year = snapshot.number("year");
        figures.date(
                "year-end",
                year == null ? null : LocalDate.of(Integer.parseInt(year.toString()), 12, 31),
                "facts: year");
    }

    List<Block> preface() {
        List<Block> written = narrative("前言");
        if (!written.isEmpty()) {
            return written;
        }
        return List.of(new Block.Paragraph(Prose.of(
                "为全面实施预算绩效管理，强化支出责任和绩效意识，提高财政资金使用效益，{}按照《{}》开展了{year}年度{}绩效自评，" + "现将有关情况报告如下：",
                snapshot.self(),
                snapshot.evaluation().scheme().title().zh(),
                snapshot.kind())));
    }

    List<Block> duties() {
        List<Block> blocks = new ArrayList<>(narrative("主要职能和机构人员"));
        if (snapshot.isProject()) {
            snapshot.project().ifPresent(row -> blocks.add(project(row)));
            return orAbsent(blocks);
        }
        List<Prose> parts = new ArrayList<>();
        part(parts, "offices", "内设机构{offices}");
        part(parts, "subordinate-units", "下属单位{subordinate-units}");
        if (!parts.isEmpty()) {
            Prose sentence = Prose.quote(snapshot.self()).and(Prose.join(parts, "，"));
            blocks.add(new Block.Paragraph(sentence.and(units()).and(Prose.of("。"))));
        }
        List<Prose> staff = new ArrayList<>();
        part(staff, "staff.establishment", "编制人数{staff.establishment}");
        part(staff, "staff.in-post", "实有在编人员{staff.in-post}");
        if (!staff.isEmpty()) {
            blocks.add(new Block.Paragraph(
                    Prose.of("截至{year-end}，").and(Prose.join(staff, "，")).and(Prose.of("。"))));
        }
        return orAbsent(blocks);
    }

    List<Block> work() {
        List<Block> blocks = new ArrayList<>(narrative("年度总体工作和重点工作任务"));
        List<Row> tasks = snapshot.facts().rows("tasks");
        if (!tasks.isEmpty()) {
            blocks.add(new Block.Paragraph(Prose.of("年度重点工作任务及完成情况见下表：")));
            blocks.add(new Block.Line(Style.CAPTION, Prose.of("{year}年度重点工作任务完成情况表")));
            blocks.add(new Block.Line(Style.UNIT, Prose.of("单位：万元")));
            blocks.add(tasks(tasks));
        }
        return orAbsent(blocks);
    }

    List<Block> goals() {
        List<Block> blocks = new ArrayList<>(narrative("整体绩效目标"));
        List<Row> goals = snapshot.facts().rows("goals");
        if (snapshot.isProject()) {
            snapshot.project().ifPresent(row -> goal(row, blocks));
        } else if (!goals.isEmpty()) {
            blocks.add(new Block.Paragraph(Prose.of("{year}年度整体绩效目标及实际完成情况见下表：")));
            blocks.add(new Block.Line(Style.CAPTION, Prose.of("{year}年度整体绩效目标完成情况表")));
            List<Block.Row> rows = goals.stream()
                    .map(row -> row(quote(row.text("goal")), quote(row.text("result"))))
                    .toList();
            blocks.add(new Block.Table(
                    List.of(
                            new Block.Column(Prose.of("预期目标"), 1, Block.Align.LEFT),
                            new Block.Column(Prose.of("实际完成情况"), 1, Block.Align.LEFT)),
                    rows));
        }
        return orAbsent(blocks);
    }

    List<Block> management() {
        return orAbsent(narrative("整体绩效管理情况"));
    }

    /** Paragraphs of one section of the case; empty where it has none. */
    List<Block> narrative(String section) {
        List<Block> blocks = new ArrayList<>();
        for (Row row : snapshot.facts().rows("narrative")) {
            if (row.text("section").equals(section) && !snapshot.isProject()) {
                for (String paragraph : row.text("text").split("\\R\\s*\\R", -1)) {
                    String text = paragraph.strip().replaceAll("\\s*\\R\\s*", "");
                    if (!text.isEmpty()) {
                        blocks.add(new Block.Paragraph(written(text)));
                    }
                }
            }
        }
        return blocks;
    }

    /** What a person wrote, with the figures it names in their places. */
    private Prose written(String text) {
        Prose prose = Prose.EMPTY;
        Matcher field = Fields.FIELD.matcher(text);
        int from = 0;
        while (field.find()) {
            if (fields.contains(field.group(1))) {
                prose = prose.and(Prose.quote(text.substring(from, field.start())))
                        .and(Prose.figure(field.group(1)));
                from = field.end();
            }
        }
        return prose.and(Prose.quote(text.substring(from)));
    }

    private Block project(Row row) {
        return new Block.Paragraph(Prose.of(
                "本项目名称为{}，项目编码为{}，由{}组织实施，属于{}。",
                row.text("name"),
                row.text("code"),
                row.text("unit").isEmpty() ? snapshot.self() : row.text("unit"),
                row.text("category").isEmpty() ? "未注明类别的项目" : row.text("category")));
    }

    private static void goal(Row row, List<Block> blocks) {
        if (!row.text("goal").isEmpty()) {
            blocks.add(new Block.Paragraph(Prose.of("年度绩效目标：{}。", bare(row.text("goal")))));
        }
        if (!row.text("result").isEmpty()) {
            blocks.add(new Block.Paragraph(Prose.of("实际完成情况：{}。", bare(row.text("result")))));
        }
    }

    private Block tasks(List<Row> tasks) {
        List<Block.Row> rows = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            Row task = tasks.get(i);
            String key = "task." + (i + 1) + ".amount";
            figures.amount(key, Snapshot.exact(task, "amount"), "facts: tasks");
            rows.add(row(
                    quote(task.text("name")),
                    quote(task.text("content")),
                    Prose.digits(key),
                    quote(task.text("result"))));
        }
        return new Block.Table(
                List.of(
                        new Block.Column(Prose.of("任务名称"), 3, Block.Align.LEFT),
                        new Block.Column(Prose.of("主要内容"), 5, Block.Align.LEFT),
                        new Block.Column(Prose.of("任务预算"), 2, Block.Align.RIGHT),
                        new Block.Column(Prose.of("完成情况"), 4, Block.Align.LEFT)),
                rows);
    }

    private Prose units() {
        List<Prose> units = snapshot.facts().rows("units").stream()
                .map(row -> row.text("kind").isEmpty()
                        ? Prose.quote(row.text("name"))
                        : Prose.of("{}（{}）", row.text("name"), row.text("kind")))
                .toList();
        return units.isEmpty() ? Prose.EMPTY : Prose.of("，包括").and(Prose.join(units, "、"));
    }

    private void part(List<Prose> parts, String key, String pattern) {
        if (!figures.get(key).isAbsent()) {
            parts.add(Prose.of(pattern));
        }
    }

    static List<Block> orAbsent(List<Block> blocks) {
        return blocks.isEmpty() ? List.of(new Block.Paragraph(Prose.of("（本节文字材料未填。）"))) : blocks;
    }

    static Prose quote(@Nullable String text) {
        return text == null || text.isEmpty() ? Prose.of(Figures.NONE) : Prose.quote(text);
    }

    /** Without the full stop at the end, where a sentence goes on. */
    static String bare(String text) {
        return text.replaceFirst("[。；，.;,\\s]+$", "");
    }

    static Block.Row row(Prose... cells) {
        return new Block.Row(
                false, java.util.Arrays.stream(cells).map(Block.Cell::of).toList());
    }
}
