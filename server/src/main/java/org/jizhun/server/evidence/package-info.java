/**
 * Evidence files of rows: kept in the database, known by their content, shown only where that is harmless, never executed. Entry
 * point: {@link org.jizhun.server.evidence.Evidence}.
 */
@NullMarked
@ApplicationModule(
        displayName = "evidence",
        allowedDependencies = {"platform", "register"})
package org.jizhun.server.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
