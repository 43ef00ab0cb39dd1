package org.jizhun.auditor;

import java.util.List;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Severity;

/**
 * The outcome for one document.
 *
 * @param pages pages read
 * @param figures printed figures found
 * @param relations equations judged
 * @param unreadFigures where the figures stand that no relation touched
 * @param findings in the order of the document
 * @param stumbled the relations that broke off over this document, by name
 */
public record Audit(
        String document,
        int pages,
        int figures,
        int relations,
        List<Spot> unreadFigures,
        List<Finding> findings,
        List<String> stumbled) {

    public Audit {
        unreadFigures = List.copyOf(unreadFigures);
        findings = List.copyOf(findings);
        stumbled = List.copyOf(stumbled);
    }

    /** How many figures no relation touched. */
    public int unread() {
        return unreadFigures.size();
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
