package org.jizhun.server.trail;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole trail and recomputes every hash: which entries were altered, which are missing, which stand in another
 * place than where they were written, and whether a chain was cut off at its end. Needs a connection that sees every entry
 * (the owner's, or one acting as the audit administrator) and takes one moment's view of it.
 */
public final class Verification {

    private static final int ROWS_AT_A_TIME = 1000;
    private static final int MOST_FINDINGS = 1000;
    static final String NOTHING = "0".repeat(64);

    private final Connection connection;
    private final List<Problem> findings = new ArrayList<>();
    private long entries;
    private int chains;

    private Verification(Connection connection) {
        this.connection = connection;
    }

    /**
     * What was read and found.
     *
     * @param findings one for each entry that is not as it was written; empty if all are
     */
    public record Outcome(int chains, long entries, List<Problem> findings) {}

    /** Within a transaction of its own if there is none; changes nothing. */
    public static Outcome of(Connection connection) throws SQLException {
        boolean alone = connection.getAutoCommit();
        if (alone) {
            connection.setAutoCommit(false);
        }
        try {
            return new Verification(connection).verify();
        } finally {
            if (alone) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private record Head(long number, String hash) {}

    private Outcome verify() throws SQLException {
        // One statement, one moment: heads and entries must not be read with writers in between.
        Map<Integer, Head> heads = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            String sql = "SELECT h.chain AS head_chain, h.number AS head_number, h.hash AS head_hash, e.*"
                    + " FROM trail_head h FULL JOIN trail_entry e ON e.chain = h.chain"
                    + " ORDER BY coalesce(h.chain, e.chain), e.number";
            try (ResultSet row = statement.executeQuery(sql)) {
                ChainWalk walk = null;
                while (row.next()) {
                    walk = next(walk, row, heads);
                }
                finish(walk, heads);
            }
        }
        return new Outcome(chains, entries, List.copyOf(findings));
    }

    private @Nullable ChainWalk next(@Nullable ChainWalk walk, ResultSet row, Map<Integer, Head> heads)
            throws SQLException {
        @Nullable Integer head = row.getObject("head_chain", Integer.class);
        @Nullable Integer written = row.getObject("chain", Integer.class);
        int chain = head != null ? head : written == null ? 0 : written;
        ChainWalk current = walk;
        if (current == null || current.chain() != chain) {
            finish(walk, heads);
            current = new ChainWalk(chain, findings, MOST_FINDINGS);
            chains++;
            if (head != null) {
                heads.put(chain, new Head(row.getLong("head_number"), row.getString("head_hash")));
            }
        }
        if (written != null) {
            entries++;
            current.take(entry(row), row.getString("hash"));
        }
        return current;
    }

    private static void finish(@Nullable ChainWalk walk, Map<Integer, Head> heads) {
        if (walk != null) {
            Head head = heads.get(walk.chain());
            walk.end(head == null ? 0 : head.number(), head == null ? NOTHING : head.hash());
        }
    }

    private static TrailEntry entry(ResultSet row) throws SQLException {
        return new TrailEntry(
                row.getInt("chain"),
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getObject("user_account", Long.class),
                row.getString("login"),
                row.getString("roles"),
                row.getString("address"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject"),
                row.getObject("department", Long.class),
                row.getString("before"),
                row.getString("after"),
                row.getString("reason"),
                row.getString("previous"));
    }
}
