package org.jizhun.documents.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.kernel.document.Line;
import org.jizhun.kernel.problem.Beside;
import org.jizhun.kernel.problem.Catalogue;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Severity;

/**
 * One page of HTML that needs nothing beside it: the document on the left with marks, the findings on the right, filtered
 * by severity and kind. Works with the keyboard; nothing is loaded from anywhere.
 */
public final class FindingsPage {

    private final AuditedFile file;
    private final Language language;
    private final StringBuilder html = new StringBuilder();

    private FindingsPage(AuditedFile file, Language language) {
        this.file = file;
        this.language = language;
    }

    public static String write(AuditedFile file, Language language) {
        return new FindingsPage(file, language).page();
    }

    private String page() {
        String name = escaped(file.audit().document());
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language == Language.ZH ? "zh-CN" : "en")
                .append(
                        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(name)
                .append("</title>\n<style>\n")
                .append(Beside.text(FindingsPage.class, "page.css"))
                .append("</style>\n</head>\n<body>\n<header>\n<h1>")
                .append(name)
                .append("</h1>\n<p>")
                .append(escaped(said(
                        "audit-read",
                        "pages",
                        file.audit().pages(),
                        "figures",
                        file.audit().figures(),
                        "relations",
                        file.audit().relations(),
                        "unread",
                        file.audit().unread())))
                .append(" <span id=\"shown\">")
                .append(file.audit().findings().size())
                .append("</span> ")
                .append(word("audit-word-findings"))
                .append("</p>\n");
        filters();
        html.append("</header>\n<main>\n<section aria-label=\"")
                .append(word("audit-word-document"))
                .append("\">\n");
        document();
        html.append("</section>\n<section aria-label=\"")
                .append(word("audit-word-findings"))
                .append("\">\n");
        findings();
        html.append("</section>\n</main>\n<script>\n")
                .append(Beside.text(FindingsPage.class, "page.js"))
                .append("</script>\n</body>\n</html>\n");
        return html.toString();
    }

    private void filters() {
        html.append("<form>");
        for (Severity severity : Severity.values()) {
            long count = file.audit().findings().stream()
                    .filter(each -> each.severity() == severity)
                    .count();
            box("severity", lower(severity), word("word-" + lower(severity)), count);
        }
        Map<String, Long> kinds = file.audit().findings().stream()
                .collect(Collectors.groupingBy(
                        each -> each.kind().word(), java.util.TreeMap::new, Collectors.counting()));
        kinds.forEach((kind, count) -> box("kind", kind, word("audit-kind-" + kind), count));
        html.append("</form>\n");
    }

    private void box(String name, String value, String shown, long count) {
        html.append("<label><input type=\"checkbox\" checked name=\"")
                .append(name)
                .append("\" value=\"")
                .append(value)
                .append("\">")
                .append(shown)
                .append(' ')
                .append(count)
                .append("</label>");
    }

    private void document() {
        Map<Integer, List<Integer>> byLine = new HashMap<>();
        for (int i = 0; i < file.audit().findings().size(); i++) {
            byLine.computeIfAbsent(file.audit().findings().get(i).where().line(), line -> new ArrayList<>())
                    .add(i);
        }
        int page = 0;
        boolean plain = file.document().format().equals("txt");
        for (Line line : file.document().lines()) {
            if (!plain && line.text().isBlank()) {
                continue;
            }
            if (line.page() != page) {
                page = line.page();
                html.append("<div class=\"page\">")
                        .append(escaped(said("audit-page", "page", page)))
                        .append("</div>\n");
            }
            html.append("<div class=\"line\"><span>").append(line.number()).append("</span><span>");
            marked(line, byLine.getOrDefault(line.number(), List.of()));
            html.append("</span></div>\n");
        }
    }

    /** The line with each finding's words marked; of two that overlap the first is marked. */
    private void marked(Line line, List<Integer> findings) {
        int at = 0;
        List<Integer> ordered = findings.stream()
                .sorted(Comparator.comparingInt(i -> finding(i).where().column()))
                .toList();
        for (int i : ordered) {
            int from = Math.min(line.text().length(), finding(i).where().column() - 1);
            int to = Math.min(
                    line.text().length(),
                    from + Math.max(1, finding(i).where().quote().length()));
            if (from < at || to <= from) {
                continue;
            }
            html.append(escaped(line.text().substring(at, from)))
                    .append("<mark class=\"")
                    .append(lower(finding(i).severity()))
                    .append("\" data-number=\"")
                    .append(i)
                    .append("\" tabindex=\"0\">")
                    .append(escaped(line.text().substring(from, to)))
                    .append("</mark>");
            at = to;
        }
        html.append(escaped(line.text().substring(at)));
    }

    private void findings() {
        if (file.audit().findings().isEmpty()) {
            html.append("<p>").append(escaped(said("audit-nothing-found"))).append("</p>\n");
            return;
        }
        html.append("<ol>\n");
        for (int i = 0; i < file.audit().findings().size(); i++) {
            Finding finding = finding(i);
            html.append("<li class=\"")
                    .append(lower(finding.severity()))
                    .append("\" tabindex=\"0\" data-number=\"")
                    .append(i)
                    .append("\" data-severity=\"")
                    .append(lower(finding.severity()))
                    .append("\" data-kind=\"")
                    .append(finding.kind().word())
                    .append("\"><small>")
                    .append(word("word-" + lower(finding.severity())))
                    .append(" · ")
                    .append(word("audit-kind-" + finding.kind().word()))
                    .append(" · ")
                    .append(escaped(said(
                            "audit-place",
                            "page",
                            finding.where().page(),
                            "line",
                            finding.where().line())))
                    .append("</small><b>")
                    .append(escaped(finding.stated()))
                    .append(finding.expected()
                            .map(right -> " → " + escaped(right))
                            .orElse(""))
                    .append("</b><p>")
                    .append(escaped(finding.problem().text(language)))
                    .append("</p>");
            FindingWords.why(finding, language)
                    .forEach(why -> html.append("<small>").append(escaped(why)).append("</small>"));
            html.append("</li>\n");
        }
        html.append("</ol>\n");
    }

    private Finding finding(int index) {
        return file.audit().findings().get(index);
    }

    private String word(String code) {
        return escaped(Catalogue.standard().wording(code, language));
    }

    private String said(String code, Object... namesAndValues) {
        return Problem.of(code, Place.NONE, namesAndValues).text(language);
    }

    private static String lower(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.chars().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append((char) character);
            }
        });
        return escaped.toString();
    }
}
