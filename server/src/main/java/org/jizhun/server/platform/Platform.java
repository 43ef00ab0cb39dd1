package org.jizhun.server.platform;

import com.fasterxml.jackson.annotation.Nulls;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jizhun.server.database.DatabaseAddress;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The parts that are made here and not found by scanning. */
@Configuration(proxyBeanMethods = false)
class Platform {

    private static final int CONNECTIONS = 16;
    private static final long PATIENCE_MILLIS = 10_000;

    /** As the application's role, which owns nothing and sees what the policies let it see. */
    @Bean
    HikariDataSource dataSource(DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        config.setUsername(address.application().name());
        config.setPassword(address.application().password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setPoolName("jizhun");
        return new HikariDataSource(config);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource source) {
        return new ScopedTransactions(source);
    }

    /** A null in a list of a request is a mistake of the request and told at its field; no use case need look for it. */
    @Bean
    JsonMapperBuilderCustomizer noNullsInLists() {
        return builder -> builder.changeDefaultNullHandling(handling -> handling.withContentNulls(Nulls.FAIL));
    }

    @Bean
    Permissions permissions() {
        return Permissions.standard();
    }

    @Bean
    PasswordRules passwordRules() {
        return new PasswordRules();
    }
}
