package org.jizhun.kernel.problem;

import java.util.List;

/**
 * What could be made of some input: the good part, and everything that was wrong with the rest. Bad data is never an
 * exception.
 */
public record Result<T>(T value, List<Problem> problems) {

    public Result {
        problems = List.copyOf(problems);
    }

    public static <T> Result<T> of(T value) {
        return new Result<>(value, List.of());
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
