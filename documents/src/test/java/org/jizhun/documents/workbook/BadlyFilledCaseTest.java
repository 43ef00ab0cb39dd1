package org.jizhun.documents.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;

/**
 * The badly filled sample lists every planted mistake in its README, one table row each: {@code | place | code | what |}.
 * Whoever plants another adds a row there; this test needs no change.
 */
class BadlyFilledCaseTest {

    private static final Path SAMPLE = Path.of("../samples/badly-filled-2025");
    private static final Pattern PLANTED = Pattern.compile("^\\| `([^`]+)` \\| `([^`]+)` \\|.*");
    private static final WorkingDays CALENDAR = new WorkingDays(
            Set.of(Year.of(2023), Year.of(2024), Year.of(2025), Year.of(2026)), Set.of(), Set.of(), Map.of());

    private final Result<FactSet> read =
            new CaseReader(id -> Optional.of(Vocabulary.standard()), CALENDAR).read(SAMPLE);

    @Test
    void every_planted_mistake_is_told_with_its_place_and_nothing_else_is() throws IOException {
        List<String> planted = Files.readAllLines(SAMPLE.resolve("README.md")).stream()
                .map(PLANTED::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(planted).hasSizeGreaterThan(30);
        assertThat(read.problems())
                .extracting(problem -> problem.place() + " " + problem.code())
                .containsExactlyInAnyOrderElementsOf(planted);
    }

    @Test
    void every_message_says_in_both_languages_what_to_do() {
        assertThat(read.problems()).allSatisfy(problem -> {
            assertThat(filled(problem, Language.ZH)).isTrue();
            assertThat(filled(problem, Language.EN)).isTrue();
        });
    }

    private static boolean filled(Problem problem, Language language) {
        String text = problem.text(language);
        return !text.isBlank()
                && !text.contains("{")
                && !problem.advice(language).isBlank();
    }

    @Test
    void the_good_cells_of_bad_rows_stay_and_the_bad_ones_are_missing_not_zero() {
        assertThat(read.value().rows("budget")).hasSize(4);
        // row 4: 年初预算数 “约五百万” cannot be read, 决算数 498.00 万元 can: 4 980 000 yuan
        assertThat(read.value().rows("budget").get(2).get("initial")).isNull();
        assertThat(read.value().rows("budget").get(2).get("actualSpending")).isEqualTo(Exact.of(4_980_000));
        // row 2 of the contracts: signed on a day that does not exist, awarded on one that does
        assertThat(read.value().rows("contracts").get(0).get("signed")).isNull();
        assertThat(read.value().rows("contracts").get(0).text("awarded")).isEqualTo("2025-03-03");
        // “无” means that there is nothing to report, which is not the same as not filled in
        assertThat(read.value().has("assetIncomes")).isTrue();
        assertThat(read.value().has("disclosures")).isFalse();
    }
}
