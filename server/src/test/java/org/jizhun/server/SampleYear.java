package org.jizhun.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.jizhun.documents.rules.RuleFolder;
import org.jizhun.documents.rules.Rules;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.documents.workbook.TemplateWriter;
import org.jizhun.kernel.fact.FactSet;
import tools.jackson.databind.JsonNode;

/** A year of a department of its own, filled with samples/example-department-2025 by its performance officer. */
public final class SampleYear {

    public static final Path HOME = Path.of(System.getProperty("jizhun.home"));
    public static final Rules RULES = RuleFolder.load(HOME.resolve("schemes")).value();
    public static final String SCHEME = "guangzhou-department-2023";

    private final RunningServer server;
    private final long department;
    private final Browser officer;

    private SampleYear(RunningServer server) {
        this.server = server;
        department = server.department(server.region(null));
        officer = server.signedIn(server.user(department, "performance-officer"));
        officer.post("/api/departments/" + department + "/years", Map.of("year", 2025, "scheme", SCHEME));
    }

    /** The year without anything in it. */
    public static SampleYear empty(RunningServer server) {
        return new SampleYear(server);
    }

    public static SampleYear filled(RunningServer server) {
        SampleYear year = new SampleYear(server);
        JsonNode preview = year.officer.result(year.officer.upload(year.path() + "/imports", "case.xlsx", workbook()));
        year.officer.result(
                year.officer.post(year.path() + "/imports/" + preview.path("id").asLong() + "/confirmation", Map.of()));
        return year;
    }

    public static FactSet sample() {
        return new CaseReader(RULES.schemes(), RULES.calendar())
                .read(HOME.resolve("samples/example-department-2025"))
                .value();
    }

    public static byte[] workbook() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TemplateWriter.write(RULES.schemes().find(SCHEME).orElseThrow(), sample(), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    public long department() {
        return department;
    }

    public Browser officer() {
        return officer;
    }

    /** Somebody else of the department. */
    public Browser somebody(String role) {
        return server.signedIn(server.user(department, role));
    }

    public String path() {
        return "/api/departments/" + department + "/years/2025";
    }

    public JsonNode get(String below) {
        return officer.get(path() + below).body();
    }

    /** The rows of a register. */
    public JsonNode rows(String register) {
        return get("/registers/" + register).path("rows");
    }
}
