package org.jizhun.kernel.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

    private static final Problem MISSING = Problem.of("key-missing", Place.text("s.yaml", 4, 3), "key", "weight");
    private static final Problem UNKNOWN =
            Problem.of("key-unknown", Place.text("s.yaml", 4, 3), "key", "wieght", "known", "id, weight");

    @Test
    void the_catalogue_fills_the_slots_in_both_languages() {
        assertThat(MISSING.text(Language.ZH)).isEqualTo("缺少必填项“weight”");
        assertThat(MISSING.text(Language.EN)).isEqualTo("the key “weight” is required and missing");
        assertThat(MISSING.severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void one_is_said_otherwise_than_several() {
        assertThat(Problem.of("trail-unsound", Place.NONE, "findings", 1, "entries", 20)
                        .text(Language.EN))
                .isEqualTo("the trail differs in 1 place of 20 entries");
        assertThat(Problem.of("trail-unsound", Place.NONE, "findings", 0, "entries", 1)
                        .text(Language.EN))
                .isEqualTo("the trail differs in 0 places of 1 entry");
        assertThat(Catalogue.standard().wording("trail-unsound", Language.EN))
                .isEqualTo("the trail differs in {findings} places of {entries} entries");
    }

    @Test
    void a_value_that_looks_like_a_slot_stays_as_it_is() {
        Problem odd = Problem.of("key-unknown", Place.NONE, "key", "{known}", "known", "$1 \\ {key}");
        assertThat(odd.text(Language.EN) + odd.advice(Language.EN)).contains("“{known}”");
        assertThat(odd.text(Language.EN) + odd.advice(Language.EN)).contains("$1 \\ {key}");
    }

    @Test
    void advice_may_be_absent() {
        assertThat(MISSING.advice(Language.EN)).isEmpty();
        assertThat(UNKNOWN.advice(Language.EN)).isNotEmpty();
        assertThat(UNKNOWN.advice(Language.ZH)).isNotEmpty();
    }

    @Test
    void a_code_outside_the_catalogue_is_our_mistake_and_is_named() {
        Problem problem = Problem.of("no-such-code", Place.NONE);

        assertThatIllegalArgumentException().isThrownBy(problem::severity).withMessageContaining("no-such-code");
    }

    @Test
    void arguments_come_in_pairs() {
        assertThatIllegalArgumentException().isThrownBy(() -> Problem.of("key-missing", Place.NONE, "key"));
    }

    @Test
    void every_code_speaks_both_languages() {
        Catalogue catalogue = Catalogue.standard();
        assertThat(catalogue.codes()).contains("key-missing", "key-unknown");
        assertThat(catalogue.codes()).allSatisfy(code -> {
            assertThat(catalogue.wording(code, Language.ZH)).as(code).isNotBlank();
            assertThat(catalogue.wording(code, Language.EN)).as(code).isNotBlank();
        });
    }

    /** Columns are letters to base 26 without a zero: 26 is Z, 27 AA, 702 ZZ, 703 AAA. */
    @ParameterizedTest
    @CsvSource({"1,A", "26,Z", "27,AA", "52,AZ", "53,BA", "702,ZZ", "703,AAA"})
    void a_place_in_a_workbook_prints_as_a_cell(int column, String letters) {
        assertThat(Place.cell("case.xlsx", "合同", 12, column)).hasToString("case.xlsx 合同!" + letters + "12");
    }

    @Test
    void a_place_prints_only_what_is_known() {
        assertThat(Place.of("a.csv")).hasToString("a.csv");
        assertThat(Place.text("a.csv", 3, 0)).hasToString("a.csv:3");
        assertThat(Place.text("a.csv", 3, 7)).hasToString("a.csv:3:7");
        assertThat(Place.cell("b.xlsx", "合同", 0, 0)).hasToString("b.xlsx 合同");
        assertThat(Place.cell("b.xlsx", "合同", 2, 0)).hasToString("b.xlsx 合同!2");
        assertThat(Place.cell("", "合同", 2, 1)).hasToString("合同!A2");
        assertThat(Place.text("a.csv", 3, 7).atColumn(9)).isEqualTo(Place.text("a.csv", 3, 9));
    }

    @Test
    void a_result_has_errors_only_if_a_problem_is_an_error() {
        assertThat(Result.of("good").hasErrors()).isFalse();
        assertThat(new Result<>("good", List.of(Problem.of("stated-differs", Place.NONE))).hasErrors())
                .isFalse(); // a warning
        assertThat(new Result<>("part", List.of(MISSING)).hasErrors()).isTrue();
    }

    @Test
    void a_refusal_names_its_first_problem() {
        assertThat(new Refusal(MISSING)).hasMessage("key-missing at s.yaml:4:3");
        assertThat(new Refusal(MISSING).problems()).containsExactly(MISSING);
        assertThat(new Refusal(List.of())).hasMessage("refused");
    }
}
