package org.jizhun.server.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Insertions and changes that go to the database as one statement, in one round trip together with the commit. Each does all of its
 * work or fails, for nobody here has read an answer yet when the database commits. As one statement they are begun, judged and
 * ended once; none sees what another one adds.
 */
public final class Script {

    private final StringJoiner terms = new StringJoiner(", ", "WITH ", " ");
    private final List<@Nullable Object> values = new ArrayList<>();
    private int insertions;

    /** @param together in whose names it is done: each row must be one that one of them may add */
    public Script(List<Actor> together) {
        values.add(Scope.together(together));
    }

    /** An {@code INSERT} or {@code UPDATE}, under a name that what follows can refer to. */
    public void add(String name, String sql, List<? extends @Nullable Object> its) {
        terms.add(name + " AS (" + sql + ")");
        values.addAll(its);
    }

    /** An {@code INSERT} nothing refers to. */
    public void add(String sql, List<? extends @Nullable Object> its) {
        insertions++;
        add("insertion_" + insertions, sql, its);
    }

    /**
     * Carries it all out as one transaction of this connection, which commits by itself.
     *
     * @param last the {@code INSERT} after all others, which may refer to them
     */
    public void run(Connection connection, String last, List<? extends @Nullable Object> its) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException("within a transaction of others");
        }
        values.addAll(its);
        try (PreparedStatement statement = connection.prepareStatement(Scope.TOGETHER + "; " + terms + last)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.execute();
        }
    }
}
