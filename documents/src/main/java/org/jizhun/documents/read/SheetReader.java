package org.jizhun.documents.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jizhun.kernel.document.Document;

/** Workbooks old and new: each sheet a page, each stretch of rows without a blank row a table, numbers as displayed. */
final class SheetReader {

    private final DataFormatter formatter = new DataFormatter(Locale.CHINA);
    private final Source source;
    private final Scribe scribe;

    private SheetReader(Source source) {
        this.source = source;
        this.scribe = new Scribe(source);
        formatter.setUseCachedValuesForFormulaCells(true);
    }

    static Document read(Source source, Format format) throws IOException {
        SheetReader reader = new SheetReader(source);
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(source.bytes()))) {
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                if (!workbook.isSheetHidden(i) && !workbook.isSheetVeryHidden(i)) {
                    reader.scribe.page(workbook.getSheetName(i));
                    reader.sheet(workbook.getSheetAt(i));
                }
            }
        } catch (EncryptedDocumentException locked) {
            throw source.refusal("document-encrypted");
        }
        return reader.scribe.document(format);
    }

    private void sheet(Sheet sheet) {
        Map<Integer, Map<Integer, CellRangeAddress>> merged = merged(sheet);
        DraftTable table = new DraftTable();
        int first = -1;
        int last = -1;
        for (Row row : sheet) {
            source.proceed();
            if (isBlank(row)) {
                continue;
            }
            if (last >= 0 && row.getRowNum() > last + 1) {
                scribe.table(table);
                table = new DraftTable();
                first = -1;
            }
            first = first < 0 ? row.getRowNum() : first;
            last = Math.max(last, row(row, first, merged.getOrDefault(row.getRowNum(), Map.of()), table));
        }
        if (table.rows() > 0) {
            scribe.table(table);
        }
    }

    /** Adds a row; the last row its merged cells reach. */
    private int row(Row row, int first, Map<Integer, CellRangeAddress> merged, DraftTable table) {
        int last = row.getRowNum();
        for (Cell cell : row) {
            CellRangeAddress range = merged.get(cell.getColumnIndex());
            int rows = range == null ? 1 : range.getLastRow() - range.getFirstRow() + 1;
            int columns = range == null ? 1 : range.getLastColumn() - range.getFirstColumn() + 1;
            boolean head = range == null
                    || (range.getFirstRow() == row.getRowNum() && range.getFirstColumn() == cell.getColumnIndex());
            String text = head ? formatter.formatCellValue(cell) : "";
            if (head && (range != null || !text.isBlank())) {
                if ((long) (cell.getColumnIndex() + columns) * (row.getRowNum() - first + rows)
                        > source.limits().cells()) {
                    throw source.refusal("document-bomb");
                }
                table.add(row.getRowNum() - first, cell.getColumnIndex(), rows, columns, text);
                last = Math.max(last, row.getRowNum() + rows - 1);
            }
        }
        return last;
    }

    private boolean isBlank(Row row) {
        for (Cell cell : row) {
            if (!formatter.formatCellValue(cell).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private Map<Integer, Map<Integer, CellRangeAddress>> merged(Sheet sheet) {
        Map<Integer, Map<Integer, CellRangeAddress>> merged = new HashMap<>();
        long places = 0;
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            places += range.getNumberOfCells();
            if (places > source.limits().cells()) {
                throw source.refusal("document-bomb");
            }
            for (int row = range.getFirstRow(); row <= range.getLastRow(); row++) {
                Map<Integer, CellRangeAddress> columns = merged.computeIfAbsent(row, any -> new HashMap<>());
                for (int column = range.getFirstColumn(); column <= range.getLastColumn(); column++) {
                    columns.put(column, range);
                }
            }
        }
        return merged;
    }
}
