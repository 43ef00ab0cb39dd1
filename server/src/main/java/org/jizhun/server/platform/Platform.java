package org.jizhun.server.platform;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The parts that are made here and not found by scanning. */
@Configuration(proxyBeanMethods = false)
class Platform {

    @Bean
    PlatformTransactionManager transactions(DataSource source) {
        return new ScopedTransactions(source);
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
