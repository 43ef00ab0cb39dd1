package org.jizhun.kernel.problem;

import java.util.List;

/** The work asked for cannot be done at all (unreadable file, unsound scheme): carries why, in the catalogue's words. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public Refusal(Problem problem) {
        this(List.of(problem));
    }

    public Refusal(List<Problem> problems) {
        super(
                problems.isEmpty()
                        ? "refused"
                        : problems.get(0).code() + " at " + problems.get(0).place());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
