package org.jizhun.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A folder with a database that was started once. */
abstract class EmbeddedPostgresWork {

    static TemporaryFolder folder;

    @BeforeAll
    static void make() {
        folder = new TemporaryFolder();
        start().close();
    }

    @AfterAll
    static void delete() {
        folder.close();
    }

    static EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder.path(), 0, step -> {});
    }

    static List<Problem> stepsOfStart() {
        List<Problem> steps = new ArrayList<>();
        EmbeddedPostgres.start(folder.path(), 0, steps::add).close();
        return steps;
    }

    static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void assertRefused(ThrowingCallable start, String code) {
        assertThatThrownBy(start)
                .asInstanceOf(type(Refusal.class))
                .extracting(refusal -> refusal.problems().get(0).code())
                .isEqualTo(code);
    }

    static void waitFor(AcknowledgedWrites writes, int count) throws IOException {
        assertThat(Waiting.until(Duration.ofSeconds(60), () -> writes.count() >= count))
                .isTrue();
    }
}
