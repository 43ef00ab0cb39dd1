package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tables without upright lines, told by alignment: lines that follow each other, parted by wide gaps into pieces which
 * stand in common columns.
 */
final class AlignedTables {

    private static final int GAP = 120;
    private static final int FEWEST_ROWS = 3;
    private static final int FARTHEST = 320;
    private static final Pattern FIGURE = Pattern.compile("[-−+]?[\\d,]+(?:\\.\\d+)?(?:%|万元|元|个|分|人)?");

    private final List<PrintedLine> lines;

    private AlignedTables(List<PrintedLine> lines) {
        this.lines = lines;
    }

    /** The lines, those that make tables replaced by the tables. */
    static List<Part> of(List<PrintedLine> lines) {
        return new AlignedTables(lines).parts();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int end = end(at);
            PrintedTable table = end - at < FEWEST_ROWS ? null : table(at, end);
            if (table == null) {
                parts.add(lines.get(at++));
            } else {
                parts.add(table);
                at = end;
            }
        }
        return parts;
    }

    private static List<PrintedLine> pieces(PrintedLine line) {
        return line.segments(GAP);
    }

    /** Where the lines end that have two pieces at least and follow each other closely. */
    private int end(int from) {
        int at = from;
        while (at < lines.size() && pieces(lines.get(at)).size() >= 2 && (at == from || isClose(at))) {
            at++;
        }
        return at;
    }

    private boolean isClose(int at) {
        PrintedLine before = lines.get(at - 1);
        return lines.get(at).baseline() - before.baseline() < before.size() * FARTHEST / 100;
    }

    private @org.jspecify.annotations.Nullable PrintedTable table(int from, int to) {
        List<List<PrintedLine>> rows = new ArrayList<>();
        for (int at = from; at < to; at++) {
            rows.add(pieces(lines.get(at)));
        }
        List<int[]> columns = columns(rows);
        long figures = rows.stream()
                .flatMap(List::stream)
                .filter(piece ->
                        FIGURE.matcher(Characters.plain(piece.print().text())).matches())
                .count();
        if (columns.size() < 2 || figures < rows.size()) {
            return null;
        }
        List<DraftTable.Draft> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (!place(rows.get(row), row, columns, cells)) {
                return null;
            }
        }
        List<Integer> edges = new ArrayList<>();
        edges.add(columns.get(0)[0]);
        for (int i = 1; i < columns.size(); i++) {
            edges.add((columns.get(i - 1)[1] + columns.get(i)[0]) / 2);
        }
        edges.add(columns.get(columns.size() - 1)[1]);
        PrintedLine first = lines.get(from);
        return new PrintedTable(
                first.page().number(), edges, first.top(), lines.get(to - 1).bottom(), rows.size(), cells);
    }

    /** What the pieces of the rows with most of them cover, overlapping ones taken together. */
    private static List<int[]> columns(List<List<PrintedLine>> rows) {
        int most = rows.stream().mapToInt(List::size).max().orElse(0);
        List<PrintedLine> pieces = rows.stream()
                .filter(row -> row.size() == most)
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(PrintedLine::left))
                .toList();
        List<int[]> columns = new ArrayList<>();
        for (PrintedLine piece : pieces) {
            int[] last = columns.isEmpty() ? null : columns.get(columns.size() - 1);
            if (last != null && piece.left() <= last[1]) {
                last[1] = Math.max(last[1], piece.right());
            } else {
                columns.add(new int[] {piece.left(), piece.right()});
            }
        }
        return columns;
    }

    /** Puts the pieces of a row into the columns they overlap; false where two would share one. */
    private static boolean place(List<PrintedLine> pieces, int row, List<int[]> columns, List<DraftTable.Draft> cells) {
        int free = 0;
        for (PrintedLine piece : pieces) {
            int first = -1;
            int last = -1;
            for (int i = 0; i < columns.size(); i++) {
                if (piece.left() < columns.get(i)[1] && piece.right() > columns.get(i)[0]) {
                    first = first < 0 ? i : first;
                    last = i;
                }
            }
            if (first < 0) {
                first = nearest(columns, (piece.left() + piece.right()) / 2);
                last = first;
            }
            if (first < free) {
                return false;
            }
            cells.add(new DraftTable.Draft(row, first, 1, last - first + 1, piece.print()));
            free = last + 1;
        }
        return true;
    }

    private static int nearest(List<int[]> columns, int at) {
        int best = 0;
        for (int i = 1; i < columns.size(); i++) {
            best = distance(columns.get(i), at) < distance(columns.get(best), at) ? i : best;
        }
        return best;
    }

    private static int distance(int[] column, int at) {
        return Math.max(0, Math.max(column[0] - at, at - column[1]));
    }
}
