package org.jizhun.documents.write;

import java.util.List;
import org.jizhun.documents.report.Block;
import org.jizhun.documents.report.Figures;
import org.jizhun.documents.report.Prose;
import org.jizhun.documents.report.Style;

/**
 * Blocks as WordprocessingML. Written as text rather than through an object per cell, which keeps a table of many hundred
 * rows fast.
 */
final class WordBlocks {

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RULE = " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>";

    private final Figures figures;
    private final Typefaces typefaces;
    private final int width;
    private final StringBuilder xml = new StringBuilder();

    /** @param width of the text on the page, in twips */
    WordBlocks(Figures figures, Typefaces typefaces, int width) {
        this.figures = figures;
        this.typefaces = typefaces;
        this.width = width;
    }

    /** The blocks inside one {@code w:body} element. */
    String body(List<Block> blocks) {
        xml.append("<w:body xmlns:w=\"").append(NAMESPACE).append("\">");
        blocks.forEach(this::block);
        return xml.append("</w:body>").toString();
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            Style style = heading.level() == 2 ? Style.HEADING_2 : Style.HEADING_3;
            paragraph(style, heading.label() + heading.text().text(figures), false, "");
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph(Style.BODY, paragraph.text().text(figures), false, "");
        } else if (block instanceof Block.Line line) {
            String text = line.text().text(figures);
            paragraph(line.style(), text, false, line.style() == Style.ANNEX ? annexIndent(text) : "");
        } else if (block instanceof Block.Table table) {
            table(table);
        }
    }

    /** Lines of the annex list hang under the first one's words: 附件： takes three characters, 1. another one. */
    private static String annexIndent(String text) {
        int left = text.startsWith("附件") ? 630 : 630 + 3 * 315;
        return "<w:ind w:leftChars=\"0\" w:left=\"" + left + "\" w:firstLineChars=\"0\" w:firstLine=\"0\"/>";
    }

    private void paragraph(Style style, String text, boolean strong, String extra) {
        xml.append("<w:p><w:pPr>")
                .append(typefaces.paragraph(style))
                .append(extra)
                .append("</w:pPr>");
        if (!text.isEmpty()) {
            xml.append("<w:r><w:rPr>")
                    .append(typefaces.run(style, strong))
                    .append("</w:rPr><w:t xml:space=\"preserve\">")
                    .append(Xml.escape(text))
                    .append("</w:t></w:r>");
        }
        xml.append("</w:p>");
    }

    private void table(Block.Table table) {
        int[] widths = ColumnWidths.of(table, figures, width);
        xml.append("<w:tbl><w:tblPr><w:tblW w:w=\"")
                .append(width)
                .append("\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>");
        borders();
        xml.append("<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/>");
        xml.append("<w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>");
        for (int each : widths) {
            xml.append("<w:gridCol w:w=\"").append(each).append("\"/>");
        }
        xml.append("</w:tblGrid>");
        heading(table, widths);
        for (int row = 0; row < table.rows().size(); row++) {
            row(table, row, widths);
        }
        xml.append("</w:tbl>");
    }

    private void borders() {
        xml.append("<w:tblBorders>");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            xml.append("<w:").append(side).append(RULE);
        }
        xml.append("</w:tblBorders>");
    }

    /** The heading row stands again on every page. */
    private void heading(Block.Table table, int[] widths) {
        xml.append("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (int i = 0; i < widths.length; i++) {
            cell(widths[i], "", Style.CELL_HEAD, table.columns().get(i).heading(), Block.Align.CENTER, false);
        }
        xml.append("</w:tr>");
    }

    private void row(Block.Table table, int index, int[] widths) {
        Block.Row row = table.rows().get(index);
        xml.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (int i = 0; i < widths.length; i++) {
            Block.Cell cell = row.cells().get(i);
            boolean begins = index + 1 < table.rows().size()
                    && table.rows().get(index + 1).cells().get(i).continues();
            String merge = cell.continues() ? "<w:vMerge/>" : begins ? "<w:vMerge w:val=\"restart\"/>" : "";
            Prose text = cell.continues() ? Prose.EMPTY : cell.text();
            cell(widths[i], merge, Style.CELL, text, table.columns().get(i).align(), row.strong());
        }
        xml.append("</w:tr>");
    }

    private void cell(int cellWidth, String merge, Style style, Prose text, Block.Align align, boolean strong) {
        boolean figure = align == Block.Align.RIGHT;
        xml.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(cellWidth).append("\" w:type=\"dxa\"/>");
        xml.append(merge).append(figure ? "<w:noWrap/>" : "").append("<w:vAlign w:val=\"center\"/></w:tcPr>");
        String side = align == Block.Align.RIGHT ? "right" : align == Block.Align.CENTER ? "center" : "left";
        paragraph(style, text.text(figures), strong, "<w:jc w:val=\"" + side + "\"/>");
        xml.append("</w:tc>");
    }
}
