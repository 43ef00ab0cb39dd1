/** Benchmarks: each prints a table of our figure beside its named peer, from one run. */
@NullMarked
package org.jizhun.bench;

import org.jspecify.annotations.NullMarked;
