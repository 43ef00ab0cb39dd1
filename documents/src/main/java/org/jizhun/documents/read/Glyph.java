package org.jizhun.documents.read;

/**
 * A character as printed, in hundredths of a point from the upper left corner of the page, turned so that it is read from
 * left to right.
 *
 * @param size of its type
 */
record Glyph(String text, int left, int right, int baseline, int size) {

    int top() {
        return baseline - size * 85 / 100;
    }

    int bottom() {
        return baseline + size * 15 / 100;
    }

    int middle() {
        return (left + right) / 2;
    }

    /** Half its height above the baseline: tells the line it stands in better than its edges. */
    int height() {
        return baseline - size * 35 / 100;
    }
}
