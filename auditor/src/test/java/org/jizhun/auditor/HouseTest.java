package org.jizhun.auditor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The auditor is pure and exact: no files, clock, locale or binary floating point; nothing points back up. */
@AnalyzeClasses(packages = "org.jizhun.auditor", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule no_field_is_binary_floating_point =
            noFields().should().haveRawType(double.class).orShould().haveRawType(float.class);

    @ArchTest
    static final ArchRule no_method_returns_binary_floating_point =
            noMethods().should().haveRawReturnType(double.class).orShould().haveRawReturnType(float.class);

    @ArchTest
    static final ArchRule only_the_kernel_and_the_language_are_known = noClasses()
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "org.jizhun.auditor..",
                    "org.jizhun.kernel..",
                    "java.lang..",
                    "java.util..",
                    "java.math..",
                    "java.io..",
                    "java.time..",
                    "java.nio.charset..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule nobody_asks_for_now_or_opens_a_file = noClasses()
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File");

    @ArchTest
    static final ArchRule text_knows_nothing_of_claims = noClasses()
            .that()
            .resideInAPackage("..text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..claim..", "..judge..", "..relation..", "..finding..");

    @ArchTest
    static final ArchRule claims_know_nothing_of_relations = noClasses()
            .that()
            .resideInAPackage("..claim..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..judge..", "..relation..");
}
