package org.jizhun.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jizhun.server.database.DatabaseAddress.Role;

/**
 * The roles and the database inside the embedded server. Every step is taken only where it is missing, so an interrupted
 * first start is completed by the next one.
 */
final class Roles {

    static final String DATABASE = "jizhun";

    private Roles() {}

    static boolean areComplete(Connection superuser, Passwords passwords) throws SQLException {
        // The last step below is the comment: where it stands, all others were taken.
        String sql = "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE
                + "' AND shobj_description(oid, 'pg_database') = '" + mark(passwords) + "'";
        return !Sql.column(superuser, sql).isEmpty();
    }

    private static String mark(Passwords passwords) {
        return "Jizhun: " + passwords.owner().name() + ", "
                + passwords.application().name();
    }

    /** In the maintenance database, as superuser. */
    static void create(Connection superuser, Passwords passwords) throws SQLException {
        role(superuser, passwords.owner());
        role(superuser, passwords.application());
        if (Sql.column(superuser, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")
                .isEmpty()) {
            Sql.run(
                    superuser,
                    "CREATE DATABASE " + DATABASE + " OWNER "
                            + passwords.owner().name());
        }
        Sql.run(superuser, "REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
        Sql.run(superuser, "REVOKE ALL ON DATABASE postgres FROM PUBLIC");
        Sql.run(superuser, "REVOKE ALL ON DATABASE template1 FROM PUBLIC");
        Sql.run(
                superuser,
                "GRANT CONNECT ON DATABASE " + DATABASE + " TO "
                        + passwords.application().name());
        Sql.run(superuser, "COMMENT ON DATABASE " + DATABASE + " IS '" + mark(passwords) + "'");
    }

    /** No superuser, no way around row-level security, no making of roles or databases. */
    private static void role(Connection superuser, Role role) throws SQLException {
        if (Sql.column(superuser, "SELECT 1 FROM pg_roles WHERE rolname = '" + role.name() + "'")
                .isEmpty()) {
            Sql.run(superuser, "CREATE ROLE " + role.name());
        }
        Sql.run(
                superuser,
                "ALTER ROLE " + role.name()
                        + " LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '"
                        + role.password() + "'");
    }
}
