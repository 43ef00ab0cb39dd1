package org.jizhun.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jizhun.auditor.finding.Finding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What explains a wrong figure: {@code near-misses/*.txt} is the document, {@code .expected} beside it lists its findings,
 * one a line: line, stated, and the codes of the near misses told.
 */
class NearMissTest {

    private static final Path FIXTURES = Path.of("src/test/resources/near-misses");
    private static final Path CATALOGUE = Path.of("src/main/resources/org/jizhun/auditor/finding/near-misses.yaml");
    private static final Pattern CODE = Pattern.compile("code: (near-[a-z-]+)");

    @TestFactory
    Stream<DynamicTest> a_wrong_figure_is_explained_by_the_slips_written_beside_it() throws IOException {
        return documents().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThat(told(file))
                                .isEqualTo(Files.readAllLines(
                                        Path.of(file.toString().replaceAll("\\.txt$", ".expected"))))));
    }

    @Test
    void every_slip_of_the_catalogue_has_a_fixture_that_tells_it() throws IOException {
        Set<String> told = documents().stream()
                .flatMap(file -> told(file).stream())
                .flatMap(line -> Stream.of(line.split(" ")).skip(2))
                .collect(Collectors.toSet());
        Set<String> known = CODE.matcher(Files.readString(CATALOGUE))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
        assertThat(told).isEqualTo(known);
    }

    private static List<String> told(Path file) {
        try {
            return Auditor.audit("document.txt", Files.readString(file)).findings().stream()
                    .map(NearMissTest::line)
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String line(Finding finding) {
        String codes = finding.explanations().stream()
                .map(problem -> " " + problem.code())
                .collect(Collectors.joining());
        return finding.where().line() + " " + finding.stated() + codes;
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }
}
