package org.jizhun.server.register;

import java.util.List;
import java.util.Optional;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and closes department years. */
@Service
public class Years {

    private static final String COLUMNS = "id, department, year, scheme, state, version";
    private static final int FIRST = 1990;
    private static final int LAST = 2199;
    private static final List<String> STATES = List.of("open", "closed");

    private final JdbcClient jdbc;
    private final RuleBook rules;
    private final ChangeLog changes;

    Years(JdbcClient jdbc, RuleBook rules, ChangeLog changes) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.changes = changes;
    }

    @Transactional(readOnly = true)
    public List<DepartmentYear> of(long department) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM department_year WHERE department = :department ORDER BY year DESC")
                .param("department", department)
                .query(DepartmentYear.class)
                .list();
    }

    /** Every year the acting user may see, the newest first. */
    @Transactional(readOnly = true)
    public List<DepartmentYear> visible() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM department_year ORDER BY year DESC, department")
                .query(DepartmentYear.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<DepartmentYear> find(long department, int year) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM department_year WHERE department = :department AND year = :year")
                .param("department", department)
                .param("year", year)
                .query(DepartmentYear.class)
                .optional();
    }

    /** @throws Rejection if it is not there or not to be seen */
    @Transactional(readOnly = true)
    public DepartmentYear one(long department, int year) {
        return find(department, year).orElseThrow(Rejection::notFound);
    }

    /** @throws Rejection if it is not there, not to be seen, or closed */
    @Transactional(readOnly = true)
    public DepartmentYear open(long department, int year) {
        DepartmentYear found = one(department, year);
        if (!found.isOpen()) {
            throw Rejection.of(HttpStatus.CONFLICT, "year-closed", "year", year);
        }
        return found;
    }

    @Transactional
    public DepartmentYear add(long department, @Nullable Integer year, @Nullable String scheme) {
        Form form = new Form();
        Integer wanted = year;
        if (wanted == null) {
            form.wrong("year", "field-missing");
        } else if (wanted < FIRST || wanted > LAST) {
            form.wrong("year", "field-out-of-range", "found", wanted, "expected", FIRST + "–" + LAST);
        }
        String chosen = scheme(form, scheme);
        form.refuseIfWrong();
        DepartmentYear added = jdbc.sql("INSERT INTO department_year (department, year, scheme)"
                        + " VALUES (:department, :year, :scheme) RETURNING " + COLUMNS)
                .param("department", department)
                .param("year", wanted)
                .param("scheme", chosen)
                .query(DepartmentYear.class)
                .single();
        changes.record(Change.of("year-opened", "department-year", added.id())
                .in(department)
                .to(added.fields()));
        return added;
    }

    private String scheme(Form form, @Nullable String scheme) {
        String chosen = form.text("scheme", scheme, 100);
        if (!chosen.isEmpty() && rules.find(chosen).isEmpty()) {
            form.wrong(
                    "scheme",
                    "field-unknown-word",
                    "found",
                    chosen,
                    "expected",
                    String.join(
                            " ",
                            rules.schemes().all().stream()
                                    .map(each -> each.id())
                                    .toList()));
        }
        return chosen;
    }

    /** @param version of the year as it was read */
    @Transactional
    public DepartmentYear change(
            long department, int year, @Nullable String scheme, @Nullable String state, @Nullable Integer version) {
        DepartmentYear before = one(department, year);
        Form form = new Form();
        String chosen = scheme(form, scheme);
        String wanted = form.oneOf("state", state, STATES);
        if (version == null) {
            form.wrong("version", "field-missing");
        }
        form.refuseIfWrong();
        DepartmentYear after = jdbc.sql("UPDATE department_year SET scheme = :scheme, state = :state,"
                        + " version = version + 1 WHERE id = :id AND version = :version RETURNING " + COLUMNS)
                .param("scheme", chosen)
                .param("state", wanted)
                .param("id", before.id())
                .param("version", version)
                .query(DepartmentYear.class)
                .optional()
                .orElseThrow(Rejection::changedMeanwhile);
        changes.record(Change.of("year-changed", "department-year", after.id())
                .in(department)
                .from(before.fields())
                .to(after.fields()));
        return after;
    }
}
