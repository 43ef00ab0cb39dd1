/**
 * A department's year and the rows of its registers: kept as typed, read as facts, taken in from and given out as Excel.
 * Entry points: {@link org.jizhun.server.register.FactSource} for everyone who needs facts, {@link
 * org.jizhun.server.register.Rows} for who changes rows. Knows which registers there are from the kernel's vocabulary, and no
 * register by name.
 */
@NullMarked
@ApplicationModule(displayName = "register", allowedDependencies = "platform")
package org.jizhun.server.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
