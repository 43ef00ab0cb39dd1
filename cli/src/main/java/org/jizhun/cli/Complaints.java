package org.jizhun.cli;

import java.util.List;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Severity;

/** Prints problems for a person: how bad, where, what, and what to do; errors first, then a count. */
final class Complaints {

    private static final String INDENT = "      ";

    private final Console console;

    Complaints(Console console) {
        this.console = console;
    }

    /** To the stream for complaints. Results printed so far come first. */
    void print(List<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        console.out().flush();
        for (Severity severity : Severity.values()) {
            problems.stream()
                    .filter(problem -> problem.severity() == severity)
                    .distinct()
                    .forEach(problem -> lines(problem).forEach(console::complain));
        }
        if (problems.size() > 1) {
            console.complain(count(problems));
        }
        console.flush();
    }

    /** The lines of one problem, as they also stand at the end of a score. */
    List<String> lines(Problem problem) {
        String place = problem.place().toString();
        String first = word(problem.severity()) + (place.isEmpty() ? "" : "  " + place) + "  "
                + problem.text(console.language());
        String advice = problem.advice(console.language());
        List<String> text = Lines.wrapped(first, console.columns(), INDENT);
        if (advice.isEmpty()) {
            return text;
        }
        return java.util.stream.Stream.concat(
                        text.stream(), Lines.wrapped(INDENT + "→ " + advice, console.columns(), INDENT + "  ").stream())
                .toList();
    }

    private String word(Severity severity) {
        return console.word(
                switch (severity) {
                    case ERROR -> "word-error";
                    case WARNING -> "word-warning";
                    case NOTE -> "word-note";
                });
    }

    private String count(List<Problem> problems) {
        return Problem.of(
                        "command-problem-count",
                        org.jizhun.kernel.problem.Place.NONE,
                        "errors",
                        number(problems, Severity.ERROR),
                        "warnings",
                        number(problems, Severity.WARNING),
                        "notes",
                        number(problems, Severity.NOTE))
                .text(console.language());
    }

    private static long number(List<Problem> problems, Severity severity) {
        return problems.stream()
                .distinct()
                .filter(problem -> problem.severity() == severity)
                .count();
    }
}
