package org.jizhun.kernel.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.formula.Inputs;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Points;
import org.jizhun.kernel.scheme.Criterion;
import org.jizhun.kernel.scheme.Scheme;
import org.jspecify.annotations.Nullable;

/**
 * Scores many departments by one scheme, without explanation: the same points as {@link Scoring}, by the same rules. For
 * one thread; each thread takes its own.
 */
public final class QuickScoring {

    private final Scheme scheme;
    private final Silent working;

    private QuickScoring(Scheme scheme) {
        this.scheme = scheme;
        this.working = new Silent(scheme);
    }

    public static QuickScoring of(Scheme scheme) {
        return new QuickScoring(scheme);
    }

    /**
     * Points without reasons.
     *
     * @param leaves points of each leaf in the order of {@link Scheme#leaves()}; null where it is missing or dropped
     */
    public record Scored(Points total, Points attainable, List<@Nullable Exact> leaves) {}

    /** The points of one department year. */
    public Scored score(Inputs facts) {
        Inputs inputs = scheme.inputs(facts);
        working.start(inputs);
        List<@Nullable Exact> leaves = new ArrayList<>();
        Given given = Given.of(inputs);
        Tally outline = Tally.NOTHING;
        for (Criterion criterion : scheme.criteria()) {
            outline = outline.plus(tally(criterion, given, leaves));
        }
        Totals totals = Totals.of(scheme, outline, working);
        return new Scored(
                new Points(totals.total()), new Points(totals.attainable()), Collections.unmodifiableList(leaves));
    }

    private Tally tally(Criterion criterion, Given given, List<@Nullable Exact> leaves) {
        Row stated = given.stated().get(criterion.id());
        Tally own = criterion.rule().isPresent() ? leaf(criterion, given, leaves) : group(criterion, given, leaves);
        return stated == null ? own : Tally.points((Exact) java.util.Objects.requireNonNull(stated.get("score")));
    }

    private Tally group(Criterion group, Given given, List<@Nullable Exact> leaves) {
        Tally sum = Tally.NOTHING;
        for (Criterion child : group.children()) {
            sum = sum.plus(tally(child, given, leaves));
        }
        return new Tally(Totals.group(scheme, sum.points()), sum.missing(), sum.dropped());
    }

    private Tally leaf(Criterion leaf, Given given, List<@Nullable Exact> leaves) {
        LeafScore score = given.droppedBy(leaf.id()) == null
                ? LeafScore.of(scheme, leaf, working)
                : LeafScore.notApplicable(scheme, leaf, "");
        leaves.add(score.points());
        return Scoring.tally(leaf, score);
    }
}
