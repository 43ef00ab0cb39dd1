/**
 * The demo: an invented department with a finished year and one under way, and one account a role, shown on the sign-in page.
 * Does nothing unless the server was started as a demo. Entry point: {@link org.jizhun.server.demo.Demo}.
 */
@NullMarked
@ApplicationModule(
        displayName = "demo",
        allowedDependencies = {
            "platform",
            "organization",
            "register",
            "review",
            "evaluation",
            "evidence",
            "calendar",
            "feed"
        })
package org.jizhun.server.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
