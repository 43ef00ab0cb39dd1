package org.jizhun.documents.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jizhun.documents.report.Block;
import org.jizhun.documents.report.Figure;
import org.jizhun.documents.report.Figures;
import org.jizhun.documents.report.Piece;
import org.jizhun.documents.report.Prose;

/**
 * An annex as an Excel workbook, from the same table that the report prints: figures are numbers, groups are merged, and the
 * sheet prints on landscape A4 with its headings on every page.
 */
final class AnnexWorkbook {

    private static final int TITLE = 0;
    private static final int HEADINGS = 1;
    private static final int FIRST = 2;
    private static final int CHARACTER = 256;

    private final Figures figures;
    private final Block.Table table;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final AnnexStyles styles = new AnnexStyles(workbook);
    private final XSSFSheet sheet;

    private AnnexWorkbook(String name, Block.Table table, Figures figures) {
        this.table = table;
        this.figures = figures;
        this.sheet = workbook.createSheet(name);
    }

    /** @param title above the table, {@code name} on the sheet's tab */
    static byte[] of(String name, String title, Block.Table table, Figures figures, WordPackage.DocumentData data)
            throws IOException {
        AnnexWorkbook annex = new AnnexWorkbook(name, table, figures);
        try (XSSFWorkbook workbook = annex.workbook) {
            annex.fill(title);
            annex.page();
            Optional<Date> day = Optional.of(
                    Date.from(data.day().atStartOfDay(ZoneOffset.UTC).toInstant()));
            workbook.getProperties().getCoreProperties().setTitle(title);
            workbook.getProperties().getCoreProperties().setCreator(data.author());
            workbook.getProperties().getCoreProperties().setCreated(day);
            workbook.getProperties().getCoreProperties().setModified(day);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return WordPackage.stable(out.toByteArray());
        }
    }

    private void fill(String title) {
        int columns = table.columns().size();
        XSSFRow head = sheet.createRow(TITLE);
        head.setHeightInPoints(36);
        head.createCell(0).setCellValue(title);
        head.getCell(0).setCellStyle(styles.title());
        sheet.addMergedRegion(new CellRangeAddress(TITLE, TITLE, 0, columns - 1));
        XSSFRow headings = sheet.createRow(HEADINGS);
        headings.setHeightInPoints(30);
        for (int i = 0; i < columns; i++) {
            Cell cell = headings.createCell(i);
            cell.setCellValue(table.columns().get(i).heading().text(figures));
            cell.setCellStyle(styles.heading());
            sheet.setColumnWidth(i, width(i) * CHARACTER);
        }
        for (int i = 0; i < table.rows().size(); i++) {
            row(sheet.createRow(FIRST + i), table.rows().get(i));
        }
        for (int i = 0; i < columns; i++) {
            merge(i);
        }
    }

    private void row(XSSFRow row, Block.Row source) {
        int lines = 1;
        for (int i = 0; i < source.cells().size(); i++) {
            Block.Align align = table.columns().get(i).align();
            Cell cell = row.createCell(i);
            Prose text = source.cells().get(i).text();
            Figure figure = number(text);
            String shown = text.text(figures);
            if (figure != null) {
                boolean percent = figure.unit().equals("%");
                BigDecimal value = new BigDecimal(figure.digits()).movePointLeft(percent ? 2 : 0);
                // the cell stores the shortest decimal of this double, which is the printed figure again
                cell.setCellValue(value.doubleValue());
                cell.setCellStyle(styles.number(percent, value.scale(), source.strong()));
            } else {
                cell.setCellValue(shown);
                cell.setCellStyle(styles.text(align, source.strong()));
            }
            lines = Math.max(lines, 1 + 2 * shown.length() / Math.max(1, width(i)));
        }
        row.setHeightInPoints(Math.min(400, 6 + 14 * lines));
    }

    /** The figure that makes up the whole cell; null for words, and for figures without a value. */
    private @org.jspecify.annotations.Nullable Figure number(Prose text) {
        if (text.pieces().size() != 1 || !(text.pieces().get(0) instanceof Piece.FigureOf reference)) {
            return null;
        }
        Figure figure = figures.get(reference.key());
        return !figure.isAbsent() && figure.digits().matches("-?\\d+(\\.\\d+)?") ? figure : null;
    }

    private void merge(int column) {
        List<Block.Row> rows = table.rows();
        for (int start = 0; start < rows.size(); ) {
            int end = start + 1;
            while (end < rows.size() && rows.get(end).cells().get(column).continues()) {
                end++;
            }
            if (end - start > 1) {
                sheet.addMergedRegion(new CellRangeAddress(FIRST + start, FIRST + end - 1, column, column));
            }
            start = end;
        }
    }

    private int width(int column) {
        return table.columns().get(column).align() == Block.Align.RIGHT
                ? 11
                : Math.max(8, table.columns().get(column).width());
    }

    private void page() {
        sheet.createFreezePane(0, FIRST);
        sheet.setRepeatingRows(
                new CellRangeAddress(TITLE, HEADINGS, 0, table.columns().size() - 1));
        sheet.setHorizontallyCenter(true);
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setCenter("— &P —");
    }
}
