package org.jizhun.documents.read;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Follows the operators of a content stream that decide where characters and lines stand; colours, clipping and the
 * insides of pictures are passed over. Operators without their operands do nothing.
 */
final class PdfContent {

    private static final int PROCEED_EVERY = 256;
    private static final int DEEPEST = 50;
    private static final int MOST_KEPT = 10_000;
    private static final int MOST_FORMS = 20_000;
    private static final float PER_CENT = 100;
    private static final float THOUSAND = 1000;

    private final Source source;
    private final PdfObjects objects;
    private final PdfPage page;

    private @Nullable COSDictionary resources;
    private Map<String, PdfFont> fonts = new HashMap<>();
    private TextState state = new TextState(TextState.identity());
    private Deque<TextState> kept = new ArrayDeque<>();
    /** The forms being read: none is drawn inside itself. */
    private final Deque<COSStream> open = new ArrayDeque<>();

    private int forms;
    private int operators;

    PdfContent(Source source, PdfObjects objects, PdfPage page, @Nullable COSDictionary resources) {
        this.source = source;
        this.objects = objects;
        this.page = page;
        this.resources = resources;
    }

    void read(byte[] bytes) throws IOException {
        ContentTokens tokens = new ContentTokens(bytes);
        Operands operands = new Operands();
        for (int code = tokens.next(operands); code != ContentTokens.END; code = tokens.next(operands)) {
            if (++operators % PROCEED_EVERY == 0) {
                source.proceed();
            }
            if (!text(code, operands) && !path(code, operands)) {
                other(code, operands);
            }
        }
    }

    private static final int BT = ContentTokens.code("BT");
    private static final int ET = ContentTokens.code("ET");
    private static final int TD_LOWER = ContentTokens.code("Td");
    private static final int TD_UPPER = ContentTokens.code("TD");
    private static final int TM = ContentTokens.code("Tm");
    private static final int T_STAR = ContentTokens.code("T*");
    private static final int TJ_LOWER = ContentTokens.code("Tj");
    private static final int TJ_UPPER = ContentTokens.code("TJ");

    private boolean text(int code, Operands operands) throws IOException {
        if (code == TJ_LOWER) {
            show(operands.string(0));
        } else if (code == TJ_UPPER) {
            show(operands.array(0));
        } else if (code == TM) {
            if (operands.areNumbers(6)) {
                state.line = matrix(operands);
                state.text = state.line;
            }
        } else if (code == TD_LOWER || code == TD_UPPER) {
            if (operands.areNumbers(2)) {
                state.leading = code == TD_UPPER ? -operands.number(1) : state.leading;
                state.moveLine(operands.number(0), operands.number(1));
            }
        } else if (code == T_STAR) {
            state.moveLine(0, -state.leading);
        } else if (code == '\'') {
            state.moveLine(0, -state.leading);
            show(operands.string(0));
        } else if (code == '"') {
            if (operands.size() >= 3) {
                state.wordSpacing = operands.isNumber(0) ? operands.number(0) : state.wordSpacing;
                state.characterSpacing = operands.isNumber(1) ? operands.number(1) : state.characterSpacing;
                state.moveLine(0, -state.leading);
                show(operands.string(2));
            }
        } else if (code == BT) {
            state.text = TextState.identity();
            state.line = state.text;
        } else if (code == ET) {
            state.text = null;
            state.line = null;
        } else {
            return setting(code, operands);
        }
        return true;
    }

    private static final int TF = ContentTokens.code("Tf");
    private static final int TC = ContentTokens.code("Tc");
    private static final int TW = ContentTokens.code("Tw");
    private static final int TZ = ContentTokens.code("Tz");
    private static final int TL = ContentTokens.code("TL");
    private static final int TS = ContentTokens.code("Ts");

    private boolean setting(int code, Operands operands) throws IOException {
        if (code == TF) {
            String name = operands.name(0);
            if (name != null && operands.isNumber(1)) {
                state.size = operands.number(1);
                state.font = font(name);
            }
            return true;
        }
        boolean known = code == TC || code == TW || code == TZ || code == TL || code == TS;
        if (known && operands.isNumber(0)) {
            float value = operands.number(0);
            state.characterSpacing = code == TC ? value : state.characterSpacing;
            state.wordSpacing = code == TW ? value : state.wordSpacing;
            state.scaling = code == TZ ? value / PER_CENT : state.scaling;
            state.leading = code == TL ? value : state.leading;
            state.rise = code == TS ? value : state.rise;
        }
        return known;
    }

    private PdfFont font(String name) throws IOException {
        PdfFont font = fonts.get(name);
        if (font == null) {
            font = objects.font(
                    objects.resource(resources, COSName.FONT, name) instanceof COSDictionary dictionary
                            ? dictionary
                            : null);
            fonts.put(name, font);
        }
        return font;
    }

    private void show(@Nullable Operands array) throws IOException {
        if (array == null || state.text == null) {
            return;
        }
        PdfFont font = state.font;
        boolean vertical = font != null && font.isVertical();
        for (int i = 0; i < array.size(); i++) {
            if (array.isNumber(i)) {
                float back = -array.number(i) / THOUSAND * state.size;
                state.advance(vertical ? 0 : back * state.scaling, vertical ? back : 0);
            } else {
                show(array.string(i));
            }
        }
    }

    private void show(byte @Nullable [] string) throws IOException {
        if (string == null || state.text == null) {
            return;
        }
        PdfFont font = state.font == null ? objects.font(null) : state.font;
        float[] type = {state.size * state.scaling, 0, 0, state.size, 0, state.rise};
        int at = 0;
        while (at < string.length) {
            int length = font.length(string, at);
            int code = font.code(string, at, length);
            PdfFont.Sign sign = font.sign(code);
            float[] text = state.text;
            float[] matrix = TextState.times(TextState.times(type, text == null ? type : text), state.page);
            if (font.isVertical()) {
                matrix = TextState.times(new float[] {1, 0, 0, 1, sign.x(), sign.y()}, matrix);
            }
            page.glyph(sign, matrix);
            float spacing = state.characterSpacing + (length == 1 && code == ' ' ? state.wordSpacing : 0);
            if (font.isVertical()) {
                state.advance(0, sign.up() * state.size + spacing);
            } else {
                state.advance((sign.across() * state.size + spacing) * state.scaling, 0);
            }
            at += length;
        }
    }

    private static final int RE = ContentTokens.code("re");
    private static final int F_STAR = ContentTokens.code("f*");
    private static final int B_STAR = ContentTokens.code("B*");
    private static final int B_STAR_LOWER = ContentTokens.code("b*");

    private boolean path(int code, Operands operands) {
        if (code == 'm' || code == 'l') {
            if (operands.areNumbers(2)) {
                point(code == 'm', operands.number(0), operands.number(1));
            }
        } else if (code == RE) {
            if (operands.areNumbers(4)) {
                rectangle(operands.number(0), operands.number(1), operands.number(2), operands.number(3));
            }
        } else if (code == 'c') {
            if (operands.areNumbers(6)) {
                point(false, operands.number(4), operands.number(5));
            }
        } else if (code == 'v' || code == 'y') {
            if (operands.areNumbers(4)) {
                point(false, operands.number(2), operands.number(3));
            }
        } else if (code == 'h') {
            page.lines().close();
        } else if (code == 'n') {
            page.lines().drop();
        } else if (code == 'f' || code == 'F' || code == F_STAR) {
            page.lines().fill();
        } else if (code == 'S' || code == 'B' || code == B_STAR) {
            page.lines().stroke();
        } else if (code == 's' || code == 'b' || code == B_STAR_LOWER) {
            page.lines().close();
            page.lines().stroke();
        } else {
            return false;
        }
        return true;
    }

    private void rectangle(float x, float y, float width, float height) {
        point(true, x, y);
        point(false, width + x, y);
        point(false, width + x, height + y);
        point(false, x, height + y);
        page.lines().close();
    }

    private void point(boolean move, float x, float y) {
        float[] matrix = state.page;
        double across = (double) x * matrix[0] + (double) y * matrix[2] + matrix[4];
        double up = (double) x * matrix[1] + (double) y * matrix[3] + matrix[5];
        page.point(move, (float) across, (float) up);
    }

    private static final int CM = ContentTokens.code("cm");
    private static final int DO = ContentTokens.code("Do");
    private static final int GS = ContentTokens.code("gs");
    private static final int BI = ContentTokens.code("BI");

    private void other(int code, Operands operands) throws IOException {
        String name = operands.name(0);
        if (code == 'q') {
            if (kept.size() >= MOST_KEPT) {
                throw source.refusal("document-bomb");
            }
            kept.push(state.copy());
        } else if (code == 'Q') {
            state = kept.isEmpty() ? state : kept.pop();
        } else if (code == CM && operands.areNumbers(6)) {
            state.page = TextState.times(matrix(operands), state.page);
        } else if (code == BI) {
            page.picture();
        } else if (code == DO && name != null) {
            draw(name);
        } else if (code == GS && name != null) {
            fontOfSettings(name);
        }
    }

    private static float[] matrix(Operands operands) {
        float[] matrix = new float[6];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = operands.number(i);
        }
        return matrix;
    }

    private void draw(String name) throws IOException {
        if (!(objects.resource(resources, COSName.XOBJECT, name) instanceof COSStream drawn)) {
            return;
        }
        COSName kind = drawn.getCOSName(COSName.SUBTYPE);
        if (COSName.IMAGE.equals(kind)) {
            page.picture();
        } else if (COSName.FORM.equals(kind)
                && open.size() < DEEPEST
                && open.stream().noneMatch(other -> other == drawn)) {
            if (++forms > MOST_FORMS) {
                throw source.refusal("document-bomb");
            }
            form(drawn);
        }
    }

    /** A form has resources of its own, or those of whoever draws it, and leaves nothing as it set it. */
    private void form(COSStream form) throws IOException {
        COSDictionary own = objects.ask(() -> form.getCOSDictionary(COSName.RESOURCES) == null
                ? new COSDictionary()
                : form.getCOSDictionary(COSName.RESOURCES));
        float[] matrix = objects.ask(() -> matrix(form.getCOSArray(COSName.MATRIX)));
        COSDictionary outerResources = resources;
        Map<String, PdfFont> outerFonts = fonts;
        TextState outerState = state;
        Deque<TextState> outerKept = kept;
        if (own.size() > 0) {
            resources = own;
            fonts = new HashMap<>();
        }
        state = state.copy();
        state.page = TextState.times(matrix, state.page);
        kept = new ArrayDeque<>();
        open.push(form);
        read(objects.bytes(form));
        open.pop();
        resources = outerResources;
        fonts = outerFonts;
        state = outerState;
        kept = outerKept;
    }

    private static float[] matrix(@Nullable COSArray array) {
        float[] matrix = TextState.identity();
        for (int i = 0; array != null && array.size() >= matrix.length && i < matrix.length; i++) {
            matrix[i] = array.getObject(i) instanceof COSNumber number ? number.floatValue() : 0;
        }
        return matrix;
    }

    /** A dictionary of settings may name a font and its size. */
    private void fontOfSettings(String name) throws IOException {
        COSBase settings = objects.resource(resources, COSName.EXT_G_STATE, name);
        COSArray font = settings instanceof COSDictionary dictionary
                ? objects.ask(() -> dictionary.getCOSArray(COSName.FONT) == null
                        ? new COSArray()
                        : dictionary.getCOSArray(COSName.FONT))
                : new COSArray();
        if (font.size() >= 2
                && objects.ask(() -> font.getObject(0)) instanceof COSDictionary dictionary
                && font.getObject(1) instanceof COSNumber size) {
            state.font = objects.font(dictionary);
            state.size = size.floatValue();
        }
    }
}
