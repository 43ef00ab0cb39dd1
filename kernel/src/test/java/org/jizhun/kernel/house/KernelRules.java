package org.jizhun.kernel.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** What the kernel must not know. Each rule is proved by a class in {@link RuleBreakers} on which it fails. */
final class KernelRules {

    private static final String KERNEL = "org.jizhun.kernel.";

    /** Which packages each package may know; the outer ring knows the inner ones, never the other way round. */
    static final Map<String, List<String>> MAY_KNOW = Map.of(
            "problem", List.of(),
            "document", List.of(),
            "quantity", List.of("problem"),
            "yaml", List.of("problem"),
            "calendar", List.of("problem", "yaml"),
            "fact", List.of("problem", "quantity", "yaml", "calendar"),
            "formula", List.of("problem", "quantity", "calendar", "fact"),
            "scheme", List.of("problem", "quantity", "yaml", "calendar", "fact", "formula"),
            "scoring", List.of("problem", "quantity", "calendar", "fact", "formula", "scheme"));

    private KernelRules() {}

    static ArchRule files() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File|RandomAccessFile|Console).*")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..", "javax..")
                .because("the kernel's inputs are values and text");
    }

    static ArchRule libraries() {
        return classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("", "java..", "org.jizhun.kernel..", "org.snakeyaml.engine..", "org.jspecify..")
                .because("the kernel stands alone, but for the reader of YAML");
    }

    static ArchRule clock() {
        return noClasses()
                .should()
                .callMethodWhere(target(nameMatching("now")))
                .orShould()
                .callMethodWhere(target(nameMatching("currentTimeMillis|nanoTime"))
                        .and(target(owner(belongToAnyOf(System.class)))))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.(Clock|InstantSource)|java\\.util\\.(Date|Calendar|Timer)")
                .because("time comes in as an argument");
    }

    static ArchRule surroundings() {
        return noClasses()
                .should()
                .callMethodWhere(
                        target(name("getDefault")).and(target(owner(belongToAnyOf(Locale.class, TimeZone.class)))))
                .orShould()
                .callMethodWhere(target(nameMatching("systemDefault|systemDefaultZone")))
                .orShould()
                .callMethodWhere(target(nameMatching("getenv|getProperty|getProperties"))
                        .and(target(owner(belongToAnyOf(System.class)))))
                .orShould()
                .callMethodWhere(target(nameMatching("toLowerCase|toUpperCase"))
                        .and(target(owner(belongToAnyOf(String.class))))
                        .and(target(rawParameterTypes(List.of()))))
                .because("the same input gives the same result on every machine");
    }

    static ArchRule reflection() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.(ClassLoader|ProcessBuilder|Runtime)")
                .orShould()
                .callMethodWhere(target(owner(belongToAnyOf(Class.class)))
                        .and(target(nameMatching("forName|newInstance|get(Declared)?(Method|Field|Constructor)s?"))))
                .because("a formula must never reach anything but its facts");
    }

    /** A package and everything it must not know of the kernel. */
    static ArchRule directions(String name) {
        String[] strangers = MAY_KNOW.keySet().stream()
                .filter(other -> !other.equals(name) && !MAY_KNOW.get(name).contains(other))
                .map(other -> KERNEL + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(KERNEL + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(strangers);
    }
}
