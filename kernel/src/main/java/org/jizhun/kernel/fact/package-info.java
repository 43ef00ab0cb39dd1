/**
 * What a department year is made of: the vocabulary of registers and columns, and an immutable set of facts with their
 * sources. Entry points: {@link org.jizhun.kernel.fact.Vocabulary} and {@link org.jizhun.kernel.fact.FactSet}. Knows no
 * file format, formula or scheme.
 */
@NullMarked
package org.jizhun.kernel.fact;

import org.jspecify.annotations.NullMarked;
