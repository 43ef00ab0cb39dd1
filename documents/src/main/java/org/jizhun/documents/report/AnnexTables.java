package org.jizhun.documents.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.scoring.CriterionScore;
import org.jspecify.annotations.Nullable;

/** The two annexes as tables, the same for Word, PDF, OFD and Excel. */
final class AnnexTables {

    private final Snapshot snapshot;
    private final Reasons reasons;

    AnnexTables(Snapshot snapshot, Figures figures) {
        this.snapshot = snapshot;
        this.reasons = new Reasons(figures);
    }

    /** 绩效自评表: a column for each level of the scheme; groups are merged downwards. */
    Block.Table scores() {
        int depth = snapshot.evaluation().criteria().stream()
                .mapToInt(AnnexTables::depth)
                .max()
                .orElse(1);
        List<Block.Column> columns = new ArrayList<>();
        for (int level = 1; level <= depth; level++) {
            columns.add(new Block.Column(
                    Prose.of(ChineseNumber.of(level) + "级指标"), level == depth ? 26 : 14, Block.Align.LEFT));
        }
        columns.add(new Block.Column(Prose.of("分值"), 1, Block.Align.RIGHT));
        columns.add(new Block.Column(Prose.of("得分"), 1, Block.Align.RIGHT));
        columns.add(new Block.Column(Prose.of("得分率"), 1, Block.Align.RIGHT));
        columns.add(new Block.Column(Prose.of("扣分原因及说明"), 46, Block.Align.LEFT));
        columns.add(new Block.Column(Prose.of("评分依据"), 24, Block.Align.LEFT));
        List<Block.Row> rows = new ArrayList<>();
        snapshot.evaluation().criteria().forEach(each -> scores(each, null, new ArrayList<>(), depth, rows));
        rows.add(total(depth));
        return new Block.Table(columns, rows);
    }

    /** The document that most criteria follow; what a row follows within it stands in the row. */
    Optional<String> source() {
        return snapshot.leaves().stream()
                .map(leaf -> leaf.basis().source())
                .filter(source -> !source.isEmpty())
                .collect(Collectors.groupingBy(source -> source, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /** @param above the row before it with the same basis, which then is not said again */
    private void scores(
            CriterionScore node,
            @Nullable CriterionScore above,
            List<Block.Cell> path,
            int depth,
            List<Block.Row> rows) {
        List<Block.Cell> here = new ArrayList<>(path);
        here.add(Block.Cell.of(Prose.quote(node.name().zh())));
        if (!node.criteria().isEmpty() && node.status() != org.jizhun.kernel.scoring.Status.STATED) {
            int before = rows.size();
            @Nullable CriterionScore last = null;
            for (CriterionScore child : node.criteria()) {
                boolean first = rows.size() == before;
                boolean same = last != null && last.basis().equals(child.basis());
                scores(child, same ? last : null, first ? here : continued(here), depth, rows);
                last = child;
            }
            return;
        }
        while (here.size() < depth) {
            here.add(Block.Cell.of(Prose.of(Figures.NONE)));
        }
        here.add(Block.Cell.of(Prose.digits(ScoreFigures.key(node, "weight"))));
        here.add(Block.Cell.of(Prose.digits(ScoreFigures.key(node, "score"))));
        here.add(Block.Cell.of(Prose.figure(ScoreFigures.key(node, "rate"))));
        here.add(Block.Cell.of(reasons.inOne(node)));
        here.add(above == null ? Block.Cell.of(basis(node)) : new Block.Cell(Prose.EMPTY, true));
        rows.add(new Block.Row(false, here));
    }

    private static List<Block.Cell> continued(List<Block.Cell> path) {
        return path.stream().map(cell -> new Block.Cell(Prose.EMPTY, true)).toList();
    }

    private Prose basis(CriterionScore leaf) {
        boolean usual = source().equals(Optional.of(leaf.basis().source()));
        String words =
                ((usual ? "" : leaf.basis().source() + " ") + leaf.basis().clause()).strip();
        Prose text = words.isEmpty() ? Prose.EMPTY : Prose.quote(words);
        return leaf.basis().verified() ? text : text.and(Prose.of("（未核实）"));
    }

    private static Block.Row total(int depth) {
        List<Block.Cell> cells = new ArrayList<>();
        cells.add(Block.Cell.of(Prose.of("合计")));
        while (cells.size() < depth) {
            cells.add(Block.Cell.of(Prose.EMPTY));
        }
        cells.add(Block.Cell.of(Prose.digits("scheme.total")));
        cells.add(Block.Cell.of(Prose.digits("score.total")));
        cells.add(Block.Cell.of(Prose.figure("score.total-rate")));
        cells.add(Block.Cell.of(Prose.EMPTY));
        cells.add(Block.Cell.of(Prose.EMPTY));
        return new Block.Row(true, cells);
    }

    /** A stated group hides what is below it: there is nothing to show. */
    private static int depth(CriterionScore node) {
        return node.criteria().isEmpty() || node.status() == org.jizhun.kernel.scoring.Status.STATED
                ? 1
                : 1
                        + node.criteria().stream()
                                .mapToInt(AnnexTables::depth)
                                .max()
                                .orElse(0);
    }

    /** 绩效指标完成情况统计表. */
    Block.Table indicators(Indicators indicators) {
        List<Block.Row> rows = new ArrayList<>();
        @Nullable Row before = null;
        for (int i = 0; i < indicators.rows().size(); i++) {
            Row row = indicators.rows().get(i);
            rows.add(indicator(i, row, before));
            before = row;
        }
        return new Block.Table(
                List.of(
                        new Block.Column(Prose.of("序号"), 1, Block.Align.RIGHT),
                        new Block.Column(Prose.of("一级指标"), 12, Block.Align.LEFT),
                        new Block.Column(Prose.of("二级指标"), 14, Block.Align.LEFT),
                        new Block.Column(Prose.of("三级指标"), 26, Block.Align.LEFT),
                        new Block.Column(Prose.of("方向"), 6, Block.Align.CENTER),
                        new Block.Column(Prose.of("年度指标值"), 1, Block.Align.RIGHT),
                        new Block.Column(Prose.of("实际完成值"), 1, Block.Align.RIGHT),
                        new Block.Column(Prose.of("计量单位"), 9, Block.Align.CENTER),
                        new Block.Column(Prose.of("完成率"), 1, Block.Align.RIGHT),
                        new Block.Column(Prose.of("分值"), 1, Block.Align.RIGHT),
                        new Block.Column(Prose.of("完成情况"), 10, Block.Align.CENTER),
                        new Block.Column(Prose.of("偏差原因及改进措施、说明"), 34, Block.Align.LEFT)),
                rows);
    }

    private static Block.Row indicator(int i, Row row, @Nullable Row before) {
        boolean sameClass = before != null && before.text("class").equals(row.text("class"));
        boolean sameSubclass =
                sameClass && before != null && before.text("subclass").equals(row.text("subclass"));
        boolean judged = row.text("operator").equals("定性");
        Boolean reached = Indicators.reached(row);
        String state = reached == null ? Figures.MISSING : reached ? "达到" : "未达到";
        String text = (row.text("targetText") + " " + row.text("actualText") + " " + row.text("reason")).strip();
        return new Block.Row(
                false,
                List.of(
                        Block.Cell.of(Prose.digits(Indicators.key(i, "number"))),
                        new Block.Cell(NarrativeSections.quote(row.text("class")), sameClass),
                        new Block.Cell(NarrativeSections.quote(row.text("subclass")), sameSubclass),
                        Block.Cell.of(NarrativeSections.quote(row.text("name"))),
                        Block.Cell.of(NarrativeSections.quote(row.text("operator"))),
                        Block.Cell.of(judged ? Prose.of("定性") : Prose.digits(Indicators.key(i, "target"))),
                        Block.Cell.of(judged ? Prose.of("定性") : Prose.digits(Indicators.key(i, "actual"))),
                        Block.Cell.of(NarrativeSections.quote(row.text("unit"))),
                        Block.Cell.of(Prose.figure(Indicators.key(i, "completion"))),
                        Block.Cell.of(Prose.digits(Indicators.key(i, "weight"))),
                        Block.Cell.of(Prose.of(state)),
                        Block.Cell.of(Prose.quote(text))));
    }
}
