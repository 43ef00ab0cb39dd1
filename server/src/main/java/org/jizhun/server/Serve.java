package org.jizhun.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.server.database.Migrations;
import org.jizhun.server.database.OpenDatabase;
import org.jizhun.server.demo.Demo;
import org.jizhun.server.organization.FirstAdministrator;
import org.jizhun.server.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code ./jizhun serve}: opens the database and brings its structure up to date, starts the application meanwhile, answers
 * requests until it is told to end, and then closes first the application and then the database.
 */
public final class Serve implements AutoCloseable {

    /** Where the migrations of the server stand. */
    static final String STRUCTURE = "classpath:db/migration";

    private static final int REFUSED = 2;
    static final String DEMO = "--demo";

    private final OpenDatabase database;
    private final ConfigurableApplicationContext application;

    private Serve(OpenDatabase database, ConfigurableApplicationContext application) {
        this.database = database;
        this.application = application;
    }

    public static void main(String[] words) throws InterruptedException {
        Screen screen = Screen.standard();
        quiet();
        try {
            Arguments arguments =
                    new Arguments(words, Set.of("--db", "--data", "--port", "--host"), Set.of("--behind-proxy", DEMO));
            Serve server = start(arguments, screen);
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                screen.step(Problem.of("server-stopping", Place.NONE));
                                server.close();
                                ended.countDown();
                            },
                            "server-stop"));
            ended.await();
        } catch (Refusal refusal) {
            screen.refused(refusal);
            System.exit(REFUSED);
        }
    }

    /** Until the application has set up its log, Flyway would tell every step. */
    static void quiet() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    /** @throws Refusal if it cannot be started; nothing of it runs then */
    static Serve start(Arguments arguments, Screen screen) {
        Path data = arguments.data();
        String host = arguments.text("--host").orElse("127.0.0.1");
        int port = arguments.port();
        checkFree(host, port);
        ApplicationStart application = new ApplicationStart(address -> JizhunServer.start(
                address,
                Settings.STANDARD,
                Clock.system(ZoneId.of("Asia/Shanghai")),
                properties(data, host, port, arguments)));
        @Nullable OpenDatabase database = null;
        boolean started = false;
        try {
            database = OpenDatabase.alone(data, arguments.text("--db"), System.getenv(), step -> {
                screen.step(step);
                // From its first step on the folder is ours, and a log may be written there.
                application.begin();
            });
            application.begin();
            screen.step(Problem.of("server-migrating", Place.NONE));
            new Migrations(STRUCTURE).migrate(database.address());
            screen.step(Problem.of("server-starting", Place.NONE));
            ConfigurableApplicationContext running = application.finish(database.address());
            if (arguments.has(DEMO)) {
                running.getBean(Demo.class).fill();
            }
            greet(running, host, screen);
            started = true;
            return new Serve(database, running);
        } finally {
            if (!started) {
                application.giveUp();
                if (database != null) {
                    database.close();
                }
            }
        }
    }

    /** Asked before anything is started, so that whoever forgot a running server is told so at once. */
    private static void checkFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (BindException taken) {
            throw new Refusal(Problem.of("server-port-taken", Place.NONE, "found", port));
        } catch (IOException otherwise) {
            throw new UncheckedIOException(otherwise);
        }
    }

    private static Map<String, Object> properties(Path data, String host, int port, Arguments arguments) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", host);
        properties.put("server.port", port);
        properties.put("logging.file.name", data.resolve("server.log").toString());
        properties.put("server.forward-headers-strategy", arguments.has("--behind-proxy") ? "native" : "none");
        if (arguments.has(DEMO)) {
            properties.put(Demo.FILE, data.resolve("demo.json").toString());
        }
        // Only a proxy on this machine is believed what it says about where a request came from.
        properties.put("server.tomcat.remoteip.internal-proxies", "127\\.0\\.0\\.1|::1|0:0:0:0:0:0:0:1");
        return properties;
    }

    private static void greet(ConfigurableApplicationContext application, String host, Screen screen) {
        application
                .getBean(FirstAdministrator.class)
                .make()
                .ifPresent(opened -> screen.result(Problem.of(
                        "server-first-administrator",
                        Place.NONE,
                        "login",
                        opened.login(),
                        "password",
                        opened.oneTimePassword())));
        int port = port(application);
        String shown = host.contains(":") ? "[" + host + "]" : host;
        screen.result(Problem.of("server-ready", Place.NONE, "address", "http://" + shown + ":" + port + "/"));
    }

    /** Where it listens. */
    int port() {
        return port(application);
    }

    private static int port(ConfigurableApplicationContext application) {
        return Objects.requireNonNull(((WebServerApplicationContext) application).getWebServer())
                .getPort();
    }

    @Override
    public void close() {
        try {
            application.close();
        } finally {
            database.close();
        }
    }
}
