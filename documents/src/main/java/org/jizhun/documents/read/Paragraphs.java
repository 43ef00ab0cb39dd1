package org.jizhun.documents.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides whether a line goes on with the paragraph before it, from where the page ends its lines and begins them. */
final class Paragraphs {

    private static final int INDENT = 120;
    private static final int LINE_STEP = 270;

    /** The left and right edge of the text, by width of page. */
    private final Map<Integer, int[]> edges = new HashMap<>();

    Paragraphs(List<PrintedLine> lines) {
        Map<Integer, List<PrintedLine>> byWidth = new HashMap<>();
        for (PrintedLine line : lines) {
            byWidth.computeIfAbsent(line.page().layoutWidth(), any -> new java.util.ArrayList<>())
                    .add(line);
        }
        byWidth.forEach((width, some) -> {
            int[] left = some.stream().mapToInt(PrintedLine::left).sorted().toArray();
            int[] right = some.stream().mapToInt(PrintedLine::edge).sorted().toArray();
            edges.put(width, new int[] {left[left.length / 20], right[right.length - 1 - right.length / 20]});
        });
    }

    boolean goesOn(PrintedLine last, PrintedLine next) {
        int[] edge = edges.getOrDefault(next.page().layoutWidth(), new int[] {0, 0});
        boolean samePage = last.page().number() == next.page().number();
        boolean near = !samePage || next.baseline() - last.baseline() < last.size() * LINE_STEP / 100;
        boolean sameType = Math.abs(last.size() - next.size()) * 6 < last.size();
        boolean indented = next.left() - edge[0] > next.size() * INDENT / 100;
        boolean full = edge[1] - last.right() < next.firstWord() + next.size() * 6 / 10 || isOpen(last, edge);
        boolean centred = Math.abs(next.left() + next.right() - edge[0] - edge[1]) < next.size();
        return near && sameType && full && (!indented || centred);
    }

    /** A line of prose that ends within a sentence, not much short of the edge: a long word was kept together on the next. */
    private static boolean isOpen(PrintedLine line, int[] edge) {
        return (line.right() - edge[0]) * 4 > (edge[1] - edge[0]) * 3 && line.isOpenProse();
    }
}
