/**
 * What every module stands on: who is signed in and may do what, transactions that see only what that person may see, the
 * record of changes, problems as JSON, the clock. Entry points: {@link org.jizhun.server.platform.CurrentActor},
 * {@link org.jizhun.server.platform.ChangeLog}, {@link org.jizhun.server.platform.Form},
 * {@link org.jizhun.server.platform.Rejection}. Knows no business word: roles and endpoints are data.
 */
@NullMarked
@ApplicationModule(displayName = "platform", allowedDependencies = "database")
package org.jizhun.server.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
