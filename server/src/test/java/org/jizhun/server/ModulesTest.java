package org.jizhun.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules know each other only as their package-info allows, and none knows another in a circle. */
class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(JizhunServer.class);

    @Test
    void modules_know_only_what_they_may() {
        MODULES.verify();
    }

    @Test
    void the_modules_are_found() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .contains("database", "platform", "trail", "organization");
    }
}
