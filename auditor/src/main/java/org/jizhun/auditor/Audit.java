package org.jizhun.auditor;

import java.util.List;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.kernel.problem.Severity;

/**
 * The outcome for one document.
 *
 * @param pages pages read
 * @param figures printed figures found
 * @param relations equations judged
 * @param unread figures that no relation touched
 * @param findings in the order of the document
 */
public record Audit(String document, int pages, int figures, int relations, int unread, List<Finding> findings) {

    public Audit {
        findings = List.copyOf(findings);
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
