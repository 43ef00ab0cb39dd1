package org.jizhun.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What must not stand in the way while rows come in from a backup, though it guards them in daily work: triggers that
 * refuse or add rows, foreign keys (tables come in any order and may refer to each other in circles), and row-level security
 * that is forced on the owner. Taken down and put up within one transaction, with means that every owner of tables has; the
 * foreign keys check all rows when they come back.
 */
final class Guards {

    private final List<String> putUp = new ArrayList<>();

    private Guards() {}

    static Guards takeDown(Connection connection) throws SQLException {
        Guards guards = new Guards();
        guards.foreignKeys(connection);
        guards.triggers(connection);
        guards.forcedSecurity(connection);
        return guards;
    }

    void putUp(Connection connection) throws SQLException {
        for (String statement : putUp) {
            Sql.run(connection, statement);
        }
    }

    /** Those of partitions follow their parent's. */
    private void foreignKeys(Connection connection) throws SQLException {
        for (List<String> key : Sql.rows(
                connection,
                "SELECT conrelid::regclass, conname, pg_get_constraintdef(oid), obj_description(oid, 'pg_constraint')"
                        + " FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 ORDER BY oid")) {
            String table = "ALTER TABLE " + key.get(0);
            String name = Sql.name(key.get(1));
            Sql.run(connection, table + " DROP CONSTRAINT " + name);
            putUp.add(table + " ADD CONSTRAINT " + name + " " + key.get(2));
            if (!key.get(3).isEmpty()) {
                putUp.add("COMMENT ON CONSTRAINT " + name + " ON " + key.get(0) + " IS " + Sql.literal(key.get(3)));
            }
        }
    }

    private void triggers(Connection connection) throws SQLException {
        for (List<String> trigger : Sql.rows(
                connection,
                "SELECT tgrelid::regclass, tgname, tgenabled FROM pg_trigger"
                        + " WHERE NOT tgisinternal AND tgenabled <> 'D' ORDER BY tgparentid <> 0, oid")) {
            String table = "ALTER TABLE " + trigger.get(0);
            String name = " TRIGGER " + Sql.name(trigger.get(1));
            String mode = switch (trigger.get(2)) {
                case "A" -> " ENABLE ALWAYS";
                case "R" -> " ENABLE REPLICA";
                default -> " ENABLE";
            };
            Sql.run(connection, table + " DISABLE" + name);
            putUp.add(table + mode + name);
        }
    }

    private void forcedSecurity(Connection connection) throws SQLException {
        for (String table :
                Sql.column(connection, "SELECT oid::regclass FROM pg_class WHERE relforcerowsecurity ORDER BY oid")) {
            Sql.run(connection, "ALTER TABLE " + table + " NO FORCE ROW LEVEL SECURITY");
            putUp.add("ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY");
        }
    }
}
