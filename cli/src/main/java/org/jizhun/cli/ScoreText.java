package org.jizhun.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jizhun.kernel.fact.Spoken;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Points;
import org.jizhun.kernel.scoring.CriterionScore;
import org.jizhun.kernel.scoring.Evaluation;
import org.jizhun.kernel.scoring.Status;
import org.jspecify.annotations.Nullable;

/** An evaluation for the terminal: a table of the criteria, under each leaf why, and the total at the end. */
final class ScoreText {

    private static final String INDENT = "  ";
    private static final int FIGURE = 9;
    private static final int STATUS = 8;
    private static final int GAPS = 2;

    private final Console console;
    private final Complaints complaints;
    private final int nameWidth;

    ScoreText(Console console) {
        this.console = console;
        this.complaints = new Complaints(console);
        this.nameWidth = console.columns() - 3 * FIGURE - STATUS - GAPS;
    }

    void print(Evaluation evaluation) {
        heading(evaluation);
        row(
                console.word("word-criterion"),
                console.word("word-weight"),
                console.word("word-score"),
                console.word("word-rate"),
                console.word("word-status"));
        console.line("─".repeat(console.columns()));
        Reasons reasons = new Reasons(console);
        for (CriterionScore criterion : evaluation.criteria()) {
            print(criterion, null, "", reasons);
        }
        console.line("─".repeat(console.columns()));
        total(evaluation);
    }

    private void heading(Evaluation evaluation) {
        String id = evaluation.scheme().id() + "@" + evaluation.scheme().edition();
        console.line(evaluation.scheme().title().in(console.language()) + INDENT + id);
        say(
                "score-subject",
                "department",
                evaluation.facts().text("departmentName"),
                "year",
                evaluation.facts().text("year"),
                "hash",
                evaluation.facts().hash().substring(0, 12));
        evaluation.project().ifPresent(code -> say("score-subject-project", "code", code, "name", name(evaluation)));
        console.line("");
    }

    private static String name(Evaluation evaluation) {
        return evaluation.facts().rows("projects").stream()
                .filter(row -> Optional.of(row.text("code")).equals(evaluation.project()))
                .findFirst()
                .map(row -> row.text("name"))
                .orElse("");
    }

    private void print(CriterionScore criterion, @Nullable CriterionScore above, String indent, Reasons reasons) {
        row(criterion, indent);
        reasons.of(criterion, above, indent + INDENT + INDENT).forEach(console::line);
        for (CriterionScore child : criterion.criteria()) {
            if (criterion.status() == Status.STATED) {
                printBelowStated(child, indent + INDENT, reasons);
            } else {
                print(child, criterion, indent + INDENT, reasons);
            }
        }
    }

    /** A document states what is above; what would be needed to calculate this line is told in passing. */
    private void printBelowStated(CriterionScore criterion, String indent, Reasons reasons) {
        row(criterion, indent);
        reasons.lacking(criterion, indent + INDENT + INDENT).forEach(console::line);
        criterion.criteria().forEach(child -> printBelowStated(child, indent + INDENT, reasons));
    }

    private void row(CriterionScore criterion, String indent) {
        row(
                indent + criterion.name().in(console.language()),
                Spoken.points(criterion.weight()),
                criterion.score().map(Spoken::points).orElse("—"),
                criterion.rate().map(Spoken::percent).orElse("—"),
                status(criterion.status()));
    }

    private String status(Status status) {
        return console.word(
                switch (status) {
                    case COMPUTED -> "word-computed";
                    case JUDGED -> "word-judged";
                    case STATED -> "word-stated";
                    case MISSING -> "word-missing";
                    case NOT_APPLICABLE -> "word-not-applicable";
                });
    }

    private void row(String name, String weight, String score, String rate, String status) {
        List<String> names = Lines.wrapped(name, nameWidth, INDENT.repeat(3));
        console.line((Lines.left(names.get(0), nameWidth)
                        + Lines.right(weight, FIGURE)
                        + Lines.right(score, FIGURE)
                        + Lines.right(rate, FIGURE)
                        + " ".repeat(GAPS)
                        + status)
                .stripTrailing());
        names.stream().skip(1).forEach(console::line);
    }

    private void total(Evaluation evaluation) {
        String total = Spoken.points(evaluation.total());
        String of = Spoken.points(evaluation.scheme().total());
        if (evaluation.grade().isPresent()) {
            say(
                    "score-total",
                    "total",
                    total,
                    "of",
                    of,
                    "grade",
                    evaluation.grade().get());
        } else {
            say("score-total-no-grade", "total", total, "of", of);
        }
        if (!evaluation.attainable().equals(evaluation.total())) {
            say("score-attainable", "from", total, "to", Spoken.points(evaluation.attainable()));
        }
        long unverified = leaves(evaluation.criteria())
                .filter(leaf -> !leaf.basis().verified())
                .count();
        if (unverified > 0) {
            say("score-unverified", "count", unverified);
        }
        for (Problem problem : evaluation.problems()) {
            complaints.lines(problem).forEach(console::line);
        }
    }

    static Stream<CriterionScore> leaves(List<CriterionScore> criteria) {
        return criteria.stream().flatMap(each -> each.criteria().isEmpty() ? Stream.of(each) : leaves(each.criteria()));
    }

    /** What a what-if changed: total, grade, and each line whose score is another. */
    void printChanges(List<String> changes, Evaluation before, Evaluation after) {
        console.line("");
        say("what-if-heading", "changes", String.join(" ", changes));
        List<String[]> rows = new ArrayList<>();
        compare(before.criteria(), after.criteria(), rows);
        rows.add(
                new String[] {console.word("word-total"), Spoken.points(before.total()), Spoken.points(after.total())});
        rows.add(new String[] {
            console.word("word-grade"),
            before.grade().orElse("—"),
            after.grade().orElse("—")
        });
        for (String[] row : rows) {
            console.line(INDENT + Lines.left(row[0], nameWidth) + Lines.right(row[1], FIGURE) + "  →"
                    + Lines.right(row[2], FIGURE));
        }
    }

    private void compare(List<CriterionScore> before, List<CriterionScore> after, List<String[]> rows) {
        for (CriterionScore now : after) {
            Optional<CriterionScore> then =
                    before.stream().filter(each -> each.id().equals(now.id())).findFirst();
            Optional<Points> old = then.flatMap(CriterionScore::score);
            if (now.criteria().isEmpty() && !old.equals(now.score())) {
                rows.add(new String[] {
                    now.name().in(console.language()),
                    old.map(Spoken::points).orElse("—"),
                    now.score().map(Spoken::points).orElse("—")
                });
            }
            compare(then.map(CriterionScore::criteria).orElse(List.of()), now.criteria(), rows);
        }
    }

    private void say(String code, Object... namesAndValues) {
        String text = Problem.of(code, Place.NONE, namesAndValues).text(console.language());
        Lines.wrapped(text, console.columns(), INDENT).forEach(console::line);
    }
}
