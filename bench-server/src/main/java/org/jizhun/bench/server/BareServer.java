package org.jizhun.bench.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The peer of {@link PagesBench}: the same Spring, pool and driver on the same database, with one endpoint that reads the rows of
 * a register by one statement. No sessions, permissions, row-level security, facts or checks.
 */
@SpringBootApplication
public class BareServer {

    private static final int CONNECTIONS = 16;

    /** @param words address, user and password of the database */
    public static void main(String[] words) {
        SpringApplication application = new SpringApplication(BareServer.class);
        application.addInitializers(context -> ((org.springframework.context.support.GenericApplicationContext) context)
                .registerBean(HikariDataSource.class, () -> pool(words)));
        application.setDefaultProperties(Map.of("server.port", 0, "server.address", "127.0.0.1"));
        var context = application.run();
        System.out.println("bare http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/");
    }

    private static HikariDataSource pool(String[] words) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(words[0]);
        config.setUsername(words[1]);
        config.setPassword(words[2]);
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @RestController
    static class Reading {

        private final JdbcClient jdbc;

        Reading(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @GetMapping("/rows/{year}/{register}")
        List<Map<String, Object>> rows(@PathVariable long year, @PathVariable String register) {
            return jdbc.sql("SELECT id, position, cells::text AS cells, state, version FROM register_row"
                            + " WHERE department_year = ? AND register = ? AND removed IS NULL ORDER BY position, id")
                    .params(year, register)
                    .query()
                    .listOfRows();
        }
    }
}
