/** The work desk: what waits for the signed-in person, by when. Entry point: {@code GET /api/desk}. Changes nothing. */
@NullMarked
@ApplicationModule(
        displayName = "desk",
        allowedDependencies = {"platform", "register", "review", "calendar", "reporting"})
package org.jizhun.server.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
