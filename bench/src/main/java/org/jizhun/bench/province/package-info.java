/**
 * A province's worth of invented department years, scored by the engine and by a loop written by hand for the same scheme.
 * Entry point: {@link org.jizhun.bench.province.ProvinceBench}.
 */
@NullMarked
package org.jizhun.bench.province;

import org.jspecify.annotations.NullMarked;
