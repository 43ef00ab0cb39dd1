package org.jizhun.bench.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in plain text. A cell that goes on with the one above is blank where columns are kept and gone where not. */
final class TextTable {

    static final String PAGE_BREAK = "\f";
    private static final String SAME = "^";

    private final Part.Table table;
    private final Look.Tables kind;
    private final int[] widths;

    private TextTable(Part.Table table, Look.Tables kind) {
        this.table = table;
        this.kind = kind;
        this.widths = IntStream.range(0, table.width())
                .map(column -> table.rows().stream()
                        .flatMap(row -> pieces(row, column).stream())
                        .mapToInt(Width::of)
                        .max()
                        .orElse(0))
                .toArray();
    }

    static List<String> lines(Part.Table table, Look.Tables kind) {
        TextTable set = new TextTable(table, kind);
        List<String> lines = new ArrayList<>(set.edge("┌", "┬", "┐"));
        for (int row = 0; row < table.rows().size(); row++) {
            if (table.breaks().contains(row)) {
                lines.add(PAGE_BREAK);
                IntStream.range(0, table.headings()).forEach(heading -> lines.addAll(set.row(heading)));
            }
            lines.addAll(set.row(row));
            if (row == table.headings() - 1) {
                lines.addAll(set.edge("├", "┼", "┤"));
                if (kind == Look.Tables.BARS) {
                    lines.add("|" + "---|".repeat(table.width()));
                }
            }
        }
        lines.addAll(set.edge("└", "┴", "┘"));
        return lines;
    }

    private List<String> edge(String left, String middle, String right) {
        if (kind != Look.Tables.BOXES) {
            return List.of();
        }
        return List.of(Arrays.stream(widths)
                .mapToObj(width -> "─".repeat((width + 1) / 2 + 1))
                .collect(Collectors.joining(middle, left, right)));
    }

    private List<String> row(int number) {
        List<String> row = table.rows().get(number);
        boolean heading = number < table.headings();
        return switch (kind) {
            case BARS -> List.of("| " + whole(row).stream().collect(Collectors.joining(" | ")) + " |");
            case TABS -> List.of(String.join("\t", whole(row)));
            case CELLS -> cells(row, heading);
            case TOKENS -> heading ? inPieces(row, " ") : List.of(tokens(row));
            case BLANKS -> inPieces(row, "   ");
            case BOXES -> inPieces(row, "│");
        };
    }

    private List<String> cells(List<String> row, boolean heading) {
        return row.stream()
                .filter(cell -> !cell.isEmpty() && !cell.equals(SAME))
                .flatMap(cell -> heading ? Arrays.stream(cell.split("⏎")) : java.util.stream.Stream.of(cell))
                .toList();
    }

    private static String tokens(List<String> row) {
        return row.stream()
                .filter(cell -> !cell.isEmpty() && !cell.equals(SAME))
                .collect(Collectors.joining(" "));
    }

    private List<String> whole(List<String> row) {
        return row.stream()
                .map(cell -> cell.equals(SAME)
                        ? ""
                        : table.rows().indexOf(row) < table.headings() ? cell.replace("⏎", "") : cell)
                .toList();
    }

    private List<String> pieces(List<String> row, int column) {
        String cell = column < row.size() && !row.get(column).equals(SAME) ? row.get(column) : "";
        boolean heading = table.rows().indexOf(row) < table.headings();
        return heading ? Arrays.asList(cell.split("⏎")) : List.of(cell);
    }

    private List<String> inPieces(List<String> row, String between) {
        int height = IntStream.range(0, table.width())
                .map(column -> pieces(row, column).size())
                .max()
                .orElse(1);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < table.width(); column++) {
                List<String> pieces = pieces(row, column);
                String piece = line < pieces.size() ? pieces.get(line) : "";
                cells.add(
                        kind == Look.Tables.TOKENS ? piece : Width.padded(piece, widths[column] + widths[column] % 2));
            }
            lines.add(joined(cells, between));
        }
        return lines;
    }

    private String joined(List<String> cells, String between) {
        if (kind == Look.Tables.BOXES) {
            return "│" + cells.stream().map(cell -> cell + " ".repeat(2)).collect(Collectors.joining("│")) + "│";
        }
        return cells.stream()
                .filter(cell -> kind != Look.Tables.TOKENS || !cell.isEmpty())
                .collect(Collectors.joining(between))
                .stripTrailing();
    }
}
