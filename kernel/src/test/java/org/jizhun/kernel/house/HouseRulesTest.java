package org.jizhun.kernel.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel is pure: values and text in, values and text out. */
class HouseRulesTest {

    private static final JavaClasses KERNEL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.jizhun.kernel");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(
                        "no files",
                        KernelRules.files(),
                        List.of(RuleBreakers.ReadsAFile.class, RuleBreakers.OpensAStream.class)),
                Arguments.of(
                        "no other libraries", KernelRules.libraries(), List.of(RuleBreakers.KnowsAnotherLibrary.class)),
                Arguments.of(
                        "no clock",
                        KernelRules.clock(),
                        List.of(RuleBreakers.AsksForNow.class, RuleBreakers.AsksForTheTime.class)),
                Arguments.of(
                        "no surroundings",
                        KernelRules.surroundings(),
                        List.of(
                                RuleBreakers.AsksForTheLocale.class,
                                RuleBreakers.LowersByTheLocale.class,
                                RuleBreakers.ReadsTheEnvironment.class)),
                Arguments.of(
                        "no reflection",
                        KernelRules.reflection(),
                        List.of(RuleBreakers.Reflects.class, RuleBreakers.StartsAProcess.class)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_kernel_keeps_the_rule_and_each_breaking_class_fails_it(
            String name, ArchRule rule, List<Class<?>> breakers) {
        assertThat(KERNEL).hasSizeGreaterThan(50);
        rule.check(KERNEL);
        for (Class<?> breaker : breakers) {
            JavaClasses broken = new ClassFileImporter().importClasses(breaker);
            assertThat(rule.evaluate(broken).hasViolation())
                    .as(name + ": " + breaker.getSimpleName())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"problem", "document", "quantity", "yaml", "calendar", "fact", "formula", "scheme", "scoring"})
    void a_package_knows_only_the_inner_ones(String name) {
        KernelRules.directions(name).check(KERNEL);
    }

    @Test
    void every_package_has_its_direction() {
        assertThat(KERNEL.stream()
                        .map(each -> each.getPackageName())
                        .distinct()
                        .map(each -> each.substring("org.jizhun.kernel.".length())))
                .containsExactlyInAnyOrderElementsOf(KernelRules.MAY_KNOW.keySet());
    }

    @Test
    void a_quantity_that_knows_a_fact_is_found() throws ClassNotFoundException {
        Class<?> breaker = Class.forName("org.jizhun.kernel.quantity.KnowsAFact");
        JavaClasses broken = new ClassFileImporter().importClasses(breaker);
        assertThat(KernelRules.directions("quantity").evaluate(broken).hasViolation())
                .isTrue();
    }

    @Test
    void no_class_uses_binary_floating_point() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("target/classes/org/jizhun/kernel"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                found.addAll(BinaryFloats.in(Files.readAllBytes(file)));
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                RuleBreakers.HasADoubleField.class,
                RuleBreakers.ReturnsAFloat.class,
                RuleBreakers.CountsInALocalDouble.class,
                RuleBreakers.CallsDoubleValue.class
            })
    void binary_floating_point_is_found_where_it_is(Class<?> breaker) throws IOException {
        String file = "/" + breaker.getName().replace('.', '/') + ".class";
        try (InputStream in = HouseRulesTest.class.getResourceAsStream(file)) {
            assertThat(BinaryFloats.in(in.readAllBytes())).isNotEmpty();
        }
    }
}
