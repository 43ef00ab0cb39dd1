/**
 * The quality of goals: what cannot be checked, is copied, stands in the wrong class, is far from last year, or hangs on no task
 * or money. Entry point: {@link org.jizhun.server.goal.GoalQuality}, which is pure.
 */
@NullMarked
@ApplicationModule(
        displayName = "goal",
        allowedDependencies = {"platform", "register"})
package org.jizhun.server.goal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
