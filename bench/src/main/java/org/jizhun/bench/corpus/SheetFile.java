package org.jizhun.bench.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A workbook: a page is a sheet, a paragraph a cell merged over eight columns, figures stored as they are displayed. */
final class SheetFile {

    private static final String SPACE = "http://schemas.openxmlformats.org/";
    private static final String MAIN = " xmlns=\"" + SPACE + "spreadsheetml/2006/main\"";
    private static final String OFFICE = SPACE + "officeDocument/2006/relationships";
    private static final String CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final List<String> sheets = new ArrayList<>();
    private StringBuilder rows = new StringBuilder();
    private StringBuilder merges = new StringBuilder();
    private int merged;
    private int row;

    private SheetFile() {}

    static byte[] of(List<Part> parts) {
        SheetFile file = new SheetFile();
        parts.forEach(file::part);
        file.close();
        return Xml.packed(file.files());
    }

    private void part(Part part) {
        if (part instanceof Part.Heading heading) {
            wide(heading.text());
        } else if (part instanceof Part.Paragraph paragraph) {
            wide(paragraph.text());
        } else if (part instanceof Part.Caption caption) {
            wide(caption.text());
        } else if (part instanceof Part.PageBreak) {
            close();
        } else if (part instanceof Part.Table table) {
            table(table);
            row++;
        }
    }

    private void wide(String text) {
        row++;
        rows.append("<row r=\"" + row + "\">").append(cell(0, text)).append("</row>");
        merge(0, row, 7, row);
    }

    private void table(Part.Table table) {
        int first = row + 1;
        for (int each = 0; each < table.rows().size(); each++) {
            row++;
            rows.append("<row r=\"" + row + "\">");
            List<String> cells = table.rows().get(each);
            for (int column = 0; column < cells.size(); column++) {
                String text = cells.get(column);
                if (!text.equals("^") && !text.isEmpty()) {
                    rows.append(cell(column, each < table.headings() ? text.replace("⏎", "") : text));
                    int span = table.goesOn(each, column);
                    if (span > 1) {
                        merge(column, first + each, column, first + each + span - 1);
                    }
                }
            }
            rows.append("</row>");
        }
    }

    private String cell(int column, String text) {
        return "<c r=\"" + (char) ('A' + column) + row + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                + Xml.of(text) + "</t></is></c>";
    }

    private void merge(int left, int top, int right, int bottom) {
        merges.append("<mergeCell ref=\"" + (char) ('A' + left) + top + ":" + (char) ('A' + right) + bottom + "\"/>");
        merged++;
    }

    private void close() {
        sheets.add(Xml.HEAD + "<worksheet" + MAIN + "><sheetData>" + rows + "</sheetData>"
                + (merged > 0 ? "<mergeCells count=\"" + merged + "\">" + merges + "</mergeCells>" : "")
                + "</worksheet>");
        rows = new StringBuilder();
        merges = new StringBuilder();
        merged = 0;
        row = 0;
    }

    private Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        StringBuilder types = new StringBuilder();
        StringBuilder listed = new StringBuilder();
        StringBuilder related = new StringBuilder();
        Map<String, String> made = new LinkedHashMap<>();
        for (int number = 1; number <= sheets.size(); number++) {
            String path = "worksheets/sheet" + number + ".xml";
            made.put("xl/" + path, sheets.get(number - 1));
            types.append("<Override PartName=\"/xl/" + path + "\" ContentType=\"" + CONTENT + "worksheet+xml\"/>");
            listed.append("<sheet name=\"表" + number + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>");
            related.append("<Relationship Id=\"rId" + number + "\" Type=\"" + OFFICE + "/worksheet\" Target=\"" + path
                    + "\"/>");
        }
        String relations = "<Relationships xmlns=\"" + SPACE + "package/2006/relationships\">";
        files.put(
                "[Content_Types].xml",
                Xml.HEAD + "<Types xmlns=\"" + SPACE + "package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + CONTENT + "sheet.main+xml\"/>"
                        + types
                        + "</Types>");
        files.put(
                "_rels/.rels",
                Xml.HEAD + relations + "<Relationship Id=\"rId1\" Type=\"" + OFFICE
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        files.put("xl/_rels/workbook.xml.rels", Xml.HEAD + relations + related + "</Relationships>");
        files.put(
                "xl/workbook.xml",
                Xml.HEAD + "<workbook" + MAIN + " xmlns:r=\"" + OFFICE + "\"><sheets>" + listed
                        + "</sheets></workbook>");
        files.putAll(made);
        return files;
    }
}
