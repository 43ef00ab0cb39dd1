package org.jizhun.documents.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks made for a test, as Excel would save them: a sound department sheet and whatever the test adds. */
final class Sheets {

    final XSSFWorkbook workbook = new XSSFWorkbook();

    Sheets() {
        sheet("部门基本信息", "项目", "内容");
        row("部门基本信息", "部门名称", "示范局");
        row("部门基本信息", "评价年度", "2025");
        row("部门基本信息", "评价方案", "any");
    }

    XSSFSheet sheet(String title, String... headings) {
        XSSFSheet sheet = workbook.createSheet(title);
        row(title, headings);
        return sheet;
    }

    XSSFRow row(String title, String... texts) {
        XSSFSheet sheet = workbook.getSheet(title);
        XSSFRow row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int i = 0; i < texts.length; i++) {
            row.createCell(i).setCellValue(texts[i]);
        }
        return row;
    }

    /** A cell with a number format of its own. */
    void cell(XSSFRow row, int column, String format, Consumer<XSSFCell> content) {
        XSSFCell cell = row.createCell(column);
        cell.setCellStyle(workbook.createCellStyle());
        cell.getCellStyle().setDataFormat(workbook.createDataFormat().getFormat(format));
        content.accept(cell);
    }

    Path save(Path folder) throws IOException {
        Path file = folder.resolve("case.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        workbook.close();
        return file;
    }
}
