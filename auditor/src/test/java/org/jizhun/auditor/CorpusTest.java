package org.jizhun.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.kernel.yaml.YamlNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every document of samples/audit whose truth was worked out by hand gives its truth: nothing in it that is not optional is
 * missed, nothing else is told. The generated texts give no less of theirs than was reached, and no more false alarms; {@code
 * -Djizhun.accept=true} keeps what is reached now. How good that is over all is measured by {@code bench audit-quality}.
 */
class CorpusTest {

    private static final Path CORPUS = Path.of("../samples/audit");
    private static final Path REACHED = Path.of("src/test/resources/generated-texts.txt");

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

    @TestFactory
    Stream<DynamicTest> each_generated_text_gives_no_less_of_its_truth_than_was_reached() throws IOException {
        Map<String, Reached> reached = reached();
        List<Path> texts;
        try (Stream<Path> files = Files.list(CORPUS)) {
            texts = files.filter(folder -> Files.exists(folder.resolve("report.txt")) && !isByHand(folder))
                    .sorted()
                    .toList();
        }
        if (Boolean.getBoolean("jizhun.accept")) {
            List<String> lines = new ArrayList<>();
            for (Path text : texts) {
                lines.add(text.getFileName() + " " + Reached.of(text));
            }
            Files.write(REACHED, lines);
        }
        assertThat(texts).hasSizeGreaterThanOrEqualTo(20);
        return texts.stream()
                .map(text -> DynamicTest.dynamicTest(text.getFileName().toString(), () -> {
                    Reached before = reached.getOrDefault(text.getFileName().toString(), new Reached(0, 0));
                    Reached now = Reached.of(text);
                    assertThat(now.found()).as("faults found").isGreaterThanOrEqualTo(before.found());
                    assertThat(now.alarms()).as("false alarms").isLessThanOrEqualTo(before.alarms());
                }));
    }

    private static Map<String, Reached> reached() throws IOException {
        Map<String, Reached> reached = new TreeMap<>();
        for (String line : Files.readAllLines(REACHED)) {
            String[] words = line.split(" ", -1);
            reached.put(words[0], new Reached(Integer.parseInt(words[1]), Integer.parseInt(words[2])));
        }
        return reached;
    }

    /** How many faults of a document are found at their place, and how many findings are at none of one. */
    private record Reached(int found, int alarms) {

        static Reached of(Path folder) throws IOException {
            YamlNode truth = YamlNode.parse("truth.yaml", Files.readString(folder.resolve("truth.yaml")))
                    .value();
            List<Finding> findings = Auditor.audit(
                            "report.txt", Files.readString(folder.resolve("report.txt")), FixturesTest.knowledge())
                    .findings();
            List<YamlNode> faults = truth.items("findings");
            return new Reached(
                    (int) faults.stream()
                            .filter(fault -> findings.stream().anyMatch(finding -> isAt(fault, finding)))
                            .count(),
                    (int) findings.stream()
                            .filter(finding -> faults.stream().noneMatch(fault -> isAt(fault, finding)))
                            .count());
        }

        @Override
        public String toString() {
            return found + " " + alarms;
        }
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
        boolean right = entry.get("expected").isEmpty()
                || finding.expected()
                        .map(text -> same(text, entry.text("expected", "")))
                        .orElse(false);
        return isAt(entry, finding)
                && same(finding.stated(), entry.text("stated", ""))
                && right
                && entry.text("severity", "").equals(finding.severity().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static boolean isAt(YamlNode entry, Finding finding) {
        Set<String> lines = new LinkedHashSet<>();
        lines.add(entry.text("line", ""));
        entry.items("also").forEach(line -> lines.add(line.text()));
        Set<String> kinds = new LinkedHashSet<>();
        kinds.add(entry.text("kind", ""));
        entry.items("or").forEach(kind -> kinds.add(kind.text()));
        return lines.contains(String.valueOf(finding.where().line()))
                && kinds.contains(finding.kind().word());
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
