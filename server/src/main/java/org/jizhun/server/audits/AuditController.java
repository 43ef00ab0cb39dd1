package org.jizhun.server.audits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jizhun.kernel.problem.Language;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Jobs;
import org.jizhun.server.platform.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Audits of anyone's report: made as a job, listed, decided about finding by finding, downloaded with the findings in place. */
@RestController
class AuditController {

    private static final String AUDITS = "/api/departments/{department}/audits";
    private static final Pattern FOLDER = Pattern.compile("^.*[/\\\\]");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Audits audits;
    private final AuditReport auditReport;
    private final Jobs jobs;

    AuditController(Audits audits, AuditReport auditReport, Jobs jobs) {
        this.audits = audits;
        this.auditReport = auditReport;
        this.jobs = jobs;
    }

    /** A place in the file; page, line and column from 1, as the auditor counts them. */
    record Spot(int page, int line, int column, String quote) {}

    /**
     * A finding and what was decided about it.
     *
     * @param number from 1, in the order of the file
     * @param stated as printed; expected: what it should be, null where the file does not tell
     * @param disposition open, accepted or rejected; version 0 while nobody decided
     */
    record FindingView(
            int number,
            String kind,
            String code,
            String severity,
            String stated,
            @Nullable String expected,
            String zh,
            String en,
            String adviceZh,
            String adviceEn,
            Spot where,
            List<Spot> because,
            String disposition,
            @Nullable String reason,
            int version,
            @Nullable String by,
            @Nullable Instant at) {}

    record AuditView(Audits.Summary audit, List<FindingView> findings) {}

    record Decision(
            @Nullable String disposition,
            @Nullable String reason,
            @Nullable Integer version) {}

    @GetMapping(AUDITS)
    List<Audits.Summary> list(@PathVariable long department) {
        return audits.of(department);
    }

    @PostMapping(path = AUDITS, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Jobs.View audit(@PathVariable long department, @RequestParam("file") MultipartFile file) throws IOException {
        audits.refuseStranger(department);
        Form form = new Form();
        String given = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        String name = form.text("file", FOLDER.matcher(given).replaceFirst(""), 200);
        form.refuseIfWrong();
        if (file.isEmpty()) {
            throw Rejection.at("file", "field-missing");
        }
        byte[] content = file.getBytes();
        return jobs.start(progress -> auditReport.audit(department, name, content, progress));
    }

    @GetMapping(AUDITS + "/{id}")
    AuditView one(@PathVariable long department, @PathVariable long id) {
        Audits.Summary audit = audits.one(department, id);
        Map<Integer, Audits.Disposition> decided = audits.dispositions(id).stream()
                .collect(Collectors.toMap(Audits.Disposition::number, Function.identity()));
        Audits.Written written = audits.findings(id);
        JsonNode chinese = JSON.readTree(written.zh()).path("findings");
        JsonNode english = JSON.readTree(written.en()).path("findings");
        List<FindingView> findings = new ArrayList<>();
        for (int i = 0; i < chinese.size(); i++) {
            findings.add(view(i + 1, chinese.get(i), english.get(i), decided.get(i + 1)));
        }
        return new AuditView(audit, findings);
    }

    private static FindingView view(int number, JsonNode zh, JsonNode en, Audits.@Nullable Disposition decided) {
        JsonNode expected = zh.path("expected");
        return new FindingView(
                number,
                zh.path("kind").asString(),
                zh.path("code").asString(),
                zh.path("severity").asString(),
                zh.path("stated").asString(),
                expected.isNull() ? null : expected.asString(),
                zh.path("message").asString(),
                en.path("message").asString(),
                zh.path("explanation").asString(),
                en.path("explanation").asString(),
                spot(zh.path("where")),
                zh.path("because").valueStream().map(AuditController::spot).toList(),
                decided == null ? "open" : decided.disposition(),
                decided == null ? null : decided.reason(),
                decided == null ? 0 : decided.version(),
                decided == null ? null : decided.by(),
                decided == null ? null : decided.at());
    }

    private static Spot spot(JsonNode spot) {
        return new Spot(
                spot.path("page").asInt(),
                spot.path("line").asInt(),
                spot.path("column").asInt(),
                spot.path("quote").asString());
    }

    @PostMapping(AUDITS + "/{id}/findings/{number}")
    AuditView decide(
            @PathVariable long department,
            @PathVariable long id,
            @PathVariable int number,
            @RequestBody Decision body) {
        audits.decide(department, id, number, body.disposition(), body.reason(), body.version());
        return one(department, id);
    }

    /** @param language zh or en: of the notes that are put into the copy */
    @GetMapping(AUDITS + "/{id}/annotated")
    ResponseEntity<byte[]> annotated(
            @PathVariable long department,
            @PathVariable long id,
            @RequestParam(name = "language", defaultValue = "zh") String language) {
        Form form = new Form();
        Language words = form.language("language", language);
        form.refuseIfWrong();
        Audits.Summary audit = audits.one(department, id);
        String disposition = ContentDisposition.attachment()
                .filename((words == Language.ZH ? "批注-" : "annotated-") + audit.file(), StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(auditReport.annotated(audit.file(), audits.content(id), words));
    }
}
