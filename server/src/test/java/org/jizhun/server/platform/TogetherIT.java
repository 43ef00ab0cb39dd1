package org.jizhun.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jizhun.server.RunningServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the database lets a transaction do that works in the names of several people at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TogetherIT {

    private final RunningServer server = RunningServer.get();
    private final Side preparer = side("preparer");
    private final Side reviewer = side("reviewer");
    private final Side absent = side("performance-officer");
    private Connection application;

    /** Somebody with a role in a department, and a source of values there. */
    private record Side(long department, Actor actor, long source) {
        String account() {
            return String.valueOf(actor.account());
        }
    }

    private Side side(String role) {
        long department = server.department(server.region(null));
        RunningServer.User user = server.user(department, role);
        Actor actor = new Actor(
                user.account(),
                user.login(),
                "测试人",
                department,
                user.person(),
                Set.of(role),
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
        return new Side(department, actor, source);
    }

    @BeforeAll
    void connect() throws SQLException {
        application = server.address().connectAsApplication();
        application.setAutoCommit(false);
    }

    @AfterAll
    void close() throws SQLException {
        application.close();
    }

    /** The preparer and the reviewer, as one transaction. */
    private Statement together() throws SQLException {
        application.rollback();
        try (PreparedStatement settings = application.prepareStatement(Scope.TOGETHER)) {
            settings.setString(1, Scope.together(List.of(preparer.actor(), reviewer.actor())));
            settings.execute();
        }
        return application.createStatement();
    }

    private int add(String sql) throws SQLException {
        try (Statement statement = together()) {
            return statement.executeUpdate(sql);
        }
    }

    private static String value(Side whose, @Nullable String by) {
        return "INSERT INTO feed_value (department, source, period, value, definition, way, given_by, given_at) VALUES ("
                + whose.department() + ", " + whose.source() + ", '2025', '1', 'd', 'typed', " + by + ", now())";
    }

    private static String entry(@Nullable String by) {
        return "INSERT INTO trail_entry (chain, number, at, user_account, login, roles, address, action, subject_kind,"
                + " subject, previous, hash) SELECT 1, 1000000, now(), " + by
                + ", 'x', 'x', 'x', 'x', 'x', 'x', repeat('0', 64), repeat('0', 64)";
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> add(sql))
                .as(sql)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_value_must_name_one_of_them_who_may_add_it_in_that_department() throws Exception {
        assertThat(add(value(preparer, preparer.account()))).isOne();
        // A reviewer gives no values, whoever else is there.
        refused(value(reviewer, reviewer.account()));
        // The preparer, in the department of somebody else of them, and in one of nobody of them.
        refused(value(reviewer, preparer.account()));
        refused(value(absent, preparer.account()));
        // Somebody else of them in the preparer's department, somebody not of them, and nobody.
        refused(value(preparer, reviewer.account()));
        refused(value(preparer, absent.account()));
        refused(value(preparer, null));
    }

    @Test
    void who_gave_a_value_and_what_it_rests_on_stay_also_against_the_owner() throws Exception {
        application.rollback(); // TRUNCATE waits for everybody who reads there.
        for (String loss : List.of(
                "DELETE FROM user_account WHERE id = " + absent.account(),
                "UPDATE user_account SET id = DEFAULT WHERE id = " + absent.account(),
                "TRUNCATE user_account CASCADE",
                "DELETE FROM feed_source WHERE id = " + absent.source(),
                "UPDATE feed_source SET id = DEFAULT WHERE id = " + absent.source(),
                "UPDATE feed_source SET department = " + preparer.department() + " WHERE id = " + absent.source(),
                "UPDATE feed_source SET department_year = department_year",
                "TRUNCATE feed_source CASCADE")) {
            try (Connection owner = server.address().connectAsOwner();
                    Statement statement = owner.createStatement()) {
                assertThatThrownBy(() -> statement.execute(loss)).as(loss).hasMessageContaining("never deleted");
            }
        }
    }

    @Test
    void an_entry_must_name_one_of_them() throws Exception {
        assertThat(add(entry(preparer.account()))).isOne();
        assertThat(add(entry(reviewer.account()))).isOne();
        refused(entry(absent.account()));
        refused(entry(null));
    }

    @Test
    void of_all_tables_they_see_the_years_of_their_departments_only() throws Exception {
        Set<String> tables = new TreeSet<>(server.rows("SELECT relname FROM pg_class"
                + " WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity"));
        assertThat(tables)
                .contains("department_year", "feed_value", "trail_entry")
                .hasSizeGreaterThan(20);
        for (String table : tables) {
            try (Statement statement = together();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
                row.next();
                assertThat(row.getInt(1)).as(table).isEqualTo(table.equals("department_year") ? 2 : 0);
            }
        }
    }

    @Test
    void alone_nobody_gives_a_value_in_the_name_of_another() throws Exception {
        application.rollback();
        try (PreparedStatement settings = application.prepareStatement(Scope.SETTINGS);
                Statement statement = application.createStatement()) {
            List<String> own = Scope.of(preparer.actor());
            for (int i = 0; i < own.size(); i++) {
                settings.setString(i + 1, own.get(i));
            }
            settings.execute();
            assertThat(statement.executeUpdate(value(preparer, preparer.account())))
                    .isOne();
            assertThatThrownBy(() -> statement.executeUpdate(value(preparer, absent.account())))
                    .hasMessageContaining("row-level security");
        }
    }
}
