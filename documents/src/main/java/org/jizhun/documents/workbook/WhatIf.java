package org.jizhun.documents.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.kernel.fact.Fact;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;

/**
 * Changes single values of a case for one calculation: {@code name=value}, {@code register[row].column=value}, or {@code
 * register=无}. Names in English or Chinese; a row by its code or name, otherwise by its number from 1. An empty value
 * makes the fact missing. Values are written as in the case.
 */
public final class WhatIf {

    private static final Pattern CHANGE = Pattern.compile(
            "\\s*([^\\[\\]=.]+?)\\s*(?:\\[([^\\]]+)]\\s*\\.\\s*([^\\[\\]=.]+?)\\s*)?=(.*)", Pattern.DOTALL);

    private final FactSet facts;
    private final FactSet.Builder changed;
    private final List<Problem> problems = new ArrayList<>();

    private WhatIf(FactSet facts) {
        this.facts = facts;
        this.changed = facts.toBuilder();
    }

    /** The changed facts; a change that cannot be made is a problem and leaves its fact as it was. */
    public static Result<FactSet> apply(FactSet facts, List<String> changes) {
        FactSet current = facts;
        List<Problem> problems = new ArrayList<>();
        for (String change : changes) {
            WhatIf whatIf = new WhatIf(current);
            whatIf.change(change);
            problems.addAll(whatIf.problems);
            current = whatIf.changed.build();
        }
        return new Result<>(current, problems);
    }

    private void change(String change) {
        Place place = Place.of("--what-if " + change);
        Matcher parts = CHANGE.matcher(change);
        if (!parts.matches()) {
            problems.add(Problem.of("what-if-form", place, "found", change));
            return;
        }
        Cell value = Cell.text(parts.group(4), place);
        if (parts.group(2) != null) {
            changeCell(parts.group(1), parts.group(2).strip(), parts.group(3), value);
        } else {
            changeName(parts.group(1), value);
        }
    }

    private void changeName(String name, Cell value) {
        Optional<Register.Column> column = facts.vocabulary().registers().stream()
                .filter(register -> register.shape() == Register.Shape.VALUES)
                .flatMap(register -> register.column(name).stream())
                .findFirst();
        Optional<Register> register = facts.vocabulary().register(name);
        if (column.isPresent()) {
            changeFact(column.get(), value);
        } else if (register.isPresent() && value.text().equals(Marks.NONE)) {
            changed.rows(register.get().name(), List.of());
        } else {
            problems.add(Problem.of("what-if-name", value.place(), "found", name));
        }
    }

    private void changeFact(Register.Column column, Cell value) {
        if (value.isBlank()) {
            changed.remove(column.name());
            return;
        }
        Object read = new CellValue(column, column.unit(), problems).read(value);
        if (read != null) {
            changed.put(new Fact(column.name(), column.kind(), read, value.place(), ""));
        }
    }

    private void changeCell(String registerName, String rowKey, String columnName, Cell value) {
        Optional<Register> register =
                facts.vocabulary().register(registerName).filter(each -> each.shape() == Register.Shape.TABLE);
        Optional<Register.Column> column = register.flatMap(each -> each.column(columnName));
        if (column.isEmpty()) {
            String found = register.isEmpty() ? registerName : registerName + "." + columnName;
            problems.add(Problem.of("what-if-name", value.place(), "found", found));
            return;
        }
        List<Row> rows = new ArrayList<>(facts.rows(register.get().name()));
        int at = row(register.get(), rows, rowKey, value.place());
        List<Problem> unread = new ArrayList<>();
        Object read = new CellValue(column.get(), column.get().unit(), unread).read(value);
        problems.addAll(unread);
        if (at >= 0 && unread.isEmpty()) {
            rows.set(at, rows.get(at).with(register.get().columns().indexOf(column.get()), read));
            changed.rows(register.get().name(), rows);
        }
    }

    /** The index of the row with this code or name; failing that, of this number. -1 with a problem where none fits. */
    private int row(Register register, List<Row> rows, String key, Place place) {
        for (String column : List.of("code", register.rowName())) {
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (register.column(column).isPresent()
                        && rows.get(i).text(column).equals(key)) {
                    found.add(i);
                }
            }
            if (found.size() == 1) {
                return found.get(0);
            }
            if (found.size() > 1) {
                problems.add(Problem.of(
                        "what-if-row-twice", place, "row", key, "sheet", register.named(), "count", found.size()));
                return -1;
            }
        }
        if (key.matches("[1-9]\\d{0,6}") && Integer.parseInt(key) <= rows.size()) {
            return Integer.parseInt(key) - 1;
        }
        problems.add(Problem.of("what-if-row", place, "row", key, "sheet", register.named(), "count", rows.size()));
        return -1;
    }
}
