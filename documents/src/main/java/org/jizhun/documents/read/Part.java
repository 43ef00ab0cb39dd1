package org.jizhun.documents.read;

/** A part of a page in reading order: a line of text, or a table. */
sealed interface Part permits PrintedLine, PrintedTable {

    int top();

    int bottom();
}
