/**
 * Printed figures with what they are about. Entry point: {@link org.jizhun.auditor.claim.Claims}. Knows {@code text} and
 * the kernel's quantities; nothing of relations or findings.
 */
@NullMarked
package org.jizhun.auditor.claim;

import org.jspecify.annotations.NullMarked;
