package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.document.Box;

/**
 * What stands on a page: characters and straight lines, in hundredths of a point.
 *
 * @param width as it is shown
 * @param turn quarters by which the characters were turned anticlockwise to be read from left to right
 * @param pictures whether it holds any
 */
record PrintedPage(
        int number, int width, int height, int turn, List<Glyph> glyphs, List<Ruling> rulings, boolean pictures) {

    /** The box of a character on the page as it is shown. */
    Box box(Glyph glyph, int part, int parts) {
        int step = (glyph.right() - glyph.left()) / parts;
        int left = glyph.left() + step * part;
        int right = part == parts - 1 ? glyph.right() : left + step;
        int[] a = turned(left, glyph.top(), 4 - turn, layoutWidth(), layoutHeight());
        int[] b = turned(right, glyph.bottom(), 4 - turn, layoutWidth(), layoutHeight());
        return new Box(number, Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
    }

    int layoutWidth() {
        return turn % 2 == 0 ? width : height;
    }

    int layoutHeight() {
        return turn % 2 == 0 ? height : width;
    }

    /** Lines turned as the characters were. */
    static List<Ruling> turned(List<Ruling> rulings, int turn, int width, int height) {
        if (turn == 0) {
            return rulings;
        }
        List<Ruling> turned = new ArrayList<>(rulings.size());
        for (Ruling ruling : rulings) {
            boolean flat = ruling.horizontal();
            int[] a =
                    turned(flat ? ruling.from() : ruling.at(), flat ? ruling.at() : ruling.from(), turn, width, height);
            int[] b = turned(flat ? ruling.to() : ruling.at(), flat ? ruling.at() : ruling.to(), turn, width, height);
            boolean horizontal = flat == (turn % 2 == 0);
            int axis = horizontal ? 0 : 1;
            turned.add(new Ruling(horizontal, a[1 - axis], Math.min(a[axis], b[axis]), Math.max(a[axis], b[axis])));
        }
        return turned;
    }

    /** A point of a page of this width and height, the page turned anticlockwise by quarters. */
    static int[] turned(int x, int y, int turn, int width, int height) {
        return switch (turn % 4) {
            case 1 -> new int[] {y, width - x};
            case 2 -> new int[] {width - x, height - y};
            case 3 -> new int[] {height - y, x};
            default -> new int[] {x, y};
        };
    }
}
