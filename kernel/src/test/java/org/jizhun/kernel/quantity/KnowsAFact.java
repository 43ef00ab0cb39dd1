package org.jizhun.kernel.quantity;

import org.jizhun.kernel.fact.Fact;

/** Breaks the direction of the packages, to prove that the rule sees it. */
record KnowsAFact(Fact fact) {}
