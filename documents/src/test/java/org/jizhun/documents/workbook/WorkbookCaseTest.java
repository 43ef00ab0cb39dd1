package org.jizhun.documents.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookCaseTest {

    private static final WorkingDays OF_2025 = new WorkingDays(Set.of(Year.of(2025)), Set.of(), Set.of(), Map.of());
    private static final CaseReader READER = new CaseReader(id -> Optional.of(Vocabulary.standard()), OF_2025);

    @TempDir
    Path folder;

    private final Sheets sheets = new Sheets();

    /** Excel keeps binary fractions; what was typed are the 15 digits it shows. 0.1 + 0.2 is stored as 0.30000000000000004. */
    @ParameterizedTest
    @CsvSource({"17534.51, 17534.51", "0.30000000000000004, 0.3", "17534.509999999998, 17534.51", "1e-3, 0.001", "5, 5"
    })
    void a_number_is_read_as_it_was_typed(String stored, String typed) throws IOException {
        sheets.sheet("收支情况", "支出性质", "支出类别", "年初预算数（元）", "决算数（元）");
        XSSFRow row = sheets.row("收支情况", "基本支出", "人员经费", "", "1");
        row.createCell(2).setCellValue(Double.parseDouble(stored));

        assertThat(cell("budget", "initial")).isEqualTo(Exact.parse(typed));
    }

    @Test
    void a_percentage_is_the_ratio_behind_the_shown_percent() throws IOException {
        sheets.sheet("月度执行通报", "月份", "执行率");
        XSSFRow row = sheets.row("月度执行通报", "3");
        sheets.cell(row, 1, "0.00%", cell -> cell.setCellValue(0.9771));

        assertThat(cell("execution", "rate")).isEqualTo(Exact.parse("0.9771"));
    }

    /** 97.71 may be 97.71 % or a ratio, and 0.9771 too: only the percent sign or format says which. */
    @ParameterizedTest
    @CsvSource({"97.71", "0.9771", "1"})
    void a_bare_number_in_a_percent_column_is_asked_about(String bare) throws IOException {
        sheets.sheet("月度执行通报", "月份", "执行率");
        sheets.row("月度执行通报", "3").createCell(1).setCellValue(Double.parseDouble(bare));

        Result<FactSet> read = read();

        assertThat(told(read)).containsExactly("cell-percent-sign-missing case.xlsx 月度执行通报!B2");
        assertThat(read.value().rows("execution").get(0).get("rate")).isNull();
    }

    @Test
    void dates_are_read_from_date_cells_and_from_text() throws IOException {
        sheets.sheet("合同", "合同编号", "合同名称", "合同金额", "签订日期", "备案日期", "服务起始日");
        XSSFRow row = sheets.row("合同", "HT-1", "监测", "400万元", "", "2025年3月5日", "2025/4/1");
        sheets.cell(row, 3, "yyyy\"年\"m\"月\"d\"日\"", cell -> cell.setCellValue(LocalDate.of(2025, 3, 3)));

        Row contract = read().value().rows("contracts").get(0);
        assertThat(contract.get("signed")).isEqualTo(LocalDate.of(2025, 3, 3));
        assertThat(contract.get("filed")).isEqualTo(LocalDate.of(2025, 3, 5));
        assertThat(contract.get("start")).isEqualTo(LocalDate.of(2025, 4, 1));
        assertThat(contract.get("amount")).isEqualTo(Exact.of(4_000_000));
    }

    @Test
    void every_mistake_names_its_cell() throws IOException {
        sheets.sheet("重点工作任务", "任务编号", "任务名称", "任务预算");
        XSSFRow row = sheets.row("重点工作任务", "", "甲", "很多");
        sheets.cell(row, 0, "m/d/yy", cell -> cell.setCellValue(LocalDate.of(2025, 3, 1)));
        XSSFRow second = sheets.row("重点工作任务", "", "", "");
        second.createCell(0).setCellValue(4.4010023123456787E17);
        second.createCell(2).setCellFormula("1/0");
        sheets.workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        sheets.sheet("月度执行通报", "月份", "执行率");
        sheets.row("月度执行通报", "三月", "95%");

        assertThat(told(read()))
                .containsExactlyInAnyOrder(
                        "cell-turned-into-date case.xlsx 重点工作任务!A2",
                        "cell-not-an-amount case.xlsx 重点工作任务!C2",
                        "cell-lost-digits case.xlsx 重点工作任务!A3",
                        "cell-missing case.xlsx 重点工作任务!B3",
                        "cell-formula-error case.xlsx 重点工作任务!C3",
                        "cell-not-a-number case.xlsx 月度执行通报!A2");
    }

    @Test
    void a_formula_counts_as_its_value_and_one_that_was_never_calculated_is_told() throws IOException {
        sheets.sheet("重点工作任务", "任务编号", "任务名称", "任务预算");
        sheets.row("重点工作任务", "R1", "甲").createCell(2).setCellFormula("100+20.5");
        sheets.workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        sheets.row("重点工作任务", "R2", "乙").createCell(2).setCellFormula("1+1");

        Result<FactSet> read = read();

        // 120.5 万元 are 1 205 000 yuan
        assertThat(read.value().rows("tasks").get(0).get("amount")).isEqualTo(Exact.of(1_205_000));
    }

    @ParameterizedTest
    @CsvSource({"是,true", "否,false", "√,true", "×,false", "1,true", "2,false", "Yes,true", "no,false", "ＴＲＵＥ,true"})
    void yes_and_no_may_be_written_in_the_usual_ways(String written, boolean meant) throws IOException {
        sheets.sheet("信息公开", "公开事项", "内容完整");
        sheets.row("信息公开", "部门预算", written);

        assertThat(cell("disclosures", "complete")).isEqualTo(meant);
    }

    @Test
    void a_truth_cell_of_excel_is_yes_or_no() throws IOException {
        sheets.sheet("信息公开", "公开事项", "内容完整");
        sheets.row("信息公开", "部门预算").createCell(1).setCellValue(true);

        assertThat(cell("disclosures", "complete")).isEqualTo(true);
    }

    @Test
    void a_sheet_that_is_not_known_is_named_and_the_rest_is_read() throws IOException {
        sheets.sheet("联系人", "姓名");
        sheets.sheet("所属单位", "单位名称");
        sheets.row("所属单位", "本级");

        Result<FactSet> read = read();

        assertThat(told(read)).containsExactly("sheet-unknown case.xlsx 联系人");
        assertThat(read.value().rows("units")).hasSize(1);
        assertThat(read.value().rows("units").get(0).place()).isEqualTo(Place.cell("case.xlsx", "所属单位", 2, 0));
    }

    @Test
    void notes_above_the_headings_and_blank_rows_do_not_matter() throws IOException {
        sheets.workbook.createSheet("所属单位");
        sheets.row("所属单位", "某市示范局所属单位一览");
        sheets.row("所属单位", "", "");
        sheets.row("所属单位", "单位代码", "单位名称*");
        sheets.row("所属单位", "", "");
        sheets.row("所属单位", "1", "本级");

        assertThat(read().value().rows("units")).hasSize(1);
    }

    @Test
    void a_negative_weight_is_told() throws IOException {
        sheets.sheet("绩效指标", "指标编号", "一级指标", "三级指标", "指标方向", "年度指标值", "计量单位", "分值");
        sheets.row("绩效指标", "Z1", "产出指标", "次数", ">=", "12", "次").createCell(6).setCellValue(-5);

        Result<FactSet> read = read();

        assertThat(told(read)).containsExactly("cell-negative case.xlsx 绩效指标!G2");
        assertThat(read.value().rows("indicators").get(0).text("operator")).isEqualTo("≥");
    }

    @Test
    void an_amount_below_zero_is_told_where_only_a_slip_makes_one_and_taken_where_it_may_be() throws IOException {
        sheets.sheet("合同", "合同编号", "合同名称", "合同金额");
        sheets.row("合同", "HT-1", "网络安全监测服务合同", "-128.00");
        sheets.sheet("收支情况", "支出性质", "支出类别", "年初预算数", "调整金额");
        sheets.row("收支情况", "基本支出", "人员经费", "100", "-12.60");

        Result<FactSet> read = read();

        assertThat(told(read)).contains("cell-negative case.xlsx 合同!C2").noneMatch(each -> each.contains("!D2"));
        assertThat(read.value().rows("contracts")).hasSize(1);
        assertThat(read.value().rows("contracts").get(0).get("amount")).isNull();
        // −12.60 万元 are −126 000 yuan
        assertThat(read.value().rows("budget").get(0).get("adjustment")).isEqualTo(Exact.of(-126_000));
    }

    @Test
    void an_empty_template_reads_as_nothing_filled_in() throws IOException {
        Path file = folder.resolve("case.xlsx");
        Form form = new Form(
                "any",
                "示范方案",
                List.of("未核实"),
                Vocabulary.standard(),
                Vocabulary.standard().registers(),
                List.of(new Form.Question("audit", "审计问题", Form.Use.DEDUCTIONS, List.of())));
        try (OutputStream out = Files.newOutputStream(file)) {
            FormWriter.write(form, Optional.empty(), out);
        }

        Result<FactSet> read = READER.read(file);

        // only the department's name and year are asked for; the scheme is written in already
        assertThat(told(read)).containsExactly("cell-missing case.xlsx 部门基本信息!B3", "cell-missing case.xlsx 部门基本信息!B7");
        assertThat(read.value().registers()).isEmpty();
        assertThat(read.value().text("schemeId")).isEqualTo("any");
    }

    private Object cell(String register, String column) throws IOException {
        Result<FactSet> read = read();
        assertThat(read.problems()).isEmpty();
        return read.value().rows(register).get(0).get(column);
    }

    private Result<FactSet> read() throws IOException {
        return READER.read(sheets.save(folder));
    }

    private static List<String> told(Result<FactSet> result) {
        return result.problems().stream()
                .map((Problem problem) -> problem.code() + " " + problem.place())
                .toList();
    }
}
