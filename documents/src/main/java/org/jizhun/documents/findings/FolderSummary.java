package org.jizhun.documents.findings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jizhun.kernel.problem.Catalogue;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Severity;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** What a folder's audit came to: a line a document, worst first, findings by severity and by kind. */
public final class FolderSummary {

    private final List<FolderAudit.Outcome> outcomes;
    private final Map<String, Long> kinds = new TreeMap<>();

    public FolderSummary(List<FolderAudit.Outcome> outcomes) {
        Comparator<FolderAudit.Outcome> worst = Comparator.comparing(
                        (FolderAudit.Outcome outcome) -> outcome.audited().isPresent())
                .thenComparing(outcome -> -count(outcome, Severity.ERROR))
                .thenComparing(outcome -> -count(outcome, Severity.WARNING))
                .thenComparing(outcome -> -count(outcome, Severity.NOTE))
                .thenComparing(outcome -> outcome.file().toString());
        this.outcomes = outcomes.stream().sorted(worst).toList();
        for (FolderAudit.Outcome outcome : outcomes) {
            outcome.audited()
                    .ifPresent(file -> file.audit()
                            .findings()
                            .forEach(finding -> kinds.merge(finding.kind().word(), 1L, Long::sum)));
        }
    }

    /** Those that could not be read first, then by errors, warnings and notes. */
    public List<FolderAudit.Outcome> worstFirst() {
        return outcomes;
    }

    public long failed() {
        return outcomes.stream().filter(outcome -> outcome.audited().isEmpty()).count();
    }

    public long count(Severity severity) {
        return outcomes.stream().mapToLong(outcome -> count(outcome, severity)).sum();
    }

    public static long count(FolderAudit.Outcome outcome, Severity severity) {
        return outcome.audited()
                .map(file -> file.audit().findings().stream()
                        .filter(finding -> finding.severity() == severity)
                        .count())
                .orElse(0L);
    }

    private static long count(FolderAudit.Outcome outcome, String kind) {
        return outcome.audited()
                .map(file -> file.audit().findings().stream()
                        .filter(finding -> finding.kind().word().equals(kind))
                        .count())
                .orElse(0L);
    }

    /** Numbers of documents and findings, then each document, worst first. */
    public String json(Language language) {
        StringWriter text = new StringWriter();
        ObjectWriteContext layout = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }
        };
        try (JsonGenerator json = new JsonFactory().createGenerator(layout, text)) {
            json.writeStartObject();
            json.writeNumberProperty("documents", outcomes.size());
            json.writeNumberProperty("failed", failed());
            severities(json, this::count);
            json.writeObjectPropertyStart("kinds");
            kinds.forEach(json::writeNumberProperty);
            json.writeEndObject();
            json.writeArrayPropertyStart("files");
            outcomes.forEach(outcome -> file(json, outcome, language));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void severities(JsonGenerator json, java.util.function.ToLongFunction<Severity> count) {
        json.writeObjectPropertyStart("findings");
        for (Severity severity : Severity.values()) {
            json.writeNumberProperty(severity.name().toLowerCase(Locale.ROOT), count.applyAsLong(severity));
        }
        json.writeEndObject();
    }

    private void file(JsonGenerator json, FolderAudit.Outcome outcome, Language language) {
        json.writeStartObject();
        json.writeStringProperty("file", outcome.file().toString());
        outcome.audited().ifPresent(file -> {
            json.writeNumberProperty("pages", file.audit().pages());
            json.writeNumberProperty("figures", file.audit().figures());
            json.writeNumberProperty("relations", file.audit().relations());
            json.writeNumberProperty("unread", file.audit().unread());
        });
        severities(json, severity -> count(outcome, severity));
        json.writeArrayPropertyStart("problems");
        outcome.problems().forEach(problem -> json.writeString(problem.text(language)));
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The same as a workbook with one sheet. */
    public byte[] workbook(Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Jizhun", null)) {
            Worksheet sheet = workbook.newWorksheet(word("audit-word-findings", language));
            headings(sheet, language);
            for (int i = 0; i < outcomes.size(); i++) {
                row(sheet, i + 1, outcomes.get(i), language);
            }
            sheet.freezePane(1, 1);
        }
        return out.toByteArray();
    }

    private void headings(Worksheet sheet, Language language) {
        List<String> headings = new ArrayList<>();
        for (String code : List.of(
                "audit-word-document",
                "audit-word-pages",
                "audit-word-figures",
                "audit-word-relations",
                "audit-word-unread",
                "word-error",
                "word-warning",
                "word-note")) {
            headings.add(word(code, language));
        }
        kinds.keySet().forEach(kind -> headings.add(word("audit-kind-" + kind, language)));
        headings.add(word("audit-word-remarks", language));
        for (int i = 0; i < headings.size(); i++) {
            sheet.value(0, i, headings.get(i));
            sheet.style(0, i).bold().fillColor("DCE6F1").wrapText(true).set();
            sheet.width(i, i == 0 ? 48 : i == headings.size() - 1 ? 60 : 10);
        }
    }

    private void row(Worksheet sheet, int at, FolderAudit.Outcome outcome, Language language) {
        sheet.value(at, 0, outcome.file().toString());
        int column = 1;
        if (outcome.audited().isPresent()) {
            AuditedFile file = outcome.audited().get();
            for (int number : new int[] {
                file.audit().pages(),
                file.audit().figures(),
                file.audit().relations(),
                file.audit().unread()
            }) {
                sheet.value(at, column++, BigDecimal.valueOf(number));
            }
        }
        column = 5;
        for (Severity severity : Severity.values()) {
            sheet.value(at, column++, BigDecimal.valueOf(count(outcome, severity)));
        }
        for (String kind : kinds.keySet()) {
            sheet.value(at, column++, BigDecimal.valueOf(count(outcome, kind)));
        }
        sheet.value(
                at,
                column,
                String.join(
                        "; ",
                        outcome.problems().stream()
                                .map(problem -> problem.text(language))
                                .toList()));
    }

    private static String word(String code, Language language) {
        return Catalogue.standard().wording(code, language);
    }
}
