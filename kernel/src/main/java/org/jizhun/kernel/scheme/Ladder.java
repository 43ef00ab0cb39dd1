package org.jizhun.kernel.scheme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * A share of the weight by the band in which a measure falls. The bands cover every figure exactly once.
 *
 * @param measure numeric formula
 */
public record Ladder(Formula measure, List<Band> bands) implements Rule {

    static final String KIND = "ladder";

    /**
     * One band; an empty end is open to everything on that side.
     *
     * @param rate share of the weight, a ratio
     */
    public record Band(Optional<Exact> low, boolean lowIn, Optional<Exact> high, boolean highIn, Exact rate) {

        boolean holds(Exact figure) {
            int below = low.map(figure::compareTo).orElse(1);
            int above = high.map(figure::compareTo).orElse(-1);
            return (lowIn ? below >= 0 : below > 0) && (highIn ? above <= 0 : above < 0);
        }

        /** As people write it: {@code > 5%, ≤ 10%}. */
        String text(Function<Exact, String> figure) {
            return Stream.of(
                            low.map(end -> (lowIn ? "≥ " : "> ") + figure.apply(end)),
                            high.map(end -> (highIn ? "≤ " : "< ") + figure.apply(end)))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
        }

        @Override
        public String toString() {
            return (lowIn ? "[" : "(") + low.map(Texts::plain).orElse("") + ".."
                    + high.map(Texts::plain).orElse("") + (highIn ? "]" : ")");
        }
    }

    public Ladder {
        bands = List.copyOf(bands);
    }

    static @Nullable Rule read(RuleSource source) {
        source.known("measure", "unit", "bands");
        Kind.Simple unit = unit(source);
        Formula measure = source.formula("measure", unit);
        List<Band> bands = new ArrayList<>();
        boolean sound = true;
        for (YamlNode node : source.node().items("bands")) {
            Band band = band(source.inside(node), unit);
            sound &= band != null;
            if (band != null) {
                bands.add(band);
            }
        }
        if (bands.isEmpty()) {
            source.node().required("bands", source.problems());
        }
        if (sound) {
            checkCover(source, bands);
        }
        return measure == null || bands.isEmpty() ? null : new Ladder(measure, bands);
    }

    private static Kind.Simple unit(RuleSource source) {
        String word = source.node().text("unit", "percent").toUpperCase(Locale.ROOT);
        for (Kind.Simple kind : Kind.Simple.values()) {
            if (kind.isNumeric() && kind.name().equals(word)) {
                return kind;
            }
        }
        source.mistake("kind-unknown", source.place("unit"), "found", word.toLowerCase(Locale.ROOT));
        return Kind.PERCENT;
    }

    private static @Nullable Band band(RuleSource source, Kind.Simple unit) {
        source.known("from", "above", "to", "below", "rate");
        int before = source.problems().size();
        if ((source.has("from") && source.has("above")) || (source.has("to") && source.has("below"))) {
            source.mistake("band-end-twice", source.node().place());
        }
        boolean lowIn = source.has("from");
        boolean highIn = source.has("to");
        Optional<Exact> low = source.optionalFigure(lowIn ? "from" : "above", unit);
        Optional<Exact> high = source.optionalFigure(highIn ? "to" : "below", unit);
        Exact rate = source.figure("rate", Kind.PERCENT);
        return rate == null || source.problems().size() > before ? null : new Band(low, lowIn, high, highIn, rate);
    }

    /** Sorted by lower end, each band must begin exactly where the one before ends. */
    private static void checkCover(RuleSource source, List<Band> bands) {
        List<Band> sorted = new ArrayList<>(bands);
        sorted.sort(Comparator.comparing(
                (Band band) -> band.low().orElse(null), Comparator.nullsFirst(Comparator.naturalOrder())));
        Place place = source.place("bands");
        for (int i = 0; i < sorted.size(); i++) {
            Band band = sorted.get(i);
            Band before = i == 0 ? null : sorted.get(i - 1);
            if (before == null && band.low().isPresent()) {
                source.mistake("bands-gap", place, "where", "… " + band);
            } else if (before != null) {
                join(source, place, before, band);
            }
        }
        if (!sorted.isEmpty() && sorted.get(sorted.size() - 1).high().isPresent()) {
            source.mistake("bands-gap", place, "where", sorted.get(sorted.size() - 1) + " …");
        }
    }

    private static void join(RuleSource source, Place place, Band before, Band band) {
        String where = before + " " + band;
        if (before.high().isEmpty() || band.low().isEmpty()) {
            source.mistake("bands-overlap", place, "where", where);
            return;
        }
        int order = before.high().get().compareTo(band.low().get());
        if (order > 0 || (order == 0 && before.highIn() && band.lowIn())) {
            source.mistake("bands-overlap", place, "where", where);
        } else if (order < 0 || (!before.highIn() && !band.lowIn())) {
            source.mistake("bands-gap", place, "where", where);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<String> decisive() {
        return Optional.of(measure.text());
    }

    @Override
    public Outcome apply(Criterion criterion, Working working) {
        Exact figure = (Exact) working.value(measure);
        if (figure == null) {
            return Outcome.MISSING;
        }
        Band band = bands.stream()
                .filter(each -> each.holds(figure))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("bands do not cover " + figure));
        Exact weight = criterion.weight().points();
        Exact points = weight.times(band.rate());
        working.step(() -> said("step-band", figure, band), points, Kind.POINTS);
        working.loss(weight.minus(points), () -> said("loss-band", figure, band));
        return Outcome.computed(points);
    }

    private Problem said(String code, Exact figure, Band band) {
        Kind unit = measure.kind();
        return Problem.of(
                code,
                Place.NONE,
                "found",
                Texts.zh(figure, unit),
                "foundEn",
                Texts.en(figure, unit),
                "band",
                band.text(end -> Texts.zh(end, unit)),
                "bandEn",
                band.text(end -> Texts.en(end, unit)),
                "rate",
                Texts.percent(band.rate()));
    }
}
