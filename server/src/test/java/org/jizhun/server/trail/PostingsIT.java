package org.jizhun.server.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.jizhun.server.platform.Insertion;
import org.jizhun.server.platform.Insertion.Column;
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

    /** As for the values of a source, but for what is the same here in all of them. */
    private static final Insertion VALUES = new Insertion(
            "INSERT INTO feed_value (department, source, period, value, definition, way, given_by, given_at)"
                    + " SELECT y.department, v.source, v.period, v.value, '口径', 'typed', v.by, now()"
                    + " FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bigint[])"
                    + " AS v(year, source, period, value, by)",
            List.of(Column.NUMBERS, Column.NUMBERS, Column.TEXTS, Column.TEXTS, Column.NUMBERS),
            "department_year y ON y.id = v.year AND y.state = 'open'");

    /** A department with a person, a year and a source of values. */
    private record Office(long department, Actor actor, long year, long source) {}

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
        long year = server.insert(
                "INSERT INTO department_year (department, year, scheme) VALUES (?, 2025, 'any') RETURNING id",
                department);
        long source = server.insert(
                "INSERT INTO feed_source (department, department_year, name, kind, definition, indicator, unit)"
                        + " VALUES (?, ?, '馆', 'typed', '口径', 'A1', '次') RETURNING id",
                department,
                year);
        return new Office(department, actor, year, source);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static Posting value(Office office, long source, String period, String value, long by) {
        List<Object> row = List.of(office.year(), source, period, value, by);
        Change change = Change.of("value-posted", "value", value).in(office.department());
        return new Posting(VALUES, List.of(row), change.to(Map.of("value", value)));
    }

    private static Posting value(Office office, String value) {
        return value(office, office.source(), "2025-03", value, account(office));
    }

    private static long account(Office office) {
        return Objects.requireNonNull(office.actor().account());
    }

    private void post(Office office, Posting posting) {
        CurrentActor.as(office.actor(), () -> {
            postings.post(posting);
            return true;
        });
    }

    /** What of this department is in the table and, by the same person and transaction, on the trail. */
    private Set<String> values(Office office) {
        return new TreeSet<>(server.rows(
                "SELECT v.value || ' ' || v.given_by FROM feed_value v JOIN trail_entry e ON e.department = v.department"
                        + " AND e.subject = v.value AND e.action = 'value-posted' AND e.user_account = v.given_by"
                        + " AND e.xmin = v.xmin WHERE v.department = ?",
                office.department()));
    }

    private int entries(Office office) {
        return server.rows(
                        "SELECT subject FROM trail_entry WHERE department = ? AND action = 'value-posted'",
                        office.department())
                .size();
    }

    private List<Future<String>> all(PostOf maker) {
        List<Future<String>> all = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            int number = person;
            for (int i = 0; i < EACH; i++) {
                int kind = i;
                all.add(threads.submit(() -> maker.post(number, kind)));
            }
        }
        return all;
    }

    private interface PostOf {
        /** @return what is wrong with what became of it, or nothing */
        String post(int person, int number);
    }

    /**
     * Of every eight of a person one gives in the other office's year, one in the other office's name and two for no period;
     * the other four stay, 20 of 40.
     */
    @Test
    void each_of_many_at_once_does_what_they_may_under_their_own_name_and_who_fails_fails_alone() throws Exception {
        Set<String> expectedOfOne = Collections.synchronizedSet(new TreeSet<>());
        Set<String> expectedOfOther = Collections.synchronizedSet(new TreeSet<>());
        List<Future<String>> all = all((person, number) -> {
            Office mine = person % 2 == 0 ? one : other;
            Office theirs = person % 2 == 0 ? other : one;
            String value = Integer.toString(1000 * person + number);
            Posting posting = switch (number % 8) {
                case 0 -> value(theirs, theirs.source(), "2025-03", value, account(mine));
                case 1 -> value(mine, mine.source(), "2025-03", value, account(theirs));
                case 2, 3 -> value(mine, mine.source(), "never", value, account(mine));
                default -> value(mine, value);
            };
            try {
                post(mine, posting);
                (person % 2 == 0 ? expectedOfOne : expectedOfOther).add(value + " " + account(mine));
                return number % 8 > 3 ? "" : "done: " + value;
            } catch (DataAccessException | Rejection refused) {
                return number % 8 > 3 ? refused.toString() : "";
            }
        });
        for (Future<String> each : all) {
            assertThat(each.get()).isEmpty();
        }
        assertThat(values(one)).hasSize(160).isEqualTo(expectedOfOne);
        assertThat(values(other)).hasSize(160).isEqualTo(expectedOfOther);
        // 8 people of each office, 20 of 40 each.
        assertThat(entries(one)).isEqualTo(160);
        assertThat(entries(other)).isEqualTo(160);
        verified();
    }

    @Test
    void those_of_several_people_at_once_are_committed_together() throws Exception {
        List<Future<String>> all = all((person, number) -> {
            Office mine = person % 2 == 0 ? one : other;
            post(mine, value(mine, Integer.toString(1000 * person + number)));
            return "";
        });
        for (Future<String> each : all) {
            assertThat(each.get()).isEmpty();
        }
        assertThat(values(one)).hasSize(320);
        assertThat(values(other)).hasSize(320);
        List<String> transactions = server.rows(
                "SELECT DISTINCT xmin::text FROM feed_value WHERE department IN (?, ?)",
                one.department(),
                other.department());
        assertThat(transactions).hasSizeLessThan(640);
        List<String> shared = server.rows(
                "SELECT xmin::text FROM feed_value WHERE department IN (?, ?)"
                        + " GROUP BY xmin::text HAVING count(DISTINCT department) = 2",
                one.department(),
                other.department());
        assertThat(shared).as("groups of people of both offices").isNotEmpty();
        verified();
    }

    private void verified() throws SQLException {
        try (Connection owner = server.address().connectAsOwner()) {
            assertThat(Verification.of(owner).findings()).isEmpty();
        }
    }

    @Test
    void a_condition_that_does_not_hold_any_more_undoes_its_posting_and_leaves_no_entry() {
        server.rows("UPDATE department_year SET state = 'closed' WHERE id = ?", one.year());
        Posting posting = value(one, "7");
        assertThatThrownBy(() -> post(one, posting))
                .isInstanceOf(Rejection.class)
                .hasMessage("request-changed-meanwhile");
        assertThat(server.rows("SELECT value FROM feed_value WHERE department = ?", one.department()))
                .isEmpty();
        assertThat(entries(one)).isZero();
        server.rows("UPDATE department_year SET state = 'open' WHERE id = ?", one.year());
        post(one, posting);
        assertThat(values(one)).containsExactly("7 " + account(one));
        assertThat(entries(one)).isOne();
    }

    /** What the policies for several at once do not know of is done alone. */
    @Test
    void whoever_sees_a_region_posts_alone_under_their_own_name() {
        Actor mine = one.actor();
        Actor wide = new Actor(
                mine.account(),
                mine.login(),
                mine.name(),
                mine.department(),
                mine.person(),
                mine.roles(),
                Reach.REGION,
                false,
                false,
                "127.0.0.1");
        Office seeing = new Office(one.department(), wide, one.year(), one.source());
        post(seeing, value(seeing, "8"));
        assertThat(values(one)).containsExactly("8 " + account(one));
    }

    @Test
    void a_posting_within_a_transaction_is_refused() {
        TransactionTemplate transaction = new TransactionTemplate(server.bean(PlatformTransactionManager.class));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> post(one, value(one, "9"))))
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
            Posting posting = value(one, Integer.toString(i));
            CurrentActor.as(one.actor(), () -> {
                second.post(posting);
                return true;
            });
            post(one, value(one, Integer.toString(1000 + i)));
        }
        assertThat(entries(one)).isEqualTo(400);
        verified();
    }
}
