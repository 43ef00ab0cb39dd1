package org.jizhun.documents.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jizhun.kernel.fact.Fact;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.yaml.YamlNode;

/**
 * The single values of a register of shape {@code VALUES} as name and cell, before they are read: from a YAML mapping, or
 * from a sheet with the columns 项目 and 内容.
 */
record Entries(Place place, List<Entry> entries) {

    private static final Set<String> HEADINGS = Set.of("项目", "名称", "item", "name");

    /** One name with its value's cell. */
    record Entry(Cell name, Cell value) {}

    static Entries of(YamlNode node, List<Problem> problems) {
        List<Entry> entries = new ArrayList<>();
        for (String key : node.keys()) {
            YamlNode value = node.get(key).orElseThrow();
            if (value.shape() == YamlNode.Shape.SCALAR) {
                entries.add(new Entry(Cell.text(key, value.place()), Cell.text(value.text(), value.place())));
            } else {
                problems.add(Problem.of("value-not-single", value.place(), "key", key));
            }
        }
        return new Entries(Place.of(node.place().file()), entries);
    }

    static Entries of(Grid grid) {
        List<Entry> entries = new ArrayList<>();
        for (Grid.Line line : grid.lines()) {
            if (line.isBlank() || Marks.isNote(line) || Marks.isExample(line) || HEADINGS.contains(line.first())) {
                continue;
            }
            Place place = new Place(grid.place().file(), grid.place().sheet(), line.number(), 2);
            Cell value = line.cells().size() > 1 ? line.cells().get(1) : Cell.text("", place);
            entries.add(new Entry(line.cells().get(0), value));
        }
        return new Entries(grid.place(), entries);
    }

    /** The facts of a register; unknown names and unreadable values are problems. */
    Map<String, Fact> read(Register register, List<Problem> problems) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        Set<String> seen = new java.util.HashSet<>();
        for (Entry entry : entries) {
            Marks.Heading name = Marks.Heading.of(entry.name().text());
            Optional<Register.Column> column =
                    register.column(entry.name().text()).or(() -> register.column(name.name()));
            if (column.isEmpty()) {
                problems.add(Problem.of(
                        "name-unknown",
                        entry.name().place(),
                        "found",
                        entry.name().text(),
                        "expected",
                        labels(register)));
            } else if (!seen.add(column.get().name())) {
                problems.add(Problem.of(
                        "name-twice",
                        entry.name().place(),
                        "found",
                        entry.name().text()));
            } else {
                read(column.get(), name.unit(), entry.value(), facts, problems);
            }
        }
        reportMissing(register, seen, problems);
        return facts;
    }

    /** The values as text by English name, as {@link Cell#typed} gives it; names the register does not have are left out. */
    Map<String, String> typed(Register register) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Marks.Heading name = Marks.Heading.of(entry.name().text());
            register.column(entry.name().text())
                    .or(() -> register.column(name.name()))
                    .filter(column -> !entry.value().isBlank())
                    .ifPresent(column -> typed.put(
                            column.name(),
                            entry.value()
                                    .typed(column, CellValue.isMoneyUnit(name.unit()) ? name.unit() : column.unit())));
        }
        return typed;
    }

    private static void read(
            Register.Column column, String written, Cell cell, Map<String, Fact> facts, List<Problem> problems) {
        if (cell.isBlank()) {
            if (column.required()) {
                problems.add(Problem.of("cell-missing", cell.place(), "column", column.named()));
            }
            return;
        }
        String unit = CellValue.isMoneyUnit(written) ? written : column.unit();
        Object value = new CellValue(column, unit, problems).read(cell);
        if (value != null) {
            facts.put(column.name(), new Fact(column.name(), column.kind(), value, cell.place(), ""));
        }
    }

    private void reportMissing(Register register, Set<String> seen, List<Problem> problems) {
        for (Register.Column column : register.columns()) {
            if (column.required() && !seen.contains(column.name())) {
                problems.add(Problem.of("name-missing", place, "name", column.named()));
            }
        }
    }

    private static String labels(Register register) {
        return register.columns().stream().map(Register.Column::label).collect(Collectors.joining("、"));
    }
}
