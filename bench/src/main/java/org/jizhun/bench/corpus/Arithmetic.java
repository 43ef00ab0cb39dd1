package org.jizhun.bench.corpus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;

/**
 * Evaluates the small language of the models: {@code + - * /}, brackets, names, {@code @2024-05-06} for a day (its number),
 * and the functions {@code draw(lowest, highest, step)}, {@code round(x, decimals)}, {@code cut(x, decimals)}, {@code min},
 * {@code max} and {@code workday(day, days)}. Whatever cannot be evaluated is a mistake in the template and thrown.
 */
final class Arithmetic {

    private final Map<String, Exact> values;
    private final Random random;
    private final WorkingDays calendar;
    private String text = "";
    private int at;

    Arithmetic(Map<String, Exact> values, Random random, WorkingDays calendar) {
        this.values = values;
        this.random = random;
        this.calendar = calendar;
    }

    Exact evaluate(String expression) {
        text = expression.replace(" ", "");
        at = 0;
        Exact value = sum();
        if (at < text.length()) {
            throw wrong("unexpected");
        }
        return value;
    }

    private Exact sum() {
        Exact value = product();
        while (at < text.length() && "+-".indexOf(text.charAt(at)) >= 0) {
            boolean plus = text.charAt(at++) == '+';
            Exact next = product();
            value = plus ? value.plus(next) : value.minus(next);
        }
        return value;
    }

    private Exact product() {
        Exact value = atom();
        while (at < text.length() && "*/".indexOf(text.charAt(at)) >= 0) {
            boolean times = text.charAt(at++) == '*';
            Exact next = atom();
            value = times ? value.times(next) : value.dividedBy(next);
        }
        return value;
    }

    private Exact atom() {
        if (take('-')) {
            return atom().negate();
        }
        if (take('(')) {
            Exact value = sum();
            expect(')');
            return value;
        }
        if (take('@')) {
            return Exact.of(LocalDate.parse(run("[0-9-]")).toEpochDay());
        }
        String word = run("[A-Za-z0-9.]");
        if (word.isEmpty()) {
            throw wrong("nothing");
        }
        if (Character.isDigit(word.charAt(0))) {
            return Exact.parse(word);
        }
        return take('(') ? function(word) : known(word);
    }

    private Exact known(String name) {
        Exact value = values.get(name);
        if (value == null) {
            throw wrong("unknown name " + name);
        }
        return value;
    }

    private Exact function(String name) {
        List<Exact> given = new ArrayList<>();
        do {
            given.add(sum());
        } while (take(','));
        expect(')');
        return switch (name) {
            case "draw" -> draw(given.get(0), given.get(1), given.get(2));
            case "round" -> given.get(0).round(Rounding.halfUp(whole(given.get(1))));
            case "cut" -> given.get(0).round(new Rounding(whole(given.get(1)), Rounding.Mode.TRUNCATE));
            case "min" -> given.stream().reduce(Exact::min).orElseThrow();
            case "max" -> given.stream().reduce(Exact::max).orElseThrow();
            case "workday" ->
                Exact.of(calendar.add(LocalDate.ofEpochDay(whole(given.get(0))), whole(given.get(1)))
                        .orElseThrow()
                        .toEpochDay());
            default -> throw wrong("unknown function " + name);
        };
    }

    private Exact draw(Exact lowest, Exact highest, Exact step) {
        int steps = whole(highest.minus(lowest).dividedBy(step));
        return lowest.plus(step.times(Exact.of(random.nextInt(steps + 1))));
    }

    static int whole(Exact value) {
        return value.toDecimal(Rounding.halfUp(0)).intValueExact();
    }

    private String run(String letters) {
        int start = at;
        while (at < text.length() && text.substring(at, at + 1).matches(letters)) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean take(char sign) {
        boolean there = at < text.length() && text.charAt(at) == sign;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char sign) {
        if (!take(sign)) {
            throw wrong("no " + sign);
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " at " + at + " in " + text);
    }
}
