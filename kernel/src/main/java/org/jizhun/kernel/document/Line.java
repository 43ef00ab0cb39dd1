package org.jizhun.kernel.document;

import java.util.List;
import java.util.Optional;

/**
 * A line of the input text; for formats that are not text, of the extracted text.
 *
 * @param number 1-based in the document
 * @param page 1-based
 * @param text as printed, without the line break
 * @param boxes one for each character where the page tells, else none at all
 */
public record Line(int number, int page, String text, List<Box> boxes) {

    public Line {
        boxes = List.copyOf(boxes);
        if (!boxes.isEmpty() && boxes.size() != text.length()) {
            throw new IllegalArgumentException(boxes.size() + " boxes for " + text.length() + " characters");
        }
    }

    public Line(int number, int page, String text) {
        this(number, page, text, List.of());
    }

    /** Around the characters from 0-based {@code from} to before {@code to}; empty where the page does not tell. */
    public Optional<Box> box(int from, int to) {
        int end = Math.min(to, boxes.size());
        return boxes.isEmpty() || from >= end
                ? Optional.empty()
                : boxes.subList(from, end).stream().reduce(Box::around);
    }
}
