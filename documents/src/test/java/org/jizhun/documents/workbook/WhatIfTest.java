package org.jizhun.documents.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIfTest {

    private static final FactSet CASE = new CaseReader(id -> Optional.of(Vocabulary.standard()), WorkingDays.NONE)
            .read(Path.of("../samples/guangzhou-2023"))
            .value();

    /** The third bulletin of the sample is that of month 5, 97.71 %; month 3 is the first row, 136.18 %. */
    @ParameterizedTest
    @CsvSource({"execution[5].rate", "月度执行通报[5].执行率", "execution[5].执行率"})
    void a_cell_is_found_by_row_name_in_either_language(String key) {
        FactSet changed = apply(key + "=88.5%").value();

        assertThat(changed.rows("execution").get(2).get("rate")).isEqualTo(Exact.parse("0.885"));
        assertThat(CASE.rows("execution").get(2).get("rate")).isEqualTo(Exact.parse("0.9771"));
    }

    @Test
    void a_row_name_goes_before_a_row_number() {
        assertThat(apply("execution[3].rate=1%")
                        .value()
                        .rows("execution")
                        .get(0)
                        .get("rate"))
                .isEqualTo(Exact.parse("0.01"));
        // no month 2 in the bulletins, so 2 is the second row
        assertThat(apply("execution[2].rate=1%")
                        .value()
                        .rows("execution")
                        .get(1)
                        .get("rate"))
                .isEqualTo(Exact.parse("0.01"));
    }

    @Test
    void a_single_value_is_changed_or_taken_away() {
        assertThat(apply("年末结转结余=12.5").value().get("carriedOver")).isEqualTo(Exact.of(125_000));
        assertThat(apply("carriedOver=1000元").value().get("carriedOver")).isEqualTo(Exact.of(1_000));
        assertThat(apply("staffInPost=").value().has("staffInPost")).isFalse();
        assertThat(apply("units=无").value().rows("units")).isEmpty();
        assertThat(apply("units=无").value().has("units")).isTrue();
    }

    @Test
    void changes_build_on_one_another() {
        Result<FactSet> changed = WhatIf.apply(CASE, List.of("problems[W1].title=甲", "problems[W1].title=乙"));

        assertThat(changed.value().rows("problems").get(0).text("title")).isEqualTo("乙");
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, what-if-form",
        "nosuch=1, what-if-name",
        "execution[5].nosuch=1, what-if-name",
        "department[1].year=1, what-if-name",
        "execution[99].rate=1%, what-if-row",
        "budget[基本支出].initial=x, what-if-row",
        "execution[5].rate=97.71, cell-percent-sign-missing",
        "year=x, cell-not-a-number",
        "units=有, what-if-name"
    })
    void a_change_that_cannot_be_made_is_told_and_changes_nothing(String change, String code) {
        Result<FactSet> result = apply(change);

        assertThat(result.problems()).extracting(Problem::code).contains(code);
        assertThat(result.problems().get(0).place().file()).isEqualTo("--what-if " + change);
        assertThat(result.value().hash()).isEqualTo(CASE.hash());
    }

    private static Result<FactSet> apply(String change) {
        return WhatIf.apply(CASE, List.of(change));
    }
}
