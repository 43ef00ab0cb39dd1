package org.jizhun.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jizhun.auditor.finding.Finding;

/**
 * Reports with some or all of their figures put out of order: noughts above all, by which something may be divided, and numbers
 * that no report has. No relation breaks off over one, and every finding stands in the text.
 */
class AlteredReportsTest {

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    private static final List<String> OTHERS =
            List.of("0", "0.00", "0", "1", "100", "-1", "0.0000000000000000000001", "99999999999999999999.99");
    private static final List<String> REPORTS = reports();

    @Property(tries = 250)
    void no_relation_breaks_off(
            @ForAll @IntRange(max = 10_000) int which,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int share) {
        Random random = new Random(seed);
        boolean noughts = random.nextBoolean();
        String text = NUMBER.matcher(REPORTS.get(which % REPORTS.size()))
                .replaceAll(number -> random.nextInt(20) >= share
                        ? number.group()
                        : noughts ? "0" : OTHERS.get(random.nextInt(OTHERS.size())));
        Audit audit = Auditor.audit("altered.txt", text);
        int lines = text.split("\\R", -1).length;
        for (Finding finding : audit.findings()) {
            assertThat(finding.where().line()).isBetween(1, lines);
        }
    }

    private static List<String> reports() {
        return Stream.of("audit", "audit-elsewhere")
                .flatMap(corpus -> reports(Path.of("../samples", corpus)).stream())
                .toList();
    }

    private static List<String> reports(Path corpus) {
        try (Stream<Path> folders = Files.list(corpus)) {
            return folders.map(folder -> folder.resolve("report.txt"))
                    .filter(Files::exists)
                    .sorted()
                    .map(AlteredReportsTest::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
