package org.jizhun.server.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Statements that go to the database in one round trip together with the commit. Each does all of its work or fails, for nobody here has
 * read an answer yet when the database commits.
 */
public final class Script {

    private final StringJoiner text = new StringJoiner("; ");
    private final List<@Nullable Object> values = new ArrayList<>();

    /** @param together in whose names it is done: each row must be one that one of them may add */
    public Script(List<Actor> together) {
        add(Scope.TOGETHER, List.of(Scope.together(together)));
    }

    public void add(String sql, List<? extends @Nullable Object> its) {
        text.add(sql);
        values.addAll(its);
    }

    /** Carries it all out as one transaction of this connection, which commits by itself. */
    public void run(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException("within a transaction of others");
        }
        try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.execute();
        }
    }
}
