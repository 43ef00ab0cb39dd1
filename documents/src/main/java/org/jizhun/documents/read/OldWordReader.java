package org.jizhun.documents.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.jizhun.kernel.document.Document;

/** Word before 2007. Columns of its tables are told by the edges of their cells. */
final class OldWordReader {

    private OldWordReader() {}

    static Document read(Source source) throws IOException {
        Scribe scribe = new Scribe(source);
        try (HWPFDocument word = new HWPFDocument(new ByteArrayInputStream(source.bytes()))) {
            Range range = word.getRange();
            int at = 0;
            while (at < range.numParagraphs()) {
                Paragraph paragraph = range.getParagraph(at);
                if (paragraph.isInTable()) {
                    Table table = range.getTable(paragraph);
                    scribe.table(table(table));
                    at += Math.max(1, table.numParagraphs());
                } else {
                    scribe.paragraph(text(paragraph));
                    at++;
                }
            }
        } catch (EncryptedDocumentException locked) {
            throw source.refusal("document-encrypted");
        }
        return scribe.document(Format.DOC);
    }

    private static String text(Range range) {
        return Range.stripFields(range.text()).replaceAll("[\u0000-\u0008\u000E-\u001F]", "");
    }

    private static DraftTable table(Table table) {
        List<Integer> edges = new ArrayList<>(edges(table));
        DraftTable draft = new DraftTable();
        for (int row = 0; row < table.numRows(); row++) {
            TableRow tableRow = table.getRow(row);
            for (int i = 0; i < tableRow.numCells(); i++) {
                TableCell cell = tableRow.getCell(i);
                if (cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged()) {
                    continue;
                }
                int column = edges.indexOf(cell.getLeftEdge());
                int end = edges.indexOf(cell.getLeftEdge() + cell.getWidth());
                int span = end > column ? end - column : 1;
                draft.add(row, Math.max(0, column), rowSpan(table, row, cell), span, text(cell));
            }
        }
        return draft;
    }

    private static SortedSet<Integer> edges(Table table) {
        SortedSet<Integer> edges = new TreeSet<>();
        for (int row = 0; row < table.numRows(); row++) {
            for (int i = 0; i < table.getRow(row).numCells(); i++) {
                TableCell cell = table.getRow(row).getCell(i);
                edges.add(cell.getLeftEdge());
                edges.add(cell.getLeftEdge() + cell.getWidth());
            }
        }
        return edges;
    }

    private static int rowSpan(Table table, int row, TableCell first) {
        if (!first.isFirstVerticallyMerged()) {
            return 1;
        }
        int end = row + 1;
        while (end < table.numRows() && continues(table.getRow(end), first.getLeftEdge())) {
            end++;
        }
        return end - row;
    }

    private static boolean continues(TableRow row, int edge) {
        for (int i = 0; i < row.numCells(); i++) {
            TableCell cell = row.getCell(i);
            if (cell.getLeftEdge() == edge) {
                return cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged();
            }
        }
        return false;
    }
}
