package org.jizhun.documents.verify;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.w3c.dom.Node;

/** The visible text of a Word document: paragraphs and cells from top to bottom. Text deleted under tracking is not seen. */
final class WordText {

    private final List<Passage> passages = new ArrayList<>();
    private int paragraphs;
    private int tables;

    private WordText() {}

    static List<Passage> of(XWPFDocument document) {
        WordText text = new WordText();
        CTBody body = document.getDocument().getBody();
        try (XmlCursor cursor = body.newCursor()) {
            for (boolean more = cursor.toFirstChild(); more; more = cursor.toNextSibling()) {
                if (cursor.getObject() instanceof CTP paragraph) {
                    text.passages.add(Passage.paragraph(text(paragraph), ++text.paragraphs));
                } else if (cursor.getObject() instanceof CTTbl table) {
                    text.table(table);
                }
            }
        }
        return text.passages;
    }

    private void table(CTTbl table) {
        tables++;
        int row = 0;
        for (CTRow each : table.getTrList()) {
            row++;
            int column = 0;
            for (CTTc cell : each.getTcList()) {
                column++;
                StringBuilder text = new StringBuilder();
                cell.getPList().forEach(paragraph -> text.append(text(paragraph)));
                passages.add(Passage.cell(text.toString(), tables, row, column));
            }
        }
    }

    private static String text(CTP paragraph) {
        StringBuilder text = new StringBuilder();
        text(paragraph.getDomNode(), text);
        return text.toString();
    }

    private static void text(Node node, StringBuilder text) {
        String name = node.getLocalName();
        if ("t".equals(name)) {
            for (Node part = node.getFirstChild(); part != null; part = part.getNextSibling()) {
                text.append(part.getNodeValue());
            }
        } else if (!"del".equals(name)) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                text(child, text);
            }
        }
    }
}
