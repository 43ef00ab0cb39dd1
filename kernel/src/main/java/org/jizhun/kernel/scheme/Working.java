package org.jizhun.kernel.scheme;

import java.util.List;
import java.util.function.Supplier;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.formula.Trace;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * The working paper of one criterion: a rule reads values through it and notes its steps on it. Without explanation the
 * same rule runs with the same values and notes nothing, which is how many departments are scored fast.
 */
public interface Working {

    /** Whether notes are kept; a rule may skip preparing them otherwise. */
    boolean explains();

    /** The value of a formula; null where something is missing, which is noted. */
    @Nullable Object value(Formula formula);

    /** The value for one row; null where something is missing, which is noted with the row. */
    @Nullable Object value(Formula formula, Row row);

    /** The value for one row, where a missing one is allowed and not noted. */
    @Nullable Object optional(Formula formula, Row row);

    /** The rows of a register; null where it was not filled in, which is noted. */
    @Nullable List<Row> rows(String register);

    Scheme scheme();

    /** A score of a roll-up's row, rounded if the scheme rounds at each level. */
    default Exact rowScore(Exact score) {
        ScoreRounding rounding = scheme().rounding();
        return rounding.where() == ScoreRounding.Where.EACH_LEVEL ? score.round(rounding.rounding()) : score;
    }

    /** What the scheme says about indicators far above their target; null where it says nothing. */
    default @Nullable OverAchievement overAchievement() {
        return scheme().overAchievement().orElse(null);
    }

    /** How a row is called in explanations. */
    String name(Row row);

    /** Notes one step of the explanation, in words of the catalogue. */
    void step(Supplier<Problem> words, @Nullable Object value, Kind kind);

    /** How a formula comes to its value for one row; nothing without explanation. */
    List<Trace> explained(Formula formula, Row row);

    /** Notes points that were not given. */
    void loss(Exact points, Supplier<Problem> reason);

    /** Notes something a person should look at. */
    void problem(Supplier<Problem> problem);
}
