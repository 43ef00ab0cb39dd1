/**
 * The year's work plan: tasks with who and by when, made from a template, counted down in calendar and working days. Entry
 * point: {@link org.jizhun.server.calendar.Plan}.
 */
@NullMarked
@ApplicationModule(
        displayName = "calendar",
        allowedDependencies = {"platform", "register"})
package org.jizhun.server.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
