package org.jizhun.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jizhun.auditor.claim.Knowledge;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.relation.Relation;
import org.jizhun.auditor.relation.Relations;
import org.jizhun.kernel.calendar.CalendarReader;
import org.jizhun.kernel.scheme.Schemes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every relation has fixtures under its name: {@code *.txt} is the document, the file of the same name ending in {@code
 * .expected} lists the findings, one a line: line, kind, stated, expected. A text without it must stay silent.
 */
class FixturesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/findings");
    private static final Path SCHEMES = Path.of("../schemes");
    private static final Path PAGES = Path.of("../docs/findings");

    @TestFactory
    Stream<DynamicTest> documents_give_exactly_the_findings_written_beside_them() throws IOException {
        Knowledge knowledge = knowledge();
        return documents().stream()
                .map(file -> DynamicTest.dynamicTest(FIXTURES.relativize(file).toString(), () -> {
                    Audit audit = Auditor.audit(file.getFileName().toString(), Files.readString(file), knowledge);
                    assertThat(audit.findings().stream().map(FixturesTest::line).toList())
                            .isEqualTo(expected(file));
                }));
    }

    @Test
    void every_relation_has_its_page_and_its_fixtures_faulty_and_clean() throws IOException {
        for (Relation relation : Relations.ALL) {
            assertThat(PAGES.resolve(relation.name() + ".md")).exists();
            List<Path> documents = documents(relation.name());
            long clean = documents.stream()
                    .filter(file -> !Files.exists(expectedFile(file)))
                    .count();
            assertThat(clean).as("clean twins of " + relation.name()).isGreaterThanOrEqualTo(2);
            assertThat(documents.size())
                    .as("faulty texts of " + relation.name())
                    .isGreaterThan((int) clean);
        }
    }

    /** Every fixture, faulty and clean, in order of names. */
    static List<Path> documents() throws IOException {
        return files(FIXTURES, ".txt");
    }

    /** Those of one relation. */
    static List<Path> documents(String relation) throws IOException {
        return files(FIXTURES.resolve(relation), ".txt");
    }

    /** Relation and file. */
    static String name(Path document) {
        return FIXTURES.relativize(document).toString();
    }

    /** One, by relation and file. */
    static Path document(String name) {
        return FIXTURES.resolve(name);
    }

    /** The calendars and schemes of the repository, read once. */
    static Knowledge knowledge() {
        return Known.KNOWLEDGE;
    }

    private static final class Known {

        static final Knowledge KNOWLEDGE = read();

        private static Knowledge read() {
            try {
                return Knowledge.of(
                        Schemes.load(texts(SCHEMES)).value(),
                        CalendarReader.read(texts(SCHEMES.resolve("calendars"))).value());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(folder, ".yaml")) {
            texts.put(folder.relativize(file).toString(), Files.readString(file));
        }
        return texts;
    }

    static List<String> expected(Path document) throws IOException {
        Path file = expectedFile(document);
        return Files.exists(file)
                ? Files.readString(file).lines().filter(line -> !line.isBlank()).toList()
                : List.of();
    }

    private static Path expectedFile(Path document) {
        return Path.of(document.toString().replaceAll("\\.txt$", ".expected"));
    }

    static String line(Finding finding) {
        return finding.where().line() + " " + finding.kind().word() + " " + finding.stated() + " "
                + finding.expected().orElse("-");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
