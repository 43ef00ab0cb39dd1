package org.jizhun.bench.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Word file of the least parts that make one: headings by style, tables with vertical merges. */
final class WordFile {

    private static final String SPACE = "http://schemas.openxmlformats.org/";
    private static final String WORD = " xmlns:w=\"" + SPACE + "wordprocessingml/2006/main\"";
    private static final String OFFICE = SPACE + "officeDocument/2006/relationships";
    private static final String CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private WordFile() {}

    static byte[] of(List<Part> parts) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "[Content_Types].xml",
                Xml.HEAD + "<Types xmlns=\"" + SPACE + "package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"" + CONTENT + "document.main+xml\"/>"
                        + "<Override PartName=\"/word/styles.xml\" ContentType=\"" + CONTENT
                        + "styles+xml\"/></Types>");
        files.put("_rels/.rels", relations("officeDocument", "word/document.xml"));
        files.put("word/_rels/document.xml.rels", relations("styles", "styles.xml"));
        files.put(
                "word/styles.xml",
                Xml.HEAD + "<w:styles" + WORD + ">" + style("0", "Title") + style("1", "heading 1")
                        + style("2", "heading 2") + "</w:styles>");
        StringBuilder body = new StringBuilder();
        parts.forEach(part -> part(part, body));
        files.put("word/document.xml", Xml.HEAD + "<w:document" + WORD + "><w:body>" + body + "</w:body></w:document>");
        return Xml.packed(files);
    }

    private static String relations(String type, String target) {
        return Xml.HEAD + "<Relationships xmlns=\"" + SPACE
                + "package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE + "/" + type
                + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static String style(String id, String name) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/></w:style>";
    }

    private static void part(Part part, StringBuilder body) {
        if (part instanceof Part.Heading heading) {
            body.append(paragraph(heading.text(), "<w:pStyle w:val=\"" + heading.level() + "\"/>"));
        } else if (part instanceof Part.Paragraph paragraph) {
            body.append(paragraph(paragraph.text(), "<w:ind w:firstLineChars=\"200\"/>"));
        } else if (part instanceof Part.Caption caption) {
            body.append(paragraph(caption.text(), "<w:jc w:val=\"right\"/>"));
        } else if (part instanceof Part.PageBreak) {
            body.append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
        } else if (part instanceof Part.Table table) {
            table(table, body);
        }
    }

    /** A paragraph whose text stands in two runs, as editing leaves it. */
    private static String paragraph(String text, String properties) {
        int middle = text.length() / 2;
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + run(text.substring(0, middle)) + run(text.substring(middle))
                + "</w:p>";
    }

    private static String run(String text) {
        return text.isEmpty() ? "" : "<w:r><w:t xml:space=\"preserve\">" + Xml.of(text) + "</w:t></w:r>";
    }

    private static void table(Part.Table table, StringBuilder body) {
        body.append("<w:tbl><w:tblPr/><w:tblGrid>")
                .append("<w:gridCol/>".repeat(table.width()))
                .append("</w:tblGrid>");
        for (int row = 0; row < table.rows().size(); row++) {
            body.append("<w:tr>").append(row < table.headings() ? "<w:trPr><w:tblHeader/></w:trPr>" : "");
            for (int column = 0; column < table.width(); column++) {
                List<String> cells = table.rows().get(row);
                String cell = column < cells.size() ? cells.get(column) : "";
                boolean same = cell.equals("^");
                String merge =
                        same ? "<w:vMerge/>" : table.goesOn(row, column) > 1 ? "<w:vMerge w:val=\"restart\"/>" : "";
                body.append("<w:tc><w:tcPr>").append(merge).append("</w:tcPr>");
                String text = same ? "" : row < table.headings() ? cell.replace("⏎", "") : cell;
                body.append(paragraph(text, "")).append("</w:tc>");
            }
            body.append("</w:tr>");
        }
        body.append("</w:tbl>");
    }
}
