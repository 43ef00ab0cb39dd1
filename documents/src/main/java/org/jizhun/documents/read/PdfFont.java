package org.jizhun.documents.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * What each code of a font stands for and how wide it is. Most fonts say both in their dictionary; the program that draws
 * them, which takes by far the longest to read, is asked only for what the dictionary leaves out.
 */
final class PdfFont {

    private static final int ROW = 256;
    private static final float THOUSAND = 1000;

    /**
     * A code of the font.
     *
     * @param text null where the font does not tell
     * @param across how far it goes on, in sizes of the type; {@code up} for text set upright, then with the point {@code x},
     *     {@code y} at which it hangs
     * @param printed whether it is a character that can be seen
     */
    record Sign(@Nullable String text, float across, float up, float x, float y, boolean printed) {

        static Sign of(@Nullable String text, float across, float up, float x, float y) {
            boolean printed = text != null && !text.isBlank() && text.charAt(0) >= ' ';
            return new Sign(text, across, up, x, y, printed);
        }
    }

    private final PdfObjects objects;
    private final @Nullable COSDictionary dictionary;
    private final boolean single;
    private final boolean pairs;
    private final @Nullable CMap unicode;
    private final boolean oneByteUnicode;
    private final Map<Integer, Float> widths;
    private final @Nullable Float otherWidth;
    private final @Nullable Sign[][] signs = new Sign[ROW][];

    private @Nullable PDFont whole;
    private boolean vertical;

    private PdfFont(PdfObjects objects, @Nullable COSDictionary dictionary, boolean single, boolean pairs)
            throws IOException {
        this.objects = objects;
        this.dictionary = dictionary;
        this.single = single;
        this.pairs = pairs;
        this.unicode = dictionary == null ? null : unicode(dictionary);
        COSName encoding = dictionary == null ? null : dictionary.getCOSName(COSName.ENCODING);
        this.oneByteUnicode = single && encoding != null && !encoding.getName().startsWith("Identity");
        COSDictionary widest = dictionary != null && pairs ? descendant(dictionary) : null;
        this.widths = dictionary == null ? Map.of() : widest == null ? widths(dictionary) : widthsOfPairs(widest);
        this.otherWidth = widest == null ? null : otherWidth(widest);
    }

    /** Only {@link PdfObjects} may make one, as it asks PDFBox. */
    static PdfFont of(COSDictionary dictionary, PdfObjects objects) throws IOException {
        COSName kind = dictionary.getCOSName(COSName.SUBTYPE);
        boolean single = COSName.TYPE1.equals(kind) || COSName.TRUE_TYPE.equals(kind) || COSName.MM_TYPE1.equals(kind);
        boolean pairs = COSName.TYPE0.equals(kind)
                && COSName.IDENTITY_H.equals(dictionary.getCOSName(COSName.ENCODING))
                && descendant(dictionary) != null;
        PdfFont font = new PdfFont(objects, dictionary, single, pairs);
        if (!single && !pairs) {
            font.vertical = font.whole().isVertical();
        }
        return font;
    }

    /** For text whose font is missing. */
    static PdfFont standard(PdfObjects objects) throws IOException {
        PdfFont font = new PdfFont(objects, null, true, false);
        font.whole = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        return font;
    }

    private static @Nullable COSDictionary descendant(COSDictionary dictionary) {
        COSArray fonts = dictionary.getCOSArray(COSName.DESCENDANT_FONTS);
        return fonts != null && fonts.size() > 0 && fonts.getObject(0) instanceof COSDictionary font ? font : null;
    }

    private static @Nullable CMap unicode(COSDictionary dictionary) {
        if (!(dictionary.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream stream)) {
            return null;
        }
        try (RandomAccessReadBuffer bytes = RandomAccessReadBuffer.createBufferFromStream(stream.createInputStream())) {
            CMap read = new CMapParser().parse(bytes);
            return read.hasUnicodeMappings() ? read : null;
        } catch (IOException malformed) {
            return null;
        }
    }

    private static Map<Integer, Float> widths(COSDictionary dictionary) {
        COSArray array = dictionary.getCOSArray(COSName.WIDTHS);
        int first = dictionary.getInt(COSName.FIRST_CHAR, -1);
        int last = dictionary.getInt(COSName.LAST_CHAR, -1);
        Map<Integer, Float> widths = new HashMap<>();
        for (int i = 0; array != null && i < array.size() && first + i <= last; i++) {
            widths.put(first + i, array.getObject(i) instanceof COSNumber width ? width.floatValue() : 0f);
        }
        return widths;
    }

    /** {@code [first [width …] …]} or {@code [first last width …]}. */
    private static Map<Integer, Float> widthsOfPairs(COSDictionary descendant) {
        Map<Integer, Float> widths = new HashMap<>();
        COSArray array = descendant.getCOSArray(COSName.W);
        int at = 0;
        while (array != null && at + 1 < array.size()) {
            if (!(array.getObject(at++) instanceof COSNumber number)) {
                continue;
            }
            int first = number.intValue();
            COSBase next = array.getObject(at++);
            if (next instanceof COSArray list) {
                for (int i = 0; i < list.size(); i++) {
                    if (list.getObject(i) instanceof COSNumber width) {
                        widths.put(first + i, width.floatValue());
                    }
                }
            } else if (at < array.size()
                    && array.getObject(at++) instanceof COSNumber width
                    && next instanceof COSNumber last) {
                for (int code = first; code <= Math.min(last.intValue(), 0xFFFF); code++) {
                    widths.put(code, width.floatValue());
                }
            }
        }
        return widths;
    }

    private static float otherWidth(COSDictionary descendant) {
        return descendant.getDictionaryObject(COSName.DW) instanceof COSNumber width && width.floatValue() != 0
                ? width.floatValue()
                : THOUSAND;
    }

    boolean isVertical() {
        return vertical;
    }

    /** How many bytes the code at a place of a string has; sets nothing, as fonts are shared. */
    int length(byte[] string, int at) throws IOException {
        if (single) {
            return 1;
        }
        if (pairs) {
            return Math.min(2, string.length - at);
        }
        return objects.ask(() -> {
            ByteArrayInputStream rest = new ByteArrayInputStream(string, at, string.length - at);
            whole().readCode(rest);
            return Math.max(1, string.length - at - rest.available());
        });
    }

    int code(byte[] string, int at, int length) throws IOException {
        if (single || pairs) {
            return length == 1 ? string[at] & 0xFF : (string[at] & 0xFF) << 8 | (string[at + 1] & 0xFF);
        }
        return objects.ask(() -> whole().readCode(new ByteArrayInputStream(string, at, string.length - at)));
    }

    Sign sign(int code) throws IOException {
        if (code < 0 || code >= ROW * ROW) {
            return read(code);
        }
        Sign[] row = signs[code / ROW];
        if (row == null) {
            row = new Sign[ROW];
            signs[code / ROW] = row;
        }
        Sign sign = row[code % ROW];
        if (sign == null) {
            sign = read(code);
            row[code % ROW] = sign;
        }
        return sign;
    }

    private Sign read(int code) throws IOException {
        String text = text(code);
        Float width = widths.getOrDefault(code, otherWidth);
        boolean told = text != null || (pairs && unicode != null);
        if (told && width != null) {
            return Sign.of(text == null ? String.valueOf((char) code) : text, width / THOUSAND, 0, 0, 0);
        }
        return objects.ask(() -> {
            PDFont font = whole();
            Vector way = font.getDisplacement(code);
            Vector hangs = vertical ? font.getPositionVector(code) : new Vector(0, 0);
            return Sign.of(font.toUnicode(code), way.getX(), way.getY(), hangs.getX(), hangs.getY());
        });
    }

    private @Nullable String text(int code) {
        CMap known = unicode;
        if (known == null || (!single && !pairs)) {
            return null;
        }
        return oneByteUnicode ? known.toUnicode(code, 1) : known.toUnicode(code);
    }

    private PDFont whole() throws IOException {
        PDFont known = whole;
        if (known == null) {
            known = PDFontFactory.createFont(dictionary);
            whole = known;
        }
        return known;
    }
}
