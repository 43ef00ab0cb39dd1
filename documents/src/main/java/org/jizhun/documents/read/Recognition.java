package org.jizhun.documents.read;

import java.time.Duration;

/** Whether pages without a text layer are read from their picture, which takes a second or more a page. */
public enum Recognition {
    OFF(Duration.ZERO),
    TESSERACT(Duration.ofMinutes(10));

    private final Duration allowance;

    Recognition(Duration allowance) {
        this.allowance = allowance;
    }

    Duration allowance() {
        return allowance;
    }
}
