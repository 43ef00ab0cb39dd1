package org.jizhun.server.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jizhun.server.RunningServer;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Posting;
import org.jizhun.server.platform.Postings;
import org.jizhun.server.platform.Reach;
import org.jizhun.server.platform.Rejection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People of two departments post at once, into a table with row-level security: what each may do, and what became of each, is
 * the same as if they had come one after the other.
 */
class PostingsIT {

    private static final int PEOPLE = 16;
    private static final int EACH = 40;

    private final RunningServer server = RunningServer.get();
    private final Postings postings = server.bean(Postings.class);
    private final ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
    private final Office one = office();
    private final Office other = office();

    /** A department with a person and a row of theirs. */
    private record Office(long department, Actor actor, long unit) {}

    private Office office() {
        long department = server.department(server.region(null));
        RunningServer.User user = server.user(department, "performance-officer");
        Actor actor = new Actor(
                user.account(),
                user.login(),
                "测试人",
                department,
                user.person(),
                Set.of("performance-officer"),
                Reach.DEPARTMENT,
                false,
                false,
                "127.0.0.1");
        long unit = server.insert(
                "INSERT INTO unit (department, code, name, kind) VALUES (?, 'U0', '馆', 'other') RETURNING id",
                department);
        return new Office(department, actor, unit);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static Posting unit(long department, String code) {
        return new Posting(
                List.of(Posting.Line.of(
                        1,
                        "INSERT INTO unit (department, code, name, kind) VALUES (?, ?, '馆', 'other')",
                        department,
                        code)),
                Change.of("unit-posted", "unit", code).in(department).to(Map.of("code", code)));
    }

    private void post(Office office, Posting posting) {
        CurrentActor.as(office.actor(), () -> {
            postings.post(posting);
            return true;
        });
    }

    /** What of this department is in the table and what is on the trail, by whom. */
    private Set<String> units(Office office) {
        return new TreeSet<>(server.rows(
                "SELECT u.code || ' ' || e.user_account FROM unit u JOIN trail_entry e ON e.department = u.department"
                        + " AND e.subject = u.code AND e.action = 'unit-posted' WHERE u.department = ?",
                office.department()));
    }

    private int entries(Office office) {
        return server.rows(
                        "SELECT subject FROM trail_entry WHERE department = ? AND action = 'unit-posted'",
                        office.department())
                .size();
    }

    /** Every fourth of one office tries to write into the other's department, and every fourth repeats a code: 20 each stay. */
    @Test
    void each_of_many_at_once_does_what_they_may_under_their_own_name_and_who_fails_fails_alone() throws Exception {
        List<Future<String>> all = new ArrayList<>();
        Set<String> expectedOfOne = new TreeSet<>();
        Set<String> expectedOfOther = new TreeSet<>();
        for (int person = 0; person < PEOPLE; person++) {
            Office mine = person % 2 == 0 ? one : other;
            Office theirs = person % 2 == 0 ? other : one;
            int number = person;
            for (int i = 0; i < EACH; i++) {
                String code = "P" + number + "-" + i;
                int kind = i % 4;
                if (kind > 1) {
                    (number % 2 == 0 ? expectedOfOne : expectedOfOther)
                            .add(code + " " + mine.actor().account());
                }
                all.add(threads.submit(() -> {
                    Posting posting = kind == 0
                            ? unit(theirs.department(), code)
                            : unit(mine.department(), kind == 1 ? "U0" : code);
                    try {
                        post(mine, posting);
                        return kind > 1 ? "" : "done: " + code;
                    } catch (DataAccessException refused) {
                        return kind < 2 ? "" : refused.toString();
                    }
                }));
            }
        }
        for (Future<String> each : all) {
            assertThat(each.get()).isEmpty();
        }
        assertThat(units(one)).isEqualTo(expectedOfOne);
        assertThat(units(other)).isEqualTo(expectedOfOther);
        // 8 people of each office, 20 of 40 each.
        assertThat(entries(one)).isEqualTo(160);
        assertThat(entries(other)).isEqualTo(160);
        try (Connection owner = server.address().connectAsOwner()) {
            assertThat(Verification.of(owner).findings()).isEmpty();
        }
    }

    @Test
    void a_statement_that_touches_another_number_of_rows_undoes_its_posting_and_leaves_no_entry() {
        Posting.Line first = Posting.Line.of(1, "UPDATE unit SET name = '新' WHERE id = ?", one.unit());
        Posting.Line second = Posting.Line.of(1, "UPDATE unit SET name = '新' WHERE id = ?", other.unit());
        Change change = Change.of("unit-posted", "unit", "U0").in(one.department());
        assertThatThrownBy(() -> post(one, new Posting(List.of(first, second), change)))
                .isInstanceOf(Rejection.class)
                .hasMessage("request-changed-meanwhile");
        assertThat(server.rows("SELECT name FROM unit WHERE id = ?", one.unit()))
                .containsExactly("馆");
        assertThat(entries(one)).isZero();
        post(one, new Posting(List.of(first), change));
        assertThat(server.rows("SELECT name FROM unit WHERE id = ?", one.unit()))
                .containsExactly("新");
        assertThat(entries(one)).isOne();
    }

    @Test
    void a_posting_within_a_transaction_is_refused() {
        TransactionTemplate transaction = new TransactionTemplate(server.bean(PlatformTransactionManager.class));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> post(one, unit(one.department(), "U1"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(entries(one)).isZero();
    }

    /** A second server that knows no chain takes any: of 200, twelve on average are the one that the first remembers the end of. */
    @Test
    void a_chain_that_another_server_moved_meanwhile_is_left_and_the_posting_done() throws Exception {
        for (int i = 0; i < 200; i++) {
            Postings second = new JointPostings(
                    server.bean(JdbcTemplate.class),
                    server.bean(PlatformTransactionManager.class),
                    server.bean(ChangeLog.class),
                    new Chains(server.bean(JdbcClient.class)),
                    Clock.systemUTC());
            Posting posting = unit(one.department(), "S" + i);
            CurrentActor.as(one.actor(), () -> {
                second.post(posting);
                return true;
            });
            post(one, unit(one.department(), "F" + i));
        }
        assertThat(entries(one)).isEqualTo(400);
        try (Connection owner = server.address().connectAsOwner()) {
            assertThat(Verification.of(owner).findings()).isEmpty();
        }
    }
}
