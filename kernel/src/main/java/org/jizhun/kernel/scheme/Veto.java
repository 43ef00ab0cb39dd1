package org.jizhun.kernel.scheme;

import java.util.Optional;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.quantity.Points;

/**
 * A fact that limits the whole result, such as falsified data.
 *
 * @param when a formula of kind boolean
 * @param totalAtMost the total cannot be more than this; 0 for a result of zero
 * @param gradeAtMost the label of the best grade that is still possible
 */
public record Veto(
        String id, Title name, Formula when, Optional<Points> totalAtMost, Optional<String> gradeAtMost, Basis basis) {}
