package org.jizhun.documents.write;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.ofdrw.core.basicStructure.pageObj.layer.CT_Layer;
import org.ofdrw.core.basicStructure.pageObj.layer.block.TextObject;
import org.ofdrw.core.basicType.ST_Array;
import org.ofdrw.core.basicType.ST_ID;
import org.ofdrw.core.pageDescription.color.color.CT_Color;
import org.ofdrw.core.text.TextCode;

/** Gathers glyphs of one line, typeface, size and colour into one text object with the distance of each to the next. */
final class OfdText {

    private final OfdIds ids;
    private final OfdFonts fonts;
    private final CT_Layer layer;
    private final double width;
    private final double height;
    private final StringBuilder characters = new StringBuilder();
    private final List<Double> places = new ArrayList<>();
    private long font;
    private double lastEnd;
    private double baseline;
    private double size;
    private String color = "";

    OfdText(OfdIds ids, OfdFonts fonts, CT_Layer layer, double width, double height) {
        this.ids = ids;
        this.fonts = fonts;
        this.layer = layer;
        this.width = width;
        this.height = height;
    }

    /** @param end where the glyph's advance ends */
    void glyph(
            String unicode, PDFont glyphFont, double x, double end, double y, double glyphSize, ST_Array glyphColor) {
        // the PDF splits a typeface into subsets of a few hundred glyphs; here it is one again
        long id = fonts.id(glyphFont);
        boolean follows = id == font
                && y == baseline
                && glyphSize == size
                && glyphColor.toString().equals(color)
                && isNear(x);
        if (!follows) {
            flush();
            font = id;
            baseline = y;
            size = glyphSize;
            color = glyphColor.toString();
        }
        for (int i = 0; i < unicode.length(); i++) {
            characters.append(unicode.charAt(i));
            places.add(x);
        }
        lastEnd = end;
    }

    /** Next to the last glyph, with a little room for justified lines; cells of a table stay apart. */
    private boolean isNear(double x) {
        return !places.isEmpty() && x >= places.get(places.size() - 1) && x - lastEnd < 0.3 * size;
    }

    void flush() {
        if (characters.isEmpty()) {
            return;
        }
        TextObject object = new TextObject(new ST_ID(ids.next()));
        object.setBoundary(0d, 0d, OfdPage.rounded(width), OfdPage.rounded(height));
        object.setFont(font).setSize(size).setFill(true);
        object.setFillColor(new CT_Color().setValue(ST_Array.getInstance(color)));
        TextCode code = new TextCode().setCoordinate(places.get(0), baseline).setContent(characters.toString());
        if (places.size() > 1) {
            Double[] distances = new Double[places.size() - 1];
            for (int i = 0; i < distances.length; i++) {
                distances[i] = OfdPage.rounded(places.get(i + 1) - places.get(i));
            }
            code.setDeltaX(distances);
        }
        object.addTextCode(code);
        layer.addPageBlock(object);
        characters.setLength(0);
        places.clear();
    }
}
