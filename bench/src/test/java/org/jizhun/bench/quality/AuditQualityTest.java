package org.jizhun.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jizhun.kernel.yaml.YamlNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of each corpus's quality.yaml may not fall; -Djizhun.accept=true writes those reached now. */
class AuditQualityTest {

    private static final Path HOME = Path.of("..");

    @ParameterizedTest
    @ValueSource(strings = {"samples/audit", "samples/audit-elsewhere"})
    void the_auditor_finds_no_less_and_alarms_no_more_than_what_is_kept(String corpus) throws IOException {
        Path file = HOME.resolve(corpus).resolve("quality.yaml");
        Quality now = Quality.of(AuditQuality.outcomes(HOME, HOME.resolve(corpus)));
        if (Boolean.getBoolean("jizhun.accept")) {
            Files.writeString(file, now.yaml());
        }
        Quality kept = Quality.parse(
                YamlNode.parse("quality.yaml", Files.readString(file)).value());
        assertThat(now.worseThan(kept)).isEmpty();
    }

    @Test
    void a_share_that_fell_a_new_false_alarm_and_a_kind_no_longer_found_are_told() {
        Quality kept = quality("recall: 9/10", "right: 9", "false-alarms: 1", "clean-alarms: 0", "  sum: 3/3");
        Quality now = quality("recall: 8/10", "right: 8", "false-alarms: 1", "clean-alarms: 1", "  sum: 2/3");
        // precision: 8 of 9 is less than 9 of 10
        assertThat(now.worseThan(kept))
                .containsExactly(
                        "recall 8/10, kept 9/10",
                        "precision 8/9, kept 9/10",
                        "sum 2/3, kept 3/3",
                        "clean-alarms 1 of 4, kept 0");
        assertThat(kept.worseThan(now)).isEmpty();
        assertThat(Quality.parse(YamlNode.parse("", now.yaml()).value())).isEqualTo(now);
    }

    private static Quality quality(String recall, String right, String alarms, String clean, String kind) {
        List<String> lines = List.of(recall, right, alarms, "clean-documents: 4", clean, "by-kind:", kind);
        return Quality.parse(YamlNode.parse("", String.join("\n", lines)).value());
    }
}
