package org.jizhun.server.database;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jizhun.server.database.BackupManifest.Sequence;
import org.jizhun.server.database.BackupManifest.Table;
import org.postgresql.PGConnection;

/**
 * What is in a database, read from its catalog: all tables and sequences that are neither the system's nor an extension's,
 * whatever they are called, and their rows as CSV in a fixed form and order.
 */
final class Contents {

    private static final String OURS = " n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT EXISTS"
            + " (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')";

    private Contents() {}

    /** How values are printed must not depend on the server's, the database's or the role's settings. */
    static void fixPrinting(Connection connection) throws SQLException {
        for (String setting : List.of(
                "datestyle = 'ISO, YMD'",
                "intervalstyle = 'postgres'",
                "timezone = 'UTC'",
                "extra_float_digits = 3",
                "bytea_output = 'hex'",
                "xmloption = 'content'",
                "statement_timeout = 0",
                "idle_in_transaction_session_timeout = 0",
                // Rather an error than rows that silently are not there.
                "row_security = off")) {
            Sql.run(connection, "SET LOCAL " + setting);
        }
    }

    /** How many tables, views and functions there are: whether anybody uses this database. */
    static long objects(Connection connection) throws SQLException {
        return Long.parseLong(Sql.text(
                connection,
                "SELECT (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND" + OURS
                        + ") + (SELECT count(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                        + " WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT EXISTS"
                        + " (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid"
                        + " AND d.deptype = 'e'))"));
    }

    /** Tables by name, without rows and hash; a partitioned one stands for its parts. */
    static List<Table> tables(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (List<String> row : Sql.rows(
                connection,
                "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't' AND"
                        + OURS + " ORDER BY n.nspname COLLATE \"C\", c.relname COLLATE \"C\"")) {
            String schema = row.get(0);
            String name = row.get(1);
            tables.add(new Table(schema, name, file(schema, name), columns(connection, schema, name), 0, ""));
        }
        return tables;
    }

    /** Computed columns are computed again; they cannot be written. */
    private static List<String> columns(Connection connection, String schema, String name) throws SQLException {
        return Sql.column(
                connection,
                "SELECT attname FROM pg_attribute WHERE attrelid = " + regclass(schema, name)
                        + " AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum");
    }

    static String regclass(String schema, String name) {
        return Sql.literal(Sql.name(schema) + "." + Sql.name(name)) + "::regclass";
    }

    /** A readable name for the archive; what is not a plain letter or digit is written as its number. */
    private static String file(String schema, String name) {
        String readable = (schema + "." + name)
                .codePoints()
                .mapToObj(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '.')
                        ? Character.toString(c)
                        : "-" + c + "-")
                .collect(Collectors.joining());
        return "tables/" + readable + ".csv";
    }

    static List<Sequence> sequences(Connection connection) throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        for (List<String> row : Sql.rows(
                connection,
                "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND" + OURS
                        + " ORDER BY n.nspname COLLATE \"C\", c.relname COLLATE \"C\"")) {
            String qualified = Sql.name(row.get(0)) + "." + Sql.name(row.get(1));
            List<String> state = Sql.rows(connection, "SELECT last_value, is_called FROM " + qualified)
                    .get(0);
            sequences.add(new Sequence(
                    row.get(0),
                    row.get(1),
                    Long.parseLong(state.get(0)),
                    state.get(1).equals("t")));
        }
        return sequences;
    }

    /** Writes the rows of a table, and says how many and with which hash. */
    static Table write(Connection connection, Table table, OutputStream out) throws SQLException, IOException {
        if (table.columns().isEmpty()) {
            throw new SQLException("a table without columns: " + table);
        }
        DigestOutputStream digest = new DigestOutputStream(out, Hashes.sha256());
        String sql = "COPY (SELECT " + list(table.columns()) + " FROM " + table.qualified() + order(connection, table)
                + ") TO STDOUT (FORMAT csv, HEADER, ENCODING 'UTF8')";
        long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, digest);
        return new Table(
                table.schema(),
                table.name(),
                table.file(),
                table.columns(),
                rows,
                Hashes.hex(digest.getMessageDigest()));
    }

    static String list(List<String> columns) {
        return columns.stream().map(Sql::name).collect(Collectors.joining(", "));
    }

    /** By the primary key, byte by byte where it is text, so that the same rows always give the same file. */
    private static String order(Connection connection, Table table) throws SQLException {
        List<String> keys = new ArrayList<>();
        for (List<String> key : Sql.rows(
                connection,
                "SELECT a.attname, a.attcollation <> 0 FROM pg_index i"
                        + " CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)"
                        + " JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum"
                        + " WHERE i.indisprimary AND i.indrelid = " + regclass(table.schema(), table.name())
                        + " ORDER BY k.place")) {
            keys.add(Sql.name(key.get(0)) + (key.get(1).equals("t") ? " COLLATE \"C\"" : ""));
        }
        return keys.isEmpty() ? "" : " ORDER BY " + String.join(", ", keys);
    }
}
