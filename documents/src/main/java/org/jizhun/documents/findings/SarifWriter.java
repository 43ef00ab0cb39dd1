package org.jizhun.documents.findings;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Catalogue;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Severity;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), one run for all files. Lines and columns
 * are 1-based and count UTF-16 code units; page, kind, stated and expected stand in the result's property bag.
 */
public final class SarifWriter {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final JsonGenerator json;
    private final Language language;

    private SarifWriter(JsonGenerator json, Language language) {
        this.json = json;
        this.language = language;
    }

    public static String write(List<AuditedFile> files, Language language) {
        StringWriter text = new StringWriter();
        ObjectWriteContext layout = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }
        };
        try (JsonGenerator json = new JsonFactory().createGenerator(layout, text)) {
            new SarifWriter(json, language).log(files);
        }
        return text.append('\n').toString();
    }

    private void log(List<AuditedFile> files) {
        json.writeStartObject();
        json.writeStringProperty("$schema", SCHEMA);
        json.writeStringProperty("version", "2.1.0");
        json.writeArrayPropertyStart("runs");
        json.writeStartObject();
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "Jizhun");
        json.writeArrayPropertyStart("rules");
        rules(files);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringProperty("columnKind", "utf16CodeUnits");
        json.writeArrayPropertyStart("results");
        for (AuditedFile file : files) {
            file.audit().findings().forEach(finding -> result(file.file(), finding));
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Each code that occurs, once, in alphabetical order. */
    private void rules(List<AuditedFile> files) {
        TreeMap<String, Problem> rules = new TreeMap<>();
        files.forEach(file -> file.audit().findings().forEach(each -> rules.put(each.code(), each.problem())));
        rules.forEach((code, problem) -> {
            json.writeStartObject();
            json.writeStringProperty("id", code);
            text("shortDescription", Catalogue.standard().wording(code, language));
            String advice = problem.advice(language);
            if (!advice.isEmpty()) {
                text("help", advice);
            }
            json.writeObjectPropertyStart("defaultConfiguration");
            json.writeStringProperty("level", level(problem.severity()));
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private void result(Path file, Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", finding.code());
        json.writeStringProperty("level", level(finding.severity()));
        text("message", finding.problem().text(language));
        json.writeArrayPropertyStart("locations");
        location(file, finding.where());
        json.writeEndArray();
        if (!finding.because().isEmpty()) {
            json.writeArrayPropertyStart("relatedLocations");
            finding.because().forEach(spot -> location(file, spot));
            json.writeEndArray();
        }
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("kind", finding.kind().word());
        json.writeStringProperty("stated", finding.stated());
        finding.expected().ifPresent(expected -> json.writeStringProperty("expected", expected));
        json.writeStringProperty("page", Integer.toString(finding.where().page()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void location(Path file, Spot spot) {
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(file));
        json.writeEndObject();
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", spot.line());
        json.writeNumberProperty("startColumn", spot.column());
        text("snippet", spot.quote());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void text(String key, String text) {
        json.writeObjectPropertyStart(key);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }

    /** A relative path stays relative, its characters escaped as RFC 3986 asks. */
    private static String uri(Path file) {
        if (file.isAbsolute()) {
            return file.toUri().toASCIIString();
        }
        String path = file.toString().replace(file.getFileSystem().getSeparator(), "/");
        try {
            return new java.net.URI(null, null, path, null).toASCIIString();
        } catch (java.net.URISyntaxException impossible) {
            return file.toUri().toASCIIString();
        }
    }

    private static String level(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
