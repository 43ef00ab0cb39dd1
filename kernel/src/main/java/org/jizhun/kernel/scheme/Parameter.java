package org.jizhun.kernel.scheme;

import org.jizhun.kernel.fact.Kind;

/**
 * A figure of the scheme that its formulas use by name, such as a deadline in working days, with the clause it is from.
 *
 * @param value Java type as {@link Kind} says
 * @param text the value as the scheme writes it
 */
public record Parameter(String name, String label, Kind.Simple kind, Object value, String text, Basis basis) {}
