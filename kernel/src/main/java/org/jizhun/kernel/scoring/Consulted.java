package org.jizhun.kernel.scoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.formula.Inputs;
import org.jizhun.kernel.scheme.Criterion;
import org.jizhun.kernel.scheme.Scheme;

/**
 * What a criterion's points rest on: the rows its rule looked at, in that order, and the single values. From here a score is
 * followed to the documents that prove it.
 *
 * @param rows each once, with the place it was read from
 * @param values names of single values, such as {@code staffInPost}
 */
public record Consulted(List<Row> rows, Set<String> values) {

    public Consulted {
        rows = List.copyOf(rows);
        values = Set.copyOf(values);
    }

    /**
     * @param project the project that is scored; empty for the department
     * @param line a criterion with a rule, or a row that a roll-up expanded into, such as {@code output-3}
     * @return empty where the scheme has no such line, or it is a group
     */
    public static Optional<Consulted> by(
            Scheme scheme, FactSet facts, WorkingDays calendar, Optional<String> project, String line) {
        Criterion leaf = leaf(scheme, line).orElse(null);
        if (leaf == null) {
            int dash = line.lastIndexOf('-');
            return dash < 0 ? Optional.empty() : part(scheme, facts, calendar, project, line, dash);
        }
        FactSet seen = project.map(code -> ProjectFacts.of(facts, code)).orElse(facts);
        Inputs inputs = scheme.inputs(Inputs.of(seen, calendar));
        Witness witness = new Witness(scheme, inputs, leaf.id());
        Given given = Given.of(inputs);
        Row dropped = given.droppedBy(leaf.id());
        Row stated = given.stated().get(leaf.id());
        if (dropped == null) {
            LeafScore.of(scheme, leaf, witness);
        }
        List<Row> rows = new ArrayList<>(witness.rows());
        Optional.ofNullable(dropped).ifPresent(rows::add);
        Optional.ofNullable(stated).ifPresent(rows::add);
        return Optional.of(new Consulted(rows, witness.values()));
    }

    private static Optional<Criterion> leaf(Scheme scheme, String id) {
        return scheme.criterion(id).filter(criterion -> criterion.rule().isPresent());
    }

    /** Row number so and so of a roll-up. */
    private static Optional<Consulted> part(
            Scheme scheme, FactSet facts, WorkingDays calendar, Optional<String> project, String line, int dash) {
        String number = line.substring(dash + 1);
        if (!number.matches("[1-9][0-9]{0,5}")
                || leaf(scheme, line.substring(0, dash)).isEmpty()) {
            return Optional.empty();
        }
        int at = Integer.parseInt(number) - 1;
        return by(scheme, facts, calendar, project, line.substring(0, dash))
                .filter(whole -> at < whole.rows().size())
                .map(whole -> new Consulted(List.of(whole.rows().get(at)), new LinkedHashSet<>()));
    }
}
