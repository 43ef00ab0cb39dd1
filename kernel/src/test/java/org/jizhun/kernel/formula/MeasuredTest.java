package org.jizhun.kernel.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.jizhun.kernel.problem.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The figure that a formula takes from the facts before constants turn it into points. */
class MeasuredTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "年末结转结余 / sum(收支情况.调整后预算) | 年末结转结余 / sum(收支情况.调整后预算)",
                "(sum(收支情况.决算数) / sum(收支情况.调整后预算) - 60%) / 40% * 100% | sum(收支情况.决算数) / sum(收支情况.调整后预算)",
                "100% - 10 * (实有在编人数 / 编制人数 - 100%) | 实有在编人数 / 编制人数",
                "100% - 5 * (年末结转结余 - 上年末结转结余) / 上年末结转结余 | (年末结转结余 - 上年末结转结余) / 上年末结转结余",
                "min(年末结转结余 / 上年末结转结余, 100%) | 年末结转结余 / 上年末结转结余",
                "-(年末结转结余 / 上年末结转结余) * 2 | 年末结转结余 / 上年末结转结余",
                "sum(固定资产[使用状态 = \"在用\"].资产原值) / sum(固定资产.资产原值) " + "| sum(固定资产[使用状态 = \"在用\"].资产原值) / sum(固定资产.资产原值)"
            })
    void the_rate_is_what_is_left_without_constants(String formula, String rate) {
        assertThat(Workbench.formula(formula).measured(Workbench.SCOPE))
                .get()
                .extracting(Formula::text)
                .isEqualTo(rate);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "比率", // a fact, not computed
                "资金 - 400 万元", // no percent
                "年末结转结余 / 400 万元", // the constant is part of the quotient
                "年末结转结余 / 资金 + 资金 / 年末结转结余 - 100%", // the whole sum but for the constant: see below
                "if yes then 年末结转结余 / 资金 else 100%" // one of two ways
            })
    void a_formula_that_is_not_one_rate_has_none_or_its_largest(String formula) {
        String expected = formula.contains(" + ") ? "年末结转结余 / 资金 + 资金 / 年末结转结余" : "";

        assertThat(Workbench.formula(formula)
                        .measured(Workbench.SCOPE)
                        .map(Formula::text)
                        .orElse(""))
                .isEqualTo(expected);
    }

    @Test
    void two_rates_parted_by_a_constant_are_no_one_rate() {
        assertThat(Workbench.formula("(年末结转结余 / 资金 - 10%) * (资金 / 年末结转结余)").measured(Workbench.SCOPE))
                .isEmpty();
    }

    @Test
    void a_name_outside_the_given_scope_stands_for_a_constant() {
        Scope onlyCase = Scope.of(Workbench.VOCABULARY);

        assertThat(Formula.compile("年末结转结余 / 资金", Place.NONE, Workbench.SCOPE)
                        .value()
                        .orElseThrow()
                        .measured(onlyCase))
                .isEmpty();
    }
}
