/**
 * A composed report, and its annexes, as files: Word from a template, PDF through LibreOffice, OFD from the PDF, Excel, and
 * the figures as JSON. Entry point: {@link org.jizhun.documents.write.ReportWriter}. Computes no figure.
 */
@NullMarked
package org.jizhun.documents.write;

import org.jspecify.annotations.NullMarked;
