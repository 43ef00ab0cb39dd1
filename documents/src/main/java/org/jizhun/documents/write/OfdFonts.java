package org.jizhun.documents.write;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.ofdrw.core.basicStructure.res.resources.Fonts;
import org.ofdrw.core.text.font.CT_Font;

/**
 * The typefaces of an OFD document, by name. They are not embedded: readers in offices have them, and most may not be
 * given away. A stand-in that the PDF used is named after the typeface it stands in for.
 */
final class OfdFonts {

    private final Map<String, Long> ids = new LinkedHashMap<>();
    private final OfdIds counter;

    OfdFonts(OfdIds counter) {
        this.counter = counter;
    }

    long id(PDFont font) {
        return ids.computeIfAbsent(family(font.getName()), family -> counter.next());
    }

    Fonts resource() {
        Fonts fonts = new Fonts();
        ids.forEach((family, id) -> {
            boolean bold = family.endsWith("+");
            String name = bold ? family.substring(0, family.length() - 1) : family;
            CT_Font font = new CT_Font().setFontName(name).setFamilyName(name).setID(id);
            fonts.addFont(bold ? font.setBold(true) : font);
        });
        return fonts;
    }

    /** A family, with a plus sign where it is bold. */
    private static String family(String pdfName) {
        String name = pdfName.toLowerCase(Locale.ROOT).replaceFirst("^[a-z]{6}\\+", "");
        String bold = name.contains("bold") || name.contains("black") ? "+" : "";
        if (name.contains("fang")) {
            return "仿宋" + bold;
        }
        if (name.contains("kai")) {
            return "楷体" + bold;
        }
        if (name.contains("sanscjk") || name.contains("simhei") || name.contains("heiti") || name.contains("zenhei")) {
            return "黑体" + bold;
        }
        boolean latin = name.contains("liberation") || name.contains("tinos") || name.contains("times");
        return (latin ? "Times New Roman" : "宋体") + bold;
    }
}
