package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A manuscript in reading order, as tests show it: a paragraph as it reads, a table as {@code [caption]}, its heading rows beginning with
 * {@code #} and its body rows, cells parted by bars, empty ones as {@code _}.
 */
final class ShownManuscript {

    private ShownManuscript() {}

    static List<String> shown(String text) {
        return shown(Layout.read("text", Layout.lines(text)));
    }

    static List<String> shown(Manuscript manuscript) {
        TreeMap<Integer, List<String>> byOrder = new TreeMap<>(Comparator.naturalOrder());
        manuscript.passages().forEach(passage -> byOrder.put(passage.order(), List.of(passage.text())));
        for (Grid grid : manuscript.grids()) {
            List<String> lines = new ArrayList<>();
            lines.add("[" + grid.caption() + "]" + grid.looseHeading());
            for (int i = 0; i < grid.rows().size(); i++) {
                lines.add((i < grid.headingRows() ? "# " : "") + row(grid.rows().get(i)));
            }
            byOrder.put(grid.order(), lines);
        }
        return byOrder.values().stream().flatMap(List::stream).toList();
    }

    private static String row(List<Passage> row) {
        return row.stream()
                .map(cell -> cell.text().isBlank() ? "_" : cell.text())
                .collect(Collectors.joining("|"));
    }
}
