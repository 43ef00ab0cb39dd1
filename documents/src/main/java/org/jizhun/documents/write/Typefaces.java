package org.jizhun.documents.write;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.jizhun.documents.report.Style;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;

/**
 * The run properties of each style, written onto every run: a run in a table cell without its own East Asian typeface
 * loses it in some word processors. What the template's style says wins; a template without the style gets the standard
 * typeface and size directly.
 */
final class Typefaces {

    private final Map<Style, String> properties = new EnumMap<>(Style.class);
    private final Map<Style, Boolean> known = new EnumMap<>(Style.class);

    Typefaces(XWPFDocument template) {
        for (Style style : Style.values()) {
            XWPFStyle found =
                    template.getStyles() == null ? null : template.getStyles().getStyle(style.id());
            known.put(style, found != null);
            properties.put(style, found == null ? direct(style) : fonts(style, found));
        }
    }

    /** The content of {@code w:rPr}. */
    String run(Style style, boolean strong) {
        return properties.get(style) + (strong ? "<w:b/>" : "");
    }

    /** The content of {@code w:pPr} that names the style; empty where the template has none. */
    String paragraph(Style style) {
        return Boolean.TRUE.equals(known.get(style)) ? "<w:pStyle w:val=\"" + style.id() + "\"/>" : "";
    }

    private static String fonts(Style style, XWPFStyle found) {
        CTRPr run = found.getCTStyle().getRPr();
        CTFonts fonts = run != null && run.sizeOfRFontsArray() > 0 ? run.getRFontsArray(0) : null;
        String asian = fonts == null || fonts.getEastAsia() == null ? style.typeface() : fonts.getEastAsia();
        String ascii = fonts == null || fonts.getAscii() == null ? "Times New Roman" : fonts.getAscii();
        return element(ascii, asian);
    }

    private static String direct(Style style) {
        return element("Times New Roman", style.typeface());
    }

    private static String element(String ascii, String asian) {
        String latin = Xml.escape(ascii);
        return "<w:rFonts w:hint=\"eastAsia\" w:ascii=\"" + latin + "\" w:hAnsi=\"" + latin + "\" w:eastAsia=\""
                + Xml.escape(asian) + "\" w:cs=\"" + latin + "\"/>";
    }
}
