package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.document.Box;
import org.jspecify.annotations.Nullable;

/**
 * Text with what its format tells of each character.
 *
 * @param boxes of the characters, none where the format has no pages
 * @param lines of the file on which the characters stand, 1-based, none where it has no lines of its own or they are the text's
 */
record Print(String text, List<Box> boxes, List<Integer> lines) {

    static final Print EMPTY = of("");

    Print(String text, List<Box> boxes) {
        this(text, boxes, List.of());
    }

    static Print of(String text) {
        return new Print(text, List.of());
    }

    /** Cells side by side, a tab between them. */
    static Print row(List<Print> cells) {
        StringBuilder text = new StringBuilder();
        List<@Nullable Box> boxes = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                text.append('\t');
                boxes.add(null);
                lines.add(lines.isEmpty() ? 1 : lines.get(lines.size() - 1));
            }
            text.append(cells.get(i).text());
            boxes.addAll(cells.get(i).boxes());
            lines.addAll(cells.get(i).lines());
        }
        return new Print(
                text.toString(),
                boxes.size() < text.length() ? List.of() : filled(boxes),
                lines.size() < text.length() ? List.of() : lines);
    }

    /** A tab takes no room: it stands at the edge of what comes before it, or else after it. */
    private static List<Box> filled(List<@Nullable Box> boxes) {
        Box last = boxes.stream().filter(box -> box != null).findFirst().orElse(null);
        if (last == null) {
            return List.of();
        }
        int edge = last.left();
        List<Box> filled = new ArrayList<>(boxes.size());
        for (Box box : boxes) {
            filled.add(box == null ? new Box(last.page(), edge, last.top(), edge, last.bottom()) : box);
            last = box == null ? last : box;
            edge = box == null ? edge : box.right();
        }
        return filled;
    }
}
