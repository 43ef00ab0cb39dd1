package org.jizhun.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jizhun.kernel.problem.Language;
import org.jizhun.server.database.DatabaseAddress;
import org.jizhun.server.database.EmbeddedPostgres;
import org.jizhun.server.database.TemporaryFolder;
import org.jizhun.server.trail.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * kill -9 in the middle of writing, {@value #CYCLES} times. The server and its database run as processes of their own, as the
 * launcher starts them; four people save rows through HTTP all the while and note what was acknowledged.
 *
 * <p>A cycle is: people write for a moment of random length; something is killed with signal 9; everybody gets an
 * acknowledgement of a new save again; every save acknowledged up to then is in the database, and the trail verifies. What is
 * killed takes turns (see {@link Victim}): a process of the database that serves a request (PostgreSQL then ends all of its
 * processes and recovers), the head of the database alone, the whole database, the server alone, or both at once. The server stays
 * up while the database is killed, so its connections have to recover; it is started anew only after it was killed itself.
 */
class KillIT {

    private static final int CYCLES = 50;
    private static final int WRITERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST_MOMENT_MILLIS = 250;

    /** A server starts its database again five times in ten minutes: no more than that between two kills of the server. */
    private static final int OF_ONE_SERVER = 10;

    private enum Victim {
        DATABASE_PROCESS,
        DATABASE_HEAD,
        DATABASE,
        SERVER,
        SERVER_AND_DATABASE
    }

    private final TemporaryFolder folder = new TemporaryFolder();
    private final List<RowWriter> writers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Random random = new Random(20_260_331);
    private volatile ServerProcess server;
    private DatabaseAddress address;

    /** Of ten cycles: four kill the database or its head, five one process of it, and the last the server. */
    private static Victim victim(int cycle) {
        return switch (cycle % OF_ONE_SERVER) {
            case 0, 4 -> Victim.DATABASE_HEAD;
            case 2, 6 -> Victim.DATABASE;
            case OF_ONE_SERVER - 1 -> cycle / OF_ONE_SERVER % 2 == 0 ? Victim.SERVER : Victim.SERVER_AND_DATABASE;
            default -> Victim.DATABASE_PROCESS;
        };
    }

    @Test
    @Timeout(400)
    void nothing_acknowledged_is_lost_and_the_trail_verifies_however_often_server_and_database_are_killed()
            throws Exception {
        Map<Victim, Integer> kills = new HashMap<>();
        try {
            begin();
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                Thread.sleep(random.nextInt(LONGEST_MOMENT_MILLIS));
                Victim victim = victim(cycle);
                kill(victim);
                kills.merge(victim, 1, Integer::sum);
                String what = "cycle " + cycle + ", " + victim;
                awaitEverybodyWrites(what);
                assertNothingIsLost(what);
            }
            end();
        } finally {
            writers.forEach(RowWriter::stop);
            threads.forEach(Thread::interrupt);
            if (server != null) {
                server.close();
            }
            folder.close();
        }
        // 5 times ten cycles: 0 and 4 the head, 2 and 6 the whole, 1, 3, 5, 7, 8 one process; 9, 29, 49 and 19, 39 the
        // server.
        assertThat(kills)
                .isEqualTo(Map.of(
                        Victim.DATABASE_HEAD,
                        10,
                        Victim.DATABASE,
                        10,
                        Victim.DATABASE_PROCESS,
                        25,
                        Victim.SERVER,
                        3,
                        Victim.SERVER_AND_DATABASE,
                        2));
    }

    private void begin() throws Exception {
        server = ServerProcess.start(folder.path());
        address = EmbeddedPostgres.running(folder.path()).orElseThrow();
        TestRows rows = new TestRows(address);
        long department = rows.department(rows.region(null));
        rows.insert(
                "INSERT INTO department_year (department, year, scheme) VALUES (?, 2025, 'guangzhou-department-2023')"
                        + " RETURNING id",
                department);
        for (int i = 0; i < WRITERS; i++) {
            RowWriter writer = new RowWriter(
                    "w" + i,
                    rows.user(department, "preparer"),
                    "/api/departments/" + department + "/years/2025/registers/goals",
                    () -> server.base());
            writers.add(writer);
            threads.add(new Thread(writer, "writer-" + i));
        }
        threads.forEach(Thread::start);
        awaitEverybodyWrites("start");
    }

    private void kill(Victim victim) throws Exception {
        switch (victim) {
            case DATABASE_PROCESS -> killOneSession();
            case DATABASE_HEAD -> postmaster().destroyForcibly();
            case DATABASE -> ServerProcess.killTree(postmaster());
            case SERVER -> {
                server.kill();
                startAgain();
            }
            case SERVER_AND_DATABASE -> {
                ProcessHandle database = postmaster();
                server.kill();
                ServerProcess.killTree(database);
                startAgain();
            }
        }
    }

    private ProcessHandle postmaster() {
        return server.postmaster().orElseThrow();
    }

    /** One that works for the application at this moment, or did last. */
    private void killOneSession() throws SQLException {
        try (Connection owner = address.connectAsOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("SELECT pid FROM pg_stat_activity WHERE usename = '"
                        + address.application().name()
                        + "' ORDER BY state = 'idle', state_change DESC LIMIT 1")) {
            assertThat(row.next()).isTrue();
            ProcessHandle.of(row.getLong(1)).orElseThrow().destroyForcibly();
        }
    }

    private void startAgain() throws Exception {
        ServerProcess killed = server;
        server = ServerProcess.start(folder.path());
        assertThat(killed.isAlive()).isFalse();
        address = EmbeddedPostgres.running(folder.path()).orElseThrow();
    }

    private void awaitEverybodyWrites(String what) throws InterruptedException {
        Map<RowWriter, Long> before = new HashMap<>();
        // The first acknowledgement after a kill may belong to a save of before it; the second does not.
        writers.forEach(writer -> before.put(writer, writer.acknowledgements() + 1));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!before.entrySet().stream().allMatch(each -> each.getKey().acknowledgements() > each.getValue())) {
            assertThat(server.isAlive()).as(what).isTrue();
            assertThat(System.nanoTime())
                    .as(what + ": nobody can write any more, " + before)
                    .isLessThan(deadline);
            Thread.sleep(5);
        }
    }

    /** Each row holds the draft acknowledged last, or one that was sent after it; never an older one, never half of one. */
    private void assertNothingIsLost(String what) throws Exception {
        Map<RowWriter, Map<Integer, Long>> acknowledged = new HashMap<>();
        writers.forEach(writer -> acknowledged.put(writer, writer.newest()));
        Set<String> stored = patiently(() -> texts("SELECT cells ->> 'goal' FROM register_row"));
        for (RowWriter writer : writers) {
            long last = writer.tried();
            acknowledged.get(writer).forEach((row, number) -> {
                Set<String> right = new HashSet<>();
                for (long each = number; each <= last; each++) {
                    right.add(RowWriter.draft(writer.name(), row, each));
                }
                right.retainAll(stored);
                assertThat(right)
                        .as(what + ": " + RowWriter.draft(writer.name(), row, number))
                        .hasSize(1);
            });
        }
        Verification.Outcome outcome = patiently(() -> {
            try (Connection owner = address.connectAsOwner()) {
                return Verification.of(owner);
            }
        });
        assertThat(outcome.findings()).as(what).isEmpty();
        assertThat(outcome.entries()).as(what).isPositive();
    }

    private Set<String> texts(String sql) throws SQLException {
        try (Connection owner = address.connectAsOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            Set<String> distinct = new HashSet<>(texts);
            assertThat(distinct).as("nothing is stored twice").hasSameSizeAs(texts);
            return distinct;
        }
    }

    /** A kill of one process may end this connection too, a moment later. */
    private static <T> T patiently(Callable<T> work) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return work.call();
            } catch (SQLException away) {
                if (System.nanoTime() > deadline) {
                    throw away;
                }
                Thread.sleep(20);
            }
        }
    }

    /** Everybody stops; every save that was ever acknowledged is on the trail once, and every row's draft came by it. */
    private void end() throws Exception {
        writers.forEach(RowWriter::stop);
        for (Thread thread : threads) {
            thread.join(PATIENCE.toMillis());
        }
        Set<String> onTheTrail = texts("SELECT cell.value ->> 'goal' FROM trail_entry, jsonb_each(after) AS cell"
                + " WHERE action = 'rows-saved'");
        assertThat(onTheTrail).containsAll(texts("SELECT cells ->> 'goal' FROM register_row"));
        long away = 0;
        long acknowledged = 0;
        for (RowWriter writer : writers) {
            assertThat(onTheTrail).containsAll(writer.everyDraft());
            assertThat(writer.unexpected()).isEmpty();
            assertThat(writer.newest()).hasSize(RowWriter.ROWS);
            away += Optional.ofNullable(writer.refusals().get("503 server-database-away"))
                    .map(Number::longValue)
                    .orElse(0L);
            acknowledged += writer.acknowledgements();
        }
        // Those whose save the kill cut off were told so: a session of the database, if nothing else.
        assertThat(away).isPositive();
        assertThat(acknowledged).isGreaterThan(2L * WRITERS * CYCLES);
        assertThat(verifyTrailVerb()).contains("the trail is whole");
        server.stop();
        assertThat(server.postmaster()).isEmpty();
        assertThat(verifyTrailVerb()).contains("the trail is whole");
    }

    /** {@code ./jizhun verify-trail}, beside the running server and without one. */
    private String verifyTrailVerb() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] words = {"--data", folder.path().toString()};
        int exit = VerifyTrail.run(
                new Arguments(words, Set.copyOf(Arrays.asList("--db", "--data")), Set.of()),
                new Screen(Language.EN, out, out));
        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return said.toString(StandardCharsets.UTF_8);
    }
}
