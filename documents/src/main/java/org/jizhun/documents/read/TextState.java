package org.jizhun.documents.read;

import org.jspecify.annotations.Nullable;

/** What a content stream has set so far that decides where its characters and lines stand; {@code q} keeps a copy. */
final class TextState {

    float[] page;
    float @Nullable [] text;
    float @Nullable [] line;

    @Nullable PdfFont font;

    float size;
    float scaling = 1;
    float characterSpacing;
    float wordSpacing;
    float leading;
    float rise;

    TextState(float[] page) {
        this.page = page;
    }

    /** The matrices are never changed, only replaced. */
    TextState copy() {
        TextState copy = new TextState(page);
        copy.text = text;
        copy.line = line;
        copy.font = font;
        copy.size = size;
        copy.scaling = scaling;
        copy.characterSpacing = characterSpacing;
        copy.wordSpacing = wordSpacing;
        copy.leading = leading;
        copy.rise = rise;
        return copy;
    }

    static float[] identity() {
        return new float[] {1, 0, 0, 1, 0, 0};
    }

    /** First one matrix, then the other: six numbers each, as a PDF writes them. */
    static float[] times(float[] one, float[] two) {
        return new float[] {
            one[0] * two[0] + one[1] * two[2],
            one[0] * two[1] + one[1] * two[3],
            one[2] * two[0] + one[3] * two[2],
            one[2] * two[1] + one[3] * two[3],
            one[4] * two[0] + one[5] * two[2] + two[4],
            one[4] * two[1] + one[5] * two[3] + two[5]
        };
    }

    /** The text goes on by so much in its own coordinates. */
    void advance(float across, float up) {
        float[] from = text;
        if (from != null) {
            text = new float[] {
                from[0],
                from[1],
                from[2],
                from[3],
                from[4] + (across * from[0] + up * from[2]),
                from[5] + (across * from[1] + up * from[3])
            };
        }
    }

    /** A new line that begins so far from the beginning of the last one. */
    void moveLine(float across, float up) {
        float[] last = line;
        if (last != null) {
            line = times(new float[] {1, 0, 0, 1, across, up}, last);
            text = line;
        }
    }
}
