package org.jizhun.kernel.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.formula.Inputs;
import org.jizhun.kernel.formula.Trace;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scheme.Working;
import org.jspecify.annotations.Nullable;

/** A working paper that keeps only which rows and single values a rule looked at. */
final class Witness implements Working {

    private final Scheme scheme;
    private final Inputs inputs;
    private final String criterion;
    private final Set<Row> known = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> values = new LinkedHashSet<>();

    Witness(Scheme scheme, Inputs inputs, String criterion) {
        this.scheme = scheme;
        this.inputs = inputs;
        this.criterion = criterion;
    }

    List<Row> rows() {
        return rows;
    }

    Set<String> values() {
        return values;
    }

    private void saw(@Nullable Object value) {
        if (value instanceof Row row && known.add(row)) {
            rows.add(row);
        } else if (value instanceof List<?> list) {
            list.forEach(this::saw);
        }
    }

    /** Of a formula that chooses rows, those it chose; of one that comes to a figure, all it could reckon with. */
    @Override
    public @Nullable Object value(Formula formula) {
        Object value = formula.value(inputs);
        if (formula.kind() instanceof Kind.ListOf) {
            saw(value);
            return value;
        }
        for (String name : formula.names()) {
            Object input = inputs.get(name);
            if (input instanceof List<?>) {
                saw(input);
            } else {
                values.add(name);
            }
        }
        return value;
    }

    @Override
    public @Nullable Object value(Formula formula, Row row) {
        saw(row);
        return formula.value(inputs, row);
    }

    @Override
    public @Nullable Object optional(Formula formula, Row row) {
        return value(formula, row);
    }

    /** Where rows name their criterion, those of another one have nothing to do with this. */
    @Override
    @SuppressWarnings("unchecked") // the vocabulary says that this name is a register
    public @Nullable List<Row> rows(String register) {
        List<Row> all = (List<Row>) inputs.get(register);
        if (all != null) {
            all.stream()
                    .filter(row -> row.kind().indexOf("criterion") < 0
                            || row.text("criterion").equals(criterion))
                    .forEach(this::saw);
        }
        return all;
    }

    @Override
    public boolean explains() {
        return false;
    }

    @Override
    public Scheme scheme() {
        return scheme;
    }

    @Override
    public String name(Row row) {
        return "";
    }

    @Override
    public void step(Supplier<Problem> words, @Nullable Object value, Kind kind) {}

    @Override
    public List<Trace> explained(Formula formula, Row row) {
        return List.of();
    }

    @Override
    public void loss(Exact points, Supplier<Problem> reason) {}

    @Override
    public void problem(Supplier<Problem> problem) {}
}
