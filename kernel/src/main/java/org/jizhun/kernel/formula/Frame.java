package org.jizhun.kernel.formula;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** One evaluation under way: inputs, the elements that lists are being walked with, and what is being noted down. */
final class Frame {

    /** Walking more elements than this in one evaluation is refused; nested lists of 200 rows reach it at depth four. */
    static final int MAX_WORK = 20_000_000;

    private final @Nullable Object[] slots;
    private final Place place;
    private @Nullable Inputs inputs;
    private @Nullable List<Trace> steps;
    private @Nullable List<Problem> problems;
    private int work;

    Frame(int slots, Place place) {
        this.slots = new Object[slots];
        this.place = place;
    }

    Frame start(Inputs given, @Nullable Object item) {
        inputs = given;
        work = 0;
        if (item != null) {
            slots[0] = item;
        }
        return this;
    }

    Frame noting() {
        steps = new ArrayList<>(4);
        problems = new ArrayList<>(2);
        return this;
    }

    Inputs inputs() {
        if (inputs == null) {
            throw new IllegalStateException("not started");
        }
        return inputs;
    }

    @Nullable Object slot(int index) {
        return slots[index];
    }

    void set(int index, @Nullable Object value) {
        slots[index] = value;
    }

    void walk(int elements) {
        work += elements;
        if (work > MAX_WORK) {
            throw new Refusal(Problem.of("formula-too-much-work", place, "limit", MAX_WORK));
        }
    }

    @Nullable List<Trace> steps() {
        return steps;
    }

    void steps(@Nullable List<Trace> now) {
        steps = now;
    }

    List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }

    /** Notes a problem once; the fast readings note none. */
    void problem(String code, Object... namesAndValues) {
        if (problems != null) {
            Problem problem = Problem.of(code, place, namesAndValues);
            if (!problems.contains(problem)) {
                problems.add(problem);
            }
        }
    }
}
