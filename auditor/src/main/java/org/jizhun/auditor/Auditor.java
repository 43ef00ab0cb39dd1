package org.jizhun.auditor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Knowledge;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.relation.Ledger;
import org.jizhun.auditor.relation.Relation;
import org.jizhun.auditor.relation.Relations;
import org.jizhun.auditor.relation.Verdicts;
import org.jizhun.auditor.text.Layout;
import org.jizhun.auditor.text.Manuscript;
import org.jizhun.auditor.text.Manuscripts;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.document.Document;

/** Reads a document's claims, holds them against each other and tells what fails. */
public final class Auditor {

    private static final String ONLY_TOO_MUCH = "score-above-weight";
    private static final String DAY_BEFORE = "date-before";

    private Auditor() {}

    /** Audits plain text, lines broken as they stand; a form feed begins a page. */
    public static Audit audit(String name, String text) {
        return audit(Layout.read(name, Layout.lines(text)));
    }

    /** Audits plain text with what is known besides it. */
    public static Audit audit(String name, String text, Knowledge knowledge) {
        return audit(Layout.read(name, Layout.lines(text)), knowledge);
    }

    /** Audits a document of any format, as the readers yield it. */
    public static Audit audit(Document document) {
        return audit(Manuscripts.of(document));
    }

    /** Audits a document of any format with what is known besides it. */
    public static Audit audit(Document document, Knowledge knowledge) {
        return audit(Manuscripts.of(document), knowledge);
    }

    public static Audit audit(Manuscript manuscript) {
        return audit(manuscript, Knowledge.NONE);
    }

    /**
     * Audits a document, each figure told once. A finding that is no equation knows a rule of the text and comes first, unless it only
     * says that a score is more than its weight while an equation tells what score or weight should be. Working days of years that the
     * calendar does not know are told only where plainly late.
     */
    public static Audit audit(Manuscript manuscript, Knowledge knowledge) {
        return audit(manuscript, knowledge, Relations.ALL);
    }

    /** The same for a document of anyone's: a relation that breaks off over it is noted, and the others tell what they find. */
    public static Audit auditTolerantly(Document document, Knowledge knowledge) {
        return audit(Manuscripts.of(document), knowledge, Relations.ALL, true);
    }

    /** Audits a document by some relations only. */
    static Audit audit(Manuscript manuscript, Knowledge knowledge, List<Relation> relations) {
        return audit(manuscript, knowledge, relations, false);
    }

    static Audit audit(Manuscript manuscript, Knowledge knowledge, List<Relation> relations, boolean tolerant) {
        Claims claims = Claims.of(manuscript, knowledge);
        Ledger ledger = Relations.examine(claims, relations, tolerant);
        List<Finding> findings = new ArrayList<>(ledger.findings());
        List<Finding> equations = Verdicts.findings(ledger, claims);
        findings.removeIf(finding -> finding.code().equals(ONLY_TOO_MUCH)
                && equations.stream().anyMatch(other -> isSameSpot(finding, other)));
        equations.stream()
                .filter(finding -> findings.stream()
                        .noneMatch(other ->
                                isSameSpot(other, finding) && other.expected().isPresent()))
                .forEach(findings::add);
        findings.removeIf(finding -> finding.code().equals(DAY_BEFORE) && isOfWrongDay(finding, findings));
        Set<Map.Entry<Spot, String>> told = new HashSet<>();
        findings.removeIf(finding -> !told.add(Map.entry(finding.where(), finding.stated())));
        findings.sort(
                Comparator.comparingInt((Finding finding) -> finding.where().line())
                        .thenComparingInt(finding -> finding.where().column()));
        List<Figure> figures = claims.figures();
        return new Audit(
                manuscript.name(),
                manuscript.pages(),
                figures.size(),
                ledger.size(),
                unread(figures, ledger),
                findings,
                ledger.stumbled());
    }

    /** A day told with what it should be is told so, and is no ground for another that lies before it. */
    private static boolean isOfWrongDay(Finding before, List<Finding> all) {
        return all.stream()
                .filter(other -> other.expected().isPresent())
                .anyMatch(other -> isSameSpot(before, other) || before.because().contains(other.where()));
    }

    private static boolean isSameSpot(Finding one, Finding two) {
        return one.where().equals(two.where());
    }

    private static List<Spot> unread(List<Figure> figures, Ledger ledger) {
        Set<Figure> touched = ledger.related();
        return figures.stream()
                .filter(figure -> !touched.contains(figure))
                .map(Figure::spot)
                .toList();
    }
}
