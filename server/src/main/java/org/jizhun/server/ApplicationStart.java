package org.jizhun.server;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jizhun.server.database.DatabaseAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The application, which starts in a thread of its own while the database is still being opened. */
final class ApplicationStart {

    private final CompletableFuture<DatabaseAddress> database = new CompletableFuture<>();
    private final Function<Future<DatabaseAddress>, ConfigurableApplicationContext> starting;
    private @Nullable CompletableFuture<ConfigurableApplicationContext> application;

    ApplicationStart(Function<Future<DatabaseAddress>, ConfigurableApplicationContext> starting) {
        this.starting = starting;
    }

    /** Harmless when it has begun. */
    void begin() {
        if (application == null) {
            application = CompletableFuture.supplyAsync(
                    () -> starting.apply(database), work -> new Thread(work, "server-start").start());
        }
    }

    /** Waits until it answers requests, now that the database is there; what kept it from it is thrown. */
    ConfigurableApplicationContext finish(DatabaseAddress address) {
        database.complete(address);
        begin();
        try {
            return Objects.requireNonNull(application).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Closes it as soon as it has started, if it ever does. */
    void giveUp() {
        database.completeExceptionally(new IllegalStateException("the start was given up"));
        if (application != null) {
            application = application.whenComplete((running, failure) -> {
                if (running != null) {
                    running.close();
                }
            });
        }
    }
}
