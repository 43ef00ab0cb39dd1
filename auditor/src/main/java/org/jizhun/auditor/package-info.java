/**
 * The auditor: a document's text and tables become claims, relations say what must hold between them, and what fails is a
 * finding. Entry point: {@link org.jizhun.auditor.Auditor}. No files, clock, locale or randomness.
 */
@NullMarked
package org.jizhun.auditor;

import org.jspecify.annotations.NullMarked;
