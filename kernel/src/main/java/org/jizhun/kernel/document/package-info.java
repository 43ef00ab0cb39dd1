/**
 * What reading a file yields and the auditor takes: pages, numbered lines, blocks and tables, and the place of every
 * character. A model only, immutable; entry point: {@link org.jizhun.kernel.document.Document}. Knows no file format.
 */
@NullMarked
package org.jizhun.kernel.document;

import org.jspecify.annotations.NullMarked;
