/**
 * A document as running text and grids, each character with its place. Entry point: {@link
 * org.jizhun.auditor.text.Manuscript}. Knows only the kernel's document model.
 */
@NullMarked
package org.jizhun.auditor.text;

import org.jspecify.annotations.NullMarked;
