package org.jizhun.documents.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * A case as the text in its cells, whether or not it can be read: what a database keeps, so that nothing typed is lost.
 * {@link CaseReader#read(CaseCells)} reads it with the same messages as a workbook.
 *
 * @param tables the rows of each table register, by English names; a register without rows that is here was answered with
 *     无, one that is not here was not answered
 * @param values the single values of each register of shape {@code VALUES}, by English names
 */
public record CaseCells(Map<String, List<Map<String, String>>> tables, Map<String, Map<String, String>> values) {

    public CaseCells {
        tables = Map.copyOf(tables);
        values = Map.copyOf(values);
    }

    static CaseCells of(Source source, Vocabulary vocabulary, List<Problem> problems) {
        Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        for (Register register : vocabulary.registers()) {
            Grid grid = source.grids().get(register.name());
            Entries entries = source.entries().get(register.name());
            if (register.shape() == Register.Shape.VALUES) {
                if (entries == null && grid != null) {
                    entries = Entries.of(grid);
                }
                if (entries != null) {
                    values.put(register.name(), entries.typed(register));
                }
            } else if (grid != null) {
                List<Map<String, String>> rows = TableReader.cells(register, grid, problems);
                boolean none = grid.lines().stream().anyMatch(Marks::isNone);
                if (none || !rows.isEmpty()) {
                    tables.put(register.name(), rows);
                }
            }
        }
        return new CaseCells(tables, values);
    }

    /** The registers of single values, as if they stood in a workbook. */
    Source values(Vocabulary vocabulary) {
        Map<String, Entries> entries = new LinkedHashMap<>();
        values.forEach((name, cells) ->
                vocabulary.register(name).ifPresent(register -> entries.put(name, entries(register, cells))));
        return new Source(Map.of(), entries);
    }

    /** A table as if it stood in a workbook whose heading is row 0. */
    static Grid grid(Register register, List<Map<String, String>> rows) {
        List<Grid.Line> lines = new ArrayList<>();
        List<Register.Column> columns = register.columns();
        if (rows.isEmpty()) {
            Cell none = Cell.text(Marks.NONE, place(register, 1, 1));
            return new Grid(register.label(), place(register, 0, 0), List.of(new Grid.Line(1, List.of(none))));
        }
        List<Cell> headings = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            headings.add(Cell.text(columns.get(i).name(), place(register, 0, i + 1)));
        }
        lines.add(new Grid.Line(0, headings));
        for (Map<String, String> row : rows) {
            int number = lines.size();
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                cells.add(Cell.text(row.getOrDefault(columns.get(i).name(), ""), place(register, number, i + 1)));
            }
            lines.add(new Grid.Line(number, cells));
        }
        return new Grid(register.label(), place(register, 0, 0), lines);
    }

    private static Entries entries(Register register, Map<String, String> cells) {
        List<Entries.Entry> entries = new ArrayList<>();
        cells.forEach((name, text) -> {
            int index = register.recordKind().indexOf(name);
            Place place = place(register, 1, index + 1);
            entries.add(new Entries.Entry(Cell.text(name, place), Cell.text(text, place)));
        });
        return new Entries(place(register, 1, 0), entries);
    }

    private static Place place(Register register, int row, int column) {
        return Place.cell("", register.label(), row, column);
    }
}
