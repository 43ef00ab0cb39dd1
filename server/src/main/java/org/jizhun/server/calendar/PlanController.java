package org.jizhun.server.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The year's work plan. */
@RestController
class PlanController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final String PLAN = "/api/departments/{department}/years/{year}/plan";

    private final Plan plan;
    private final TakePlan takePlan;
    private final PlanFiles files;

    PlanController(Plan plan, TakePlan takePlan, PlanFiles files) {
        this.plan = plan;
        this.takePlan = takePlan;
        this.files = files;
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

    record RemovalForm(@Nullable Integer version) {}

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

    @PostMapping(PLAN + "/{id}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable long id,
            @RequestBody RemovalForm body) {
        plan.remove(department, year, id, body.version());
    }

    @PostMapping(PLAN + "/{id}/reminder")
    Plan.Task remind(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable long id,
            @RequestBody ReminderForm body) {
        return plan.remind(department, year, id, body.reminder());
    }

    /** The plan in words; without tasks, the form to fill in. */
    @GetMapping(PLAN + ".xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable long department, @PathVariable int year) {
        String disposition = ContentDisposition.attachment()
                .filename("工作计划-" + year + ".xlsx", StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(takePlan.workbook(department, year));
    }

    /** A workbook or .csv with the columns of {@code plan.xlsx}. */
    @PostMapping(path = PLAN + "/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    List<TakePlan.Row> take(
            @PathVariable long department,
            @PathVariable int year,
            @RequestParam boolean preview,
            @RequestParam("file") MultipartFile file)
            throws IOException {
        if (file.isEmpty()) {
            throw Rejection.at("file", "field-missing");
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return takePlan.take(department, year, name, file.getBytes(), preview);
    }

    @GetMapping(PLAN + "/files")
    List<PlanFiles.TakenFile> files(@PathVariable long department, @PathVariable int year) {
        return files.of(department, year);
    }

    @PostMapping(PLAN + "/files/{id}/undo")
    PlanFiles.Undone undo(@PathVariable long department, @PathVariable int year, @PathVariable long id) {
        return files.undo(department, year, id);
    }
}
