package org.jizhun.kernel.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: proportional, rate: '100% - 2 * (实有在编人数 / 编制人数 - 100%)'} | 实有在编人数 / 编制人数",
                "{kind: ladder, measure: '年末结转结余 / 上年末结转结余', bands: [{to: 5%, rate: 100%}, {above: 5%, rate: 0%}]} "
                        + "| 年末结转结余 / 上年末结转结余",
                "{kind: inverse, actual: '年末结转结余', limit: '上年末结转结余'} | (年末结转结余) / (上年末结转结余)"
            })
    void the_rate_that_a_criterion_scores_by_is_known_by_the_criterions_name(String rule, String rate) {
        Schemes schemes = SampleScheme.of("10", rule).load().value();

        List<Measure> measures = Measure.of(schemes);

        assertThat(measures).singleElement().satisfies(measure -> {
            assertThat(measure.formula().text()).isEqualTo(rate);
            assertThat(measure.name())
                    .isEqualTo(schemes.all().get(0).leaves().get(0).name().zh());
        });
    }

    @Test
    void a_rule_that_scores_by_no_rate_has_none() {
        assertThat(Measure.of(SampleScheme.of("10", "{kind: pass-fail, passes: 'assetReportMatches'}")
                        .load()
                        .value()))
                .isEmpty();
    }
}
