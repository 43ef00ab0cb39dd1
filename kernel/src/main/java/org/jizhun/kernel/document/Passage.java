package org.jizhun.kernel.document;

/** A paragraph, heading or list item, its lines joined. */
public record Passage(Kind kind, Text text) implements Block {

    /** What the format or the layout says the passage is. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        LIST_ITEM
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
