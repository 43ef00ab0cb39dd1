package org.jizhun.bench.corpus;

import java.util.List;

/** A piece of a document before it is laid out; texts may hold {@link Marks}. */
sealed interface Part {

    /** Level 0 is the title, 1 a chapter, 2 what stands below it. */
    record Heading(int level, String text) implements Part {}

    record Paragraph(String text) implements Part {}

    /** A line that is never broken, such as the unit above a table. */
    record Caption(String text) implements Part {}

    record PageBreak() implements Part {}

    /**
     * A table; a cell {@code ^} goes on with the cell above it, a {@code ⏎} in a heading is where it may break.
     *
     * @param headings how many of the rows are headings
     * @param breaks before which rows a page ends; the headings stand again there
     */
    record Table(List<List<String>> rows, int headings, List<Integer> breaks) implements Part {

        public Table {
            rows = List.copyOf(rows);
            breaks = List.copyOf(breaks);
        }

        /** Over how many rows a cell goes, itself counted. */
        int goesOn(int row, int column) {
            int next = row + 1;
            while (next < rows.size()
                    && column < rows.get(next).size()
                    && rows.get(next).get(column).equals("^")) {
                next++;
            }
            return next - row;
        }

        int width() {
            return rows.stream().mapToInt(List::size).max().orElse(0);
        }
    }
}
