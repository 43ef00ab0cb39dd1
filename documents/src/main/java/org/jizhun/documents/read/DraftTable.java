package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jizhun.kernel.document.Cell;
import org.jizhun.kernel.document.Line;
import org.jizhun.kernel.document.Table;
import org.jizhun.kernel.document.Text;

/** A table while it is being read: cells with their spans and strings, not yet written down as lines. */
final class DraftTable {

    private static final Pattern FIGURE =
            Pattern.compile("[-+−(（]?[\\d][\\d,]*(?:\\.\\d+)?[)）]?(?:%|万元|亿元|元|分|个|项|人|次)?|[≥≤＞＜><=＝][\\d.]+[%]?");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private static final int DEEPEST_HEADING = 8;

    private final List<Draft> cells = new ArrayList<>();
    private int markedHeadings;
    private int rows;
    private int columns;

    /** A cell of it. */
    record Draft(int row, int column, int rowSpan, int columnSpan, Print print) {

        String text() {
            return print.text();
        }
    }

    void add(int row, int column, int rowSpan, int columnSpan, String text) {
        add(new Draft(row, column, rowSpan, columnSpan, Print.of(oneLine(text))));
    }

    void add(Draft cell) {
        cells.add(cell);
        rows = Math.max(rows, cell.row() + cell.rowSpan());
        columns = Math.max(columns, cell.column() + cell.columnSpan());
    }

    /** The format itself says that these first rows are headings. */
    void headings(int count) {
        markedHeadings = count;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    List<Draft> row(int row) {
        return cells.stream()
                .filter(cell -> cell.row() == row && !cell.text().isEmpty())
                .sorted(Comparator.comparingInt(Draft::column))
                .toList();
    }

    /** Whether a row holds one text for the whole width, or nothing. */
    boolean isSingle(int row) {
        List<Draft> filled = row(row);
        boolean reached = cells.stream().anyMatch(cell -> cell.row() < row && cell.row() + cell.rowSpan() > row);
        return !reached
                && (filled.isEmpty()
                        || (filled.size() == 1
                                && filled.get(0).rowSpan() == 1
                                && (columns == 1
                                        || filled.get(0).columnSpan() == columns
                                        || cells.stream()
                                                        .filter(cell -> cell.row() == row)
                                                        .count()
                                                == 1
                                        || filled.get(0).text().contains("单位"))));
    }

    DraftTable part(int from, int to) {
        DraftTable part = new DraftTable();
        for (Draft cell : cells) {
            if (cell.row() >= from && cell.row() < to) {
                int span = Math.min(cell.rowSpan(), to - cell.row());
                part.add(new Draft(cell.row() - from, cell.column(), span, cell.columnSpan(), cell.print()));
            }
        }
        part.headings(Math.max(0, markedHeadings - from));
        return part;
    }

    /** The table, each row written down as a line by {@code scribe}. */
    Table table(String caption, Function<Print, Line> scribe) {
        List<Cell> written = new ArrayList<>();
        cells.sort(Comparator.comparingInt(Draft::row).thenComparingInt(Draft::column));
        int at = 0;
        while (at < cells.size()) {
            int end = at;
            while (end < cells.size() && cells.get(end).row() == cells.get(at).row()) {
                end++;
            }
            List<Draft> row = cells.subList(at, end);
            Line line = scribe.apply(Print.row(row.stream().map(Draft::print).toList()));
            int start = 0;
            for (Draft cell : row) {
                int stop = start + cell.text().length();
                Text part = new Text.Builder().add(line, start, stop).build();
                written.add(new Cell(cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), part));
                start = stop + 1;
            }
            at = end;
        }
        return new Table(caption, "", rows, columns, headingRows(), written);
    }

    /** Rows before the first with a figure, and as far as merged headings reach. */
    int headingRows() {
        int heading = markedHeadings;
        if (heading == 0) {
            while (heading < Math.min(rows, DEEPEST_HEADING) && !hasFigure(heading)) {
                heading++;
            }
        }
        if (heading == 0 || heading >= Math.min(rows, DEEPEST_HEADING)) {
            return Math.min(rows, heading == 0 ? 0 : 1);
        }
        for (Draft cell : cells) {
            if (cell.row() == 0 && cell.rowSpan() < rows) {
                heading = Math.max(heading, cell.rowSpan());
            }
        }
        return heading;
    }

    private boolean hasFigure(int row) {
        List<String> figures = row(row).stream()
                .map(cell -> Characters.plain(cell.text()))
                .filter(text -> FIGURE.matcher(text).matches())
                .toList();
        boolean years = figures.stream().allMatch(text -> YEAR.matcher(text).matches());
        return !figures.isEmpty() && !years && !isNumbering(figures, row(row).size());
    }

    /** A row that numbers the columns: 1 2 3 …, perhaps after a word. */
    private static boolean isNumbering(List<String> figures, int filled) {
        if (figures.size() < 3 || filled - figures.size() > 1) {
            return false;
        }
        for (int i = 0; i < figures.size(); i++) {
            if (!figures.get(i).equals(String.valueOf(i + 1))) {
                return false;
            }
        }
        return true;
    }

    /** A cell's own line breaks go; between two words of Latin letters or two figures a blank stays. */
    static String oneLine(String text) {
        return text.strip()
                .replaceAll("(?<=[A-Za-z0-9.%)])[\\s&&[^ ]]+(?=[A-Za-z0-9(])", " ")
                .replaceAll("[\\s&&[^ ]]+", "")
                .strip();
    }
}
