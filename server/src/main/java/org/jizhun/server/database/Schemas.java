package org.jizhun.server.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Who may enter the schema in which the tables are: the application, and nobody by default. */
final class Schemas {

    private Schemas() {}

    /** Where somebody else owns the schema, as in some external databases, it stays as that person set it up. */
    static void letIn(Connection connection, DatabaseAddress address) throws SQLException {
        if (!Sql.truth(
                connection, "SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'public'")) {
            return;
        }
        Sql.run(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
        Sql.run(
                connection,
                "GRANT USAGE ON SCHEMA public TO "
                        + Sql.name(address.application().name()));
    }
}
