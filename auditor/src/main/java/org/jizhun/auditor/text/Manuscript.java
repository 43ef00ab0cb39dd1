package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A document as the auditor reads it: paragraphs and headings in reading order, and tables. A cell that holds whole sentences, as the goals and
 * results of a form do, is a paragraph as well.
 *
 * @param pages how many pages were read
 */
public record Manuscript(String name, int pages, List<Passage> passages, List<Grid> grids) {

    private static final Pattern SENTENCE = Pattern.compile("[\\u4e00-\\u9fa5）%\\d][，；。].*\\d|\\d.*[，；。]");
    private static final int LONG = 20;

    public Manuscript {
        grids = List.copyOf(grids);
        passages = withCells(passages, grids);
    }

    private static List<Passage> withCells(List<Passage> passages, List<Grid> grids) {
        List<Passage> all = new ArrayList<>(passages);
        for (Grid grid : grids) {
            for (List<Passage> row : grid.rows()) {
                row.stream()
                        .filter(cell -> cell.text().length() >= LONG
                                && SENTENCE.matcher(cell.text()).find())
                        .forEach(all::add);
            }
        }
        all.sort(Comparator.comparingInt(Passage::order));
        for (int place = 0; place < all.size(); place++) {
            all.get(place).placed(place);
        }
        return List.copyOf(all);
    }
}
