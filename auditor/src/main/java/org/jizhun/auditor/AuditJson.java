package org.jizhun.auditor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Language;

/**
 * The outcome as JSON, one object for one document. The fields are a contract: {@code document}, {@code read} and {@code
 * findings}, each with kind, code, severity, stated, expected (null where the document does not tell), message,
 * explanation, where and because. Lines and columns are 1-based.
 */
public final class AuditJson {

    private AuditJson() {}

    public static String write(Audit audit, Language language) {
        String findings = audit.findings().stream()
                .map(finding -> "    " + finding(finding, language))
                .collect(Collectors.joining(",\n"));
        return "{\n  \"document\": " + text(audit.document()) + ",\n  \"read\": {\"pages\": " + audit.pages()
                + ", \"figures\": " + audit.figures() + ", \"relations\": " + audit.relations() + ", \"unread\": "
                + audit.unread() + "},\n  \"findings\": ["
                + (findings.isEmpty() ? "" : "\n" + findings + "\n  ") + "]\n}\n";
    }

    private static String finding(Finding finding, Language language) {
        String explanation = finding.explanations().stream()
                .map(problem -> problem.text(language))
                .collect(Collectors.joining("; "));
        String advice = finding.problem().advice(language);
        String because = finding.because().stream().map(AuditJson::place).collect(Collectors.joining(", ", "[", "]"));
        return "{"
                + String.join(
                        ", ",
                        List.of(
                                "\"kind\": " + text(finding.kind().word()),
                                "\"code\": " + text(finding.code()),
                                "\"severity\": "
                                        + text(finding.severity().name().toLowerCase(Locale.ROOT)),
                                "\"stated\": " + text(finding.stated()),
                                "\"expected\": "
                                        + finding.expected()
                                                .map(AuditJson::text)
                                                .orElse("null"),
                                "\"message\": " + text(finding.problem().text(language)),
                                "\"explanation\": " + text(explanation.isEmpty() ? advice : explanation),
                                "\"where\": " + place(finding.where()),
                                "\"because\": " + because))
                + "}";
    }

    private static String place(Spot spot) {
        return "{\"page\": " + spot.page() + ", \"line\": " + spot.line() + ", \"column\": " + spot.column()
                + ", \"quote\": " + text(spot.quote()) + "}";
    }

    private static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (character < ' ') {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
                    } else {
                        quoted.append(character);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
