package org.jizhun.server.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jizhun.server.organization.PersonController.PersonForm;
import org.jizhun.server.platform.Accounts;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of a department, and the opening of an account for one of them. */
@Service
class People {

    static final String COLUMNS = "id, department, unit, office, name, post, user_account, departed, version";

    private final Records records;
    private final Departments departments;
    private final Accounts accounts;
    private final ChangeLog changes;

    People(Records records, Departments departments, Accounts accounts, ChangeLog changes) {
        this.records = records;
        this.departments = departments;
        this.accounts = accounts;
        this.changes = changes;
    }

    record Person(
            long id,
            @Nullable Long department,
            @Nullable Long unit,
            @Nullable Long office,
            String name,
            @Nullable String post,
            @Nullable Long userAccount,
            @Nullable LocalDate departed,
            int version) {
        Map<String, @Nullable Object> fields() {
            return Records.fields(
                    "name", name, "post", post, "unit", unit, "office", office, "departed", Departments.text(departed));
        }
    }

    @Transactional(readOnly = true)
    List<Person> of(long department) {
        long seen = departments.one(department).id();
        return records.list(
                "SELECT " + COLUMNS + " FROM person WHERE department = :department ORDER BY name, id",
                Map.of("department", seen),
                Person.class);
    }

    @Transactional
    Person add(long department, PersonForm body) {
        long seen = departments.one(department).id();
        Person added = records.insert("person", checked(seen, body), COLUMNS, Person.class);
        changes.record(Change.of("person-added", "person", added.id()).in(seen).to(added.fields()));
        return added;
    }

    @Transactional
    Person change(long department, long id, PersonForm body) {
        long seen = departments.one(department).id();
        Map<String, @Nullable Object> values = checked(seen, body);
        Person before = records.held("person", id, COLUMNS, Person.class);
        if (before.department() == null || before.department() != seen) {
            throw Rejection.notFound();
        }
        Person after = records.update("person", id, body.version(), values, COLUMNS, Person.class);
        changes.record(Change.of("person-changed", "person", id)
                .in(seen)
                .from(before.fields())
                .to(after.fields()));
        return after;
    }

    private Map<String, @Nullable Object> checked(long department, PersonForm body) {
        Form form = new Form();
        Map<String, @Nullable Object> values = Records.fields(
                "department", department,
                "name", form.text("name", body.name(), 60),
                "post", form.optionalText("post", body.post(), 60),
                "unit", body.unit(),
                "office", body.office(),
                "departed", form.optionalDate("departed", body.departed()));
        if (body.unit() != null && !records.exists("unit", department, body.unit())) {
            form.wrong("unit", "field-unknown-record", "found", body.unit());
        }
        if (body.office() != null && !records.exists("office", department, body.office())) {
            form.wrong("office", "field-unknown-record", "found", body.office());
        }
        form.refuseIfWrong();
        return values;
    }

    /** The one-time password is told to the administrator once, who hands it over. */
    @Transactional
    Accounts.Opened openAccount(@Nullable Long person, @Nullable String login) {
        Form form = new Form();
        String name = Accounts.checkedLogin(form, "login", login);
        long id = form.number("person", person);
        form.refuseIfWrong();
        Person held = records.held("person", id, COLUMNS, Person.class);
        if (held.userAccount() != null) {
            throw Rejection.of(HttpStatus.CONFLICT, "person-has-account", "name", held.name());
        }
        Accounts.Opened opened = accounts.open(name, held.name());
        records.update("person", id, held.version(), Map.of("user_account", opened.id()), COLUMNS, Person.class);
        changes.record(Change.of("account-given", "person", id)
                .in(held.department())
                .to(Map.of("user", opened.id(), "login", name)));
        return opened;
    }

    /** As {@link #openAccount}, with a password that stays: for the demo. */
    @Transactional
    long openDemoAccount(long person, String login, String passwordHash) {
        Person held = records.held("person", person, COLUMNS, Person.class);
        long opened = accounts.openForDemo(login, held.name(), passwordHash);
        records.update("person", person, held.version(), Map.of("user_account", opened), COLUMNS, Person.class);
        return opened;
    }
}
