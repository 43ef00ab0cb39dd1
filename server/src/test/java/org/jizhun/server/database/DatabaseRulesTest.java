package org.jizhun.server.database;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The database package stands alone, so that backup and restore need no running application. */
class DatabaseRulesTest {

    private static final ArchRule KNOWS_NO_SPRING = noClasses()
            .that()
            .resideInAPackage("org.jizhun.server.database..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..");

    /** Breaks the rule on purpose. */
    static class KnowsSpring {
        Class<?> spring() {
            return org.springframework.context.ApplicationContext.class;
        }
    }

    @Test
    void the_database_package_knows_no_spring() {
        KNOWS_NO_SPRING.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.jizhun.server.database"));
        assertThat(KNOWS_NO_SPRING
                        .evaluate(new ClassFileImporter().importClasses(KnowsSpring.class))
                        .hasViolation())
                .isTrue();
    }
}
