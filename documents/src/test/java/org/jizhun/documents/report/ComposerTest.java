package org.jizhun.documents.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComposerTest {

    private static final Report GUANGZHOU = Composer.compose(Samples.guangzhou());
    private static final Report EXAMPLE = Composer.compose(Samples.example());

    @Test
    void budget_total_of_the_published_department_is_the_sum_of_its_lines() {
        // 4118.22 + 388.67 + 0 + 13027.62 = 17534.51; 24.78 + 10.88 + 0 + 127.53 = 163.19;
        // 4143.00 + 399.55 + 0 + 13155.15 = 17697.70; 4142.98 + 399.45 + 0 + 13118.93 = 17661.36
        assertThat(printed(GUANGZHOU, "budget.total.initial")).isEqualTo("17534.51万元");
        assertThat(printed(GUANGZHOU, "budget.total.adjustment")).isEqualTo("163.19万元");
        assertThat(printed(GUANGZHOU, "budget.total.adjusted")).isEqualTo("17697.70万元");
        assertThat(printed(GUANGZHOU, "budget.total.actual")).isEqualTo("17661.36万元");
        // 163.19 / 17534.51 = 0.9307 %, not the 11.51 % that was published; 17661.36 / 17697.70 = 99.7947 %, not 99.83
        // %
        assertThat(printed(GUANGZHOU, "budget.total.adjustment-rate")).isEqualTo("0.93%");
        assertThat(printed(GUANGZHOU, "budget.total.rate")).isEqualTo("99.79%");
    }

    @Test
    void line_without_a_budget_has_no_rate() {
        assertThat(printed(GUANGZHOU, "budget.2.1.initial")).isEqualTo("0.00万元");
        assertThat(printed(GUANGZHOU, "budget.2.1.rate")).isEqualTo("—");
    }

    @Test
    void month_above_100_percent_counts_as_100_in_the_printed_formula() {
        // 97.71, 97.69, 97.44 and 99.79 stay, six months count as 100: (600 + 392.63) / 10 = 99.263 %, not 107.06 %
        assertThat(printed(GUANGZHOU, "execution.mean")).isEqualTo("99.26%");
        assertThat(text(GUANGZHOU, Report.Slot.ANALYSIS))
                .contains("3月通报执行率136.18%，按100.00%计算")
                .contains("÷10＝99.26%");
    }

    @Test
    void stated_score_is_said_to_be_stated() {
        assertThat(text(GUANGZHOU, Report.Slot.ANALYSIS)).contains("管理效能分值50分，得分45.5分，得分率91.00%。");
        assertThat(text(GUANGZHOU, Report.Slot.CONCLUSION)).contains("得分引自已公布的文件");
    }

    @Test
    void every_problem_has_its_measure_and_both_stand_side_by_side() {
        assertThat(headings(EXAMPLE, Report.Slot.PROBLEMS)).hasSize(12);
        assertThat(headings(EXAMPLE, Report.Slot.MEASURES)).hasSize(12);
        Block.Table table = EXAMPLE.blocks(Report.Slot.MEASURES).stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(table.rows()).hasSize(12);
        assertThat(table.rows().get(0).cells().get(1).text().text(EXAMPLE.figures()))
                .isEqualTo("绩效目标未充分量化");
    }

    @Test
    void every_digit_is_a_figure_or_someone_elses_words() {
        for (Report report : List.of(GUANGZHOU, EXAMPLE)) {
            Set<String> keys = new HashSet<>();
            for (Prose prose : proses(report)) {
                for (Piece piece : prose.pieces()) {
                    if (piece instanceof Piece.Words words) {
                        assertThat(words.text()).doesNotContainPattern("\\d");
                    } else if (piece instanceof Piece.FigureOf figure) {
                        assertThat(report.figures().has(figure.key()))
                                .as(figure.key())
                                .isTrue();
                        keys.add(figure.key());
                    }
                }
            }
            assertThat(keys).hasSizeGreaterThan(50);
        }
    }

    @Test
    void deducted_points_are_itemised_and_sum_to_what_was_lost() {
        assertThat(text(EXAMPLE, Report.Slot.ANALYSIS)).contains("扣");
        Samples.example().leaves().stream()
                .filter(leaf -> !leaf.losses().isEmpty())
                .forEach(leaf -> assertThat(new Reasons(EXAMPLE.figures()).of(leaf))
                        .as(leaf.id())
                        .hasSizeGreaterThanOrEqualTo(leaf.losses().size()));
    }

    @Test
    void missing_facts_are_said_and_never_a_sum() {
        var facts = Samples.guangzhou().facts();
        var rows = new ArrayList<>(facts.rows("budget"));
        int actual = rows.get(0).kind().indexOf("actualSpending");
        rows.set(0, rows.get(0).with(actual, null));
        Report report = Composer.compose(
                Samples.snapshot(facts.toBuilder().rows("budget", rows).build()));
        assertThat(printed(report, "budget.1.1.actual")).isEqualTo("未填");
        assertThat(printed(report, "budget.total.actual")).isEqualTo("未填");
        assertThat(printed(report, "budget.total.rate")).isEqualTo("未填");
        assertThat(printed(report, "budget.2.actual")).isEqualTo("13118.93万元");
    }

    static String printed(Report report, String key) {
        return report.figures().get(key).text();
    }

    static String text(Report report, Report.Slot slot) {
        StringBuilder text = new StringBuilder();
        report.blocks(slot).forEach(block -> proses(block).forEach(prose -> text.append(prose.text(report.figures()))));
        return text.toString();
    }

    private static List<Block> headings(Report report, Report.Slot slot) {
        return report.blocks(slot).stream()
                .filter(Block.Heading.class::isInstance)
                .toList();
    }

    private static List<Prose> proses(Report report) {
        List<Prose> proses = new ArrayList<>();
        for (Report.Slot slot : Report.Slot.values()) {
            report.blocks(slot).forEach(block -> proses.addAll(proses(block)));
        }
        return proses;
    }

    private static List<Prose> proses(Block block) {
        if (block instanceof Block.Table table) {
            List<Prose> proses = new ArrayList<>();
            table.columns().forEach(column -> proses.add(column.heading()));
            table.rows().forEach(row -> row.cells().forEach(cell -> proses.add(cell.text())));
            return proses;
        }
        return List.of(
                block instanceof Block.Heading heading
                        ? heading.text()
                        : block instanceof Block.Paragraph paragraph ? paragraph.text() : ((Block.Line) block).text());
    }
}
