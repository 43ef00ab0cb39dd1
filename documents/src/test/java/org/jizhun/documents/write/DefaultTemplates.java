package org.jizhun.documents.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.documents.report.Style;

/**
 * Makes the two templates that the product ships, part by part, with the page of GB/T 9704-2012: A4, margins 37, 35, 28
 * and 26 mm, 22 lines of 28 characters, page numbers — 1 — at the outer side. Afterwards they are ordinary Word files.
 */
final class DefaultTemplates {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private DefaultTemplates() {}

    /** The outline of a department's report: domain order of the published reports. */
    static byte[] department() throws IOException {
        return docx(List.of(
                line(Style.TITLE, "{{title}}"),
                slot("preface"),
                line(Style.HEADING_1, "一、部门基本情况"),
                line(Style.HEADING_2, "（一）部门主要职能和机构人员情况"),
                slot("duties"),
                line(Style.HEADING_2, "（二）{{year}}年度总体工作和重点工作任务"),
                slot("work"),
                line(Style.HEADING_2, "（三）部门整体支出绩效目标"),
                slot("goals"),
                line(Style.HEADING_2, "（四）部门整体收支情况"),
                slot("budget"),
                line(Style.HEADING_2, "（五）部门整体绩效管理情况"),
                slot("management"),
                line(Style.HEADING_1, "二、绩效自评情况"),
                line(Style.HEADING_2, "（一）自评结论"),
                slot("conclusion"),
                slot("analysis"),
                line(Style.HEADING_1, "三、存在的主要问题"),
                slot("problems"),
                line(Style.HEADING_1, "四、下一步改进措施"),
                slot("measures"),
                slot("annexes"),
                slot("signature")));
    }

    /** The outline of one project's report. */
    static byte[] project() throws IOException {
        return docx(List.of(
                line(Style.TITLE, "{{title}}"),
                slot("preface"),
                line(Style.HEADING_1, "一、项目基本情况"),
                line(Style.HEADING_2, "（一）项目概况"),
                slot("duties"),
                line(Style.HEADING_2, "（二）项目绩效目标"),
                slot("goals"),
                line(Style.HEADING_2, "（三）项目资金安排和使用情况"),
                slot("budget"),
                line(Style.HEADING_1, "二、绩效自评情况"),
                line(Style.HEADING_2, "（一）自评结论"),
                slot("conclusion"),
                slot("analysis"),
                line(Style.HEADING_1, "三、存在的主要问题"),
                slot("problems"),
                line(Style.HEADING_1, "四、下一步改进措施"),
                slot("measures"),
                slot("annexes"),
                slot("signature")));
    }

    private static byte[] docx(List<String> paragraphs) throws IOException {
        String portrait = section("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>", 2098, 1474, 1984, 1588);
        String landscape =
                section("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>", 1588, 1474, 1588, 1588);
        String body = String.join("", paragraphs)
                + "<w:p><w:pPr><w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>"
                + portrait + "</w:pPr></w:p>"
                + slot("annex-scores")
                + slot("annex-indicators")
                + landscape;
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", contentTypes());
        parts.put("_rels/.rels", packageRelations());
        parts.put("docProps/core.xml", core());
        parts.put(
                "word/document.xml",
                XML + "<w:document xmlns:w=\"" + W + "\" xmlns:r=\"" + R + "\"><w:body>" + body
                        + "</w:body></w:document>");
        parts.put("word/_rels/document.xml.rels", documentRelations());
        parts.put("word/styles.xml", styles());
        parts.put(
                "word/settings.xml",
                XML + "<w:settings xmlns:w=\"" + W
                        + "\"><w:evenAndOddHeaders/><w:characterSpacingControl w:val=\"doNotCompress\"/>"
                        + "<w:compat><w:compatSetting w:name=\"compatibilityMode\""
                        + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
                        + "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>");
        parts.put("word/footer1.xml", footer("right", "w:right"));
        parts.put("word/footer2.xml", footer("left", "w:left"));
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StableZip.write(bytes, out);
        return out.toByteArray();
    }

    /** Margins in twips: top, bottom, left, right. The footer stands 7 mm below the text. */
    private static String section(String size, int top, int bottom, int left, int right) {
        return "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/>"
                + "<w:footerReference w:type=\"even\" r:id=\"rId4\"/>" + size
                + "<w:pgMar w:top=\"" + top + "\" w:right=\"" + right + "\" w:bottom=\"" + bottom + "\" w:left=\""
                + left + "\" w:header=\"851\" w:footer=\"780\" w:gutter=\"0\"/>"
                + "<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/></w:sectPr>";
    }

    private static String line(Style style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style.id() + "\"/></w:pPr><w:r>"
                + "<w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">" + text
                + "</w:t></w:r></w:p>";
    }

    private static String slot(String name) {
        return line(Style.BODY, "{{" + name + "}}");
    }

    private static String footer(String align, String indent) {
        String font = "<w:rPr><w:rFonts w:ascii=\"宋体\" w:hAnsi=\"宋体\" w:eastAsia=\"宋体\"/><w:sz w:val=\"28\"/></w:rPr>";
        return XML + "<w:ftr xmlns:w=\"" + W + "\"><w:p><w:pPr><w:ind " + indent + "=\"280\"/><w:jc w:val=\"" + align
                + "\"/></w:pPr>"
                + "<w:r>" + font + "<w:t xml:space=\"preserve\">— </w:t></w:r>"
                + "<w:r>" + font + "<w:fldChar w:fldCharType=\"begin\"/></w:r>"
                + "<w:r>" + font + "<w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
                + "<w:r>" + font + "<w:fldChar w:fldCharType=\"separate\"/></w:r>"
                + "<w:r>" + font + "<w:t>1</w:t></w:r>"
                + "<w:r>" + font + "<w:fldChar w:fldCharType=\"end\"/></w:r>"
                + "<w:r>" + font + "<w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>";
    }

    private static String styles() {
        StringBuilder styles = new StringBuilder(XML)
                .append("<w:styles xmlns:w=\"" + W + "\"><w:docDefaults><w:rPrDefault><w:rPr>")
                .append(fonts("仿宋_GB2312"))
                .append("<w:kern w:val=\"0\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>")
                .append("<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>")
                .append("<w:pPrDefault/></w:docDefaults>")
                .append("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">")
                .append("<w:name w:val=\"Normal\"/><w:qFormat/></w:style>")
                .append("<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">")
                .append("<w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>")
                .append("<w:tblCellMar><w:left w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/>")
                .append("</w:tblCellMar></w:tblPr></w:style>");
        for (Style style : Style.values()) {
            styles.append("<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"" + style.id() + "\">")
                    .append("<w:name w:val=\"" + style.label() + "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>")
                    .append(paragraph(style))
                    .append("</w:pPr><w:rPr>")
                    .append(fonts(style.typeface()))
                    // 28 characters of 16 pt do not quite fit 156 mm: each gives a quarter of a point
                    .append(style.halfPoints() == 32 ? "<w:spacing w:val=\"-5\"/>" : "")
                    .append("<w:sz w:val=\"" + style.halfPoints() + "\"/><w:szCs w:val=\"" + style.halfPoints()
                            + "\"/></w:rPr></w:style>");
        }
        return styles.append("</w:styles>").toString();
    }

    /** Child order follows the schema: keepNext, outline and so on must stand where it says. */
    private static String paragraph(Style style) {
        String pitch = "<w:spacing w:line=\"579\" w:lineRule=\"exact\"/>";
        String indent = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"630\"/>";
        return switch (style) {
            case TITLE ->
                "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"579\" w:line=\"700\" w:lineRule=\"exact\"/>"
                        + "<w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>";
            case HEADING_1 -> "<w:keepNext/>" + pitch + indent + "<w:outlineLvl w:val=\"0\"/>";
            case HEADING_2 -> "<w:keepNext/>" + pitch + indent + "<w:outlineLvl w:val=\"1\"/>";
            case HEADING_3 -> "<w:keepNext/>" + pitch + indent + "<w:outlineLvl w:val=\"2\"/>";
            case BODY, ANNEX -> pitch + indent + "<w:jc w:val=\"both\"/>";
            case ANNEX_MARK -> "<w:keepNext/><w:pageBreakBefore/>" + pitch;
            case CAPTION ->
                "<w:keepNext/><w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"160\" w:after=\"60\"/><w:jc w:val=\"center\"/>";
            case UNIT -> "<w:keepNext/><w:snapToGrid w:val=\"0\"/><w:spacing w:after=\"40\"/><w:jc w:val=\"right\"/>";
            case CELL_HEAD ->
                "<w:keepNext/><w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"280\" w:lineRule=\"atLeast\"/><w:jc w:val=\"center\"/>";
            case CELL -> "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"280\" w:lineRule=\"atLeast\"/>";
            case SIGNATURE ->
                "<w:spacing w:line=\"579\" w:lineRule=\"exact\"/><w:ind w:rightChars=\"400\" w:right=\"1260\"/>"
                        + "<w:jc w:val=\"right\"/>";
        };
    }

    private static String fonts(String typeface) {
        return "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"" + typeface
                + "\" w:cs=\"Times New Roman\"/>";
    }

    private static String contentTypes() {
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        return XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + override("/word/document.xml", word + "document.main+xml")
                + override("/word/styles.xml", word + "styles+xml")
                + override("/word/settings.xml", word + "settings+xml")
                + override("/word/footer1.xml", word + "footer+xml")
                + override("/word/footer2.xml", word + "footer+xml")
                + override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
                + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private static String packageRelations() {
        return XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"" + R + "/officeDocument\" Target=\"word/document.xml\"/>"
                + "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/"
                + "metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";
    }

    private static String documentRelations() {
        return XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"" + R + "/styles\" Target=\"styles.xml\"/>"
                + "<Relationship Id=\"rId2\" Type=\"" + R + "/settings\" Target=\"settings.xml\"/>"
                + "<Relationship Id=\"rId3\" Type=\"" + R + "/footer\" Target=\"footer1.xml\"/>"
                + "<Relationship Id=\"rId4\" Type=\"" + R + "/footer\" Target=\"footer2.xml\"/></Relationships>";
    }

    private static String core() {
        return XML + "<cp:coreProperties"
                + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>部门整体支出绩效自评报告模板</dc:title>"
                + "</cp:coreProperties>";
    }
}
