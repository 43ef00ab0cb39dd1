package org.jizhun.documents.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCaseTest {

    private static final WorkingDays OF_2025 = new WorkingDays(Set.of(Year.of(2025)), Set.of(), Set.of(), Map.of());
    private static final CaseReader READER = new CaseReader(id -> Optional.of(Vocabulary.standard()), OF_2025);

    @TempDir
    Path folder;

    @Test
    void the_published_case_reads_without_a_mistake() {
        Result<FactSet> read = READER.read(Path.of("../samples/guangzhou-2023"));

        assertThat(read.problems()).isEmpty();
        FactSet facts = read.value();
        assertThat(facts.text("departmentShortName")).isEqualTo("我办");
        assertThat(facts.rows("execution")).hasSize(10);
        // 136.18 % is the ratio 1.3618
        assertThat(facts.rows("execution").get(0).get("rate")).isEqualTo(Exact.parse("1.3618"));
        // 4118.22 万元 are 41 182 200 yuan
        assertThat(facts.rows("budget").get(0).get("initial")).isEqualTo(Exact.of(41_182_200));
        assertThat(facts.rows("narrative")).hasSize(3);
        assertThat(facts.has("contracts")).isFalse();
    }

    @Test
    void every_value_knows_its_file_line_and_column() throws IOException {
        department();
        write("units.csv", "单位代码,单位名称\n1,本级\n\n2,中心\n");

        FactSet facts = READER.read(folder).value();

        assertThat(facts.fact("year").orElseThrow().source()).isEqualTo(Place.text("department.yaml", 2, 7));
        assertThat(facts.rows("units").get(1).place()).isEqualTo(Place.text("units.csv", 4, 0));
    }

    @Test
    void headings_may_be_english_chinese_or_an_alias_in_any_order() throws IOException {
        department();
        write("budget.csv", "实际支出,category,年初预算数（元）,支出性质*\n3,人员经费,\"41,182,200\",基本支出\n");

        Result<FactSet> read = READER.read(folder);

        assertThat(read.problems()).isEmpty();
        Row row = read.value().rows("budget").get(0);
        assertThat(row.get("actualSpending")).isEqualTo(Exact.of(30_000));
        // the heading says 元, so the figure is yuan already
        assertThat(row.get("initial")).isEqualTo(Exact.of(41_182_200));
    }

    @Test
    void all_mistakes_are_told_at_once_and_the_good_values_stay() throws IOException {
        department();
        write("contracts.csv", """
                合同编号,合同名称,合同金额,签订日期,台账登记完整,备注
                HT-1,监测,128,2025-02-30,也许,x
                HT-2,,十万,2025年3月4日,√,
                """);

        Result<FactSet> read = READER.read(folder);

        assertThat(told(read.problems()))
                .containsExactlyInAnyOrder(
                        "heading-unknown contracts.csv:1:6",
                        "cell-no-such-day contracts.csv:2:4",
                        "cell-not-yes-or-no contracts.csv:2:5",
                        "cell-missing contracts.csv:3:2",
                        "cell-not-an-amount contracts.csv:3:3");
        List<Row> contracts = read.value().rows("contracts");
        assertThat(contracts).hasSize(2);
        assertThat(contracts.get(0).get("amount")).isEqualTo(Exact.of(1_280_000));
        assertThat(contracts.get(0).get("signed")).isNull();
        assertThat(contracts.get(1).get("signed")).isEqualTo(LocalDate.of(2025, 3, 4));
        assertThat(contracts.get(1).get("registered")).isEqualTo(true);
    }

    @Test
    void nothing_to_report_is_present_and_empty_but_no_file_is_missing() throws IOException {
        department();
        write("deductions.csv", "扣分指标,事项\n无,\n");
        write("assets.csv", "资产编号,资产名称,资产原值,使用状态\n");

        FactSet facts = READER.read(folder).value();

        assertThat(facts.has("deductions")).isTrue();
        assertThat(facts.rows("deductions")).isEmpty();
        assertThat(facts.has("assets")).isFalse();
        assertThat(facts.has("contracts")).isFalse();
    }

    @Test
    void a_gb18030_file_is_read_with_a_note_and_bytes_that_are_no_text_are_refused() throws IOException {
        department();
        Files.write(folder.resolve("units.csv"), "单位名称\n本级\n".getBytes(Charset.forName("GB18030")));
        Files.write(folder.resolve("goals.csv"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1, 2});

        Result<FactSet> read = READER.read(folder);

        assertThat(told(read.problems()))
                .containsExactlyInAnyOrder("file-gb18030 units.csv", "file-not-text goals.csv");
        assertThat(read.value().rows("units").get(0).text("单位名称")).isEqualTo("本级");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_heading() throws IOException {
        department();
        write("units.csv", "\uFEFF单位名称\n本级\n");

        assertThat(READER.read(folder).problems()).isEmpty();
    }

    @Test
    void the_examples_row_is_not_read_but_one_written_over_is_told() throws IOException {
        department();
        write("units.csv", "单位代码,单位名称,编制数\n【示例】100001001,本级,60\n2,中心,5\n");
        write("tasks.csv", "任务编号,任务名称\n【示例】R1,自己的任务\n");

        Result<FactSet> read = READER.read(folder);

        assertThat(told(read.problems())).containsExactly("example-written-over tasks.csv:2");
        assertThat(read.value().rows("units")).hasSize(1);
        assertThat(read.value().has("tasks")).isFalse();
    }

    @Test
    void a_folder_without_department_is_refused() {
        assertThatThrownBy(() -> READER.read(folder))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Problem::code)
                                .containsExactly("folder-without-department"));
    }

    @Test
    void a_path_without_a_file_is_refused() {
        assertThatThrownBy(() -> READER.read(folder.resolve("none.xlsx")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Problem::code)
                                .containsExactly("case-not-found"));
    }

    @Test
    void a_line_of_far_too_many_columns_is_told_as_that() throws IOException {
        department();
        write("units.csv", "单位名称\n本级\n" + ",".repeat(20_000) + "\n");

        Result<FactSet> read = READER.read(folder);

        assertThat(told(read.problems())).containsExactly("csv-too-wide units.csv:3");
        assertThat(read.value().rows("units")).hasSize(1);
    }

    @Test
    void an_unmatched_quote_is_told_where_it_begins() throws IOException {
        department();
        write("units.csv", "单位名称\n本级\n\"中心\"x,\n");

        Result<FactSet> read = READER.read(folder);

        assertThat(told(read.problems())).containsExactly("csv-broken units.csv:3");
        assertThat(read.value().rows("units")).hasSize(1);
    }

    @Test
    void a_date_of_a_year_without_calendar_is_refused_not_guessed() throws IOException {
        department();
        write("contracts.csv", "合同编号,合同名称,合同金额,签订日期\nHT-1,监测,128,2035-03-04\n");

        Result<FactSet> read = READER.read(folder);

        assertThat(told(read.problems())).containsExactly("date-outside-calendar contracts.csv:2:4");
        assertThat(read.problems().get(0).text(Language.ZH)).contains("签订日期", "2035-03-04");
    }

    @Test
    void a_code_that_stands_twice_is_told_with_its_first_row() throws IOException {
        department();
        write("tasks.csv", "任务编号,任务名称\nR1,甲\nR2,乙\nR1,丙\n");

        Result<FactSet> read = READER.read(folder);

        assertThat(told(read.problems())).containsExactly("code-twice tasks.csv:4:1");
        assertThat(read.problems().get(0).text(Language.EN)).contains("R1", "row 2");
    }

    private static List<String> told(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.code() + " " + problem.place())
                .toList();
    }

    private void department() throws IOException {
        write("department.yaml", "departmentName: 示范局\nyear: 2025\nschemeId: any\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
