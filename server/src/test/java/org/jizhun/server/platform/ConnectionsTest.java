package org.jizhun.server.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jizhun.server.database.DatabaseAddress;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    @Test
    void whoever_waits_for_a_database_that_is_given_up_waits_no_longer() {
        CompletableFuture<DatabaseAddress> opening = new CompletableFuture<>();
        CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS)
                .execute(() -> opening.completeExceptionally(new IllegalStateException("given up")));
        try (Connections connections = new Connections(opening)) {
            assertThatThrownBy(connections::getConnection)
                    .isInstanceOf(SQLException.class)
                    .hasMessage("the database could not be opened")
                    .hasRootCauseMessage("given up");
        }
    }
}
