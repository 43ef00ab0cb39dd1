package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The tables of a page that have ruling lines, with the characters that stand in their cells. */
final class RuledTables {

    private static final Pattern FIGURE = Pattern.compile("[-−+]?[\\d,]+(?:\\.\\d+)?%?|[-—/]+");

    private final PrintedPage page;
    private final List<PrintedTable> tables = new ArrayList<>();
    private final List<Glyph> rest = new ArrayList<>();

    private RuledTables(PrintedPage page) {
        this.page = page;
    }

    static RuledTables of(PrintedPage page) {
        RuledTables found = new RuledTables(page);
        List<Lattice> lattices = Lattice.find(page.rulings());
        List<List<Glyph>> inside = new ArrayList<>();
        lattices.forEach(lattice -> inside.add(new ArrayList<>()));
        for (Glyph glyph : page.glyphs()) {
            int at = lattice(lattices, glyph);
            (at < 0 ? found.rest : inside.get(at)).add(glyph);
        }
        for (int i = 0; i < lattices.size(); i++) {
            found.table(lattices.get(i), inside.get(i));
        }
        return found;
    }

    /** The smallest that holds the character: a frame around the page holds them all. */
    private static int lattice(List<Lattice> lattices, Glyph glyph) {
        int best = -1;
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < lattices.size(); i++) {
            int[] rows = lattices.get(i).rowEdges();
            int[] columns = lattices.get(i).columnEdges();
            long size = (long) (rows[rows.length - 1] - rows[0]) * (columns[columns.length - 1] - columns[0]);
            if (size < smallest && lattices.get(i).holds(glyph)) {
                best = i;
                smallest = size;
            }
        }
        return best;
    }

    PrintedPage page() {
        return page;
    }

    List<PrintedTable> tables() {
        return tables;
    }

    /** What stands in no table. */
    List<Glyph> rest() {
        return rest;
    }

    private void table(Lattice lattice, List<Glyph> glyphs) {
        List<Lattice.Area> areas = lattice.areas();
        int[][] owner = new int[lattice.rowCount()][lattice.columnCount()];
        List<List<Glyph>> contents = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            Lattice.Area area = areas.get(i);
            for (int row = area.row(); row < area.row() + area.rowSpan(); row++) {
                Arrays.fill(owner[row], area.column(), area.column() + area.columnSpan(), i);
            }
            contents.add(new ArrayList<>());
        }
        for (Glyph glyph : glyphs) {
            contents.get(owner[lattice.row(glyph)][lattice.column(glyph)]).add(glyph);
        }
        long filled = contents.stream().filter(content -> !content.isEmpty()).count();
        if (areas.size() < 2 || filled < 2) {
            rest.addAll(glyphs);
            return;
        }
        List<List<PrintedLine>> texts =
                contents.stream().map(content -> PrintedLine.of(page, content)).toList();
        add(lattice, areas, texts);
    }

    private void add(Lattice lattice, List<Lattice.Area> areas, List<List<PrintedLine>> texts) {
        int[] parts = new int[lattice.rowCount()];
        int rows = 0;
        int[] first = new int[lattice.rowCount() + 1];
        for (int row = 0; row < parts.length; row++) {
            parts[row] = stacked(areas, texts, row);
            first[row] = rows;
            rows += parts[row];
        }
        first[parts.length] = rows;
        List<DraftTable.Draft> cells = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            Lattice.Area area = areas.get(i);
            int right = lattice.columnEdges()[area.column() + area.columnSpan()];
            int row = first[area.row()];
            List<PrintedLine> lines = texts.get(i);
            if (area.rowSpan() == 1 && parts[area.row()] > 1 && lines.size() == parts[area.row()]) {
                for (PrintedLine line : lines) {
                    cells.add(new DraftTable.Draft(row++, area.column(), 1, area.columnSpan(), line.print()));
                }
            } else {
                int span = first[area.row() + area.rowSpan()] - row;
                Print text = PrintedLine.joined(lines, right);
                cells.add(new DraftTable.Draft(row, area.column(), span, area.columnSpan(), text));
            }
        }
        int[] edges = lattice.rowEdges();
        List<Integer> columns = Arrays.stream(lattice.columnEdges()).boxed().toList();
        tables.add(new PrintedTable(page.number(), columns, true, edges[0], edges[edges.length - 1], rows, cells));
    }

    /** How many rows of figures stand between two level lines: one where they do not line up. */
    private static int stacked(List<Lattice.Area> areas, List<List<PrintedLine>> texts, int row) {
        int lines = 0;
        boolean figures = false;
        for (int i = 0; i < areas.size(); i++) {
            if (areas.get(i).row() != row
                    || areas.get(i).rowSpan() > 1
                    || texts.get(i).isEmpty()) {
                continue;
            }
            List<PrintedLine> text = texts.get(i);
            if (text.size() < 2 || (lines > 0 && lines != text.size())) {
                return 1;
            }
            lines = text.size();
            figures |= text.stream()
                    .allMatch(
                            line -> FIGURE.matcher(Characters.plain(line.print().text()))
                                    .matches());
        }
        return figures ? Math.max(1, lines) : 1;
    }
}
