package org.jizhun.server.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/**
 * A PostgreSQL server of our own in a data folder, durable, reached from this machine only, stopped when this is closed or
 * the process exits. Works as root or not; clears up after a run that was killed; starts the server again if it dies. One
 * process at a time uses a folder. What cannot be done is a {@link Refusal}; no wait is without end.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final int PORT_ATTEMPTS = 5;
    private static final int PORT_LINE = 3;

    private final DataFolder data;
    private final FolderLock lock;
    private final Binaries binaries;
    private final RunAs runAs;
    private final Passwords passwords;
    private final Consumer<Problem> progress;
    private final Thread atExit = new Thread(this::stop, "database-stop");
    private final Revival revival = new Revival();
    private Postmaster postmaster;
    private boolean closed;

    /**
     * Starts the database of a data folder, after making it where there is none.
     *
     * @param folder made if it does not exist
     * @param port 0 for any free one
     * @param progress told each step while it waits, as a note of the catalogue
     * @throws Refusal if the folder, the machine or another process does not allow it
     */
    public static EmbeddedPostgres start(Path folder, int port, Consumer<Problem> progress) {
        DataFolder data = DataFolder.open(folder);
        FolderLock lock = FolderLock.take(data);
        boolean started = false;
        try {
            EmbeddedPostgres database = new EmbeddedPostgres(data, lock, port, progress);
            started = true;
            return database;
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    private EmbeddedPostgres(DataFolder data, FolderLock lock, int port, Consumer<Problem> progress) {
        this.data = data;
        this.lock = lock;
        this.progress = progress;
        Cluster.check(data);
        this.binaries = Binaries.in(data, progress);
        this.runAs = RunAs.choose(data, binaries.postgres());
        endLeftovers();
        this.passwords = new Cluster(data, binaries, runAs).prepare(progress);
        progress.accept(Problem.of("database-starting", data.place()));
        this.postmaster = startOn(port);
        boolean complete = false;
        try {
            completeRoles();
            complete = true;
        } finally {
            if (!complete) {
                postmaster.stop();
            }
        }
        Runtime.getRuntime().addShutdownHook(atExit);
        watch();
    }

    private void endLeftovers() {
        try {
            new Leftovers(data).end(progress);
        } catch (IOException failure) {
            throw Refusals.ofFiles(data, failure);
        }
    }

    /** A free port may be taken by someone else before the server has it; then another one is tried. */
    private Postmaster startOn(int port) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Postmaster.start(data, binaries, runAs, port == 0 ? freePort() : port);
            } catch (Refusal refusal) {
                boolean taken = refusal.problems().get(0).code().equals("database-port-taken");
                if (port != 0 || !taken || attempt == PORT_ATTEMPTS) {
                    throw refusal;
                }
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException("no free port", none);
        }
    }

    private void completeRoles() {
        DatabaseAddress maintenance = address("postgres");
        try (Connection superuser = maintenance.connect(passwords.superuser())) {
            if (!Roles.areComplete(superuser, passwords)) {
                Roles.create(superuser, passwords);
            }
        } catch (SQLException failure) {
            throw new Refusal(Problem.of(
                    "database-start-failed",
                    data.place(),
                    "found",
                    String.valueOf(failure.getMessage()),
                    "log",
                    data.log()));
        }
    }

    private DatabaseAddress address(String database) {
        return address(passwords, postmaster.port(), database);
    }

    private static DatabaseAddress address(Passwords passwords, int port, String database) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + DatabaseAddress.NAMED,
                passwords.owner(),
                passwords.application());
    }

    /** Where it is; stays the same while this is open, also when the server had to be started again. */
    public synchronized DatabaseAddress address() {
        return address(Roles.DATABASE);
    }

    /** The process number of the server. */
    public synchronized long pid() {
        return postmaster.process().pid();
    }

    public synchronized boolean isAlive() {
        return postmaster.process().isAlive();
    }

    /** The database of a folder that some process, this one or another, keeps running at this moment; empty otherwise. */
    public static Optional<DatabaseAddress> running(Path folder) {
        if (!Files.isDirectory(folder.resolve("database"))) {
            return Optional.empty();
        }
        DataFolder data = DataFolder.open(folder);
        if (!FolderLock.isHeld(data)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(data.cluster().resolve("postmaster.pid"), StandardCharsets.UTF_8);
            int port = Integer.parseInt(lines.get(PORT_LINE).strip());
            return Optional.of(address(Passwords.read(data), port, Roles.DATABASE));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException notYet) {
            return Optional.empty();
        }
    }

    private void watch() {
        Process watched = postmaster.process();
        Thread watcher = new Thread(() -> reviveAfter(watched), "database-watch");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void reviveAfter(Process watched) {
        try {
            watched.waitFor();
            revive();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** The server ended though nobody closed it: it was killed, or ran out of something. */
    private synchronized void revive() {
        boolean runs = false;
        while (!closed && !runs && revival.mayTry()) {
            progress.accept(Problem.of("database-restarting", data.place()));
            try {
                endLeftovers();
                postmaster = Postmaster.start(data, binaries, runAs, postmaster.port());
                runs = true;
            } catch (Refusal stillNot) {
                progress.accept(stillNot.problems().get(0));
            }
        }
        if (runs) {
            watch();
        }
    }

    /** Stops the server in order and frees the folder. Harmless when called twice. */
    @Override
    public void close() {
        progress.accept(Problem.of("database-stopping", Place.of(data.root().toString())));
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyExiting) {
            // Then the hook runs or ran, and finds nothing left to do.
        }
    }

    private synchronized void stop() {
        if (!closed) {
            closed = true;
            postmaster.stop();
            lock.close();
        }
    }
}
