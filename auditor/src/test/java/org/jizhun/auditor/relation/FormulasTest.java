package org.jizhun.auditor.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.auditor.claim.Written.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;

/** Computations as they are told, in the figures as printed. */
class FormulasTest {

    private static final Figure ONE = figure("1,200.50万元");
    private static final Figure TWO = figure("30万元");
    private static final Figure THREE = figure("5%");

    @Test
    void computations_are_told_in_the_figures_as_printed() {
        assertThat(Formulas.sum(List.of(ONE, TWO))).isEqualTo("1,200.50万元 + 30万元");
        assertThat(Formulas.combined(List.of(ONE, TWO), List.of(THREE))).isEqualTo("1,200.50万元 + 30万元 - 5%");
        assertThat(Formulas.quotient(TWO, ONE)).isEqualTo("30万元 ÷ 1,200.50万元");
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        weights.put(ONE, Exact.parse("0.4"));
        weights.put(TWO, Exact.parse("0.6"));
        assertThat(Formulas.weighted(weights)).isEqualTo("1,200.50万元 × 0.4 + 30万元 × 0.6");
    }
}
