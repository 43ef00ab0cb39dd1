/**
 * Checks a report that Jizhun wrote: recomputes it from the facts inside the file and compares every visible figure. Entry
 * point: {@link org.jizhun.documents.verify.Verify}. Reads what {@code write} wrote; judges no other document.
 */
@NullMarked
package org.jizhun.documents.verify;

import org.jspecify.annotations.NullMarked;
