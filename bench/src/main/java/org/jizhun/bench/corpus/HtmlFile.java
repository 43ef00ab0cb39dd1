package org.jizhun.bench.corpus;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A web page as an office's site publishes it: paragraphs with blanks of their own, tables with merged cells. */
final class HtmlFile {

    private HtmlFile() {}

    static byte[] of(List<Part> parts) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head><meta charset=\"utf-8\">")
                .append("<title>信息公开</title></head>\n<body>\n<div class=\"content\">\n");
        for (Part part : parts) {
            if (part instanceof Part.Heading heading) {
                String name = "h" + (heading.level() + 1);
                html.append('<').append(name).append('>').append(Xml.of(heading.text()));
                html.append("</").append(name).append(">\n");
            } else if (part instanceof Part.Paragraph paragraph) {
                html.append("<p style=\"text-indent:2em\"><span>")
                        .append(Xml.of(paragraph.text()))
                        .append("</span></p>\n");
            } else if (part instanceof Part.Caption caption) {
                html.append("<p style=\"text-align:right\">&nbsp;")
                        .append(Xml.of(caption.text()))
                        .append("</p>\n");
            } else if (part instanceof Part.Table table) {
                table(table, html);
            }
        }
        return html.append("</div>\n</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void table(Part.Table table, StringBuilder html) {
        html.append("<table border=\"1\" cellspacing=\"0\">\n");
        for (int row = 0; row < table.rows().size(); row++) {
            html.append("<tr>");
            List<String> cells = table.rows().get(row);
            for (int column = 0; column < table.width(); column++) {
                String cell = column < cells.size() ? cells.get(column) : "";
                if (!cell.equals("^")) {
                    int span = table.goesOn(row, column);
                    html.append(span > 1 ? "<td rowspan=\"" + span + "\">" : "<td>");
                    String text = Xml.of(cell);
                    html.append(row < table.headings() ? text.replace("⏎", "<br>") : text)
                            .append("</td>");
                }
            }
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }
}
