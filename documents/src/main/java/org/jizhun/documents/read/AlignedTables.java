package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tables without upright lines, told by alignment: lines that follow each other, parted by wide gaps into pieces which
 * stand in common columns. A cell may run over several lines.
 */
final class AlignedTables {

    private static final int GAP = 120;
    private static final int NARROW_GAP = 40;
    private static final int FEWEST_ROWS = 3;
    private static final int FARTHEST = 320;
    private static final int LINE_STEP = 180;
    /** How much farther than the closest lines, in hundredths, two lines stand that are rows of their own. */
    private static final int APART = 130;

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

    /** Parted at wide gaps, and at narrow ones too where nothing but figures stands between the wide ones. */
    private static List<PrintedLine> pieces(PrintedLine line) {
        List<PrintedLine> pieces = new ArrayList<>();
        for (PrintedLine wide : line.segments(GAP)) {
            List<PrintedLine> narrow = wide.segments(NARROW_GAP);
            boolean figures = narrow.size() > 1 && narrow.stream().allMatch(AlignedTables::isFigure);
            pieces.addAll(figures ? narrow : List.of(wide));
        }
        return pieces;
    }

    /** Where the lines end that follow each other closely and have two pieces at least, or one that goes on with a cell above. */
    private int end(int from) {
        int at = from;
        while (at < lines.size()
                && (at == from || (isClose(at) && !isCaption(at)))
                && (pieces(lines.get(at)).size() >= 2 || (at > from && goesOn(at)))) {
            at++;
        }
        return at;
    }

    /** 公开03表 支出决算表    单位：万元: what stands above a table belongs to no table before it. */
    private boolean isCaption(int at) {
        return pieces(lines.get(at)).stream()
                .anyMatch(piece -> Characters.plain(piece.print().text()).startsWith("单位:"));
    }

    private boolean isClose(int at) {
        return step(at) < lines.get(at - 1).size() * FARTHEST / 100;
    }

    /** Whether a line of one piece stands right under the line before, within one of its pieces or hardly wider. */
    private boolean goesOn(int at) {
        PrintedLine line = lines.get(at);
        return step(at) < line.size() * LINE_STEP / 100
                && pieces(lines.get(at - 1)).stream()
                        .anyMatch(above -> line.left() > above.left() - line.size() / 2
                                && line.right() < above.right() + line.size());
    }

    private int step(int at) {
        return lines.get(at).baseline() - lines.get(at - 1).baseline();
    }

    private @Nullable PrintedTable table(int from, int to) {
        List<List<PrintedLine>> pieces = new ArrayList<>();
        for (int at = from; at < to; at++) {
            pieces.add(pieces(lines.get(at)));
        }
        List<int[]> columns = columns(pieces);
        List<int[]> rows = rows(from, to, columns);
        long figures = pieces.stream()
                .flatMap(List::stream)
                .filter(AlignedTables::isFigure)
                .count();
        if (columns.size() < 2 || rows.size() < FEWEST_ROWS || figures < rows.size()) {
            return null;
        }
        List<DraftTable.Draft> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (!place(pieces.subList(rows.get(row)[0] - from, rows.get(row)[1] - from), row, columns, cells)) {
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
                first.page().number(),
                edges,
                false,
                first.top(),
                lines.get(to - 1).bottom(),
                rows.size(),
                cells);
    }

    private static boolean isFigure(PrintedLine piece) {
        return FIGURE.matcher(Characters.plain(piece.print().text())).matches();
    }

    /**
     * The lines of each row, first and beyond the last. Where some lines stand closer than others, those that do are one row, unless
     * two figures would share a cell; else every line is a row, but for those of one piece, which go on with the row above.
     */
    private List<int[]> rows(int from, int to, List<int[]> columns) {
        int closest = Integer.MAX_VALUE;
        for (int at = from + 1; at < to; at++) {
            closest = Math.min(closest, step(at));
        }
        List<int[]> rows = new ArrayList<>();
        for (int at = from; at < to; at++) {
            if (at == from || step(at) > closest * APART / 100) {
                rows.add(new int[] {at, at + 1});
            } else {
                rows.get(rows.size() - 1)[1] = at + 1;
            }
        }
        if (rows.stream().allMatch(row -> fits(row, columns))) {
            return rows;
        }
        rows.clear();
        for (int at = from; at < to; at++) {
            if (at == from || pieces(lines.get(at)).size() >= 2) {
                rows.add(new int[] {at, at + 1});
            } else {
                rows.get(rows.size() - 1)[1] = at + 1;
            }
        }
        return rows;
    }

    /** Whether no column would hold two figures of the lines. */
    private boolean fits(int[] row, List<int[]> columns) {
        Set<Integer> taken = new HashSet<>();
        for (int at = row[0]; at < row[1]; at++) {
            for (PrintedLine piece : pieces(lines.get(at))) {
                if (isFigure(piece) && !taken.add(nearest(columns, (piece.left() + piece.right()) / 2))) {
                    return false;
                }
            }
        }
        return true;
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

    /** Puts the pieces of a row's lines into the columns they overlap; false where two of one line would share one. */
    private static boolean place(
            List<List<PrintedLine>> row, int number, List<int[]> columns, List<DraftTable.Draft> cells) {
        Map<Integer, List<PrintedLine>> placed = new TreeMap<>();
        Map<Integer, Integer> last = new HashMap<>();
        for (List<PrintedLine> pieces : row) {
            int free = 0;
            for (PrintedLine piece : pieces) {
                int[] own = overlapped(piece, columns);
                if (own[0] < free) {
                    return false;
                }
                placed.computeIfAbsent(own[0], any -> new ArrayList<>()).add(piece);
                last.merge(own[0], own[1], Math::max);
                free = own[1] + 1;
            }
        }
        placed.forEach((column, lines) -> {
            int to = last.getOrDefault(column, column);
            int right = Math.max(
                    columns.get(to)[1],
                    lines.stream().mapToInt(PrintedLine::right).max().orElse(0));
            cells.add(new DraftTable.Draft(number, column, 1, to - column + 1, PrintedLine.joined(lines, right)));
        });
        return true;
    }

    /** The first and last column that a piece overlaps, else the nearest. */
    private static int[] overlapped(PrintedLine piece, List<int[]> columns) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < columns.size(); i++) {
            if (piece.left() < columns.get(i)[1] && piece.right() > columns.get(i)[0]) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        int nearest = nearest(columns, (piece.left() + piece.right()) / 2);
        return first < 0 ? new int[] {nearest, nearest} : new int[] {first, last};
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
