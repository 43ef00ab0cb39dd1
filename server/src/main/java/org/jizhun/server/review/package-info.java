/**
 * The review of rows: one table of steps ({@code steps.yaml}), single rows passed, returned and approved while the rest goes
 * on. Entry point: {@link org.jizhun.server.review.TakeStep}. Knows rows, not what is in them.
 */
@NullMarked
@ApplicationModule(
        displayName = "review",
        allowedDependencies = {"platform", "register"})
package org.jizhun.server.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
