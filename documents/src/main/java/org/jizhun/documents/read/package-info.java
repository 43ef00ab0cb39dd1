/**
 * Any office file becomes the kernel's document: text, HTML, Word, Excel, PDF and OFD, told apart by content and read under
 * limits. Entry point: {@link org.jizhun.documents.read.DocumentReader}. Knows nothing of claims and findings.
 *
 * <p>PDF, OFD and recognised pictures go the same way: {@code PrintedPage} (characters and ruling lines, gathered in one
 * pass) → {@code RuledTables}, {@code AlignedTables}, {@code PrintedLine} → {@code PagedText} (margins, paragraphs, tables
 * over pages) → document. The other formats are written down line by line by {@code Scribe}.
 *
 * <p>From a place in the document back to the file:
 *
 * <ul>
 *   <li>txt: line and column are those of the file; a form feed counts as a character of its line.
 *   <li>pdf, ofd: {@code document.line(n).box(from, to)}, 0-based columns, in hundredths of a point from the upper left
 *       corner of the page as it is shown. In an unrotated PDF page a point of it is (cropBox.left + x / 100,
 *       cropBox.top - y / 100). Characters of one cell may stand in several printed lines: take their boxes one by one.
 *   <li>docx: a line is a paragraph or a table row, its cells parted by tabs; {@code WordPlaces} gives paragraph and
 *       offset. The number that Word prints before a paragraph is part of the line but not of the paragraph.
 *   <li>html: the line is that of the file; the column counts what is to be read on it ({@code FileLines}).
 *   <li>doc: as docx, without places in the file.
 *   <li>xlsx, xls: the page is the number of the visible sheet, named by it; a line is a row.
 * </ul>
 */
@NullMarked
package org.jizhun.documents.read;

import org.jspecify.annotations.NullMarked;
