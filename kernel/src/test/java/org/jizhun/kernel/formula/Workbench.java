package org.jizhun.kernel.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/** The names, figures and rows that the formula tests share, and short ways to compile and evaluate. */
final class Workbench {

    static final Place PLACE = Place.text("rule.yaml", 7, 12);
    static final Vocabulary VOCABULARY = Vocabulary.standard();
    static final Kind.RecordOf CONTRACT =
            VOCABULARY.register("contracts").orElseThrow().recordKind();
    static final Kind.RecordOf MONTH =
            VOCABULARY.register("execution").orElseThrow().recordKind();
    static final Scope SCOPE = Scope.of(VOCABULARY)
            .with("a", "甲", Kind.NUMBER)
            .with("b", "乙", Kind.NUMBER)
            .with("c", "丙", Kind.NUMBER)
            .with("yes", "", Kind.BOOLEAN)
            .with("money", "资金", Kind.AMOUNT)
            .with("rate", "比率", Kind.PERCENT)
            .with("score", "得分", Kind.POINTS)
            .with("people", "人数", Kind.COUNT)
            .with("day", "某日", Kind.DATE)
            .with("later", "后日", Kind.DATE)
            .with("wait", "等待", Kind.DURATION)
            .with("word", "词", Kind.TEXT)
            .with("numbers", "数列", new Kind.ListOf(Kind.NUMBER))
            .with("truths", "", new Kind.ListOf(Kind.BOOLEAN));

    private final Map<String, Object> values = new HashMap<>();
    private WorkingDays calendar = WorkingDays.NONE;

    static Workbench with(Object... namesAndValues) {
        Workbench bench = new Workbench();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            bench.values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return bench;
    }

    Workbench calendar(WorkingDays given) {
        calendar = given;
        return this;
    }

    Inputs inputs() {
        return new Inputs() {
            @Override
            public @Nullable Object get(String name) {
                return values.get(name);
            }

            @Override
            public WorkingDays calendar() {
                return calendar;
            }
        };
    }

    @Nullable Object value(String formula) {
        return formula(formula).value(inputs());
    }

    Reading read(String formula) {
        return formula(formula).read(inputs());
    }

    @Nullable Object bounds(String formula) {
        return formula(formula).bounds(inputs());
    }

    static Formula formula(String text) {
        Result<java.util.Optional<Formula>> compiled = Formula.compile(text, PLACE, SCOPE);
        return compiled.value().orElseThrow(() -> new AssertionError(text + " → " + compiled.problems()));
    }

    static List<Problem> problems(String text) {
        return Formula.compile(text, PLACE, SCOPE).problems();
    }

    /** {@code code@line:column} of every mistake in a formula. */
    static List<String> mistakes(String text) {
        List<String> told = new ArrayList<>();
        problems(text)
                .forEach(problem -> told.add(problem.code() + "@"
                        + problem.place().line() + ":" + problem.place().column()));
        return told;
    }

    static Row contract(int line, Object... namesAndValues) {
        return row(CONTRACT, "contracts.csv", line, namesAndValues);
    }

    static Row month(int month, String rate) {
        return row(MONTH, "execution.csv", month, "month", Exact.of(month), "rate", Exact.parse(rate));
    }

    static Row row(Kind.RecordOf kind, String file, int line, Object... namesAndValues) {
        @Nullable Object[] fields = new Object[kind.fields().size()];
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields[kind.indexOf((String) namesAndValues[i])] = namesAndValues[i + 1];
        }
        return new Row(kind, fields, Place.text(file, line, 1));
    }
}
