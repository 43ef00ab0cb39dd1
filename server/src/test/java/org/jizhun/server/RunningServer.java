package org.jizhun.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jizhun.server.database.DatabaseAddress;
import org.jizhun.server.database.EmbeddedPostgres;
import org.jizhun.server.database.Migrations;
import org.jizhun.server.database.TemporaryFolder;
import org.jizhun.server.organization.FirstAdministrator;
import org.jizhun.server.platform.Accounts;
import org.jizhun.server.platform.Settings;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * One database and one server for all tests of a run, started when the first asks. Each test makes departments and users of
 * its own. Only the number of sign-ins from one address is set differently from real use.
 */
public final class RunningServer {

    public static final String PASSWORD = "Correct-Horse-7";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static RunningServer one;

    private final TemporaryFolder folder = new TemporaryFolder();
    private final EmbeddedPostgres database;
    private final MovableClock clock = new MovableClock();
    private final ConfigurableApplicationContext application;
    private final Accounts.Opened administrator;
    private final String passwordHash;

    private RunningServer() {
        database = EmbeddedPostgres.start(folder.path(), 0, step -> {});
        new Migrations(Serve.STRUCTURE).migrate(database.address());
        Settings settings = new Settings(Settings.STANDARD.idle(), Settings.STANDARD.absolute(), 1_000_000);
        application = JizhunServer.start(
                database.address(), settings, clock, Map.of("server.port", 0, "server.address", "127.0.0.1"));
        administrator = application.getBean(FirstAdministrator.class).make().orElseThrow();
        passwordHash = new Argon2PasswordEncoder(16, 32, 1, 64, 1).encode(PASSWORD);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    public static synchronized RunningServer get() {
        if (one == null) {
            one = new RunningServer();
        }
        return one;
    }

    private void close() {
        application.close();
        database.close();
        folder.close();
    }

    public DatabaseAddress address() {
        return database.address();
    }

    public MovableClock clock() {
        return clock;
    }

    public Accounts.Opened administrator() {
        return administrator;
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public Browser browser() {
        int port = ((WebServerApplicationContext) application).getWebServer().getPort();
        return new Browser("http://127.0.0.1:" + port);
    }

    /** Somebody who opened the page and did not sign in yet. */
    public Browser browserWithToken() {
        Browser browser = browser();
        browser.get("/api/me");
        return browser;
    }

    public Browser signedIn(User user) {
        Browser browser = browser();
        Browser.Answer answer = browser.signIn(user.login(), PASSWORD);
        if (answer.status() != 204) {
            throw new IllegalStateException(user + ": " + answer);
        }
        return browser;
    }

    /** A number no other test has. */
    public static int next() {
        return NUMBER.incrementAndGet();
    }

    /** Somebody with the password {@link #PASSWORD}, already their own. */
    public record User(long account, long person, String login) {}

    public long region(Long parent) {
        return insert(
                "INSERT INTO region (code, name, parent) VALUES (?, ?, ?) RETURNING id",
                String.format("%06d", 100_000 + next()),
                "测试区划",
                parent);
    }

    public long department(long region) {
        return insert(
                "INSERT INTO department (code, name, region) VALUES (?, ?, ?) RETURNING id",
                "D" + next(),
                "测试部门",
                region);
    }

    /** @param department null for none */
    public User user(Long department, String... roles) {
        String login = "user" + next();
        long account = insert(
                "INSERT INTO user_account (login, name, password_hash, must_change_password, created)"
                        + " VALUES (?, '测试人', ?, false, now()) RETURNING id",
                login,
                passwordHash);
        long person = insert(
                "INSERT INTO person (department, name, user_account) VALUES (?, '测试人', ?) RETURNING id",
                department,
                account);
        for (String role : roles) {
            insert(
                    "INSERT INTO appointment (person, role, starts, reason) VALUES (?, ?, '2020-01-01', '测试')"
                            + " RETURNING id",
                    person,
                    role);
        }
        return new User(account, person, login);
    }

    /** As the owner of the tables, whom no policy holds. */
    public long insert(String sql, Object... values) {
        return Long.parseLong(rows(sql, values).get(0));
    }

    /** The first column of each row. */
    public List<String> rows(String sql, Object... values) {
        try (Connection owner = database.address().connectAsOwner();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> rows = new ArrayList<>();
            if (statement.execute()) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        rows.add(result.getString(1));
                    }
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
