package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A grid of ruling lines. Where no line parts two places they are one merged cell; a table whose sides are open, as its
 * level lines reach beyond the upright ones, gets its outer edges from them.
 */
final class Lattice {

    private static final int OPEN_SIDE = 800;
    private static final int MOST_PLACES = 200_000;

    private final int[] columns;
    private final int[] rows;
    private final boolean[][] upright;
    private final boolean[][] level;

    /** A cell of it: places from a row and column on. */
    record Area(int row, int column, int rowSpan, int columnSpan) {}

    private Lattice(int[] columns, int[] rows, List<Ruling> rulings) {
        this.columns = columns;
        this.rows = rows;
        this.upright = new boolean[rows.length - 1][columns.length];
        this.level = new boolean[rows.length][columns.length - 1];
        rulings.forEach(this::draw);
        for (boolean[] row : upright) {
            row[0] = true;
            row[columns.length - 1] = true;
        }
        Arrays.fill(level[0], true);
        Arrays.fill(level[rows.length - 1], true);
    }

    /** The grids of a page that have two places at least, from top to bottom. */
    static List<Lattice> find(List<Ruling> drawn) {
        List<Lattice> found = new ArrayList<>();
        for (List<Ruling> group : Rulings.connected(Rulings.merged(drawn))) {
            int[] rows = edges(group, true);
            int[] columns = withOpenSides(edges(group, false), group);
            long places = (long) (rows.length - 1) * (columns.length - 1);
            if (rows.length >= 2 && columns.length >= 2 && places >= 2 && places <= MOST_PLACES) {
                found.add(new Lattice(columns, rows, group));
            }
        }
        found.sort((a, b) -> Integer.compare(a.rows[0], b.rows[0]));
        return found;
    }

    private static int[] edges(List<Ruling> rulings, boolean horizontal) {
        int[] sorted = rulings.stream()
                .filter(ruling -> ruling.horizontal() == horizontal)
                .mapToInt(Ruling::at)
                .sorted()
                .toArray();
        return IntStream.range(0, sorted.length)
                .filter(i -> i == 0 || sorted[i] - sorted[i - 1] > Ruling.NEAR)
                .map(i -> sorted[i])
                .toArray();
    }

    private static int[] withOpenSides(int[] columns, List<Ruling> rulings) {
        if (columns.length == 0) {
            return columns;
        }
        IntStream.Builder edges = IntStream.builder();
        int from = rulings.stream()
                .filter(Ruling::horizontal)
                .mapToInt(Ruling::from)
                .min()
                .orElse(columns[0]);
        int to = rulings.stream()
                .filter(Ruling::horizontal)
                .mapToInt(Ruling::to)
                .max()
                .orElse(columns[0]);
        if (from < columns[0] - OPEN_SIDE) {
            edges.add(from);
        }
        Arrays.stream(columns).forEach(edges::add);
        if (to > columns[columns.length - 1] + OPEN_SIDE) {
            edges.add(to);
        }
        return edges.build().toArray();
    }

    private void draw(Ruling ruling) {
        int[] across = ruling.horizontal() ? rows : columns;
        int[] along = ruling.horizontal() ? columns : rows;
        int edge = nearest(across, ruling.at());
        for (int i = 0; i + 1 < along.length; i++) {
            int middle = (along[i] + along[i + 1]) / 2;
            if (middle >= ruling.from() && middle <= ruling.to()) {
                if (ruling.horizontal()) {
                    level[edge][i] = true;
                } else {
                    upright[i][edge] = true;
                }
            }
        }
    }

    private static int nearest(int[] edges, int at) {
        int best = 0;
        for (int i = 1; i < edges.length; i++) {
            best = Math.abs(edges[i] - at) < Math.abs(edges[best] - at) ? i : best;
        }
        return best;
    }

    /** Its cells: each the largest rectangle without a line inside that is not taken yet. */
    List<Area> areas() {
        boolean[][] taken = new boolean[rows.length - 1][columns.length - 1];
        List<Area> areas = new ArrayList<>();
        for (int row = 0; row < taken.length; row++) {
            for (int column = 0; column < taken[row].length; column++) {
                if (!taken[row][column]) {
                    Area area = area(row, column, taken);
                    for (int i = row; i < row + area.rowSpan(); i++) {
                        Arrays.fill(taken[i], column, column + area.columnSpan(), true);
                    }
                    areas.add(area);
                }
            }
        }
        return areas;
    }

    private Area area(int row, int column, boolean[][] taken) {
        int across = 1;
        while (column + across < columns.length - 1 && !upright[row][column + across] && !taken[row][column + across]) {
            across++;
        }
        int down = 1;
        while (row + down < rows.length - 1 && isOpen(row + down, column, across, taken)) {
            down++;
        }
        return new Area(row, column, down, across);
    }

    private boolean isOpen(int row, int column, int across, boolean[][] taken) {
        for (int i = column; i < column + across; i++) {
            if (level[row][i] || taken[row][i] || (i > column && upright[row][i])) {
                return false;
            }
        }
        boolean closedLeft = column == 0 || upright[row][column];
        boolean closedRight = column + across == columns.length - 1 || upright[row][column + across];
        return closedLeft && closedRight;
    }

    int[] columnEdges() {
        return columns;
    }

    int[] rowEdges() {
        return rows;
    }

    int rowCount() {
        return rows.length - 1;
    }

    int columnCount() {
        return columns.length - 1;
    }

    boolean holds(Glyph glyph) {
        return row(glyph) >= 0 && column(glyph) >= 0;
    }

    /** The row in which the middle of a character stands; -1 for none. */
    int row(Glyph glyph) {
        return place(rows, (glyph.top() + glyph.bottom()) / 2);
    }

    int column(Glyph glyph) {
        return place(columns, glyph.middle());
    }

    private static int place(int[] edges, int at) {
        int found = Arrays.binarySearch(edges, at);
        int place = found >= 0 ? found : -found - 2;
        return place >= edges.length - 1 ? -1 : place;
    }
}
