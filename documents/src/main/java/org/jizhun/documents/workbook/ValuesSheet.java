package org.jizhun.documents.workbook;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.problem.Place;

/** Writes a register of single values as a sheet: one value a row, with its name, its cell and what to fill in. */
final class ValuesSheet {

    private static final int NAME_WIDTH = 30;
    private static final int VALUE_WIDTH = 40;
    private static final int HINT_WIDTH = 64;

    private final Register register;
    private final XSSFSheet sheet;
    private final Looks looks;
    private final Choices choices;

    ValuesSheet(Register register, XSSFSheet sheet, Looks looks, Choices choices) {
        this.register = register;
        this.sheet = sheet;
        this.looks = looks;
        this.choices = choices;
    }

    /** Writes one row for each value; what was neither read nor typed stays empty. */
    void write(Filling filling) {
        sheet.setColumnWidth(0, NAME_WIDTH * 256);
        sheet.setColumnWidth(1, VALUE_WIDTH * 256);
        sheet.setColumnWidth(2, HINT_WIDTH * 256);
        text(sheet.createRow(0), 0, Marks.NOTE + register.note() + "。带 * 的必填。", Looks.Look.NOTE);
        sheet.getRow(0).setHeightInPoints(Measures.points(1));
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
        XSSFRow headings = sheet.createRow(RegisterSheet.HEADING_ROW);
        List<String> titles = List.of("项目", "内容", "说明");
        for (int i = 0; i < titles.size(); i++) {
            text(headings, i, titles.get(i), Looks.Look.HEADING);
        }
        int at = RegisterSheet.HEADING_ROW + 1;
        for (Register.Column column : register.columns()) {
            write(sheet.createRow(at), column, filling);
            choices.restrict(sheet, register, column, new CellRangeAddressList(at, at, 1, 1));
            at++;
        }
        sheet.createFreezePane(0, RegisterSheet.HEADING_ROW + 1);
    }

    private void write(XSSFRow row, Register.Column column, Filling filling) {
        text(
                row,
                0,
                RegisterSheet.heading(column),
                column.required() ? Looks.Look.REQUIRED_HEADING : Looks.Look.HEADING);
        XSSFCell cell = row.createCell(1);
        cell.setCellStyle(looks.of(Looks.Look.ENTRY, column));
        filling.facts()
                .fact(column.name())
                .ifPresentOrElse(
                        given -> RegisterSheet.put(cell, column, given.value(), given.source()),
                        () -> RegisterSheet.putText(cell, column, filling.typed(register, column), Place.NONE));
        String hint = Hints.of(column);
        String example = column.example().isEmpty() ? "" : "示例：" + column.example();
        String both = hint.isEmpty() || example.isEmpty() ? hint + example : hint + "。" + example;
        text(row, 2, both, Looks.Look.HINT);
        int lines = Math.max(
                Measures.lines(both, HINT_WIDTH), Measures.lines(row.getCell(0).getStringCellValue(), NAME_WIDTH));
        row.setHeightInPoints(Measures.points(lines));
    }

    private void text(XSSFRow row, int column, String text, Looks.Look look) {
        XSSFCell cell = row.createCell(column);
        cell.setCellStyle(looks.of(look));
        cell.setCellValue(text);
    }
}
