package org.jizhun.server.register;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import org.jizhun.documents.workbook.CaseFolderWriter;
import org.jizhun.documents.workbook.TemplateWriter;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A department year written as a case without the server, in the name of the owner of the database. */
public final class CaseExport {

    private CaseExport() {}

    /**
     * @param department its code
     * @param out a workbook where it ends in {@code .xlsx}, else a folder; neither may be there
     * @throws Refusal if there is no such year, or the file or folder cannot be written
     */
    public static void write(Connection owner, String department, int year, Path out) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(owner, true);
        JdbcClient jdbc = JdbcClient.create(source);
        RuleBook rules = new RuleBook();
        Years years = new Years(jdbc, rules, change -> {});
        long id = jdbc.sql("SELECT d.id FROM department d JOIN department_year y ON y.department = d.id"
                        + " WHERE d.code = :code AND y.year = :year")
                .param("code", department)
                .param("year", year)
                .query(Long.class)
                .optional()
                .orElseThrow(() ->
                        new Refusal(Problem.of("case-export-no-year", Place.NONE, "found", department, "year", year)));
        Clock clock = Clock.systemUTC();
        Rows rows = new Rows(jdbc, new JdbcTemplate(source), clock);
        CaseReading reading = new FactSource(years, rows, rules, clock).read(id, year);
        if (out.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".xlsx")) {
            workbook(rules, reading, out);
        } else {
            CaseFolderWriter.write(reading.facts(), reading.cells(), out);
        }
    }

    private static void workbook(RuleBook rules, CaseReading reading, Path out) {
        if (Files.exists(out)) {
            throw new Refusal(Problem.of("case-export-there", Place.of(out.toString())));
        }
        try (OutputStream stream = Files.newOutputStream(out)) {
            TemplateWriter.write(rules.scheme(reading.year().scheme()), reading.facts(), reading.cells(), stream);
        } catch (IOException unwritable) {
            throw new Refusal(Problem.of("folder-unwritable", Place.of(out.toString())));
        }
    }
}
