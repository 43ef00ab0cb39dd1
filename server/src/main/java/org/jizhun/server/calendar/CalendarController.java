package org.jizhun.server.calendar;

import java.time.LocalDate;
import org.jizhun.server.platform.Form;
import org.jizhun.server.register.RuleBook;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The working days of a year as they were loaded, and deadlines counted in them. */
@RestController
class CalendarController {

    private static final int MOST_DAYS = 400;

    private final RuleBook rules;

    CalendarController(RuleBook rules) {
        this.rules = rules;
    }

    /** @param day null where it would touch a year that is not loaded */
    record Deadline(@Nullable LocalDate day) {}

    @GetMapping("/api/calendar/{year}")
    YearOfDays year(@PathVariable int year) {
        return YearOfDays.of(rules.calendar(), year);
    }

    /** The day so many working days after another, which itself is not counted. */
    @GetMapping("/api/deadline")
    Deadline deadline(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable Integer days) {
        Form form = new Form();
        LocalDate start = form.date("from", from);
        Integer count = form.optionalCount("days", days, MOST_DAYS);
        if (count == null) {
            form.wrong("days", "field-missing");
        }
        form.refuseIfWrong();
        return new Deadline(
                count == null ? null : rules.calendar().add(start, count).orElse(null));
    }
}
