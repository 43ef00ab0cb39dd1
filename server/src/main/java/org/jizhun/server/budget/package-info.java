/**
 * Budget lines with their sums, and monthly execution with the score it gives now. Entry point: the endpoints under {@code
 * …/budget}. Sums are of the kernel's exact decimals, the score is the kernel's.
 */
@NullMarked
@ApplicationModule(
        displayName = "budget",
        allowedDependencies = {"platform", "register", "evaluation"})
package org.jizhun.server.budget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
