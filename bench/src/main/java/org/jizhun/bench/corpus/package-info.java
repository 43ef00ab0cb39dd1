/**
 * Makes the auditor's corpus: a template is a small model (drawn and computed figures), a text in some office's habit and
 * the faults to plant; a rendering of it is a document and its truth, known by construction. Entry: {@link
 * org.jizhun.bench.corpus.Corpus}. Knows nothing of how the auditor works; reads a made file only to count its lines.
 */
@org.jspecify.annotations.NullMarked
package org.jizhun.bench.corpus;
