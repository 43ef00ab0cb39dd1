/**
 * Who did what when: append-only, each entry bound to the one before it by a hash (SM3), written in the transaction of the
 * change, readable by the audit administrator, verifiable without the application. Entry points:
 * {@link org.jizhun.server.trail.Verification} and the endpoints under {@code /api/trail}. Others record through
 * {@link org.jizhun.server.platform.ChangeLog} and do not know this module.
 */
@NullMarked
@ApplicationModule(displayName = "trail", allowedDependencies = "platform")
package org.jizhun.server.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
