/**
 * Values of indicators that come from elsewhere: through an interface with a token, from a file, or typed. Entry points: {@link
 * org.jizhun.server.feed.Sources} for where they come from, {@link org.jizhun.server.feed.IndicatorSum} for what they make
 * together. What counts differently is not added unless a conversion says how.
 */
@NullMarked
@ApplicationModule(
        displayName = "feed",
        allowedDependencies = {"platform", "register"})
package org.jizhun.server.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
