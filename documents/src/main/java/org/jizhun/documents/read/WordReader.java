package org.jizhun.documents.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jizhun.kernel.document.Document;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Word since 2007: paragraphs with their automatic numbers, tables with merged cells. */
final class WordReader {

    private static final int DEEPEST = 8;

    private final XWPFDocument word;
    private final Scribe scribe;
    private final WordNumbering numbering = new WordNumbering();

    private WordReader(XWPFDocument word, Scribe scribe) {
        this.word = word;
        this.scribe = scribe;
    }

    static Document read(Source source) throws IOException {
        Scribe scribe = new Scribe(source);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(source.bytes()))) {
            new WordReader(word, scribe).body(word.getBodyElements());
        }
        return scribe.document(Format.DOCX);
    }

    private void body(List<IBodyElement> elements) {
        for (IBodyElement element : elements) {
            if (element instanceof XWPFParagraph paragraph) {
                paragraph(paragraph);
            } else if (element instanceof XWPFTable table) {
                scribe.table(table(table));
            } else if (element instanceof XWPFSDT control) {
                scribe.paragraph(control.getContent().getText());
            }
        }
    }

    private void paragraph(XWPFParagraph paragraph) {
        String text = paragraph.getText();
        if (text.isBlank()) {
            return;
        }
        String numbered = numbering.label(paragraph) + text;
        if (isHeading(paragraph)) {
            scribe.heading(numbered);
        } else {
            scribe.paragraph(numbered);
        }
    }

    private boolean isHeading(XWPFParagraph paragraph) {
        String id = paragraph.getStyle();
        XWPFStyle style =
                id == null || word.getStyles() == null ? null : word.getStyles().getStyle(id);
        String name =
                style == null || style.getName() == null ? "" : style.getName().toLowerCase(Locale.ROOT);
        return name.startsWith("heading") || name.startsWith("标题") || name.equals("title");
    }

    private DraftTable table(XWPFTable table) {
        DraftTable draft = new DraftTable();
        Map<Integer, Merge> open = new HashMap<>();
        List<XWPFTableRow> rows = table.getRows();
        int headings = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).isRepeatHeader() && headings == row) {
                headings++;
            }
            row(rows.get(row), row, open, draft);
        }
        open.values().forEach(merge -> merge.end(rows.size(), draft));
        draft.headings(headings);
        return draft;
    }

    /** A cell that goes on downwards until a row does not continue it. */
    private record Merge(int row, int column, int span, String text) {
        void end(int end, DraftTable draft) {
            draft.add(row, column, end - row, span, text);
        }
    }

    private static void row(XWPFTableRow row, int number, Map<Integer, Merge> open, DraftTable draft) {
        int column = before(row);
        for (XWPFTableCell cell : row.getTableCells()) {
            CTTcPr properties = cell.getCTTc().getTcPr();
            int span = properties != null && properties.isSetGridSpan()
                    ? Math.max(
                            1, Math.min(200, properties.getGridSpan().getVal().intValue()))
                    : 1;
            boolean merged = properties != null && properties.isSetVMerge();
            boolean continued =
                    merged && !STMerge.RESTART.equals(properties.getVMerge().getVal()) && open.containsKey(column);
            if (!continued) {
                Merge above = open.put(column, new Merge(number, column, span, text(cell, 0)));
                if (above != null) {
                    above.end(number, draft);
                }
                if (!merged) {
                    java.util.Objects.requireNonNull(open.remove(column)).end(number + 1, draft);
                }
            }
            column += span;
        }
    }

    private static int before(XWPFTableRow row) {
        var properties = row.getCtRow().getTrPr();
        return properties == null || properties.sizeOfGridBeforeArray() == 0
                ? 0
                : Math.max(
                        0,
                        Math.min(200, properties.getGridBeforeArray(0).getVal().intValue()));
    }

    private static String text(XWPFTableCell cell, int depth) {
        StringBuilder text = new StringBuilder();
        for (IBodyElement element : cell.getBodyElements()) {
            if (element instanceof XWPFParagraph paragraph) {
                text.append(paragraph.getText()).append('\n');
            } else if (element instanceof XWPFTable table && depth < DEEPEST) {
                for (XWPFTableRow row : table.getRows()) {
                    for (XWPFTableCell inner : row.getTableCells()) {
                        text.append(text(inner, depth + 1)).append(' ');
                    }
                }
            }
        }
        return text.toString().strip();
    }
}
