package org.jizhun.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jizhun.server.database.DatabaseAddress;
import org.jizhun.server.database.EmbeddedPostgres;
import org.jizhun.server.database.Migrations;
import org.jizhun.server.database.TemporaryFolder;
import org.jizhun.server.organization.FirstAdministrator;
import org.jizhun.server.platform.Accounts;
import org.jizhun.server.platform.Settings;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One database and one server for all tests of a run, started when the first asks. Each test makes departments and users of
 * its own. Only the number of sign-ins from one address is set differently from real use.
 */
public final class RunningServer {

    public static final String PASSWORD = "Correct-Horse-7";

    private static RunningServer one;

    private final TemporaryFolder folder = new TemporaryFolder();
    private final EmbeddedPostgres database;
    private final MovableClock clock = new MovableClock();
    private final ConfigurableApplicationContext application;
    private final Accounts.Opened administrator;
    private final TestRows testRows;

    private RunningServer() {
        database = EmbeddedPostgres.start(folder.path(), 0, step -> {});
        new Migrations(Serve.STRUCTURE).migrate(database.address());
        Settings settings = new Settings(Settings.STANDARD.idle(), Settings.STANDARD.absolute(), 1_000_000);
        application = JizhunServer.start(
                database.address(), settings, clock, Map.of("server.port", 0, "server.address", "127.0.0.1"));
        administrator = application.getBean(FirstAdministrator.class).make().orElseThrow();
        testRows = new TestRows(database.address());
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

    /** The data folder. */
    public Path folder() {
        return folder.path();
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
        return TestRows.next();
    }

    /** Somebody with the password {@link #PASSWORD}, already their own. */
    public record User(long account, long person, String login) {}

    public long region(Long parent) {
        return testRows.region(parent);
    }

    public long department(long region) {
        return testRows.department(region);
    }

    /** @param department null for none */
    public User user(Long department, String... roles) {
        return testRows.user(department, roles);
    }

    /** As the owner of the tables, whom no policy holds. */
    public long insert(String sql, Object... values) {
        return testRows.insert(sql, values);
    }

    /** The first column of each row. */
    public List<String> rows(String sql, Object... values) {
        return testRows.rows(sql, values);
    }
}
