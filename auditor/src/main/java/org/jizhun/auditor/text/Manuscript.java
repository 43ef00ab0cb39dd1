package org.jizhun.auditor.text;

import java.util.List;

/**
 * A document as the auditor reads it: paragraphs and headings in reading order, and tables.
 *
 * @param pages how many pages were read
 */
public record Manuscript(String name, int pages, List<Passage> passages, List<Grid> grids) {

    public Manuscript {
        passages = List.copyOf(passages);
        grids = List.copyOf(grids);
    }
}
