package org.jizhun.server.organization;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jizhun.server.organization.AppointmentController.AppointmentForm;
import org.jizhun.server.organization.DepartmentController.DepartmentForm;
import org.jizhun.server.organization.DepartmentController.OfficeForm;
import org.jizhun.server.organization.DepartmentController.UnitForm;
import org.jizhun.server.organization.PersonController.PersonForm;
import org.jizhun.server.organization.RegionController.RegionForm;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Sets up regions, departments and people for the demo, through the same steps as an installation in use: the system
 * administrator adds people and accounts and names the security administrator, who grants the roles.
 */
@Service
public class Founding {

    private static final String SINCE = "2024-01-01";
    private static final String REASON = "演示";

    private final Regions regions;
    private final Departments departments;
    private final Parts parts;
    private final People people;
    private final Appointments appointments;

    Founding(Regions regions, Departments departments, Parts parts, People people, Appointments appointments) {
        this.regions = regions;
        this.departments = departments;
        this.parts = parts;
        this.people = people;
        this.appointments = appointments;
    }

    /** Somebody with an account and roles. */
    public record Seat(String login, String name, String post, List<String> roles) {
        public Seat {
            roles = List.copyOf(roles);
        }
    }

    /** @param administrator the account of a system administrator */
    public long region(long administrator, String code, String name, @Nullable Long parent) {
        return as(
                administrator,
                Administrators.SYSTEM,
                () -> regions.add(new RegionForm(code, name, parent, null)).id());
    }

    public long department(long administrator, String code, String name, String shortName, long region) {
        return as(
                administrator,
                Administrators.SYSTEM,
                () -> departments
                        .add(new DepartmentForm(code, name, shortName, region, null, null))
                        .id());
    }

    /** A unit with its posts and how many of them are filled. */
    public void unit(
            long administrator, long department, String code, String name, String kind, int posts, int filled) {
        as(
                administrator,
                Administrators.SYSTEM,
                () -> parts.addUnit(department, new UnitForm(code, name, kind, posts, filled, null, null)));
    }

    public void office(long administrator, long department, String name) {
        as(
                administrator,
                Administrators.SYSTEM,
                () -> parts.addOffice(department, new OfficeForm(name, null, null, null)));
    }

    /** The actor as whom this person works from now on; their roles are granted by the security administrator. */
    public Actor seat(long administrator, @Nullable Long security, long department, Seat seat, String password) {
        long person = as(
                administrator,
                Administrators.SYSTEM,
                () -> people.add(department, new PersonForm(seat.name(), seat.post(), null, null, null, null))
                        .id());
        long account =
                as(administrator, Administrators.SYSTEM, () -> people.openDemoAccount(person, seat.login(), password));
        for (String role : seat.roles()) {
            AppointmentForm form = new AppointmentForm(person, role, SINCE, null, REASON);
            if (security == null) {
                as(administrator, Administrators.SYSTEM, () -> appointments.grant(form));
            } else {
                as(security, Administrators.SECURITY, () -> appointments.grant(form));
            }
        }
        Reach reach =
                seat.roles().stream().anyMatch(Set.of("bureau", "auditor")::contains) ? Reach.REGION : Reach.DEPARTMENT;
        return new Actor(
                account,
                seat.login(),
                seat.name(),
                department,
                person,
                Set.copyOf(seat.roles()),
                reach,
                false,
                false,
                "local");
    }

    private static <T> T as(long account, String role, Supplier<T> work) {
        Actor actor = new Actor(account, role, role, null, null, Set.of(role), Reach.NONE, false, false, "local");
        return Objects.requireNonNull(CurrentActor.as(actor, work));
    }
}
