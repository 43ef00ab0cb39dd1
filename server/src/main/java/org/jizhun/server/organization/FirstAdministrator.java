package org.jizhun.server.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jizhun.server.platform.Accounts;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** On the first start, and only then, makes the one user who can make all others: the system administrator. */
@Service
public class FirstAdministrator {

    private static final String LOGIN = "admin";
    private static final String NAME = "系统管理员";
    private static final String REASON = "首次启动";
    private static final long LOCK = 20_717;

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final ChangeLog changes;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FirstAdministrator(
            Accounts accounts,
            JdbcClient jdbc,
            ChangeLog changes,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The account with its one-time password; empty if there is any account already. */
    public Optional<Accounts.Opened> make() {
        Optional<Accounts.Opened> made = CurrentActor.as(Actor.setup(), () -> transaction.execute(status -> open()));
        return made == null ? Optional.empty() : made;
    }

    private Optional<Accounts.Opened> open() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
        if (!accounts.isEmpty()) {
            return Optional.empty();
        }
        Accounts.Opened opened = accounts.open(LOGIN, NAME);
        long person = jdbc.sql("INSERT INTO person (name, user_account) VALUES (?, ?) RETURNING id")
                .params(NAME, opened.id())
                .query(Long.class)
                .single();
        jdbc.sql("INSERT INTO appointment (person, role, starts, reason) VALUES (?, ?, ?, ?)")
                .params(person, Administrators.SYSTEM, LocalDate.now(clock), REASON)
                .update();
        changes.record(Change.of("role-granted", "person", person)
                .to(Map.of("role", Administrators.SYSTEM))
                .because(REASON));
        return Optional.of(opened);
    }
}
