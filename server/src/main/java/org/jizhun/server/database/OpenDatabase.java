package org.jizhun.server.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/**
 * A database ready for use, wherever it is: the external one of an address, else the embedded one of the data folder. What
 * was started for this is stopped when it is closed; what ran before runs on.
 */
public final class OpenDatabase implements AutoCloseable {

    private final DatabaseAddress address;
    private final Runnable closing;

    private OpenDatabase(DatabaseAddress address, Runnable closing) {
        this.address = address;
        this.closing = closing;
    }

    /**
     * For a server, and for a restore: nobody else may use the data folder.
     *
     * @param url an address as {@link ExternalDatabase#open} takes it, or empty for the embedded database
     * @param environment such as {@code System.getenv()}
     * @throws org.jizhun.kernel.problem.Refusal if it cannot be had
     */
    public static OpenDatabase alone(
            Path folder, Optional<String> url, Map<String, String> environment, Consumer<Problem> progress) {
        if (url.isPresent()) {
            return new OpenDatabase(ExternalDatabase.open(url.get(), environment, folder), () -> {});
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(folder, 0, progress);
        return new OpenDatabase(embedded.address(), embedded::close);
    }

    /**
     * For a backup: while a server runs on the data folder, the database it runs is used.
     *
     * @throws org.jizhun.kernel.problem.Refusal also if there is no database in the folder; none is made for being read
     */
    public static OpenDatabase shared(
            Path folder, Optional<String> url, Map<String, String> environment, Consumer<Problem> progress) {
        Optional<DatabaseAddress> running = url.isPresent() ? Optional.empty() : EmbeddedPostgres.running(folder);
        return running.map(address -> new OpenDatabase(address, () -> {})).orElseGet(() -> {
            if (url.isEmpty() && !Files.exists(folder.resolve(DataFolder.DATABASE))) {
                throw new Refusal(Problem.of("database-none", Place.of(folder.toString())));
            }
            return alone(folder, url, environment, progress);
        });
    }

    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        closing.run();
    }
}
