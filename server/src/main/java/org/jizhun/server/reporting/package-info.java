/**
 * Reports of a department year: written from a snapshot, read by the auditor before they are submitted, approved, and
 * published for everybody. Entry point: {@link org.jizhun.server.reporting.Reports}.
 */
@NullMarked
@ApplicationModule(
        displayName = "reporting",
        allowedDependencies = {"platform", "register", "evaluation", "review"})
package org.jizhun.server.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
