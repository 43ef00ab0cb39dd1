package org.jizhun.documents.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.yaml.YamlNode;

/**
 * Facts written inside one YAML mapping: a register by English name or Chinese label, with single values as a mapping or
 * rows as a list of mappings; cells as in a case folder. What a whole case must have (a department's name, every required
 * cell) is not asked for: this is for the small inputs of scheme cases.
 */
public final class FactsYaml {

    private static final Set<String> WHOLE_CASE = Set.of("name-missing", "cell-missing", "column-missing");

    private FactsYaml() {}

    public static Result<FactSet> read(YamlNode input, Vocabulary vocabulary) {
        List<Problem> problems = new ArrayList<>();
        FactSet.Builder facts = FactSet.builder(vocabulary);
        for (String key : input.keys()) {
            YamlNode node = input.get(key).orElseThrow();
            Optional<Register> register = vocabulary.registers().stream()
                    .filter(each -> each.name().equals(key) || each.label().equals(key))
                    .findFirst();
            if (register.isEmpty()) {
                problems.add(Problem.of(
                        "key-unknown", node.place(), "key", key, "known", String.join("、", labels(vocabulary))));
            } else if (register.get().shape() == Register.Shape.VALUES) {
                Entries.of(node, problems)
                        .read(register.get(), problems)
                        .values()
                        .forEach(facts::put);
            } else {
                TableReader.Table table = TableReader.read(register.get(), grid(register.get(), node), problems);
                facts.rows(register.get().name(), table.rows());
            }
        }
        problems.removeIf(problem -> WHOLE_CASE.contains(problem.code()));
        return new Result<>(facts.build(), problems);
    }

    private static List<String> labels(Vocabulary vocabulary) {
        return vocabulary.registers().stream().map(Register::label).toList();
    }

    /** The list as a sheet: a heading of every key that some row has, then one line a row. */
    private static Grid grid(Register register, YamlNode rows) {
        Map<String, Cell> headings = new LinkedHashMap<>();
        for (YamlNode row : rows.items()) {
            for (String key : row.keys()) {
                headings.putIfAbsent(
                        key, Cell.text(key, row.get(key).orElseThrow().place()));
            }
        }
        List<Grid.Line> lines = new ArrayList<>();
        lines.add(new Grid.Line(1, List.copyOf(headings.values())));
        for (YamlNode row : rows.items()) {
            lines.add(new Grid.Line(lines.size() + 1, cells(row, headings)));
        }
        return new Grid(register.label(), Place.of(rows.place().file()), lines);
    }

    private static List<Cell> cells(YamlNode row, Map<String, Cell> headings) {
        List<Cell> cells = new ArrayList<>();
        for (String key : headings.keySet()) {
            cells.add(row.get(key)
                    .map(value -> Cell.text(value.text(), value.place()))
                    .orElse(Cell.text("", row.place())));
        }
        return cells;
    }
}
