package org.jizhun.kernel.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.formula.Inputs;
import org.jizhun.kernel.formula.Reading;
import org.jizhun.kernel.formula.Trace;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Points;
import org.jizhun.kernel.scheme.Loss;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scheme.Working;
import org.jspecify.annotations.Nullable;

/** The working paper of one criterion with everything noted. */
final class Notes implements Working {

    private static final int HANDFUL = 20;

    private final Scheme scheme;
    private final Inputs inputs;
    private final MissingFacts missing;
    private final List<Trace> steps = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int left;
    private Exact leftPoints = Exact.ZERO;

    Notes(Scheme scheme, Inputs inputs) {
        this.scheme = scheme;
        this.inputs = inputs;
        this.missing = new MissingFacts(scheme.vocabulary(), inputs);
    }

    List<Trace> steps() {
        return steps;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The losses, at most a handful of rows; the rest are one loss with their number. */
    List<Loss> losses() {
        if (left > 0) {
            List<Loss> all = new ArrayList<>(losses);
            all.add(new Loss(
                    new Points(leftPoints),
                    Problem.of("loss-more-rows", org.jizhun.kernel.problem.Place.NONE, "count", left)));
            return all;
        }
        return losses;
    }

    @Override
    public boolean explains() {
        return true;
    }

    @Override
    public @Nullable Object value(Formula formula) {
        Reading reading = formula.read(inputs);
        if (!(formula.kind() instanceof Kind.ListOf)) {
            steps.add(reading.trace());
        }
        problems.addAll(reading.problems());
        if (reading.value() == null) {
            problems.addAll(missing.of(formula, reading));
        }
        return reading.value();
    }

    @Override
    public @Nullable Object value(Formula formula, Row row) {
        Reading reading = formula.read(inputs, row);
        problems.addAll(reading.problems());
        if (reading.value() == null) {
            problems.add(missing.of(formula, row, name(row)));
        }
        return reading.value();
    }

    @Override
    public @Nullable Object optional(Formula formula, Row row) {
        return formula.value(inputs, row);
    }

    @Override
    @SuppressWarnings("unchecked") // the vocabulary says that this name is a register
    public @Nullable List<Row> rows(String register) {
        List<Row> rows = (List<Row>) inputs.get(register);
        if (rows == null) {
            problems.add(missing.register(register));
        }
        return rows;
    }

    @Override
    public Scheme scheme() {
        return scheme;
    }

    @Override
    public String name(Row row) {
        return missing.name(row);
    }

    @Override
    public void step(Supplier<Problem> words, @Nullable Object value, Kind kind) {
        steps.add(Trace.said(words.get(), value, kind));
    }

    /** From the branch that was taken, where the formula chooses between some. */
    @Override
    public List<Trace> explained(Formula formula, Row row) {
        Trace trace = formula.read(inputs, row).trace();
        while (trace.expression().startsWith("if ") && !trace.steps().isEmpty()) {
            Trace taken = trace.steps().get(trace.steps().size() - 1);
            if (!taken.kind().equals(trace.kind()) || !Objects.equals(taken.value(), trace.value())) {
                break;
            }
            trace = taken;
        }
        return List.of(trace);
    }

    @Override
    public void loss(Exact points, Supplier<Problem> reason) {
        if (points.signum() <= 0) {
            return;
        }
        if (losses.size() < HANDFUL) {
            losses.add(new Loss(new Points(points), reason.get()));
        } else {
            left++;
            leftPoints = leftPoints.plus(points);
        }
    }

    @Override
    public void problem(Supplier<Problem> problem) {
        problems.add(problem.get());
    }
}
