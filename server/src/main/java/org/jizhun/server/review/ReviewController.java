package org.jizhun.server.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jizhun.kernel.fact.Register;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.register.CaseReading;
import org.jizhun.server.register.FactSource;
import org.jizhun.server.register.Registers;
import org.jizhun.server.register.StoredRow;
import org.jizhun.server.register.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What is to be reviewed, and the steps taken with it. */
@RestController
class ReviewController {

    private static final String REVIEW = "/api/departments/{department}/years/{year}/review";

    private final FactSource facts;
    private final TakeStep takeStep;

    ReviewController(FactSource facts, TakeStep takeStep) {
        this.facts = facts;
        this.takeStep = takeStep;
    }

    record StepForm(
            @Nullable String action,
            @Nullable List<TakeStep.Mark> rows,
            @Nullable String reason,
            @Nullable Boolean preview) {}

    record Outcomes(List<TakeStep.Outcome> rows) {}

    /** A column whose text is not what was approved last. */
    record Difference(String column, String label, String before, String after) {}

    /** @param actions what the acting user may do with the row now */
    record Item(
            String register,
            String label,
            String title,
            Registers.RowView row,
            List<Difference> changed,
            List<String> actions) {}

    record Items(List<Item> rows) {}

    @GetMapping("/api/review/steps")
    List<Step> steps() {
        return TakeStep.STEPS.all();
    }

    /** Every row that is past its first draft, or was approved before, or may be submitted by the acting user. */
    @GetMapping(REVIEW)
    Items items(@PathVariable long department, @PathVariable int year) {
        CaseReading reading = facts.read(department, year);
        List<Item> items = new ArrayList<>();
        for (Register register : reading.vocabulary().registers()) {
            Map<Long, List<Told>> told = reading.told(register);
            for (StoredRow row : reading.rows(register.name())) {
                List<String> actions = actions(row);
                if (!row.state().equals("draft") || row.approvedCells() != null || !actions.isEmpty()) {
                    List<Told> own = told.getOrDefault(row.id(), List.of());
                    items.add(new Item(
                            register.name(),
                            register.label(),
                            row.title(register),
                            Registers.RowView.of(row, own),
                            changed(register, row),
                            actions));
                }
            }
        }
        return new Items(items);
    }

    private static List<Difference> changed(Register register, StoredRow row) {
        Map<String, String> approved = row.approvedCells();
        if (approved == null) {
            return List.of();
        }
        List<Difference> changed = new ArrayList<>();
        for (Register.Column column : register.columns()) {
            String before = approved.getOrDefault(column.name(), "");
            String after = row.cells().getOrDefault(column.name(), "");
            if (!before.equals(after)) {
                changed.add(new Difference(column.name(), column.label(), before, after));
            }
        }
        return changed;
    }

    private List<String> actions(StoredRow row) {
        boolean own = CurrentActor.get().ownDepartment().isPresent();
        return TakeStep.STEPS.all().stream()
                .filter(step -> own && step.from().equals(row.state()))
                .filter(step -> TakeStep.refusal(step, row, "given", false) == null)
                .map(Step::action)
                .distinct()
                .toList();
    }

    @PostMapping(REVIEW)
    Outcomes take(@PathVariable long department, @PathVariable int year, @RequestBody StepForm body) {
        return new Outcomes(takeStep.take(
                department, year, body.action(), body.rows(), body.reason(), Boolean.TRUE.equals(body.preview())));
    }
}
