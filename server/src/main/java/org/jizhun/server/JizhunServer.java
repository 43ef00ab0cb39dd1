package org.jizhun.server;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jizhun.server.database.DatabaseAddress;
import org.jizhun.server.platform.Connections;
import org.jizhun.server.platform.Settings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application on a database that has its structure. Knows no command line. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class JizhunServer {

    /**
     * Starts it and returns when requests are answered.
     *
     * @param properties such as {@code server.port}, before those of the file application.properties
     */
    public static ConfigurableApplicationContext start(
            DatabaseAddress address, Settings settings, Clock clock, Map<String, Object> properties) {
        return start(CompletableFuture.completedFuture(address), settings, clock, properties);
    }

    /** While the database is still being opened: until then requests that need it wait. */
    static ConfigurableApplicationContext start(
            Future<DatabaseAddress> database, Settings settings, Clock clock, Map<String, Object> properties) {
        SpringApplication application = new SpringApplication(JizhunServer.class);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(properties);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Connections.class, () -> new Connections(database));
            beans.registerBean(Settings.class, () -> settings);
            beans.registerBean(Clock.class, () -> clock);
        });
        return application.run();
    }
}
