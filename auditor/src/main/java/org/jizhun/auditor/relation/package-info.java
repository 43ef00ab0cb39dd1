/**
 * What must hold between claims: one class a relation, listed in {@link org.jizhun.auditor.relation.Relations}. Each has a
 * page under {@code docs/findings} and fixtures of the same name.
 */
@NullMarked
package org.jizhun.auditor.relation;

import org.jspecify.annotations.NullMarked;
