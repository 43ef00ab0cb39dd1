package org.jizhun.cli;

import java.util.List;
import java.util.Locale;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.text.Spot;
import org.jizhun.documents.findings.AuditedFile;
import org.jizhun.documents.findings.FindingWords;
import org.jizhun.kernel.document.Line;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Severity;

/** The findings of one file for the terminal: worst first, each with its line and the figure marked in it. */
final class AuditText {

    private static final String INDENT = "      ";
    private static final int CONTEXT = 40;

    private final Console console;
    private final boolean colour;

    /** @param colour whether the terminal takes colours */
    AuditText(Console console, boolean colour) {
        this.console = console;
        this.colour = colour;
    }

    void print(AuditedFile file, boolean verbose) {
        console.line(file.file().toString());
        if (file.audit().findings().isEmpty()) {
            console.line("  " + console.word("audit-nothing-found"));
        }
        for (Severity severity : Severity.values()) {
            file.audit().findings().stream()
                    .filter(finding -> finding.severity() == severity)
                    .forEach(finding -> print(finding, file));
        }
        if (verbose) {
            file.audit()
                    .unreadFigures()
                    .forEach(spot ->
                            wrapped("  " + say("audit-unread", "line", spot.line(), "text", spot.quote()), INDENT));
        }
        console.line("");
        wrapped(
                say(
                        "audit-read",
                        "pages",
                        file.audit().pages(),
                        "figures",
                        file.audit().figures(),
                        "relations",
                        file.audit().relations(),
                        "unread",
                        file.audit().unread()),
                "");
        console.line(say(
                "audit-summary",
                "errors",
                count(file, Severity.ERROR),
                "warnings",
                count(file, Severity.WARNING),
                "notes",
                count(file, Severity.NOTE)));
    }

    private void print(Finding finding, AuditedFile file) {
        console.line("");
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        String place = file.audit().pages() > 1
                ? say(
                        "audit-place",
                        "page",
                        finding.where().page(),
                        "line",
                        finding.where().line())
                : say("audit-place-line", "line", finding.where().line());
        console.line(painted(console.word("word-" + severity), finding.severity()) + "  " + place + "  ["
                + console.word("audit-kind-" + finding.kind().word()) + " " + finding.code() + "]");
        quote(finding, file);
        String message = finding.problem().text(console.language());
        wrapped(INDENT + message, INDENT);
        finding.expected()
                .filter(expected -> !message.contains(expected))
                .ifPresent(expected -> wrapped(INDENT + say("audit-expected", "expected", expected), INDENT));
        FindingWords.why(finding, console.language()).forEach(why -> wrapped(INDENT + "→ " + why, INDENT + "  "));
        List<String> because = finding.because().stream()
                .filter(spot -> spot.line() != finding.where().line())
                .map(this::place)
                .distinct()
                .limit(6)
                .toList();
        if (!because.isEmpty()) {
            wrapped(INDENT + say("audit-because", "places", String.join("; ", because)), INDENT);
        }
    }

    private String place(Spot spot) {
        String quote = spot.quote().length() > CONTEXT ? spot.quote().substring(0, CONTEXT) + "…" : spot.quote();
        return say("audit-place-line", "line", spot.line()) + "“" + quote + "”";
    }

    /** The line around the figure, the figure between marks. */
    private void quote(Finding finding, AuditedFile file) {
        Line line = file.document().line(finding.where().line());
        String text = line.text();
        int from = Math.min(text.length(), Math.max(0, finding.where().column() - 1));
        int to = Math.min(text.length(), from + finding.where().quote().length());
        String before = text.substring(Math.max(0, from - CONTEXT), from).stripLeading();
        String after = text.substring(to, Math.min(text.length(), to + CONTEXT)).stripTrailing();
        String marked = colour
                ? before + "\u001b[7m" + text.substring(from, to) + "\u001b[0m" + after
                : before + "【" + text.substring(from, to) + "】" + after;
        console.line("    > " + marked.replaceAll("\\s+", " "));
    }

    private String painted(String word, Severity severity) {
        if (!colour) {
            return word;
        }
        int number = switch (severity) {
            case ERROR -> 31;
            case WARNING -> 33;
            case NOTE -> 36;
        };
        return "\u001b[" + number + "m" + word + "\u001b[0m";
    }

    private static long count(AuditedFile file, Severity severity) {
        return file.audit().findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private String say(String code, Object... namesAndValues) {
        return Problem.of(code, Place.NONE, namesAndValues).text(console.language());
    }

    private void wrapped(String text, String indent) {
        Lines.wrapped(text, console.columns(), indent).forEach(console::line);
    }
}
