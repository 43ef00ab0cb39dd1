package org.jizhun.server.trail;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Permissions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail to read, newest first, and its verification. */
@RestController
class TrailController {

    private static final int MOST = 200;
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final TrailReading reading;
    private final Permissions permissions;
    private final Clock clock;

    TrailController(TrailReading reading, Permissions permissions, Clock clock) {
        this.reading = reading;
        this.permissions = permissions;
        this.clock = clock;
    }

    record Finding(String code, String zh, String en) {}

    record Report(int chains, long entries, boolean sound, List<Finding> findings) {}

    /** What is sought, as asked for; days count in the time of the server. */
    private record Question(
            @Nullable String login,
            @Nullable String action,
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String from,
            @Nullable String until,
            @Nullable String before) {}

    /** @param before as given by {@code next} of the page before */
    @GetMapping("/api/trail")
    TrailReading.Page entries(
            @RequestParam(required = false) @Nullable String login,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer limit) {
        Form form = new Form();
        TrailReading.Sought sought = sought(form, new Question(login, action, kind, subject, from, until, before));
        Integer rows = form.optionalCount("limit", limit, MOST);
        form.refuseIfWrong();
        return reading.page(sought, rows == null || rows == 0 ? 50 : rows);
    }

    private TrailReading.Sought sought(Form form, Question question) {
        LocalDate from = form.optionalDate("from", question.from());
        LocalDate until = form.optionalDate("until", question.until());
        return new TrailReading.Sought(
                form.optionalText("login", question.login(), 40),
                form.optionalText("action", question.action(), 60),
                form.optionalText("kind", question.kind(), 60),
                form.optionalText("subject", question.subject(), 200),
                beginning(from),
                beginning(until == null ? null : until.plusDays(1)),
                TrailReading.Cursor.read(form, "before", question.before()));
    }

    private @Nullable Instant beginning(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(clock.getZone()).toInstant();
    }

    /** The same entries as a sheet, the newest first, as many as a sheet is good for. */
    @GetMapping("/api/trail.xlsx")
    ResponseEntity<byte[]> trailSheet(
            @RequestParam(required = false) @Nullable String login,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(defaultValue = "zh") String language)
            throws IOException {
        Form form = new Form();
        TrailReading.Sought sought = sought(form, new Question(login, action, kind, subject, from, until, null));
        Language spoken = form.language("language", language);
        form.refuseIfWrong();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("trail.xlsx")
                                .build()
                                .toString())
                .contentType(XLSX)
                .body(new TrailSheet(permissions, spoken, clock.getZone())
                        .of(reading.page(sought, TrailSheet.MOST).entries()));
    }

    @GetMapping("/api/trail/verification")
    Report verification() {
        Verification.Outcome outcome = reading.verify();
        return new Report(
                outcome.chains(),
                outcome.entries(),
                outcome.findings().isEmpty(),
                outcome.findings().stream().map(TrailController::finding).toList());
    }

    private static Finding finding(Problem problem) {
        return new Finding(problem.code(), problem.text(Language.ZH), problem.text(Language.EN));
    }
}
