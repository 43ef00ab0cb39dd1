package org.jizhun.auditor.text;

/** A line of the input as it stands there; page and number are 1-based. */
public record SourceLine(int page, int number, String text) {

    boolean isBlank() {
        return text.isBlank();
    }

    int width() {
        return Characters.width(text.strip());
    }
}
