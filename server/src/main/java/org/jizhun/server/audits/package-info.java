/**
 * Reports of anyone, audited: kept with their findings and with what people decided about each. Entry point: {@link
 * org.jizhun.server.audits.Audits}. Knows nothing of registers; of them only the calendar of working days.
 */
@NullMarked
@ApplicationModule(
        displayName = "audits",
        allowedDependencies = {"platform", "register"})
package org.jizhun.server.audits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
