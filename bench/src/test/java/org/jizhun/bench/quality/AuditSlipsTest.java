package org.jizhun.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jizhun.auditor.Auditor;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditSlipsTest {

    private static final String TEXT =
            "2024年度自评报告\n全年预算数1,280.00万元，实际支出1,216.32万元，预算执行率95.03%。\n其中：人员经费812.45万元、公用经费214.67万元、项目支出189.20万元。\n";

    private static List<Map.Entry<Figure, AuditSlips.Slip>> slips() {
        return AuditSlips.slips(Auditor.audit("one", TEXT), TEXT, Knowledge.NONE);
    }

    @Test
    void a_slip_changes_one_figure_and_nothing_else() {
        assertThat(slips()).isNotEmpty().allSatisfy(entry -> {
            AuditSlips.Slip slip = entry.getValue();
            assertThat(slip.slipped()).hasSameSizeAs(slip.printed()).isNotEqualTo(slip.printed());
            String changed = AuditSlips.with(TEXT, slip);
            assertThat(changed).hasSameSizeAs(TEXT).isNotEqualTo(TEXT);
            assertThat(changed.replace(slip.slipped(), slip.printed())).isEqualTo(TEXT);
        });
    }

    @Test
    void every_slip_is_counted_and_those_not_told_are_listed(@TempDir Path corpus) throws IOException {
        Files.createDirectories(corpus.resolve("one"));
        Files.writeString(corpus.resolve("one/report.txt"), TEXT);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        AuditSlips.run(corpus, Knowledge.NONE, true, new PrintStream(printed, true, StandardCharsets.UTF_8));
        List<String> lines =
                printed.toString(StandardCharsets.UTF_8).strip().lines().toList();
        List<Integer> all = Pattern.compile("\\d+")
                .matcher(lines.get(lines.size() - 1))
                .results()
                .map(number -> Integer.valueOf(number.group()))
                .toList();
        assertThat(all.get(0) + all.get(1) + all.get(2)).isEqualTo(slips().size());
        assertThat(lines.stream().filter(line -> line.contains("【"))).hasSize(all.get(1) + all.get(2));
    }
}
