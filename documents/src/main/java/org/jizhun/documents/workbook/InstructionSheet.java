package org.jizhun.documents.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jizhun.kernel.fact.Register;

/** The first sheet of a template: which scheme it is for, how to fill in, and what each sheet holds. */
final class InstructionSheet {

    private static final int NAME_WIDTH = 22;
    private static final int TEXT_WIDTH = 90;
    private static final List<String> RULES = List.of(
            "每张工作表是一类数据。工作表名称和列标题不要改动；列的先后可以调整，空行不影响读取。",
            "深色标题、带 * 的列必填。标题括号里是计量单位；单元格也可以自带单位，如“400万元”。",
            "百分数要带百分号，如 97.71%。日期写全年月日，如 2025-03-03。是否类填“是”或“否”。",
            "以“【示例】”开头的一行是示例，不会读取，可以删去；填写时从示例的下一行开始，不要在示例行上改。",
            "确实没有可填内容的表，在第一格填“无”；整表留空表示尚未提供，相关指标会显示为缺数据，不会按零分或满分计算。",
            "合计、调整率、支出率和各项得分由系统计算，不要自行加入合计行。",
            "单元格读不出来时，会指出工作表、单元格、读到的内容和应有的写法；其余数据照常使用。");

    private final XSSFSheet sheet;
    private final Looks looks;
    private int at;

    InstructionSheet(XSSFSheet sheet, Looks looks) {
        this.sheet = sheet;
        this.looks = looks;
    }

    void write(Form form) {
        sheet.setColumnWidth(0, NAME_WIDTH * 256);
        sheet.setColumnWidth(1, TEXT_WIDTH * 256);
        row("部门年度绩效数据填报表", "", Looks.Look.TITLE, Looks.Look.TITLE, 26);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 1));
        row("评价方案", form.schemeTitle(), Looks.Look.HEADING, Looks.Look.ENTRY, 0);
        row("方案标识", form.schemeId(), Looks.Look.HEADING, Looks.Look.ENTRY, 0);
        for (String remark : form.remarks()) {
            row("请注意", remark, Looks.Look.HEADING, Looks.Look.EXAMPLE, 0);
        }
        at++;
        section("怎样填写");
        List<String> rules = new ArrayList<>(RULES);
        for (int i = 0; i < rules.size(); i++) {
            row(String.valueOf(i + 1), rules.get(i), Looks.Look.HEADING, Looks.Look.ENTRY, 0);
        }
        at++;
        section("各工作表的内容");
        for (Register register : form.registers()) {
            row(register.label(), contents(register), Looks.Look.HEADING, Looks.Look.ENTRY, 0);
        }
        questions(form);
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private static String contents(Register register) {
        String columns = register.columns().stream()
                .map(Register.Column::label)
                .limit(8)
                .reduce((a, b) -> a + "、" + b)
                .orElse("");
        String more = register.columns().size() > 8 ? "等 " + register.columns().size() + " 项" : "";
        return (register.note().isEmpty() ? "" : register.note() + "。") + "填写：" + columns + more;
    }

    /** The ids that people write into 核对指标, 扣分指标, 评定指标, with their names. */
    private void questions(Form form) {
        if (form.questions().isEmpty()) {
            return;
        }
        at++;
        section("本方案的指标标识");
        for (Form.Question question : form.questions()) {
            String use = switch (question.use()) {
                case CHECKS -> "　在“要素核对”中逐项填写";
                case DEDUCTIONS -> "　有扣分事项的在“扣分事项”中填写";
                case JUDGEMENTS -> "　在“评定”中填写得分率或评定分和理由" + bands(question);
                case OTHER -> "";
            };
            row(question.criterion(), question.title() + use, Looks.Look.HEADING, Looks.Look.ENTRY, 0);
        }
    }

    private static String bands(Form.Question question) {
        return question.items().isEmpty()
                ? ""
                : "，并选择档次："
                        + question.items().stream()
                                .map(band -> band.id() + "（" + band.title() + "）")
                                .collect(Collectors.joining("、"));
    }

    private void section(String title) {
        row(title, "", Looks.Look.SECTION, Looks.Look.SECTION, 0);
        sheet.addMergedRegion(new CellRangeAddress(at - 1, at - 1, 0, 1));
    }

    private void row(String name, String text, Looks.Look nameLook, Looks.Look textLook, int height) {
        XSSFRow row = sheet.createRow(at++);
        XSSFCell first = row.createCell(0);
        first.setCellStyle(looks.of(nameLook));
        first.setCellValue(name);
        XSSFCell second = row.createCell(1);
        second.setCellStyle(looks.of(textLook));
        second.setCellValue(text);
        int lines = Math.max(
                Measures.lines(text, TEXT_WIDTH), nameLook == Looks.Look.TITLE ? 1 : Measures.lines(name, NAME_WIDTH));
        row.setHeightInPoints(height > 0 ? height : Measures.points(lines));
    }
}
