package org.jizhun.kernel.document;

/** A part of a document in reading order: running text, or a table. */
public sealed interface Block permits Passage, Table {}
