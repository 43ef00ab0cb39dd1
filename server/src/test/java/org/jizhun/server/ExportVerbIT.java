package org.jizhun.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.scoring.Scoring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./jizhun export case} as a process: what it writes is scored to the digit as the server scores it. */
class ExportVerbIT {

    private static final String VERB = "org.jizhun.server.ExportVerb";

    private final RunningServer server = RunningServer.get();

    private VerbProcess.Said export(Object... words) throws Exception {
        return VerbProcess.run(VERB, words);
    }

    private static String total(FactSet facts) {
        return Scoring.score(
                        SampleYear.RULES.schemes().find(SampleYear.SCHEME).orElseThrow(),
                        facts,
                        SampleYear.RULES.calendar())
                .total()
                .points()
                .toString();
    }

    @Test
    void what_is_exported_while_the_server_runs_scores_the_same_to_the_digit(@TempDir Path work) throws Exception {
        SampleYear year = SampleYear.filled(server);
        String code = server.rows("SELECT code FROM department WHERE id = ?", year.department())
                .get(0);
        CaseReader reader = new CaseReader(SampleYear.RULES.schemes(), SampleYear.RULES.calendar());
        String onTheServer =
                year.get("/evaluation").path("evaluation").path("total").asString();
        assertThat(onTheServer).isEqualTo("90.58"); // samples/example-department-2025/README.md
        for (String name : new String[] {"case", "case.xlsx"}) {
            Path out = work.resolve(name);
            VerbProcess.Said said = export("case", code, 2025, "--out", out, "--data", server.folder());
            assertThat(said.exit()).as(said.text()).isZero();
            assertThat(said.text()).contains(name);
            FactSet facts = reader.read(out).value();
            assertThat(facts.hash()).isEqualTo(SampleYear.sample().hash());
            assertThat(total(facts)).isEqualTo(onTheServer);
            // It is not written over.
            assertThat(export("case", code, 2025, "--out", out, "--data", server.folder())
                            .exit())
                    .isEqualTo(2);
        }
    }

    @Test
    void what_is_missing_or_wrong_is_said(@TempDir Path work) throws Exception {
        VerbProcess.Said unknown =
                export("case", "no-such", 2025, "--out", work.resolve("case"), "--data", server.folder());
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.text()).contains("no-such", "2025").doesNotContain("Exception");
        assertThat(export("case", "D1", "20x5", "--out", work.resolve("case")).text())
                .contains("20x5");
        assertThat(export("case", "D1").text()).contains("case CODE YEAR --out PATH");
        assertThat(export("case", "D1", "2025").text()).contains("--out PATH");
    }
}
