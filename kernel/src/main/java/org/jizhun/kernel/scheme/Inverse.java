package org.jizhun.kernel.scheme;

import java.util.Optional;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * All points while the actual figure is within the limit; above it weight × limit / actual.
 *
 * @param actual numeric formula
 * @param limit formula of the same kind
 */
public record Inverse(Formula actual, Formula limit) implements Rule {

    static final String KIND = "inverse";

    static @Nullable Rule read(RuleSource source) {
        source.known("actual", "limit", "unit");
        Kind.Simple unit = unit(source);
        Formula actual = source.formula("actual", unit);
        Formula limit = source.formula("limit", unit);
        return actual == null || limit == null ? null : new Inverse(actual, limit);
    }

    /** The kind of both figures; amount where the key is absent. */
    private static Kind.Simple unit(RuleSource source) {
        String word = source.node().text("unit", "amount");
        for (Kind.Simple kind : Kind.Simple.values()) {
            if (kind.isNumeric() && kind.word().equals(word)) {
                return kind;
            }
        }
        source.mistake("kind-unknown", source.place("unit"), "found", word);
        return Kind.AMOUNT;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<String> decisive() {
        return Optional.of("(" + actual.text() + ") / (" + limit.text() + ")");
    }

    @Override
    public Outcome apply(Criterion criterion, Working working) {
        Exact spent = (Exact) working.value(actual);
        Exact allowed = (Exact) working.value(limit);
        if (spent == null || allowed == null) {
            return Outcome.MISSING;
        }
        boolean within = spent.compareTo(allowed) <= 0;
        Exact part = allowed.signum() <= 0 ? Exact.ZERO : allowed.dividedBy(spent.max(allowed));
        Exact rate = within ? Exact.ONE : part;
        Exact weight = criterion.weight().points();
        working.step(
                within ? () -> Problem.of("step-within-limit", Place.NONE) : Texts.shareOfWeight(weight, rate),
                weight.times(rate),
                Kind.POINTS);
        working.loss(
                weight.times(Exact.ONE.minus(rate)),
                () -> Problem.of(
                        "loss-over-limit",
                        Place.NONE,
                        "actual",
                        Texts.zh(spent, actual.kind()),
                        "actualEn",
                        Texts.en(spent, actual.kind()),
                        "limit",
                        Texts.zh(allowed, limit.kind()),
                        "limitEn",
                        Texts.en(allowed, limit.kind()),
                        "rate",
                        Texts.percent(rate)));
        return Outcome.computed(weight.times(rate));
    }
}
