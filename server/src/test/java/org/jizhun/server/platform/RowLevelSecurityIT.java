package org.jizhun.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the database itself allows the application, asked from PostgreSQL's own catalogue, so that a new table without a policy
 * fails here. Security is not forced on the owner of the tables: the owner never serves a request, and backup and restore must
 * see every row.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowLevelSecurityIT {

    /** Tables without row-level security: the heads of the trail's chains hold a number and a hash, of nobody's department. */
    private static final Set<String> OPEN = Set.of("trail_head");

    /** Tables of no department: regions are common, an account is seen by its owner (a test of its own). */
    private static final Set<String> OF_NOBODY = Set.of("region", "user_account", "rule_in_force");

    /** Of which a department may delete rows of its own. */
    private static final Set<String> OWN_ROWS_GO = Set.of("register_none", "feed_conversion", "plan_task");

    /** How the rows of one department are found where no column of this name says it. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "department", "id = %d",
            "appointment", "person IN (SELECT id FROM person WHERE department = %d)",
            // And what somebody did that concerns no department, such as to sign in.
            "trail_entry",
                    "(department = %1$d OR user_account IN (SELECT user_account FROM person WHERE department = %1$d))");

    private static final List<String> ROLES = List.of("preparer", "reviewer", "head", "performance-officer");

    private final RunningServer server = RunningServer.get();
    private Side a;
    private Side b;
    private Connection application;

    /** A department with a row in every table that has departments' data. */
    private record Side(long department, RunningServer.User user) {}

    @BeforeAll
    void two_departments_with_a_row_in_every_table() throws SQLException {
        a = side();
        b = side();
        application = server.address().connectAsApplication();
        application.setAutoCommit(false);
    }

    @AfterAll
    void close() throws SQLException {
        application.close();
    }

    private Side side() {
        long department = server.department(server.region(null));
        RunningServer.User user = server.user(department, "performance-officer");
        Browser browser = server.signedIn(user);
        // Year, row and trail come as in daily work.
        browser.post(
                "/api/departments/" + department + "/years",
                Map.of("year", 2025, "scheme", "guangzhou-department-2023"));
        browser.post(
                "/api/departments/" + department + "/years/2025/registers/goals/rows",
                Map.of("rows", List.of(Map.of("cells", Map.of("goal", "甲")))));
        Side side = new Side(department, user);
        EveryTable.fillers(department, user.account()).forEach((table, sql) -> server.rows(sql));
        return side;
    }

    private String application() {
        return server.address().application().name();
    }

    /** What the application may touch in any way, of tables, views and the like. */
    private List<String> touched(String condition) {
        return server.rows(
                "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'"
                        + " AND c.relkind IN ('r', 'p', 'v', 'm', 'f')"
                        + " AND (has_table_privilege(?, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')"
                        + " OR has_any_column_privilege(?, c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')) AND "
                        + condition
                        + " ORDER BY 1",
                application(),
                application());
    }

    private Set<String> ofDepartments() {
        Set<String> tables = new TreeSet<>(touched("c.relrowsecurity"));
        tables.removeAll(OF_NOBODY);
        return tables;
    }

    @Test
    void the_application_is_weak_and_owns_nothing() {
        assertThat(server.rows(
                        "SELECT 1 FROM pg_roles WHERE rolname = ? AND (rolsuper OR rolbypassrls OR rolcreaterole OR"
                                + " rolcreatedb OR rolreplication)",
                        application()))
                .isEmpty();
        assertThat(server.rows(
                        "SELECT roleid::regrole::text FROM pg_auth_members WHERE member = ?::regrole", application()))
                .isEmpty();
        assertThat(server.rows(
                        "SELECT relname::text FROM pg_class WHERE relowner = ?::regrole UNION ALL"
                                + " SELECT proname::text FROM pg_proc WHERE proowner = ?::regrole UNION ALL"
                                + " SELECT nspname::text FROM pg_namespace WHERE nspowner = ?::regrole UNION ALL"
                                + " SELECT datname::text FROM pg_database WHERE datdba = ?::regrole",
                        application(),
                        application(),
                        application(),
                        application()))
                .isEmpty();
        assertThat(server.rows("SELECT has_schema_privilege(?, 'public', 'CREATE')::text", application()))
                .containsExactly("false");
    }

    @Test
    void every_table_it_may_touch_has_row_level_security_and_rules_for_it() {
        assertThat(touched("NOT c.relrowsecurity")).containsExactlyInAnyOrderElementsOf(OPEN);
        assertThat(touched("c.relkind <> 'r'"))
                .as("a view would read as its owner, whom no policy holds")
                .isEmpty();
        assertThat(touched("c.relrowsecurity AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)"))
                .isEmpty();
        assertThat(
                        touched(
                                "c.relrowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid"
                                        + " AND (pg_get_expr(p.polqual, c.oid) = 'true' OR pg_get_expr(p.polwithcheck, c.oid) = 'true'))"))
                .as("a rule that lets everything through is none")
                .isEmpty();
        assertThat(ofDepartments()).hasSizeGreaterThan(20);
    }

    /** They see what the caller may not, so nobody but the application calls them, and only these tables answer to a name. */
    @Test
    void functions_that_work_as_the_owner_are_closed_to_the_public_and_find_their_tables_themselves() {
        assertThat(server.rows(
                        "SELECT proname FROM pg_proc p WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace"
                                + " AND (p.proacl IS NULL OR EXISTS (SELECT 1 FROM aclexplode(p.proacl) x WHERE x.grantee = 0)"
                                + " OR NOT coalesce('search_path=public, pg_temp' = ANY (p.proconfig), false))"))
                .isEmpty();
    }

    @Test
    void every_table_of_departments_has_a_row_of_both_here() {
        for (String table : ofDepartments()) {
            assertThat(count(table, a)).as(table + ": add a row above").isPositive();
            assertThat(count(table, b)).as(table + ": add a row above").isPositive();
        }
    }

    private static String whose(String table, Side side) {
        return OTHERWISE.getOrDefault(table, "department = %d").formatted(side.department());
    }

    private long count(String table, Side side) {
        return Long.parseLong(server.rows("SELECT count(*) FROM " + table + " WHERE " + whose(table, side))
                .get(0));
    }

    /** Each row of a side with the transaction that wrote it last. */
    private List<String> versions(String table, Side side) {
        return server.rows("SELECT t.xmin || ' ' || md5(t::text) FROM " + table + " t WHERE " + whose(table, side)
                + " ORDER BY 1");
    }

    @Test
    void without_any_condition_a_department_reads_its_own_rows_and_no_others() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (String role : ROLES) {
            Connection connection = as(a, role);
            for (String table : ofDepartments()) {
                all.assertThat(number(connection, "SELECT count(*) FROM " + table))
                        .as(role + " " + table)
                        .isEqualTo(count(table, a));
            }
            all.assertThat(number(connection, "SELECT count(*) FROM user_account"))
                    .isEqualTo(1);
        }
        all.assertAll();
    }

    @Test
    void without_any_condition_a_department_changes_and_deletes_no_row_of_another() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (String table : ofDepartments()) {
            List<String> before = versions(table, b);
            for (String role : ROLES) {
                for (String column : columns(table, "UPDATE")) {
                    long reached = attempt(a, role, "UPDATE " + table + " SET " + column + " = " + column);
                    all.assertThat(reached)
                            .as(role + " updates " + table + "." + column)
                            .isLessThanOrEqualTo(count(table, a));
                }
                long deleted = attempt(a, role, "DELETE FROM " + table);
                all.assertThat(deleted)
                        .as(role + " deletes from " + table)
                        .isLessThanOrEqualTo(OWN_ROWS_GO.contains(table) ? 1 : 0);
                all.assertThat(attempt(a, role, "TRUNCATE " + table)).isZero();
            }
            all.assertThat(versions(table, b)).as(table).isEqualTo(before);
        }
        all.assertAll();
    }

    @Test
    void a_department_adds_no_row_to_another_and_gives_none_away() throws Exception {
        for (Map.Entry<String, String> filler :
                EveryTable.fillers(b.department(), b.user().account()).entrySet()) {
            for (String role : ROLES) {
                assertThatThrownBy(() -> execute(a, role, filler.getValue()))
                        .as(role + " into " + filler.getKey())
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState())
                                        .as(refused.getMessage())
                                        // Not permitted, or a row of B it would belong to is not to be seen.
                                        .isIn("42501", "23502"));
            }
        }
        for (String table : ofDepartments()) {
            if (columns(table, "UPDATE").contains("department")) {
                String sql = "UPDATE " + table + " SET department = " + b.department() + " WHERE " + whose(table, a);
                List<String> before = versions(table, a);
                assertThatThrownBy(() -> execute(a, "performance-officer", sql))
                        .as(table)
                        .isInstanceOf(SQLException.class);
                assertThat(versions(table, a)).as(table).isEqualTo(before);
            }
        }
    }

    @Test
    void whom_no_transaction_named_sees_nothing() throws Exception {
        try (Connection nobody = server.address().connectAsApplication()) {
            for (String table : touched("c.relrowsecurity")) {
                assertThat(number(nobody, "SELECT count(*) FROM " + table))
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    void administrators_see_no_business_data_also_not_of_their_own_department() throws Exception {
        Set<String> business = new TreeSet<>(ofDepartments());
        business.removeAll(Set.of("department", "unit", "office", "person", "appointment", "trail_entry"));
        for (String role : List.of("system-administrator", "security-administrator", "audit-administrator")) {
            Connection connection = as(a, role, "none");
            for (String table : business) {
                assertThat(number(connection, "SELECT count(*) FROM " + table))
                        .as(role + " " + table)
                        .isZero();
            }
        }
    }

    @Test
    void the_trail_takes_no_change_from_anybody() throws Exception {
        for (String change :
                List.of("UPDATE trail_entry SET action = 'x'", "DELETE FROM trail_entry", "TRUNCATE trail_entry")) {
            assertThatThrownBy(() -> execute(a, "audit-administrator", change))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            try (Connection owner = server.address().connectAsOwner();
                    Statement statement = owner.createStatement()) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("append-only");
            }
        }
        assertThatThrownBy(() -> execute(
                        a,
                        "performance-officer",
                        "INSERT INTO trail_entry (chain, number, at, user_account, login, roles, address, action,"
                                + " subject_kind, subject, previous, hash) SELECT 1, 1000000, now(), "
                                + b.user().account()
                                + ", 'x', 'x', 'x', 'x', 'x', 'x', repeat('0', 64), repeat('0', 64)"))
                .as("in somebody else's name")
                .hasMessageContaining("row-level security");
    }

    // --- as the application, in somebody's name

    private Connection as(Side side, String role) throws SQLException {
        return as(side, role, "department");
    }

    /** What {@link ScopedTransactions} tells the database at the beginning of a transaction. */
    private Connection as(Side side, String role, String reach) throws SQLException {
        application.rollback();
        try (PreparedStatement settings = application.prepareStatement("SELECT set_config('jizhun.user', ?, true),"
                + " set_config('jizhun.roles', ?, true), set_config('jizhun.department', ?, true),"
                + " set_config('jizhun.reach', ?, true), set_config('jizhun.together', ?, true)")) {
            settings.setString(1, Long.toString(side.user().account()));
            settings.setString(2, role);
            settings.setString(3, Long.toString(side.department()));
            settings.setString(4, reach);
            String account = Long.toString(side.user().account());
            settings.setString(
                    5,
                    "|" + account + "|" + account + " " + side.department() + " " + role + "|"
                            + (reach.equals("none") ? "" : "in " + side.department() + "|"));
            settings.execute();
        }
        return application;
    }

    /** Rows reached; changes are committed, so that what got through would be found. None where it is refused. */
    private long attempt(Side side, String role, String sql) throws SQLException {
        try (Statement statement = as(side, role).createStatement()) {
            long reached = statement.executeUpdate(sql);
            if (sql.startsWith("UPDATE")) {
                application.commit();
            }
            return reached;
        } catch (SQLException refused) {
            assertThat(refused.getSQLState())
                    .as(sql + ": " + refused.getMessage())
                    .isEqualTo("42501");
            return 0;
        }
    }

    private void execute(Side side, String role, String sql) throws SQLException {
        try (Statement statement = as(side, role).createStatement()) {
            statement.execute(sql);
            application.commit();
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> columns(String table, String privilege) {
        return new ArrayList<>(server.rows(
                "SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped"
                        + " AND attidentity = '' AND has_column_privilege(?, attrelid, attnum, ?) ORDER BY attnum",
                table,
                application(),
                privilege));
    }
}
