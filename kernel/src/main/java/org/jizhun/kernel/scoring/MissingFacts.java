package org.jizhun.kernel.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.formula.Inputs;
import org.jizhun.kernel.formula.Reading;
import org.jizhun.kernel.problem.Named;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/** Finds out what a formula lacked: which register, which single value, which column of which row. */
final class MissingFacts {

    private static final int HANDFUL = 5;

    private final Vocabulary vocabulary;
    private final Inputs inputs;

    MissingFacts(Vocabulary vocabulary, Inputs inputs) {
        this.vocabulary = vocabulary;
        this.inputs = inputs;
    }

    /** What a formula without a value lacked; what evaluation already told is not told again. */
    List<Problem> of(Formula formula, Reading reading) {
        List<Problem> problems = new ArrayList<>();
        for (String name : formula.names()) {
            Object value = inputs.get(name);
            if (value == null) {
                problems.add(register(name));
            } else if (value instanceof List<?> rows) {
                rows.stream()
                        .filter(row ->
                                row instanceof Row each && !empty(each, formula).isEmpty())
                        .limit(HANDFUL)
                        .map(row -> of(formula, (Row) row, name((Row) row)))
                        .forEach(problems::add);
            }
        }
        if (problems.isEmpty() && reading.problems().isEmpty()) {
            problems.add(Problem.of(
                    "missing-value", formula.place(), "formula", formula.text().strip()));
        }
        return problems;
    }

    /** What a formula over one row lacked. */
    Problem of(Formula formula, Row row, String rowName) {
        List<Named> columns = empty(row, formula);
        if (columns.isEmpty()) {
            return Problem.of(
                    "missing-row-value",
                    row.place(),
                    "register",
                    label(row),
                    "row",
                    rowName,
                    "formula",
                    formula.text().strip());
        }
        return Problem.of(
                "missing-columns",
                row.place(),
                "register",
                label(row),
                "row",
                rowName,
                "columns",
                new Named(
                        columns.stream().map(Named::zh).collect(Collectors.joining("、")),
                        columns.stream().map(Named::en).collect(Collectors.joining(", "))));
    }

    /** A register or single value that was not filled in. */
    Problem register(String name) {
        Optional<Register> register = vocabulary.register(name);
        if (register.isPresent()) {
            return Problem.of(
                    "missing-register",
                    Place.NONE,
                    "name",
                    name,
                    "label",
                    register.get().named());
        }
        Named label = vocabulary.registers().stream()
                .filter(each -> each.shape() == Register.Shape.VALUES)
                .flatMap(each -> each.columns().stream())
                .filter(column -> column.name().equals(name))
                .map(Register.Column::named)
                .findFirst()
                .orElse(new Named(name, name));
        return Problem.of("missing-fact", Place.NONE, "name", name, "label", label);
    }

    /** How a row is called: by its register's naming column, or by its place. */
    String name(Row row) {
        Optional<Register> register = vocabulary.register(row.kind().name());
        String column = register.map(Register::rowName).orElse("");
        String name = column.isEmpty() || row.kind().indexOf(column) < 0 ? "" : row.text(column);
        return name.isEmpty()
                ? row.place().toString()
                : name + register.orElseThrow().rowWord();
    }

    private Named label(Row row) {
        String name = row.kind().name();
        return vocabulary.register(name).map(Register::named).orElse(new Named(name, name));
    }

    /** The empty fields of a row that the formula's text mentions. */
    private static List<Named> empty(Row row, Formula formula) {
        List<Named> labels = new ArrayList<>();
        List<Kind.Field> fields = row.kind().fields();
        for (int i = 0; i < fields.size(); i++) {
            Kind.Field field = fields.get(i);
            if (row.get(i) == null && mentions(formula.text(), field)) {
                labels.add(Named.of(field.label(), field.name()));
            }
        }
        return labels;
    }

    private static boolean mentions(String text, Kind.Field field) {
        return text.contains(field.label())
                || java.util.regex.Pattern.compile("\\b" + java.util.regex.Pattern.quote(field.name()) + "\\b")
                        .matcher(text)
                        .find();
    }
}
