package org.jizhun.server.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jizhun.server.organization.DepartmentController.DepartmentForm;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds and changes departments. Nothing is deleted: a department that is dissolved gets the day it was closed. */
@Service
class Departments {

    static final Pattern CODE = Pattern.compile("[0-9A-Za-z-]{1,20}");
    private static final String COLUMNS = "id, code, name, short_name, region, closed, version";

    private final Records records;
    private final ChangeLog changes;

    Departments(Records records, ChangeLog changes) {
        this.records = records;
        this.changes = changes;
    }

    record Department(
            long id,
            String code,
            String name,
            @Nullable String shortName,
            long region,
            @Nullable LocalDate closed,
            int version) {
        Map<String, @Nullable Object> fields() {
            return Records.fields(
                    "code", code, "name", name, "shortName", shortName, "region", region, "closed", text(closed));
        }
    }

    /** A day as the trail keeps it. */
    static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    @Transactional(readOnly = true)
    List<Department> all() {
        return records.list("SELECT " + COLUMNS + " FROM department ORDER BY code", Department.class);
    }

    @Transactional(readOnly = true)
    Department one(long id) {
        List<Department> found = records.list(
                "SELECT " + COLUMNS + " FROM department WHERE id = :id", Map.of("id", id), Department.class);
        if (found.isEmpty()) {
            throw Rejection.notFound();
        }
        return found.get(0);
    }

    @Transactional
    Department add(DepartmentForm body) {
        Department added = records.insert("department", checked(body), COLUMNS, Department.class);
        changes.record(Change.of("department-added", "department", added.id())
                .in(added.id())
                .to(added.fields()));
        return added;
    }

    @Transactional
    Department change(long id, DepartmentForm body) {
        Map<String, @Nullable Object> values = checked(body);
        Department before = records.held("department", id, COLUMNS, Department.class);
        Department after = records.update("department", id, body.version(), values, COLUMNS, Department.class);
        changes.record(Change.of("department-changed", "department", id)
                .in(id)
                .from(before.fields())
                .to(after.fields()));
        return after;
    }

    private Map<String, @Nullable Object> checked(DepartmentForm body) {
        Form form = new Form();
        Map<String, @Nullable Object> values = Records.fields(
                "code", form.matching("code", body.code(), CODE, "101"),
                "name", form.text("name", body.name(), 100),
                "short_name", form.optionalText("shortName", body.shortName(), 40),
                "region", form.number("region", body.region()),
                "closed", form.optionalDate("closed", body.closed()));
        if (body.region() != null && !records.exists("region", body.region())) {
            form.wrong("region", "field-unknown-record", "found", body.region());
        }
        form.refuseIfWrong();
        return values;
    }
}
