/**
 * Evaluation schemes as data: authority, scheme, edition; criteria in any number of levels; a closed set of scoring rules.
 * Entry point: {@link org.jizhun.kernel.scheme.Scheme}. Knows formulas and the vocabulary, no facts of any department.
 */
@NullMarked
package org.jizhun.kernel.scheme;

import org.jspecify.annotations.NullMarked;
