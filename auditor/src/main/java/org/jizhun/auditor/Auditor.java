package org.jizhun.auditor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.relation.Ledger;
import org.jizhun.auditor.relation.Relation;
import org.jizhun.auditor.relation.Relations;
import org.jizhun.auditor.relation.Verdicts;
import org.jizhun.auditor.text.Layout;
import org.jizhun.auditor.text.Manuscript;

/** Reads a document's claims, holds them against each other and tells what fails. */
public final class Auditor {

    private Auditor() {}

    /** Audits plain text, lines broken as they stand; a form feed begins a page. */
    public static Audit audit(String name, String text) {
        return audit(Layout.read(name, Layout.lines(text)));
    }

    public static Audit audit(Manuscript manuscript) {
        Claims claims = Claims.of(manuscript);
        Ledger ledger = new Ledger();
        for (Relation relation : Relations.ALL) {
            relation.examine(claims, ledger);
        }
        List<Finding> findings = new ArrayList<>(ledger.findings());
        findings.addAll(Verdicts.findings(ledger));
        findings.sort(
                Comparator.comparingInt((Finding finding) -> finding.where().line())
                        .thenComparingInt(finding -> finding.where().column()));
        List<Figure> figures = claims.figures();
        return new Audit(
                manuscript.name(),
                manuscript.pages(),
                figures.size(),
                ledger.all().size(),
                unread(figures, ledger),
                findings);
    }

    private static int unread(List<Figure> figures, Ledger ledger) {
        Set<Figure> touched = new HashSet<>();
        ledger.all().forEach(check -> touched.addAll(check.equation().figures()));
        return (int)
                figures.stream().filter(figure -> !touched.contains(figure)).count();
    }
}
