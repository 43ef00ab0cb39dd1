package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.document.Box;
import org.jspecify.annotations.Nullable;

/** Text with the box of each character, or with none where the format has no pages. */
record Print(String text, List<Box> boxes) {

    static final Print EMPTY = new Print("", List.of());

    static Print of(String text) {
        return new Print(text, List.of());
    }

    /** Cells side by side, a tab between them. */
    static Print row(List<Print> cells) {
        StringBuilder text = new StringBuilder();
        List<@Nullable Box> boxes = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                text.append('\t');
                boxes.add(null);
            }
            text.append(cells.get(i).text());
            boxes.addAll(cells.get(i).boxes());
        }
        return boxes.size() < text.length() ? of(text.toString()) : new Print(text.toString(), filled(boxes));
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
