package org.jizhun.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.kernel.yaml.YamlNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every document of samples/audit whose truth was worked out by hand gives its truth: nothing in it that is not optional is
 * missed, nothing else is told. The generated documents are measured by {@code bench audit-quality}, whose figures are kept
 * in quality.yaml.
 */
class CorpusTest {

    private static final Path CORPUS = Path.of("../samples/audit");

    @TestFactory
    Stream<DynamicTest> each_document_gives_its_truth_and_nothing_else() throws IOException {
        List<Path> folders;
        try (Stream<Path> files = Files.list(CORPUS)) {
            folders = files.filter(Files::isDirectory)
                    .filter(CorpusTest::isByHand)
                    .sorted()
                    .toList();
        }
        assertThat(folders).hasSizeGreaterThanOrEqualTo(9);
        return folders.stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    private static boolean isByHand(Path folder) {
        try {
            YamlNode truth = YamlNode.parse("truth.yaml", Files.readString(folder.resolve("truth.yaml")))
                    .value();
            return !truth.text("generated", "").equals("true");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void check(Path folder) throws IOException {
        YamlNode truth = YamlNode.parse("truth.yaml", Files.readString(folder.resolve("truth.yaml")))
                .value();
        String document = truth.text("document", "");
        Audit audit = Auditor.audit(document, Files.readString(folder.resolve(document)));
        List<String> falseAlarms = new ArrayList<>();
        Set<YamlNode> found = new LinkedHashSet<>();
        for (Finding finding : audit.findings()) {
            List<YamlNode> fitting = truth.items("findings").stream()
                    .filter(entry -> fits(entry, finding))
                    .toList();
            found.addAll(fitting);
            if (fitting.isEmpty()) {
                falseAlarms.add(finding.where().line() + " " + finding.kind().word() + " " + finding.stated());
            }
        }
        List<String> missed = truth.items("findings").stream()
                .filter(entry ->
                        !found.contains(entry) && !entry.text("optional", "").equals("true"))
                .map(entry -> entry.text("line", "") + " " + entry.text("kind", "") + " " + entry.text("stated", ""))
                .toList();
        assertThat(falseAlarms).as("false alarms").isEmpty();
        assertThat(missed).as("missed").isEmpty();
    }

    private static boolean fits(YamlNode entry, Finding finding) {
        Set<String> lines = new LinkedHashSet<>();
        lines.add(entry.text("line", ""));
        entry.items("also").forEach(line -> lines.add(line.text()));
        boolean right = entry.get("expected").isEmpty()
                || finding.expected()
                        .map(text -> same(text, entry.text("expected", "")))
                        .orElse(false);
        return entry.text("kind", "").equals(finding.kind().word())
                && lines.contains(String.valueOf(finding.where().line()))
                && same(finding.stated(), entry.text("stated", ""))
                && right
                && entry.text("severity", "").equals(finding.severity().name().toLowerCase(java.util.Locale.ROOT));
    }

    /** Two printings of one figure or phrase: 100.00% is 100%, 45.5分 is 45.5. */
    private static boolean same(String one, String two) {
        return plain(one).equals(plain(two));
    }

    private static String plain(String text) {
        String figure = text.replaceAll("分$", "");
        return figure.matches("\\d+\\.\\d+%?") ? figure.replaceAll("\\.?0+(%?)$", "$1") : figure;
    }
}
