package org.jizhun.server.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jizhun.server.organization.DepartmentController.OfficeForm;
import org.jizhun.server.organization.DepartmentController.UnitForm;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a department consists of: subordinate units (所属单位) and offices (处室), of itself or of a unit. */
@Service
class Parts {

    /** Each with the word the year's register of units has for it. */
    static final Map<String, String> KINDS = Map.of(
            "administrative", "行政机关",
            "civil-service-managed", "参公事业单位",
            "public-institution-one", "公益一类事业单位",
            "public-institution-two", "公益二类事业单位",
            "self-funded-institution", "其他",
            "other", "其他");

    private static final int MOST_STAFF = 1_000_000;
    private static final String UNIT =
            "id, department, code, name, kind, staff_establishment, staff_in_post, closed, version";
    private static final String OFFICE = "id, department, unit, name, closed, version";

    private final Records records;
    private final Departments departments;
    private final ChangeLog changes;

    Parts(Records records, Departments departments, ChangeLog changes) {
        this.records = records;
        this.departments = departments;
        this.changes = changes;
    }

    record Unit(
            long id,
            long department,
            String code,
            String name,
            String kind,
            @Nullable Integer staffEstablishment,
            @Nullable Integer staffInPost,
            @Nullable LocalDate closed,
            int version) {
        Map<String, @Nullable Object> fields() {
            return Records.fields(
                    "code",
                    code,
                    "name",
                    name,
                    "kind",
                    kind,
                    "staffEstablishment",
                    staffEstablishment,
                    "staffInPost",
                    staffInPost,
                    "closed",
                    Departments.text(closed));
        }
    }

    record Office(
            long id,
            long department,
            @Nullable Long unit,
            String name,
            @Nullable LocalDate closed,
            int version) {
        Map<String, @Nullable Object> fields() {
            return Records.fields("name", name, "unit", unit, "closed", Departments.text(closed));
        }
    }

    @Transactional(readOnly = true)
    List<Unit> units(long department) {
        long seen = departments.one(department).id();
        return records.list(
                "SELECT " + UNIT + " FROM unit WHERE department = :department ORDER BY code",
                Map.of("department", seen),
                Unit.class);
    }

    /** Posts and how many are filled, of the units that were not closed; null where one of them does not say. */
    record Staff(
            int units,
            @Nullable Integer establishment,
            @Nullable Integer inPost) {}

    @Transactional(readOnly = true)
    Staff staff(long department) {
        List<Unit> open =
                units(department).stream().filter(unit -> unit.closed() == null).toList();
        return new Staff(open.size(), sum(open, Unit::staffEstablishment), sum(open, Unit::staffInPost));
    }

    /** Missing where one of them is. */
    static @Nullable Integer sum(List<Unit> units, Function<Unit, @Nullable Integer> column) {
        int sum = 0;
        for (Unit unit : units) {
            Integer staff = column.apply(unit);
            if (staff == null) {
                return null;
            }
            sum += staff;
        }
        return sum;
    }

    @Transactional
    Unit addUnit(long department, UnitForm body) {
        long seen = departments.one(department).id();
        Unit added = records.insert("unit", checked(seen, body), UNIT, Unit.class);
        changes.record(Change.of("unit-added", "unit", added.id()).in(seen).to(added.fields()));
        return added;
    }

    @Transactional
    Unit changeUnit(long department, long id, UnitForm body) {
        long seen = departments.one(department).id();
        Map<String, @Nullable Object> values = checked(seen, body);
        Unit before = records.held("unit", id, UNIT, Unit.class);
        ofDepartment(before.department(), seen);
        Unit after = records.update("unit", id, body.version(), values, UNIT, Unit.class);
        changes.record(Change.of("unit-changed", "unit", id)
                .in(seen)
                .from(before.fields())
                .to(after.fields()));
        return after;
    }

    private static Map<String, @Nullable Object> checked(long department, UnitForm body) {
        Form form = new Form();
        Map<String, @Nullable Object> values = Records.fields(
                "department", department,
                "code", form.matching("code", body.code(), Departments.CODE, "101001"),
                "name", form.text("name", body.name(), 100),
                "kind", form.oneOf("kind", body.kind(), KINDS.keySet()),
                "staff_establishment", form.optionalCount("staffEstablishment", body.staffEstablishment(), MOST_STAFF),
                "staff_in_post", form.optionalCount("staffInPost", body.staffInPost(), MOST_STAFF),
                "closed", form.optionalDate("closed", body.closed()));
        form.refuseIfWrong();
        return values;
    }

    @Transactional(readOnly = true)
    List<Office> offices(long department) {
        long seen = departments.one(department).id();
        return records.list(
                "SELECT " + OFFICE + " FROM office WHERE department = :department ORDER BY name, id",
                Map.of("department", seen),
                Office.class);
    }

    @Transactional
    Office addOffice(long department, OfficeForm body) {
        long seen = departments.one(department).id();
        Office added = records.insert("office", checked(seen, body), OFFICE, Office.class);
        changes.record(Change.of("office-added", "office", added.id()).in(seen).to(added.fields()));
        return added;
    }

    @Transactional
    Office changeOffice(long department, long id, OfficeForm body) {
        long seen = departments.one(department).id();
        Map<String, @Nullable Object> values = checked(seen, body);
        Office before = records.held("office", id, OFFICE, Office.class);
        ofDepartment(before.department(), seen);
        Office after = records.update("office", id, body.version(), values, OFFICE, Office.class);
        changes.record(Change.of("office-changed", "office", id)
                .in(seen)
                .from(before.fields())
                .to(after.fields()));
        return after;
    }

    private Map<String, @Nullable Object> checked(long department, OfficeForm body) {
        Form form = new Form();
        Map<String, @Nullable Object> values = Records.fields(
                "department", department,
                "name", form.text("name", body.name(), 60),
                "unit", body.unit(),
                "closed", form.optionalDate("closed", body.closed()));
        if (body.unit() != null && !records.exists("unit", department, body.unit())) {
            form.wrong("unit", "field-unknown-record", "found", body.unit());
        }
        form.refuseIfWrong();
        return values;
    }

    /** The address names both; what is another department's is not here. */
    private static void ofDepartment(long actual, long named) {
        if (actual != named) {
            throw Rejection.notFound();
        }
    }
}
