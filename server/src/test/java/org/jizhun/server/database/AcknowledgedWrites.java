package org.jizhun.server.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Write load in a Java process of its own: it runs the database of a folder and says each number on its standard output
 * only after the commit that holds it returned. The process, its database, or both can be killed at any moment; then every
 * number that was said must be found.
 */
public final class AcknowledgedWrites implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Queue<Long> said = new ConcurrentLinkedQueue<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final Thread listener;
    private volatile long databasePid;

    private AcknowledgedWrites(Process process) {
        this.process = process;
        this.listener = new Thread(this::listen, "acknowledged");
        listener.setDaemon(true);
        listener.start();
    }

    /** Returns when the first write was acknowledged. */
    public static AcknowledgedWrites start(Path folder) throws IOException, InterruptedException {
        return start(folder, List.of(), System.getProperty("java.class.path"));
    }

    /** @param prefix words before the command, such as those that make it another user's */
    static AcknowledgedWrites start(Path folder, List<String> prefix, String classPath)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath));
        command.addAll(List.of(AcknowledgedWrites.class.getName(), folder.toString()));
        Process process =
                new ProcessBuilder(command).redirectError(new File("/dev/null")).start();
        AcknowledgedWrites writes = new AcknowledgedWrites(process);
        if (!writes.first.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            writes.close();
            throw new IllegalStateException("nothing was written within " + PATIENCE_SECONDS + " s");
        }
        return writes;
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("database ")) {
                    databasePid = Long.parseLong(line.substring("database ".length()));
                } else if (line.endsWith(".")) {
                    // A line cut off by the kill has no full stop.
                    said.add(Long.parseLong(line.substring(0, line.length() - 1)));
                    first.countDown();
                }
            }
        } catch (IOException killed) {
            // What was read stands.
        }
    }

    public long pid() {
        return process.pid();
    }

    public long databasePid() {
        return databasePid;
    }

    public int count() {
        return said.size();
    }

    /** kill -9 of the Java process alone: the database lives on without it. */
    public void killProcess() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        listener.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }

    /** kill -9 of the database server alone. */
    public void killDatabase() {
        Shell.signal("KILL", databasePid);
    }

    /** kill -9 of the Java process and of everything it started. */
    public void killEverything() throws InterruptedException {
        List<Long> tree = new ArrayList<>();
        process.descendants().forEach(child -> tree.add(child.pid()));
        process.destroyForcibly();
        tree.forEach(pid -> Shell.signal("KILL", pid));
        killProcess();
    }

    /** Numbers that were acknowledged and are not there. */
    public Set<Long> missingIn(Connection connection) throws SQLException {
        Set<Long> missing = new TreeSet<>(said);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number FROM acknowledged")) {
            while (rows.next()) {
                missing.remove(rows.getLong(1));
            }
        }
        return missing;
    }

    @Override
    public void close() {
        try {
            killEverything();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process: writes until it is killed; where the database goes away, it tries again. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres database = EmbeddedPostgres.start(Path.of(arguments[0]), 0, step -> {});
        System.out.println("database " + database.pid());
        while (true) {
            try (Connection connection = database.address().connectAsOwner()) {
                write(connection);
            } catch (SQLException gone) {
                Thread.sleep(50);
            }
        }
    }

    private static void write(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS acknowledged (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY)");
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO acknowledged DEFAULT VALUES RETURNING number")) {
            while (true) {
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    System.out.println(row.getLong(1) + ".");
                }
            }
        }
    }
}
