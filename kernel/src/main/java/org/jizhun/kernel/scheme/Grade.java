package org.jizhun.kernel.scheme;

import org.jizhun.kernel.quantity.Points;

/** One grade band, such as 优 from 90. {@code from} belongs to the band if {@code inclusive}. */
public record Grade(String label, Points from, boolean inclusive) {}
