package org.jizhun.server.trail;

import java.util.List;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.server.platform.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail to read, newest first, and its verification. */
@RestController
class TrailController {

    private static final int MOST = 200;

    private final TrailReading reading;

    TrailController(TrailReading reading) {
        this.reading = reading;
    }

    record Finding(String code, String zh, String en) {}

    record Report(int chains, long entries, boolean sound, List<Finding> findings) {}

    /** @param before as given by {@code next} of the page before */
    @GetMapping("/api/trail")
    TrailReading.Page entries(
            @RequestParam(required = false) @Nullable String login,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer limit) {
        Form form = new Form();
        TrailReading.Sought sought = new TrailReading.Sought(
                form.optionalText("login", login, 40),
                form.optionalText("action", action, 60),
                form.optionalText("kind", kind, 60),
                form.optionalText("subject", subject, 200),
                TrailReading.Cursor.read(form, "before", before));
        Integer rows = form.optionalCount("limit", limit, MOST);
        form.refuseIfWrong();
        return reading.page(sought, rows == null || rows == 0 ? 50 : rows);
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
