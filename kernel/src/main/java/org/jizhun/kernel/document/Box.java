package org.jizhun.kernel.document;

/**
 * A rectangle on a page, in hundredths of a point from the page's upper left corner; x grows to the right, y downwards.
 *
 * @param page 1-based
 */
public record Box(int page, int left, int top, int right, int bottom) {

    public Box {
        if (right < left || bottom < top) {
            throw new IllegalArgumentException(
                    "a box turned inside out: " + left + "," + top + "," + right + "," + bottom);
        }
    }

    /** The smallest box around both, which must be on one page. */
    public Box around(Box other) {
        if (page != other.page) {
            throw new IllegalArgumentException("boxes on pages " + page + " and " + other.page);
        }
        return new Box(
                page,
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }
}
