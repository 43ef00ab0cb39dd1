package org.jizhun.documents.verify;

import java.util.List;
import org.jizhun.kernel.problem.Problem;

/**
 * The outcome of checking one report.
 *
 * @param format docx, pdf or ofd
 * @param figures how many figures of the recomputed report were compared
 * @param findings figures that differ, in the order of the text
 * @param notes words that differ without touching a figure
 */
public record Verification(String file, String format, int figures, List<Finding> findings, List<Problem> notes) {

    public Verification {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    public boolean figuresDiffer() {
        return !findings.isEmpty();
    }
}
