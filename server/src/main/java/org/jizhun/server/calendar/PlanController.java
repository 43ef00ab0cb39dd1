package org.jizhun.server.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The year's work plan. */
@RestController
class PlanController {

    private static final String PLAN = "/api/departments/{department}/years/{year}/plan";

    private final Plan plan;

    PlanController(Plan plan) {
        this.plan = plan;
    }

    record TaskForm(
            @Nullable String title,
            @Nullable String register,
            @Nullable String role,
            @Nullable Long assignedTo,
            @Nullable String person,
            @Nullable String due,
            @Nullable String state,
            @Nullable Integer version) {}

    record ReminderForm(@Nullable String reminder) {}

    @GetMapping(PLAN)
    List<Plan.Task> plan(@PathVariable long department, @PathVariable int year) {
        return plan.of(department, year);
    }

    @PostMapping(PLAN + "/from-template")
    List<Plan.Task> fromTemplate(@PathVariable long department, @PathVariable int year) {
        return plan.fromTemplate(department, year);
    }

    @PostMapping(PLAN)
    @ResponseStatus(HttpStatus.CREATED)
    Plan.Task add(@PathVariable long department, @PathVariable int year, @RequestBody TaskForm body) {
        return plan.add(department, year, body);
    }

    @PutMapping(PLAN + "/{id}")
    Plan.Task change(
            @PathVariable long department, @PathVariable int year, @PathVariable long id, @RequestBody TaskForm body) {
        return plan.change(department, year, id, body);
    }

    @PostMapping(PLAN + "/{id}/reminder")
    Plan.Task remind(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable long id,
            @RequestBody ReminderForm body) {
        return plan.remind(department, year, id, body.reminder());
    }
}
