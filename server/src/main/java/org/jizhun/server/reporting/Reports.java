package org.jizhun.server.reporting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.register.Years;
import org.jizhun.server.review.Step;
import org.jizhun.server.review.Steps;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reports of a department year, their files, and the steps they take until they are public. */
@Service
public class Reports {

    private static final Steps STEPS = Steps.beside(Reports.class);
    private static final String COLUMNS =
            "r.id, r.number, r.state, r.snapshot, r.errors, r.warnings, r.version, r.reason,"
                    + " r.made_by, name_of_account(r.made_by) AS made_by_name, r.made_at, r.submitted_by, r.published_at";

    private final JdbcClient jdbc;
    private final Years years;
    private final ChangeLog changes;
    private final Clock clock;

    Reports(JdbcClient jdbc, Years years, ChangeLog changes, Clock clock) {
        this.jdbc = jdbc;
        this.years = years;
        this.changes = changes;
        this.clock = clock;
    }

    /** A report without its files; errors and warnings are how many findings of the auditor. */
    public record Report(
            long id,
            int number,
            String state,
            long snapshot,
            int errors,
            int warnings,
            int version,
            @Nullable String reason,
            long madeBy,
            String madeByName,
            Instant madeAt,
            @Nullable Long submittedBy,
            @Nullable Instant publishedAt) {}

    /** A file of a report; bytes. */
    record Size(String name, long size) {}

    @Transactional(readOnly = true)
    public List<Report> of(long department, int year) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM report r WHERE r.department_year = :year ORDER BY r.number DESC")
                .param("year", years.one(department, year).id())
                .query(Report.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Report one(long department, int year, long id) {
        return of(department, year).stream()
                .filter(report -> report.id() == id)
                .findFirst()
                .orElseThrow(Rejection::notFound);
    }

    @Transactional(readOnly = true)
    public List<Size> files(long report) {
        return jdbc.sql(
                        "SELECT name, length(content) AS size FROM report_file WHERE report = :report ORDER BY name DESC")
                .param("report", report)
                .query(Size.class)
                .list();
    }

    @Transactional(readOnly = true)
    public byte[] file(long department, int year, long id, String name) {
        long seen = one(department, year, id).id();
        return jdbc.sql("SELECT content FROM report_file WHERE report = :report AND name = :name")
                .param("report", seen)
                .param("name", name)
                .query((row, number) -> row.getBytes("content"))
                .optional()
                .orElseThrow(Rejection::notFound);
    }

    /** What the auditor found in it, in the JSON of DESIGN 3.2. */
    @Transactional(readOnly = true)
    public String findings(long department, int year, long id) {
        return jdbc.sql("SELECT findings::text FROM report WHERE id = :id")
                .param("id", one(department, year, id).id())
                .query(String.class)
                .single();
    }

    /** The number the next report of a year gets. */
    private int next(DepartmentYear year) {
        return jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM report WHERE department_year = :year")
                .param("year", year.id())
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    public String nextLabel(long department, int year) {
        return "报告第 " + next(years.open(department, year)) + " 稿";
    }

    @Transactional
    public long add(
            long department,
            int year,
            long snapshot,
            Map<String, byte[]> files,
            String findings,
            int errors,
            int warnings) {
        DepartmentYear open = years.open(department, year);
        int number = next(open);
        long id = jdbc.sql(
                        "INSERT INTO report (department, department_year, number, snapshot, findings, errors, warnings,"
                                + " made_by, made_at) VALUES (:department, :year, :number, :snapshot, :findings::jsonb, :errors,"
                                + " :warnings, :who, :now) RETURNING id")
                .param("department", department)
                .param("year", open.id())
                .param("number", number)
                .param("snapshot", snapshot)
                .param("findings", findings)
                .param("errors", errors)
                .param("warnings", warnings)
                .param("who", Objects.requireNonNull(CurrentActor.get().account()))
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        files.forEach((name, content) -> jdbc.sql("INSERT INTO report_file (report, department, name, content)"
                        + " VALUES (:report, :department, :name, :content)")
                .param("report", id)
                .param("department", department)
                .param("name", name)
                .param("content", content)
                .update());
        changes.record(Change.of("report-written", "report", id)
                .in(department)
                .to(Map.of("number", number, "snapshot", snapshot, "errors", errors, "warnings", warnings)));
        return id;
    }

    /** What the acting user may do with a report now. */
    List<String> actions(Report report) {
        return STEPS.all().stream()
                .filter(step -> step.from().equals(report.state()))
                .filter(step -> step.refusal(report.madeBy(), report.submittedBy(), "given") == null)
                .map(Step::action)
                .toList();
    }

    /**
     * Takes a step.
     *
     * @throws Rejection if it does not lead on from here, is not for the acting user, lacks its reason, or submits a report in
     *     which the auditor found errors without saying why
     */
    @Transactional
    public Report step(
            long department,
            int year,
            long id,
            @Nullable String action,
            @Nullable String reason,
            @Nullable Integer version) {
        years.open(department, year);
        Form form = new Form();
        String wanted = form.oneOf(
                "action",
                action,
                STEPS.all().stream().map(Step::action).distinct().toList());
        String why = form.optionalText("reason", reason, 500);
        if (version == null) {
            form.wrong("version", "field-missing");
        }
        form.refuseIfWrong();
        Report report = one(department, year, id);
        Step step = STEPS.find(report.state(), wanted)
                .orElseThrow(
                        () -> new Rejection(HttpStatus.CONFLICT, List.of(STEPS.notFromHere(wanted, report.state()))));
        Problem refusal = step.refusal(report.madeBy(), report.submittedBy(), why);
        if (refusal != null) {
            throw new Rejection(HttpStatus.CONFLICT, List.of(refusal));
        }
        if (wanted.equals("submit") && report.errors() > 0 && why == null) {
            throw Rejection.of(HttpStatus.CONFLICT, "report-has-errors", "count", report.errors());
        }
        int changed = jdbc.sql("UPDATE report SET state = :state, reason = :reason, version = version + 1,"
                        + " submitted_by = CASE WHEN :submits THEN :who ELSE submitted_by END,"
                        + " published_at = CASE WHEN :publishes THEN :now ELSE published_at END"
                        + " WHERE id = :id AND version = :version")
                .param("state", step.to())
                .param("reason", why)
                .param("submits", wanted.equals("submit"))
                .param("publishes", wanted.equals("publish"))
                .param("who", Objects.requireNonNull(CurrentActor.get().account()))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw Rejection.changedMeanwhile();
        }
        changes.record(Change.of("report-" + wanted, "report", id)
                .in(department)
                .from(Map.of("state", step.from()))
                .to(Map.of("state", step.to()))
                .because(why));
        return one(department, year, id);
    }
}
