package org.jizhun.bench.server;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jizhun.server.JizhunServer;
import org.jizhun.server.database.DatabaseAddress;
import org.jizhun.server.database.EmbeddedPostgres;
import org.jizhun.server.database.Migrations;
import org.jizhun.server.feed.GiveValues;
import org.jizhun.server.feed.Sources;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Reach;
import org.jizhun.server.platform.Settings;
import org.jizhun.server.register.ChangeRows;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.trail.Verification;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code ./jizhun bench durable-write}: an indicator's value and its entry on the trail, committed, in the server's transactions
 * with its row-level security and hash chains, beside a bare INSERT of the same value, committed by itself, over the same driver
 * to the same database with the same number of clients: into a copy of the table without foreign keys, and into one with a foreign
 * key for all that a value refers to. The database is the embedded one with its durability on. Rounds of both take turns;
 * the median of each counts. At the end the trail is verified.
 */
final class DurableWriteBench {

    private static final int MOST_CLIENTS = 8;
    private static final int[] CLIENTS = {1, MOST_CLIENTS};
    private static final int ROUNDS = 5;

    /** Java still compiles what the service runs in the first seconds, which takes up to three times the work itself. */
    private static final long WARM_UP_MILLIS = 10_000;

    private static final long ROUND_MILLIS = 1_500;
    private static final double GOAL = 0.9;

    private static final String DEFINITION = "到馆人次";
    private static final String INSERT = "INSERT INTO %s (department, source, period, value, definition, way, given_by,"
            + " given_at) VALUES (?, ?, '2025-03', ?, '" + DEFINITION + "', 'typed', ?, now())";

    private final DatabaseAddress address;
    private final GiveValues values;
    private final ChangeRows rows;
    private final AtomicLong number = new AtomicLong();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Seat> seats = new ArrayList<>();
    private final long department;
    private final DepartmentYear year;

    /** Each client is somebody of their own who gives the values of a source of their own. */
    private record Seat(Actor actor, Sources.Source source) {}

    private DurableWriteBench(DatabaseAddress address, ConfigurableApplicationContext server) throws SQLException {
        this.address = address;
        this.values = server.getBean(GiveValues.class);
        this.rows = server.getBean(ChangeRows.class);
        long region = insert("INSERT INTO region (code, name) VALUES ('440100', '市') RETURNING id");
        department =
                insert("INSERT INTO department (code, name, region) VALUES ('1', '局', " + region + ") RETURNING id");
        String scheme = "guangzhou-department-2023";
        long id = insert("INSERT INTO department_year (department, year, scheme) VALUES (" + department + ", 2025, '"
                + scheme + "') RETURNING id");
        year = new DepartmentYear(id, department, 2025, scheme, "open", 1);
        for (int i = 0; i < MOST_CLIENTS; i++) {
            long source = insert("INSERT INTO feed_source"
                    + " (department, department_year, name, kind, definition, indicator, unit) VALUES (" + department
                    + ", " + id + ", '馆 " + i + "', 'typed', '" + DEFINITION + "', 'A1', '人次') RETURNING id");
            seats.add(new Seat(
                    actor("bench" + i), new Sources.Source(source, "馆 " + i, "typed", DEFINITION, "A1", "人次", false)));
        }
        execute("CREATE TABLE bare (LIKE feed_value INCLUDING ALL)");
        execute("CREATE TABLE referring (LIKE feed_value INCLUDING ALL, FOREIGN KEY (given_by) REFERENCES user_account,"
                + " FOREIGN KEY (department, source) REFERENCES feed_source (department, id),"
                + " FOREIGN KEY (department, source, file) REFERENCES feed_file (department, source, id))");
    }

    private Actor actor(String login) throws SQLException {
        long account = insert("INSERT INTO user_account (login, name, password_hash, must_change_password, created)"
                + " VALUES ('" + login + "', '测', '-', false, now()) RETURNING id");
        return new Actor(
                account,
                login,
                "测",
                department,
                null,
                Set.of("performance-officer"),
                Reach.DEPARTMENT,
                false,
                false,
                "127.0.0.1");
    }

    static void run(PrintStream out) throws Exception {
        try (BenchFolder folder = new BenchFolder();
                EmbeddedPostgres database = EmbeddedPostgres.start(folder.path().resolve("data"), 0, step -> {})) {
            new Migrations("classpath:db/migration").migrate(database.address());
            ConfigurableApplicationContext server = JizhunServer.start(
                    database.address(),
                    Settings.STANDARD,
                    Clock.system(ZoneId.of("Asia/Shanghai")),
                    Map.of("server.port", 0, "server.address", "127.0.0.1"));
            try {
                new DurableWriteBench(database.address(), server).print(out);
            } finally {
                server.close();
            }
        }
    }

    private void print(PrintStream out) throws Exception {
        out.printf(
                Locale.ROOT,
                "durable writes a second, PostgreSQL embedded, fsync %s, synchronous_commit %s; median of %d rounds (least to most)%n%n",
                text("SHOW fsync"),
                text("SHOW synchronous_commit"),
                ROUNDS);
        out.printf(Locale.ROOT, "%-8s %-44s %10s %20s %8s%n", "clients", "", "writes/s", "", "ratio");
        for (int clients : CLIENTS) {
            double[] bare = new double[ROUNDS];
            double[] referring = new double[ROUNDS];
            double[] value = new double[ROUNDS];
            double[] given = new double[ROUNDS];
            double[] row = new double[ROUNDS];
            Clients.perSecond(clients, WARM_UP_MILLIS, () -> bare("bare"));
            Clients.perSecond(clients, WARM_UP_MILLIS, () -> bare("referring"));
            Clients.perSecond(clients, WARM_UP_MILLIS, this::value);
            Clients.perSecond(clients, WARM_UP_MILLIS, this::given);
            Clients.perSecond(clients, WARM_UP_MILLIS, this::row);
            for (int round = 0; round < ROUNDS; round++) {
                bare[round] = Clients.perSecond(clients, ROUND_MILLIS, () -> bare("bare"));
                referring[round] = Clients.perSecond(clients, ROUND_MILLIS, () -> bare("referring"));
                value[round] = Clients.perSecond(clients, ROUND_MILLIS, this::value);
                given[round] = Clients.perSecond(clients, ROUND_MILLIS, this::given);
                row[round] = Clients.perSecond(clients, ROUND_MILLIS, this::row);
            }
            line(out, clients, "bare INSERT, JDBC autocommit", bare, bare);
            line(out, clients, "the same into a table with foreign keys", referring, bare);
            line(out, clients, "Jizhun, value and its trail entry", value, bare);
            line(out, clients, "Jizhun, the same with the checks before it", given, bare);
            line(out, clients, "Jizhun, row of a register checked and read back", row, bare);
            out.printf(
                    Locale.ROOT,
                    "%-8d ratio of value with trail to bare INSERT: %.2f%s; to that with foreign keys: %.2f%n%n",
                    clients,
                    median(value) / median(bare),
                    clients == MOST_CLIENTS ? " (goal ≥ " + GOAL + ")" : "",
                    median(value) / median(referring));
        }
        try (Connection owner = address.connectAsOwner()) {
            Verification.Outcome trail = Verification.of(owner);
            out.printf(
                    Locale.ROOT,
                    "trail afterwards: %,d entries in %d chains, %d findings%n",
                    trail.entries(),
                    trail.chains(),
                    trail.findings().size());
        }
    }

    private static void line(PrintStream out, int clients, String what, double[] ours, double[] peer) {
        out.printf(
                Locale.ROOT,
                "%-8d %-44s %10.0f %20s %8.2f%n",
                clients,
                what,
                median(ours),
                String.format(
                        Locale.ROOT,
                        "(%.0f to %.0f)",
                        Arrays.stream(ours).min().orElseThrow(),
                        Arrays.stream(ours).max().orElseThrow()),
                median(ours) / median(peer));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    // --- what is measured

    private Clients.Work bare(String table) throws SQLException {
        Connection connection = address.connectAsOwner();
        PreparedStatement insert = connection.prepareStatement(String.format(Locale.ROOT, INSERT, table));
        Seat seat = nextSeat();
        return new Clients.Work() {
            @Override
            public void once() throws SQLException {
                insert.setLong(1, department);
                insert.setLong(2, seat.source().id());
                insert.setString(3, next());
                insert.setLong(4, Objects.requireNonNull(seat.actor().account()));
                insert.executeUpdate();
            }

            @Override
            public void end() throws SQLException {
                insert.close();
                connection.close();
            }
        };
    }

    /** The write of the service, by people of their own accounts: value and entry, committed. */
    private Clients.Work value() {
        Seat seat = nextSeat();
        return () -> as(seat.actor(), () -> {
            GiveValues.Checked value = new GiveValues.Checked("2025-03", next(), DEFINITION);
            values.keep(year, seat.source(), List.of(value), "typed");
        });
    }

    /** With the checks before it. */
    private Clients.Work given() {
        Seat seat = nextSeat();
        return () -> as(seat.actor(), () -> {
            GiveValues.Given value = new GiveValues.Given(null, "2025-03", next(), null);
            values.give(department, 2025, seat.source().id(), List.of(value), "typed");
        });
    }

    private static void as(Actor actor, Runnable work) {
        CurrentActor.as(actor, () -> {
            work.run();
            return true;
        });
    }

    private String next() {
        return Long.toString(number.incrementAndGet());
    }

    private Seat nextSeat() {
        return seats.get(Math.floorMod(turn.getAndIncrement(), seats.size()));
    }

    /** Each client changes a row of its own; the service reads the whole year twice, as for a page. */
    private Clients.Work row() {
        Actor actor = nextSeat().actor();
        ChangeRows.Outcome[] last = new ChangeRows.Outcome[1];
        Callable<ChangeRows.Outcome> save = () -> {
            var before = last[0] == null ? null : Objects.requireNonNull(last[0].row());
            ChangeRows.Wanted wanted = new ChangeRows.Wanted(
                    "a",
                    before == null ? null : before.id(),
                    before == null ? null : before.version(),
                    null,
                    Map.of("goal", "目标 " + next()));
            return Objects.requireNonNull(
                            CurrentActor.as(actor, () -> rows.save(department, 2025, "goals", List.of(wanted))))
                    .get(0);
        };
        return () -> {
            last[0] = save.call();
            if (!last[0].outcome().equals("saved")) {
                throw new IllegalStateException(last[0].toString());
            }
        };
    }

    // --- as the owner

    private long insert(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (Connection owner = address.connectAsOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection owner = address.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
