package org.jizhun.server.platform;

import com.fasterxml.jackson.annotation.Nulls;
import javax.sql.DataSource;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
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
