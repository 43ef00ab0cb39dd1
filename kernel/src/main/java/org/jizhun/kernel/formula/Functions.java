package org.jizhun.kernel.formula;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Interval;
import org.jizhun.kernel.quantity.Rounding;
import org.jspecify.annotations.Nullable;

/** Every function of the language: its name, which arguments it takes, and what it does. docs/formula.md lists them. */
final class Functions {

    /** Builds the checked call; tells the checker what is wrong with the arguments and returns null. */
    private interface Signature {
        @Nullable Node build(Arguments arguments);
    }

    private static final Map<String, Signature> ALL = new TreeMap<>();

    static {
        Roundings.MODES.forEach((name, mode) -> ALL.put(name, arguments -> rounding(arguments, mode)));
        ALL.put(
                "abs",
                arguments -> arguments.takes(1) && arguments.numeric(0)
                        ? arguments.call(arguments.kind(0), true, (given, frame) -> abs(given[0]))
                        : null);
        ALL.put("modulo", Functions::modulo);
        ALL.put(
                "not",
                arguments -> arguments.fit(Kind.BOOLEAN)
                        ? arguments.call(Kind.BOOLEAN, false, (given, frame) -> Logic.not(given[0]))
                        : null);
        aggregates();
        texts();
        dates();
    }

    private Functions() {}

    static boolean known(String name) {
        return ALL.containsKey(name);
    }

    static Set<String> names() {
        return new TreeSet<>(ALL.keySet());
    }

    static @Nullable Node build(String name, Arguments arguments) {
        Signature signature = ALL.get(name);
        if (signature == null) {
            throw new IllegalArgumentException("no such function: " + name);
        }
        return signature.build(arguments);
    }

    private static void aggregates() {
        ALL.put(
                "sum",
                arguments -> arguments.numericList() ? arguments.overList(Kinds::element, Aggregates::sum) : null);
        ALL.put(
                "mean",
                arguments -> arguments.numericList() ? arguments.overList(Kinds::element, Aggregates::mean) : null);
        ALL.put(
                "min",
                arguments -> arguments.orderedList()
                        ? arguments.overList(Kinds::element, (list, frame) -> Aggregates.extreme(list, 1))
                        : null);
        ALL.put(
                "max",
                arguments -> arguments.orderedList()
                        ? arguments.overList(Kinds::element, (list, frame) -> Aggregates.extreme(list, -1))
                        : null);
        ALL.put(
                "count",
                arguments -> arguments.anyList()
                        ? arguments.overList(list -> Kind.COUNT, (list, frame) -> Exact.of(list.size()))
                        : null);
        ALL.put(
                "all",
                arguments -> arguments.listOf(Kind.BOOLEAN)
                        ? arguments.overList(list -> Kind.BOOLEAN, (list, frame) -> Aggregates.all(list))
                        : null);
        ALL.put(
                "any",
                arguments -> arguments.listOf(Kind.BOOLEAN)
                        ? arguments.overList(list -> Kind.BOOLEAN, (list, frame) -> Aggregates.any(list))
                        : null);
        ALL.put(
                "distinct values",
                arguments -> arguments.takes(1) && arguments.isList(0)
                        ? arguments.call(
                                arguments.kind(0),
                                true,
                                (given, frame) -> Aggregates.distinct((List<?>) given[0], frame))
                        : null);
        ALL.put(
                "list contains",
                arguments -> arguments.takes(2) && arguments.isList(0) && arguments.sameAsElement(1, 0)
                        ? new Lists.Member(arguments.text(), arguments.node(1), arguments.node(0))
                        : null);
    }

    private static void texts() {
        ALL.put("contains", arguments -> textTest(arguments, String::contains));
        ALL.put("starts with", arguments -> textTest(arguments, String::startsWith));
        ALL.put("ends with", arguments -> textTest(arguments, String::endsWith));
        ALL.put(
                "string length",
                arguments -> arguments.fit(Kind.TEXT)
                        ? arguments.call(Kind.NUMBER, false, (given, frame) -> length((String) given[0]))
                        : null);
    }

    private interface TextTest {
        boolean test(String text, String part);
    }

    private static @Nullable Node textTest(Arguments arguments, TextTest test) {
        boolean sound = arguments.fit(Kind.TEXT, Kind.TEXT);
        return sound
                ? arguments.call(Kind.BOOLEAN, false, (given, frame) -> test.test((String) given[0], (String) given[1]))
                : null;
    }

    private static Exact length(String text) {
        return Exact.of(text.codePointCount(0, text.length()));
    }

    private static void dates() {
        ALL.put("date", Functions::date);
        ALL.put("duration", Functions::duration);
        ALL.put(
                "working days between",
                arguments -> arguments.fit(Kind.DATE, Kind.DATE)
                        ? arguments.call(Kind.NUMBER, false, Functions::workingDaysBetween)
                        : null);
        ALL.put(
                "add working days",
                arguments -> arguments.fit(Kind.DATE, Kind.NUMBER)
                        ? arguments.call(Kind.DATE, false, Functions::addWorkingDays)
                        : null);
        ALL.put(
                "is working day",
                arguments ->
                        arguments.fit(Kind.DATE) ? arguments.call(Kind.BOOLEAN, false, Functions::isWorkingDay) : null);
    }

    private static Object abs(Object figure) {
        return figure instanceof Interval interval ? interval.abs() : ((Exact) figure).abs();
    }

    private static @Nullable Node rounding(Arguments arguments, Rounding.Mode mode) {
        boolean scaleOptional = mode == Rounding.Mode.FLOOR || mode == Rounding.Mode.CEILING;
        if (!arguments.takes(scaleOptional ? 1 : 2, 2) || !arguments.numeric(0)) {
            return null;
        }
        Kind kind = arguments.kind(0);
        if (arguments.size() == 1) {
            return arguments.call(
                    kind, true, (given, frame) -> Roundings.round(given[0], Exact.ZERO, mode, kind, frame));
        }
        if (!arguments.fits(1, Kind.NUMBER)) {
            return null;
        }
        return arguments.call(
                kind,
                true,
                (given, frame) -> given[1] instanceof Exact decimals
                        ? Roundings.round(given[0], decimals, mode, kind, frame)
                        : Unknown.UNKNOWN);
    }

    /** As FEEL: the result has the sign of the divisor. */
    private static @Nullable Node modulo(Arguments arguments) {
        if (!arguments.takes(2) || !arguments.numeric(0) || !arguments.numeric(1) || !arguments.sameKind(0, 1)) {
            return null;
        }
        return arguments.call(arguments.kind(1), false, (given, frame) -> {
            Exact number = (Exact) given[0];
            Exact divisor = (Exact) given[1];
            if (divisor.isZero()) {
                frame.problem("formula-division-by-zero");
                return null;
            }
            Rounding floor = new Rounding(0, Rounding.Mode.FLOOR);
            return number.minus(divisor.times(number.dividedBy(divisor).round(floor)));
        });
    }

    private static @Nullable Node date(Arguments arguments) {
        if (arguments.size() == 3) {
            boolean sound = arguments.fit(Kind.NUMBER, Kind.NUMBER, Kind.NUMBER);
            return sound
                    ? arguments.call(
                            Kind.DATE,
                            false,
                            (given, frame) -> Temporals.date((Exact) given[0], (Exact) given[1], (Exact) given[2]))
                    : null;
        }
        if (!arguments.fit(Kind.TEXT) || arguments.isWrongText(0, Temporals::date)) {
            return null;
        }
        return arguments.call(Kind.DATE, false, (given, frame) -> Temporals.date((String) given[0]));
    }

    private static @Nullable Node duration(Arguments arguments) {
        if (!arguments.fit(Kind.TEXT) || arguments.isWrongText(0, Temporals::duration)) {
            return null;
        }
        return arguments.call(Kind.DURATION, false, (given, frame) -> Temporals.duration((String) given[0]));
    }

    private static @Nullable Object workingDaysBetween(Object[] given, Frame frame) {
        LocalDate start = (LocalDate) given[0];
        LocalDate end = (LocalDate) given[1];
        Optional<Long> days = frame.inputs().calendar().between(start, end);
        if (days.isEmpty()) {
            notLoaded(frame, start);
            notLoaded(frame, end);
            return null;
        }
        return Exact.of(days.get());
    }

    private static @Nullable Object addWorkingDays(Object[] given, Frame frame) {
        LocalDate start = (LocalDate) given[0];
        Exact days = (Exact) given[1];
        if (!Temporals.small(days)) {
            frame.problem("formula-days-not-whole", "found", days);
            return null;
        }
        Optional<LocalDate> reached = frame.inputs().calendar().add(start, Temporals.whole(days));
        if (reached.isEmpty()) {
            frame.problem("calendar-year-not-loaded", "date", start + (days.signum() < 0 ? " " : " +") + days);
        }
        return reached.orElse(null);
    }

    private static @Nullable Object isWorkingDay(Object[] given, Frame frame) {
        LocalDate day = (LocalDate) given[0];
        notLoaded(frame, day);
        return frame.inputs().calendar().isWorkingDay(day).orElse(null);
    }

    private static void notLoaded(Frame frame, LocalDate date) {
        WorkingDays calendar = frame.inputs().calendar();
        if (!calendar.covers(date)) {
            frame.problem("calendar-year-not-loaded", "date", date);
        }
    }
}
