/**
 * Hands out the pages that the module {@code web} of the build made: files under {@code static/}. Entry point: none; Spring
 * finds the configuration. Knows no business word and no other module.
 */
@NullMarked
@ApplicationModule(
        displayName = "web",
        allowedDependencies = {})
package org.jizhun.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
