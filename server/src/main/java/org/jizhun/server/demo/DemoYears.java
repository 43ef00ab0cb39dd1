package org.jizhun.server.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jizhun.documents.workbook.CaseCells;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.documents.workbook.TemplateWriter;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.server.calendar.Plan;
import org.jizhun.server.evaluation.Snapshots;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Jobs;
import org.jizhun.server.register.CaseReading;
import org.jizhun.server.register.ChangeRows;
import org.jizhun.server.register.FactSource;
import org.jizhun.server.register.Imports;
import org.jizhun.server.register.RuleBook;
import org.jizhun.server.register.StoredRow;
import org.jizhun.server.register.Years;
import org.jizhun.server.review.TakeStep;
import org.springframework.stereotype.Service;

/**
 * The two years of the demo's department: the sample of {@code samples/example-department-2025} taken in, reviewed and
 * approved, and the year after with what is known at mid-year of it.
 */
@Service
class DemoYears {

    private static final String SCHEME = "guangzhou-department-2023";
    private static final int FINISHED = 2025;
    private static final int MID_YEAR = 6;

    /** What nobody knows yet in the middle of a year. */
    private static final Set<String> LATER =
            Set.of("actual", "actualText", "actualSpending", "result", "reason", "evidence", "band", "judgedRate");

    private static final List<String> BEGUN =
            List.of("department", "units", "budget", "execution", "goals", "tasks", "projects", "indicators");

    private final Years years;
    private final Imports imports;
    private final FactSource facts;
    private final ChangeRows rows;
    private final TakeStep steps;
    private final Snapshots snapshots;
    private final RuleBook rules;
    private final Plan plan;
    private final DemoEvidence evidence;
    private final DemoFeeds feeds;

    DemoYears(
            Years years,
            Imports imports,
            FactSource facts,
            ChangeRows rows,
            TakeStep steps,
            Snapshots snapshots,
            RuleBook rules,
            Plan plan,
            DemoEvidence evidence,
            DemoFeeds feeds) {
        this.years = years;
        this.imports = imports;
        this.facts = facts;
        this.rows = rows;
        this.steps = steps;
        this.snapshots = snapshots;
        this.rules = rules;
        this.plan = plan;
        this.evidence = evidence;
        this.feeds = feeds;
    }

    void fill(long department, Actor officer, Actor preparer, Actor reviewer, Actor head) {
        FactSet sample = new CaseReader(rules.schemes(), rules.calendar())
                .read(Path.of(System.getProperty("jizhun.home", "."), "samples", "example-department-2025"))
                .value();
        as(officer, () -> takeIn(department, FINISHED, sample));
        as(officer, () -> evidence.fill(department, FINISHED));
        step(department, FINISHED, officer, "submit", "draft", Set.of());
        step(department, FINISHED, reviewer, "pass", "submitted", Set.of());
        step(department, FINISHED, head, "approve", "reviewed", Set.of());
        as(officer, () -> snapshots.take(department, FINISHED, "自评定稿"));
        int next = FINISHED + 1;
        as(officer, () -> takeIn(department, next, begun(sample)));
        as(officer, () -> planned(department, next));
        as(officer, () -> feeds.fill(department, next));
        as(officer, () -> assign(department, next, preparer));
        step(department, next, officer, "submit", "draft", Set.of("goals", "tasks"));
        step(department, next, reviewer, "pass", "submitted", Set.of("goals"));
        returned(department, next, preparer, reviewer);
    }

    /** What the first half of the year had to bring is done. */
    private void planned(long department, int year) {
        LocalDate middle = LocalDate.of(year, MID_YEAR, 30).plusDays(20);
        plan.fromTemplate(department, year).stream()
                .filter(task -> task.due().isBefore(middle))
                .forEach(task -> plan.finish(department, year, task.id()));
    }

    private static void as(Actor actor, Runnable work) {
        CurrentActor.as(actor, () -> {
            work.run();
            return true;
        });
    }

    private void takeIn(long department, int year, FactSet sample) {
        years.add(department, year, SCHEME);
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        try {
            TemplateWriter.write(rules.scheme(SCHEME), sample, workbook);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String name = year + " 年度工作簿.xlsx";
        CaseCells cells = imports.read(name, new ByteArrayInputStream(workbook.toByteArray()), SCHEME)
                .value();
        Imports.Import read = imports.preview(department, year, name, cells, List.of());
        imports.confirm(department, year, read.id(), Set.of(), Jobs.Progress.UNFOLLOWED);
    }

    /** The sample as it would stand in the middle of the year after. */
    private static FactSet begun(FactSet sample) {
        FactSet.Builder facts = FactSet.builder(sample.vocabulary());
        sample.facts().forEach((name, fact) -> {
            if (!Set.of("reportDate", "year").contains(name) && !isValue(sample, name)) {
                facts.put(fact);
            }
        });
        facts.put("year", org.jizhun.kernel.quantity.Exact.of(FINISHED + 1));
        for (String register : BEGUN) {
            List<Row> kept = sample.rows(register).stream()
                    .filter(row -> !register.equals("execution") || month(row) <= MID_YEAR)
                    .map(row -> without(row, register))
                    .toList();
            if (!kept.isEmpty()) {
                facts.rows(register, kept);
            }
        }
        return facts.build();
    }

    private static boolean isValue(FactSet sample, String name) {
        return sample.vocabulary()
                .register("values")
                .map(values -> values.column(name).isPresent())
                .orElse(false);
    }

    private static int month(Row row) {
        return Integer.parseInt(row.text("month"));
    }

    private static Row without(Row row, String register) {
        Row kept = row;
        for (int i = 0; i < row.kind().fields().size(); i++) {
            String name = row.kind().fields().get(i).name();
            if (LATER.contains(name)
                    || (register.equals("budget")
                            && Set.of("adjustment", "adjusted").contains(name))) {
                kept = kept.with(i, null);
            } else if (row.get(i) instanceof LocalDate date) {
                kept = kept.with(i, date.plusYears(1));
            } else if (name.equals("source") && register.equals("execution")) {
                kept = kept.with(i, row.text("source").replace("2025", "2026"));
            }
        }
        return kept;
    }

    private void assign(long department, int year, Actor preparer) {
        List<Long> own = facts.read(department, year).rows("indicators").stream()
                .filter(row -> row.cells().getOrDefault("task", "").equals("R1"))
                .map(StoredRow::id)
                .toList();
        rows.assign(department, year, "indicators", own, preparer.person());
    }

    private void step(long department, int year, Actor actor, String action, String from, Set<String> registers) {
        as(actor, () -> {
            CaseReading reading = facts.read(department, year);
            List<TakeStep.Mark> marks = reading.rows().entrySet().stream()
                    .filter(entry -> registers.isEmpty() || registers.contains(entry.getKey()))
                    .flatMap(entry -> entry.getValue().stream())
                    .filter(row -> row.state().equals(from))
                    .map(row -> new TakeStep.Mark(row.id(), row.version()))
                    .collect(Collectors.toCollection(ArrayList::new));
            steps.take(department, year, action, marks, null, false);
        });
    }

    /** Two indicators that the preparer submitted: one waits for its review, one came back. */
    private void returned(long department, int year, Actor preparer, Actor reviewer) {
        List<StoredRow> two = new ArrayList<>();
        as(
                preparer,
                () -> facts.read(department, year).rows("indicators").stream()
                        .filter(row -> java.util.Objects.equals(row.assignedTo(), preparer.person()))
                        .limit(2)
                        .forEach(two::add));
        as(
                preparer,
                () -> steps.take(
                        department,
                        year,
                        "submit",
                        two.stream()
                                .map(row -> new TakeStep.Mark(row.id(), row.version()))
                                .toList(),
                        null,
                        false));
        as(
                reviewer,
                () -> steps.take(
                        department,
                        year,
                        "return",
                        List.of(new TakeStep.Mark(two.get(0).id(), two.get(0).version() + 1)),
                        "目标值与上年实际相差很大，请说明测算依据或者调整",
                        false));
    }
}
