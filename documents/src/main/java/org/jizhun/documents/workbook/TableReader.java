package org.jizhun.documents.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Named;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table register: finds the heading row, matches headings to columns in any order, and turns each filled row into
 * a {@link Row}. A row with a bad cell stays, with that value missing, so that no sum or count silently shrinks.
 */
final class TableReader {

    private static final int HEADING_WITHIN = 10;

    private final Register register;
    private final Grid grid;
    private final List<Problem> problems;
    private final Kind.RecordOf kind;
    private final @Nullable Register.Column[] columns;
    private final int[] positions;
    private final String[] units;

    /**
     * What was read.
     *
     * @param columnOf the 1-based column in the file of each column of the register that the file has
     */
    record Table(Register register, boolean filled, List<Row> rows, Map<String, Integer> columnOf) {

        /** Where a row's value of this column stands in the file. */
        Place cell(Row row, String column) {
            return row.place().atColumn(columnOf.getOrDefault(column, 0));
        }

        Named named(String column) {
            return register.columns().get(register.recordKind().indexOf(column)).named();
        }
    }

    private TableReader(Register register, Grid grid, Grid.Line heading, List<Problem> problems) {
        this.register = register;
        this.grid = grid;
        this.problems = problems;
        this.kind = register.recordKind();
        this.columns = new Register.Column[heading.cells().size()];
        this.positions = new int[heading.cells().size()];
        this.units = new String[heading.cells().size()];
    }

    static Table read(Register register, Grid grid, List<Problem> problems) {
        Optional<Grid.Line> heading = heading(register, grid);
        if (heading.isEmpty()) {
            boolean anything = grid.lines().stream().anyMatch(line -> !line.isBlank() && !Marks.isNote(line));
            boolean none = grid.lines().stream().anyMatch(Marks::isNone);
            if (anything && !none) {
                problems.add(Problem.of(
                        "table-heading-missing", grid.place(), "sheet", grid.title(), "expected", labels(register)));
            }
            return new Table(register, none, List.of(), Map.of());
        }
        TableReader reader = new TableReader(register, grid, heading.get(), problems);
        reader.matchHeadings(heading.get());
        return reader.rows(heading.get().number());
    }

    /** The filled rows as text by English column name, as {@link Cell#typed} gives it; empty where the sheet has no heading. */
    static List<Map<String, String>> cells(Register register, Grid grid, List<Problem> problems) {
        Optional<Grid.Line> heading = heading(register, grid);
        if (heading.isEmpty()) {
            return List.of();
        }
        TableReader reader = new TableReader(register, grid, heading.get(), problems);
        reader.matchHeadings(heading.get());
        List<Map<String, String>> rows = new ArrayList<>();
        for (Grid.Line line : grid.lines()) {
            if (line.number() > heading.get().number() && isData(line)) {
                rows.add(reader.typed(line));
            }
        }
        return rows;
    }

    private static boolean isData(Grid.Line line) {
        return !line.isBlank() && !Marks.isNote(line) && !Marks.isExample(line) && !Marks.isNone(line);
    }

    private Map<String, String> typed(Grid.Line line) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.length, line.cells().size()); i++) {
            Register.Column column = columns[i];
            if (column != null && !line.cells().get(i).isBlank()) {
                typed.put(column.name(), line.cells().get(i).typed(column, units[i]));
            }
        }
        return typed;
    }

    /** The first of the top rows that names most columns; at least one cell must be a known heading. */
    private static Optional<Grid.Line> heading(Register register, Grid grid) {
        Grid.Line best = null;
        long most = 0;
        int seen = 0;
        for (Grid.Line line : grid.lines()) {
            if (line.isBlank() || Marks.isNote(line)) {
                continue;
            }
            long known = line.cells().stream()
                    .filter(cell -> register.column(
                                    Marks.Heading.of(cell.text()).name())
                            .isPresent())
                    .count();
            if (known > most) {
                best = line;
                most = known;
            }
            if (++seen == HEADING_WITHIN) {
                break;
            }
        }
        return Optional.ofNullable(best);
    }

    private void matchHeadings(Grid.Line heading) {
        for (int i = 0; i < heading.cells().size(); i++) {
            units[i] = "";
            Cell cell = heading.cells().get(i);
            if (cell.isBlank() || cell.text().startsWith(Marks.REFERENCE)) {
                continue;
            }
            Marks.Heading text = Marks.Heading.of(cell.text());
            Optional<Register.Column> column = register.column(cell.text()).or(() -> register.column(text.name()));
            if (column.isEmpty()) {
                problems.add(Problem.of(
                        "heading-unknown", cell.place(), "found", cell.text(), "expected", labels(register)));
            } else if (Arrays.asList(columns).contains(column.get())) {
                problems.add(Problem.of("heading-twice", cell.place(), "found", cell.text()));
            } else {
                columns[i] = column.get();
                positions[i] = register.columns().indexOf(column.get());
                units[i] = unit(cell, column.get(), text.unit());
            }
        }
        reportMissingColumns(heading);
    }

    private String unit(Cell cell, Register.Column column, String written) {
        if (column.kind() != Kind.AMOUNT || written.isEmpty()) {
            return column.unit();
        }
        if (!CellValue.isMoneyUnit(written)) {
            problems.add(Problem.of("heading-unit-unknown", cell.place(), "found", written, "column", column.named()));
            return column.unit();
        }
        return written;
    }

    private void reportMissingColumns(Grid.Line heading) {
        List<Register.Column> present = Arrays.asList(columns);
        String missing = register.columns().stream()
                .filter(column -> column.required() && !present.contains(column))
                .map(Register.Column::label)
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            Place place = place(heading);
            problems.add(Problem.of("column-missing", place, "sheet", grid.title(), "columns", missing));
        }
    }

    private Table rows(int headingNumber) {
        List<Row> rows = new ArrayList<>();
        boolean none = false;
        for (Grid.Line line : grid.lines()) {
            if (line.number() <= headingNumber || line.isBlank() || Marks.isNote(line)) {
                continue;
            }
            if (Marks.isExample(line)) {
                reportFilledExample(line);
            } else if (Marks.isNone(line)) {
                none = true;
            } else {
                rows.add(row(line));
            }
        }
        if (none && !rows.isEmpty()) {
            problems.add(Problem.of("none-among-rows", grid.place(), "sheet", grid.title(), "rows", rows.size()));
        }
        return new Table(register, none || !rows.isEmpty(), rows, columnOf());
    }

    /** The template's example is passed over; one that somebody wrote over would be lost without a word. */
    private void reportFilledExample(Grid.Line line) {
        for (int i = 0; i < Math.min(columns.length, line.cells().size()); i++) {
            Register.Column column = columns[i];
            String text = Marks.withoutExampleMark(line.cells().get(i).text());
            if (column != null
                    && !text.isEmpty()
                    && !sameAsExample(column, line.cells().get(i), units[i])) {
                problems.add(Problem.of("example-written-over", place(line), "column", column.named()));
                return;
            }
        }
    }

    private static boolean sameAsExample(Register.Column column, Cell cell, String unit) {
        List<Problem> unread = new ArrayList<>();
        Cell given = new Cell(cell.form(), Marks.withoutExampleMark(cell.text()), cell.place());
        CellValue reader = new CellValue(column, unit, unread);
        Object example = reader.read(Cell.text(column.example(), Place.NONE));
        return example != null && example.equals(reader.read(given));
    }

    private Row row(Grid.Line line) {
        @Nullable Object[] values = new Object[register.columns().size()];
        int extra = 0;
        for (int i = 0; i < line.cells().size(); i++) {
            Cell cell = line.cells().get(i);
            Register.Column column = i < columns.length ? columns[i] : null;
            if (column != null) {
                values[positions[i]] = new CellValue(column, units[i], problems).read(cell);
            } else if (i >= columns.length && !cell.isBlank()) {
                extra++;
            }
        }
        if (extra > 0) {
            problems.add(Problem.of("row-too-long", place(line), "sheet", grid.title(), "headings", columns.length));
        }
        reportMissingCells(line);
        return new Row(kind, values, place(line));
    }

    private void reportMissingCells(Grid.Line line) {
        for (int i = 0; i < columns.length; i++) {
            Register.Column column = columns[i];
            boolean blank = i >= line.cells().size() || line.cells().get(i).isBlank();
            if (column != null && column.required() && blank) {
                problems.add(Problem.of("cell-missing", place(line).atColumn(i + 1), "column", column.named()));
            }
        }
    }

    /** The row as a whole, in its own file: the sections of a narrative are files of their own. */
    private static Place place(Grid.Line line) {
        return line.cells().get(0).place().atColumn(0);
    }

    private Map<String, Integer> columnOf() {
        Map<String, Integer> columnOf = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            Register.Column column = columns[i];
            if (column != null) {
                columnOf.put(column.name(), i + 1);
            }
        }
        return columnOf;
    }

    private static String labels(Register register) {
        return register.columns().stream().map(Register.Column::label).collect(Collectors.joining("、"));
    }
}
