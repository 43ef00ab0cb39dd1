package org.jizhun.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jizhun.auditor.finding.Finding;

/**
 * Metamorphic: a table and its sentence made from a small model are consistent whatever the figures; one figure changed
 * gives a finding for that figure and for nothing else; the layout changes nothing.
 */
class PlantedFaultTest {

    /** Amounts in hundredths of 万元. The rates are worked out here with BigDecimal, not by the auditor. */
    private record Model(int basicBudget, int projectBudget, int basicSpent, int projectSpent) {

        String sentence(String spent) {
            return "2024年，我局年初预算" + money(budget()) + "万元，实际支出" + spent + "万元，预算执行率" + rate(spent(), budget()) + "。\n";
        }

        int budget() {
            return basicBudget + projectBudget;
        }

        int spent() {
            return basicSpent + projectSpent;
        }

        List<List<String>> rows(String total) {
            return List.of(
                    List.of("项目", "年初预算数", "决算数", "执行率"),
                    List.of("基本支出", money(basicBudget), money(basicSpent), rate(basicSpent, basicBudget)),
                    List.of("项目支出", money(projectBudget), money(projectSpent), rate(projectSpent, projectBudget)),
                    List.of("合计", money(budget()), total, rate(spent(), budget())));
        }
    }

    @Property(tries = 60)
    void a_consistent_table_and_sentence_are_silent_in_every_layout(
            @ForAll @IntRange(min = 100_00, max = 9_000_00) int basic,
            @ForAll @IntRange(min = 100_00, max = 9_000_00) int project,
            @ForAll @IntRange(min = 50, max = 100) int done) {
        Model model = model(basic, project, done);
        String consistent = money(model.spent());
        for (String separator : List.of(" ", "\t", "   ", " | ")) {
            assertThat(findings(text(model, consistent, consistent, separator))).isEmpty();
        }
    }

    @Property(tries = 60)
    void a_changed_total_is_the_one_finding(
            @ForAll @IntRange(min = 100_00, max = 9_000_00) int basic,
            @ForAll @IntRange(min = 100_00, max = 9_000_00) int project,
            @ForAll @IntRange(min = 50, max = 100) int done,
            @ForAll @IntRange(min = 10, max = 90) int percentMore) {
        Model model = model(basic, project, done);
        String right = money(model.spent());
        String wrong = money(model.spent() + model.spent() / 1000 * percentMore);
        for (String separator : List.of(" ", "\t", " | ")) {
            List<Finding> findings = findings(text(model, wrong, right, separator));
            assertThat(findings).hasSize(1);
            assertThat(findings.get(0).stated()).isEqualTo(wrong);
            assertThat(findings.get(0).expected()).contains(right);
        }
    }

    @Property(tries = 60)
    void a_changed_figure_in_the_sentence_is_the_one_finding(
            @ForAll @IntRange(min = 100_00, max = 9_000_00) int basic,
            @ForAll @IntRange(min = 100_00, max = 9_000_00) int project,
            @ForAll @IntRange(min = 50, max = 100) int done,
            @ForAll @IntRange(min = 10, max = 90) int percentMore) {
        Model model = model(basic, project, done);
        String right = money(model.spent());
        String wrong = money(model.spent() + model.spent() / 1000 * percentMore);
        List<Finding> findings = findings(text(model, right, wrong, "\t"));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).stated()).isEqualTo(wrong + "万元");
        assertThat(findings.get(0).expected()).contains(right + "万元");
    }

    private static Model model(int basic, int project, int done) {
        return new Model(basic, project, basic / 100 * done, project / 100 * (done - 1));
    }

    private static List<Finding> findings(String text) {
        return Auditor.audit("model.txt", text).findings();
    }

    private static String text(Model model, String total, String spent, String separator) {
        return model.sentence(spent) + "单位：万元\n"
                + model.rows(total).stream()
                        .map(row -> separator.contains("|")
                                ? "| " + String.join(separator, row) + " |"
                                : String.join(separator, row))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String money(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }

    private static String rate(int spent, int budget) {
        return new BigDecimal(spent)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(new BigDecimal(budget), 2, RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }
}
