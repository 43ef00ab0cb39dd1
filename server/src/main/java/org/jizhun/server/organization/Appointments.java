package org.jizhun.server.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jizhun.server.organization.AppointmentController.AppointmentForm;
import org.jizhun.server.organization.AppointmentController.EndForm;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Permissions;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.platform.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives people roles for a term and ends them. The security administrator grants; only the first security administrator,
 * while there is none, is named by the system administrator. Nobody grants themselves anything, and an
 * administrator's role excludes every other role at the same time.
 */
@Service
class Appointments {

    private static final String COLUMNS = "id, person, role, starts, ends, reason, version";
    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    private final Records records;
    private final Permissions permissions;
    private final ChangeLog changes;
    private final Clock clock;

    Appointments(Records records, Permissions permissions, ChangeLog changes, Clock clock) {
        this.records = records;
        this.permissions = permissions;
        this.changes = changes;
        this.clock = clock;
    }

    record Appointment(
            long id,
            long person,
            String role,
            LocalDate starts,
            @Nullable LocalDate ends,
            String reason,
            int version) {
        Map<String, @Nullable Object> fields() {
            return Records.fields("role", role, "starts", Departments.text(starts), "ends", Departments.text(ends));
        }

        boolean overlaps(LocalDate from, LocalDate to) {
            return !starts.isAfter(to)
                    && !Objects.requireNonNullElse(ends, NO_END).isBefore(from);
        }
    }

    @Transactional(readOnly = true)
    List<Appointment> all() {
        return records.list("SELECT " + COLUMNS + " FROM appointment ORDER BY person, starts, id", Appointment.class);
    }

    @Transactional
    Appointment grant(AppointmentForm body) {
        Form form = new Form();
        long personId = form.number("person", body.person());
        String role = form.oneOf(
                "role", body.role(), permissions.roles().stream().map(Role::id).toList());
        LocalDate starts = form.date("starts", body.starts());
        LocalDate ends = form.optionalDate("ends", body.ends());
        String reason = form.text("reason", body.reason(), 200);
        if (ends != null && ends.isBefore(starts)) {
            form.wrong("ends", "term-ends-before-it-starts", "found", ends, "expected", starts);
        }
        form.refuseIfWrong();
        People.Person person = records.held("person", personId, People.COLUMNS, People.Person.class);
        mayGrant(person, role);
        checkSeparation(person, role, starts, Objects.requireNonNullElse(ends, NO_END));
        Appointment granted = records.insert(
                "appointment",
                Records.fields("person", personId, "role", role, "starts", starts, "ends", ends, "reason", reason),
                COLUMNS,
                Appointment.class);
        changes.record(Change.of("role-granted", "person", personId)
                .in(person.department())
                .to(granted.fields())
                .because(reason));
        return granted;
    }

    private void mayGrant(People.Person person, String role) {
        Actor actor = CurrentActor.get();
        if (actor.account() != null && actor.account().equals(person.userAccount())) {
            throw Rejection.of(HttpStatus.CONFLICT, "role-for-oneself");
        }
        if (actor.is(Administrators.SECURITY)) {
            return;
        }
        boolean first = role.equals(Administrators.SECURITY)
                && !records.truth(
                        "SELECT EXISTS (SELECT 1 FROM appointment WHERE role = :role"
                                + " AND (ends IS NULL OR ends >= :day))",
                        Map.of("role", role, "day", LocalDate.now(clock)));
        if (!first) {
            throw Rejection.of(HttpStatus.FORBIDDEN, "role-not-for-you-to-grant");
        }
    }

    private void checkSeparation(People.Person person, String role, LocalDate starts, LocalDate ends) {
        List<Appointment> held = records
                .list(
                        "SELECT " + COLUMNS + " FROM appointment WHERE person = :person",
                        Map.of("person", person.id()),
                        Appointment.class)
                .stream()
                .filter(each -> each.overlaps(starts, ends))
                .toList();
        for (Appointment other : held) {
            if (other.role().equals(role)) {
                throw Rejection.of(HttpStatus.CONFLICT, "role-held-already", "role", role);
            }
            if (isAdministrator(role) || isAdministrator(other.role())) {
                throw Rejection.of(HttpStatus.CONFLICT, "role-excludes-others", "role", role, "other", other.role());
            }
        }
        if (person.department() == null && !isAdministrator(role)) {
            throw Rejection.of(HttpStatus.CONFLICT, "role-needs-department", "role", role);
        }
    }

    private boolean isAdministrator(String role) {
        return permissions.role(role).map(Role::administrator).orElse(true);
    }

    /** The last day may be past, today or later; the day before it began takes it back altogether. */
    @Transactional
    Appointment end(long id, EndForm body) {
        Form form = new Form();
        LocalDate ends = form.date("ends", body.ends());
        String reason = form.text("reason", body.reason(), 200);
        form.refuseIfWrong();
        Appointment before = records.held("appointment", id, COLUMNS, Appointment.class);
        People.Person person = records.held("person", before.person(), People.COLUMNS, People.Person.class);
        if (Objects.equals(person.userAccount(), CurrentActor.get().account())) {
            throw Rejection.of(HttpStatus.CONFLICT, "role-for-oneself");
        }
        if (ends.isBefore(before.starts().minusDays(1))
                || ends.isAfter(Objects.requireNonNullElse(before.ends(), NO_END))) {
            form.wrong(
                    "ends",
                    "term-end-out-of-range",
                    "found",
                    ends,
                    "expected",
                    before.starts().minusDays(1));
        }
        form.refuseIfWrong();
        Appointment after =
                records.update("appointment", id, body.version(), Map.of("ends", ends), COLUMNS, Appointment.class);
        changes.record(Change.of("role-ended", "person", before.person())
                .in(person.department())
                .from(before.fields())
                .to(after.fields())
                .because(reason));
        return after;
    }
}
