package org.jizhun.cli;

import org.jizhun.kernel.quantity.Exact;

/** Breaks the rule that the command line computes nothing, to prove that the rule sees it. */
@SuppressWarnings("all")
final class AddsFiguresUp {
    Exact sum(Exact one, Exact other) {
        return one.plus(other);
    }
}
