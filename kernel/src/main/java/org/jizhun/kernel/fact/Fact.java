package org.jizhun.kernel.fact;

import org.jizhun.kernel.problem.Place;

/**
 * One single value of a case: its name, its value (see {@link Kind} for the Java type) and where it was read. Values of
 * registers live in their {@link Row}s.
 *
 * @param note what the source says about it (口径, evidence); may be empty
 */
public record Fact(String name, Kind.Simple kind, Object value, Place source, String note) {}
