package org.jizhun.server.reporting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.server.platform.Jobs;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports: written as a job, previewed, compared, stepped on, downloaded. */
@RestController
class ReportController {

    private static final String YEAR = "/api/departments/{department}/years/{year}";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Reports reports;
    private final WriteReport writeReport;
    private final Years years;
    private final Jobs jobs;
    private final ReportText text;

    ReportController(Reports reports, WriteReport writeReport, Years years, Jobs jobs, ReportText text) {
        this.reports = reports;
        this.writeReport = writeReport;
        this.years = years;
        this.jobs = jobs;
        this.text = text;
    }

    /** A figure that a narrative may name as {@code {{key}}}. */
    record FigureView(String key, String label, String text) {}

    record Line(
            long id,
            int number,
            String state,
            long snapshot,
            int errors,
            int warnings,
            int version,
            @Nullable String reason,
            String by,
            Instant at,
            @Nullable Instant publishedAt,
            List<Reports.Size> files,
            List<String> actions) {}

    record StepForm(
            @Nullable String action,
            @Nullable String reason,
            @Nullable Integer version) {}

    record PageCount(int pages) {}

    /** A figure that two reports print differently; null where one has it not. */
    record Difference(
            String key, @Nullable String before, @Nullable String after) {}

    /** What is not the same in two reports. */
    record Differences(List<Difference> figures, List<TextChanges.Change> text) {}

    @GetMapping(YEAR + "/figures")
    List<FigureView> figures(@PathVariable long department, @PathVariable int year) {
        return writeReport.figures(department, year).stream()
                .filter(figure -> !figure.isAbsent())
                .map(figure -> new FigureView(figure.key(), figure.from(), figure.text()))
                .toList();
    }

    @GetMapping(YEAR + "/reports")
    List<Line> reports(@PathVariable long department, @PathVariable int year) {
        return reports.of(department, year).stream().map(this::line).toList();
    }

    private Line line(Reports.Report report) {
        return new Line(
                report.id(),
                report.number(),
                report.state(),
                report.snapshot(),
                report.errors(),
                report.warnings(),
                report.version(),
                report.reason(),
                report.madeByName(),
                report.madeAt(),
                report.publishedAt(),
                reports.files(report.id()),
                reports.actions(report));
    }

    @PostMapping(YEAR + "/reports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Jobs.View write(@PathVariable long department, @PathVariable int year) {
        years.open(department, year);
        return jobs.start(progress -> writeReport.write(department, year, progress));
    }

    @PostMapping(YEAR + "/reports/{id}/steps")
    Line step(
            @PathVariable long department, @PathVariable int year, @PathVariable long id, @RequestBody StepForm body) {
        return line(reports.step(department, year, id, body.action(), body.reason(), body.version()));
    }

    @GetMapping(YEAR + "/reports/{id}/findings")
    JsonNode findings(@PathVariable long department, @PathVariable int year, @PathVariable long id) {
        return JSON.readTree(reports.findings(department, year, id));
    }

    @GetMapping(YEAR + "/reports/{id}/files/{name}")
    ResponseEntity<byte[]> file(
            @PathVariable long department, @PathVariable int year, @PathVariable long id, @PathVariable String name) {
        return download(reports.file(department, year, id, name), name);
    }

    static ResponseEntity<byte[]> download(byte[] content, String name) {
        return ResponseEntity.ok()
                .contentType(MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    @GetMapping(YEAR + "/reports/{id}/pages")
    PageCount pages(@PathVariable long department, @PathVariable int year, @PathVariable long id) {
        return new PageCount(Pages.count(reports.file(department, year, id, "report.pdf")));
    }

    @GetMapping(path = YEAR + "/reports/{id}/pages/{page}.png", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] page(@PathVariable long department, @PathVariable int year, @PathVariable long id, @PathVariable int page) {
        return Pages.png(reports.file(department, year, id, "report.pdf"), page);
    }

    /** @param with the other report, taken as the later one */
    @GetMapping(YEAR + "/reports/{id}/comparison")
    Differences compare(
            @PathVariable long department, @PathVariable int year, @PathVariable long id, @RequestParam long with) {
        return new Differences(
                figures(printed(department, year, id), printed(department, year, with)),
                TextChanges.between(
                        text.paragraphs(reports.file(department, year, id, "report.docx")),
                        text.paragraphs(reports.file(department, year, with, "report.docx"))));
    }

    private static List<Difference> figures(Map<String, String> before, Map<String, String> after) {
        List<Difference> differences = new ArrayList<>();
        after.forEach((key, text) -> {
            if (!text.equals(before.get(key))) {
                differences.add(new Difference(key, before.get(key), text));
            }
        });
        before.forEach((key, text) -> {
            if (!after.containsKey(key)) {
                differences.add(new Difference(key, text, null));
            }
        });
        return differences;
    }

    private Map<String, String> printed(long department, int year, long id) {
        Map<String, String> printed = new LinkedHashMap<>();
        JSON.readTree(reports.file(department, year, id, "figures.json"))
                .path("figures")
                .forEach(figure -> printed.put(
                        figure.path("key").asString(), figure.path("printed").asString()));
        return printed;
    }
}
