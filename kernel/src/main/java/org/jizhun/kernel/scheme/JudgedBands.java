package org.jizhun.kernel.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** A person chooses a band and a rate within it, with a reason, in the register {@code judgements}. */
public record JudgedBands(List<Band> bands) implements Rule {

    static final String KIND = "judged-bands";

    /** One band: both ends belong to it, as ratios; where bands meet, the chosen label decides. */
    public record Band(String label, Exact from, Exact to) {}

    public JudgedBands {
        bands = List.copyOf(bands);
    }

    static @Nullable Rule read(RuleSource source) {
        source.known("bands");
        List<Band> bands = new ArrayList<>();
        for (YamlNode node : source.node().items("bands")) {
            RuleSource inner = source.inside(node);
            inner.known("label", "from", "to");
            String label = node.required("label", source.problems());
            Exact from = inner.figure("from", Kind.PERCENT);
            Exact to = inner.figure("to", Kind.PERCENT);
            if (from != null && to != null) {
                bands.add(new Band(label, from, to));
                if (from.compareTo(to) > 0) {
                    inner.mistake("band-ends-reversed", node.place(), "label", label);
                }
            }
        }
        if (bands.isEmpty()) {
            source.node().required("bands", source.problems());
            return null;
        }
        checkCover(source, bands);
        return new JudgedBands(bands);
    }

    /** From 0 % to 100 %, each band beginning where the one before ends. */
    private static void checkCover(RuleSource source, List<Band> bands) {
        List<Band> sorted = new ArrayList<>(bands);
        sorted.sort(java.util.Comparator.comparing(Band::from));
        Place place = source.place("bands");
        Exact reached = Exact.ZERO;
        for (Band band : sorted) {
            int order = reached.compareTo(band.from());
            if (order != 0) {
                source.mistake(order < 0 ? "bands-gap" : "bands-overlap", place, "where", band.label());
            }
            reached = reached.max(band.to());
        }
        if (reached.compareTo(Exact.ONE) < 0) {
            source.mistake("bands-gap", place, "where", Texts.percent(reached) + " …");
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome apply(Criterion criterion, Working working) {
        Row row = Judgement.of(criterion, working);
        if (row == null) {
            return Outcome.MISSING;
        }
        String label = row.text("band");
        Exact rate = (Exact) row.get("rate");
        Optional<Band> band =
                bands.stream().filter(each -> each.label().equals(label)).findFirst();
        if (band.isEmpty() || rate == null) {
            working.problem(() -> Problem.of(
                    "judgement-needs-band",
                    row.place(),
                    "found",
                    label,
                    "known",
                    String.join("、", bands.stream().map(Band::label).toList())));
            return Outcome.MISSING;
        }
        if (rate.compareTo(band.get().from()) < 0 || rate.compareTo(band.get().to()) > 0) {
            working.problem(() -> Problem.of(
                    "judgement-outside-band",
                    row.place(),
                    "rate",
                    Texts.percent(rate),
                    "band",
                    label,
                    "from",
                    Texts.percent(band.get().from()),
                    "to",
                    Texts.percent(band.get().to())));
            return Outcome.MISSING;
        }
        return Judgement.outcome(
                criterion, working, row, criterion.weight().points().times(rate));
    }
}
