package org.jizhun.auditor.claim;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.text.Grid;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** A grid whose columns are understood as far as their headings go. */
public record Table(Grid grid, List<Column> columns, List<Row> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A column: its whole heading, the measure it names, the unit of its figures. */
    public record Column(int index, String heading, Optional<String> measure, String unit) {

        private static final Sought ALL_SCORES = Sought.of("(?:自评|评价)?(?:总分|总得分|综合得分|得分合计)(?:（[^）]*）)?");

        /** Whether a heading is that of a column of all points of each row: 总分, 自评总得分（100分）. */
        public static boolean isOfAllScores(String heading) {
            return ALL_SCORES.is(heading.replace(" ", ""));
        }
    }

    /**
     * A body row.
     *
     * @param label the words before the first figure
     * @param level outline level of the label's number: 1 for 一、, 2 for （一）, 3 for 1., 0 without number
     * @param figures one a column, empty where the cell holds none or more than one
     */
    public record Row(String label, int level, boolean total, List<Optional<Figure>> figures, List<Passage> cells) {

        public Row {
            figures = List.copyOf(figures);
            cells = List.copyOf(cells);
        }

        Row atLevel(int other) {
            return new Row(label, other, total, figures, cells);
        }

        /** Rows of one label are few. */
        @Override
        public int hashCode() {
            return label.hashCode();
        }
    }

    public Optional<Column> column(String measure) {
        return columns.stream()
                .filter(column -> column.measure().equals(Optional.of(measure)))
                .findFirst();
    }
}
