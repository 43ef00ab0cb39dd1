package org.jizhun.server.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.ChangeRows;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.register.FactSource;
import org.jizhun.server.register.StoredRow;
import org.jizhun.server.register.Told;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the values of an indicator make together, in the way the indicator counts. There is a sum only where every value counts
 * that way, or a stated conversion says how much it is by that way; nothing is rounded.
 */
@Service
class IndicatorSum {

    /** Where the indicators stand. */
    static final String REGISTER = "indicators";

    private static final String NAME_BREAK = "；";

    private final Years years;
    private final Sources sources;
    private final Conversions conversions;
    private final Values values;
    private final FactSource facts;
    private final ChangeRows changeRows;
    private final Takings takings;

    IndicatorSum(
            Years years,
            Sources sources,
            Conversions conversions,
            Values values,
            FactSource facts,
            ChangeRows changeRows,
            Takings takings) {
        this.years = years;
        this.sources = sources;
        this.conversions = conversions;
        this.values = values;
        this.facts = facts;
        this.changeRows = changeRows;
        this.takings = takings;
    }

    /** A value as it goes into the sum; factor and counted are null where nothing says how it could. */
    record Part(
            long id,
            String source,
            String period,
            String value,
            String unit,
            String definition,
            @Nullable String factor,
            @Nullable String counted) {}

    /** @param sum an exact decimal; null while a problem stands in its way */
    record View(
            String indicator,
            String name,
            String definition,
            String unit,
            List<Part> parts,
            @Nullable String sum,
            List<Told> problems) {}

    @Transactional(readOnly = true)
    public View of(long department, int year, String indicator) {
        DepartmentYear seen = years.one(department, year);
        return view(seen, row(seen, indicator));
    }

    private StoredRow row(DepartmentYear year, String indicator) {
        return facts.read(year).rows(REGISTER).stream()
                .filter(row -> indicator.equals(row.cells().get("code")))
                .findFirst()
                .orElseThrow(Rejection::notFound);
    }

    private View view(DepartmentYear year, StoredRow row) {
        String indicator = row.cells().getOrDefault("code", "");
        Map<Long, Sources.Source> from =
                sources.of(year).stream().collect(Collectors.toMap(Sources.Source::id, each -> each));
        List<Values.Value> given = values.of(year, indicator);
        String unit = row.cells().getOrDefault("unit", "");
        String definition = definition(row, given);
        List<Conversions.Conversion> stated = conversions.of(year);
        List<Problem> problems = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        Map<Otherwise, List<String>> otherwise = new LinkedHashMap<>();
        Exact sum = Exact.ZERO;
        for (Values.Value value : given) {
            Sources.Source source = java.util.Objects.requireNonNull(from.get(value.source()));
            Exact factor = factor(value.definition(), source.unit(), definition, unit, stated)
                    .orElse(null);
            Exact counted = factor == null ? null : Exact.parse(value.value()).times(factor);
            parts.add(new Part(
                    value.id(),
                    source.name(),
                    value.period(),
                    value.value(),
                    source.unit(),
                    value.definition(),
                    text(factor),
                    text(counted)));
            if (counted == null) {
                otherwise
                        .computeIfAbsent(new Otherwise(source, value.definition()), first -> new ArrayList<>())
                        .add(value.period());
            } else {
                sum = sum.plus(counted);
            }
        }
        otherwise.forEach((what, periods) -> problems.add(countsDifferently(what, periods, definition + unit(unit))));
        overlaps(given, from, problems);
        if (given.isEmpty()) {
            problems.add(problem("feed-no-values", "indicator", indicator));
        } else if (given.size() > 1 && unit.contains("%")) {
            problems.add(problem("feed-percentages", "indicator", indicator, "count", given.size()));
        }
        return new View(
                indicator,
                row.cells().getOrDefault("name", ""),
                definition,
                unit,
                parts,
                problems.isEmpty() ? sum.toString() : null,
                problems.stream().map(Told::of).toList());
    }

    /** What does not count as the indicator does: told once for all periods of a source. */
    private record Otherwise(Sources.Source source, String definition) {}

    private static Problem countsDifferently(Otherwise what, List<String> periods, String expected) {
        String first = periods.get(0);
        String last = periods.get(periods.size() - 1);
        boolean one = periods.size() == 1;
        return problem(
                "feed-counts-differently",
                "source",
                what.source().name(),
                "period",
                one ? first : first + " 至 " + last + "（" + periods.size() + " 个）",
                "periodEn",
                one ? first : first + " to " + last + " (" + periods.size() + ")",
                "found",
                what.definition() + unit(what.source().unit()),
                "expected",
                expected);
    }

    /** The indicator's own; where it has none, the one that all values have. */
    private static String definition(StoredRow row, List<Values.Value> given) {
        String own = row.cells().getOrDefault("definition", "");
        return own.isEmpty() && !given.isEmpty() ? given.get(0).definition() : own;
    }

    private static String unit(String unit) {
        return unit.isEmpty() ? "" : "（" + unit + "）";
    }

    private static @Nullable String text(@Nullable Exact value) {
        return value == null ? null : value.toString();
    }

    private static Optional<Exact> factor(
            String from, String fromUnit, String to, String toUnit, List<Conversions.Conversion> conversions) {
        if (from.equals(to) && fromUnit.equals(toUnit)) {
            return Optional.of(Exact.ONE);
        }
        return conversions.stream()
                .filter(each ->
                        each.fromDefinition().equals(from) && each.fromUnit().equals(fromUnit))
                .filter(each -> each.toDefinition().equals(to) && each.toUnit().equals(toUnit))
                .map(each -> Exact.parse(each.factor()))
                .findFirst();
    }

    /** A year and one of its months from one source would count the month twice. */
    private static void overlaps(List<Values.Value> given, Map<Long, Sources.Source> from, List<Problem> problems) {
        for (int i = 0; i < given.size(); i++) {
            for (int j = i + 1; j < given.size(); j++) {
                Values.Value one = given.get(i);
                Values.Value other = given.get(j);
                boolean both = one.source() == other.source() && period(one).overlaps(period(other));
                if (both) {
                    problems.add(problem(
                            "feed-periods-overlap",
                            "source",
                            java.util.Objects.requireNonNull(from.get(one.source()))
                                    .name(),
                            "one",
                            one.period(),
                            "other",
                            other.period()));
                }
            }
        }
    }

    private static Period period(Values.Value value) {
        return Period.of(value.period()).orElseThrow();
    }

    private static Problem problem(String code, Object... namesAndValues) {
        return Problem.of(code, Place.NONE, namesAndValues);
    }

    /**
     * Writes the sum into the indicator's actual value and the sources into where it comes from.
     *
     * @param version of the indicator's row as it was read
     * @throws Rejection if there is no sum, saying why
     */
    @Transactional
    public ChangeRows.Outcome take(long department, int year, String indicator, @Nullable Integer version) {
        DepartmentYear open = years.open(department, year);
        StoredRow row = row(open, indicator);
        View view = view(open, row);
        if (view.sum() == null) {
            throw Rejection.of(
                    HttpStatus.CONFLICT,
                    "feed-no-sum",
                    "indicator",
                    indicator,
                    "zh",
                    view.problems().stream().map(Told::zh).distinct().collect(Collectors.joining(NAME_BREAK)),
                    "en",
                    view.problems().stream().map(Told::en).distinct().collect(Collectors.joining("; ")));
        }
        Set<String> names =
                view.parts().stream().map(Part::source).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, String> cells = new TreeMap<>(new LinkedHashMap<>(row.cells()));
        cells.put("actual", view.sum());
        cells.put("source", String.join(NAME_BREAK, names));
        ChangeRows.Outcome outcome = changeRows
                .save(
                        department,
                        year,
                        REGISTER,
                        List.of(new ChangeRows.Wanted(indicator, row.id(), version, null, cells)))
                .get(0);
        if (outcome.outcome().equals("saved")) {
            takings.keep(
                    open,
                    row.id(),
                    view.sum(),
                    view.parts().stream().map(Part::id).toList());
        }
        return outcome;
    }
}
