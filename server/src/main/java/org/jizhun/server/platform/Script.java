package org.jizhun.server.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Statements that go to the database in one round trip and are carried out in their order, each in the name of an actor. */
public final class Script {

    private static final int ANY = -1;

    private final StringJoiner text = new StringJoiner("; ");
    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();

    /** Whatever comes from here on sees and does what this actor may, and nobody's else. */
    public void as(Actor actor) {
        add(Scope.SETTINGS, Scope.of(actor), ANY);
    }

    public void add(Posting.Line line) {
        add(line.sql(), line.values(), line.rows());
    }

    private void add(String sql, List<? extends @Nullable Object> its, int touched) {
        text.add(sql);
        values.addAll(its);
        rows.add(touched);
    }

    /**
     * Carries it all out within the transaction of this connection.
     *
     * @throws Rejection if a statement touched another number of rows than it must
     */
    public void run(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.execute();
            for (int each : rows) {
                if (each != ANY && statement.getUpdateCount() != each) {
                    throw Rejection.changedMeanwhile();
                }
                statement.getMoreResults();
            }
        }
    }
}
