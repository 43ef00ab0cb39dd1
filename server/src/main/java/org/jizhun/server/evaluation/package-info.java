/**
 * Scores a department year by the kernel, says what is missing and who owes it, keeps snapshots and compares them. Entry point:
 * {@link org.jizhun.server.evaluation.Evaluations}. Computes nothing that the kernel computes.
 */
@NullMarked
@ApplicationModule(
        displayName = "evaluation",
        allowedDependencies = {"platform", "register", "calendar"})
package org.jizhun.server.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
