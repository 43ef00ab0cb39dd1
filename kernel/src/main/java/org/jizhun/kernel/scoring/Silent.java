package org.jizhun.kernel.scoring;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.formula.Batch;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.formula.Inputs;
import org.jizhun.kernel.formula.Trace;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scheme.Working;
import org.jspecify.annotations.Nullable;

/** A working paper on which nothing is written, used again for one department after another by one thread. */
final class Silent implements Working {

    private final Scheme scheme;
    private final IdentityHashMap<Formula, Batch> batches = new IdentityHashMap<>();
    private Inputs inputs = name -> null;

    Silent(Scheme scheme) {
        this.scheme = scheme;
    }

    void start(Inputs next) {
        inputs = next;
    }

    @Override
    public boolean explains() {
        return false;
    }

    @Override
    public @Nullable Object value(Formula formula) {
        return batches.computeIfAbsent(formula, Formula::batch).value(inputs);
    }

    @Override
    public @Nullable Object value(Formula formula, Row row) {
        return batches.computeIfAbsent(formula, Formula::batch).value(inputs, row);
    }

    @Override
    public @Nullable Object optional(Formula formula, Row row) {
        return value(formula, row);
    }

    @Override
    @SuppressWarnings("unchecked") // the vocabulary says that this name is a register
    public @Nullable List<Row> rows(String register) {
        return (List<Row>) inputs.get(register);
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
