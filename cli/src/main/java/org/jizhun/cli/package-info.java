/** The verbs that need no server: arguments in, text and files out. Computes nothing itself. */
@NullMarked
package org.jizhun.cli;

import org.jspecify.annotations.NullMarked;
