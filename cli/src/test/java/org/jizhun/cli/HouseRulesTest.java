package org.jizhun.cli;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;

/** Which module knows which, and that the command line computes nothing. Each rule is proved on a class that breaks it. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.jizhun");

    private static final ArchRule KERNEL_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("org.jizhun.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jizhun.documents..", "org.jizhun.auditor..", "org.jizhun.cli..");

    private static final ArchRule DOCUMENTS_KNOW_NO_COMMAND_LINE = noClasses()
            .that()
            .resideInAPackage("org.jizhun.documents..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jizhun.cli..", "picocli..", "org.springframework..");

    private static final ArchRule COMMAND_LINE_COMPUTES_NOTHING = noClasses()
            .that()
            .resideInAPackage("org.jizhun.cli..")
            .should()
            .callMethodWhere(target(owner(belongToAnyOf(Exact.class, BigDecimal.class, BigInteger.class)))
                    .and(target(nameMatching(
                            "plus|minus|times|dividedBy|negate|add|subtract|multiply|divide|round|setScale"))));

    @Test
    void the_kernel_knows_no_other_module() {
        KERNEL_STANDS_ALONE.check(HOUSE);
        assertBroken(KERNEL_STANDS_ALONE, "org.jizhun.kernel.KnowsDocuments");
    }

    @Test
    void documents_know_no_command_line() {
        DOCUMENTS_KNOW_NO_COMMAND_LINE.check(HOUSE);
        assertBroken(DOCUMENTS_KNOW_NO_COMMAND_LINE, "org.jizhun.documents.KnowsTheCommandLine");
    }

    @Test
    void the_command_line_computes_nothing() {
        COMMAND_LINE_COMPUTES_NOTHING.check(HOUSE);
        assertBroken(COMMAND_LINE_COMPUTES_NOTHING, "org.jizhun.cli.AddsFiguresUp");
    }

    private static void assertBroken(ArchRule rule, String breaker) {
        try {
            JavaClasses broken = new ClassFileImporter().importClasses(Class.forName(breaker));
            assertThat(rule.evaluate(broken).hasViolation()).isTrue();
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }
}
