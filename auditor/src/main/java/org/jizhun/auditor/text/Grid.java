package org.jizhun.auditor.text;

import java.util.List;

/**
 * A table: rows of cells, the first {@code headingRows} of them headings. Every row has the same number of cells; an
 * absent or merged-away cell is an empty passage.
 *
 * @param order rank in reading order, comparable with {@link Passage#order()}
 * @param caption the line or two above the table: its title and unit
 * @param looseHeading heading words in reading order where the layout no longer tells which column they stand over
 */
public record Grid(int order, String caption, String looseHeading, List<List<Passage>> rows, int headingRows) {

    public Grid {
        rows = rows.stream().map(List::copyOf).toList();
    }

    public int width() {
        return rows.isEmpty() ? 0 : rows.get(0).size();
    }

    /** The heading over a column, its rows joined from top to bottom, a merged heading's words not repeated. */
    public String heading(int column) {
        StringBuilder heading = new StringBuilder();
        String last = "";
        for (int row = 0; row < headingRows; row++) {
            String text = rows.get(row).get(column).text();
            if (!text.equals(last)) {
                heading.append(text);
            }
            last = text;
        }
        return heading.toString();
    }

    public List<List<Passage>> body() {
        return rows.subList(Math.min(headingRows, rows.size()), rows.size());
    }
}
