package org.jizhun.auditor.claim;

import java.util.List;
import org.jizhun.auditor.text.Passage;

/** A sentence of a passage with its figures, from after the last full stop or semicolon to the next. */
public record Sentence(Passage passage, int start, int end, List<Claim> claims) {

    public Sentence {
        claims = List.copyOf(claims);
    }

    public String text() {
        return passage.text().substring(start, end);
    }
}
