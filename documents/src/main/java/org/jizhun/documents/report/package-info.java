/**
 * The self-evaluation report as sections, sentences and tables, before any file format. Entry points: {@link
 * org.jizhun.documents.report.Figures}, the one place from which every generated figure is taken, and {@link
 * org.jizhun.documents.report.Composer}. Knows the kernel; knows no Word, PDF, OFD or Excel.
 */
@NullMarked
package org.jizhun.documents.report;

import org.jspecify.annotations.NullMarked;
