package org.jizhun.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.yaml.YamlNode;
import org.junit.jupiter.api.Test;

class FaultTest {

    private static final Fault RATE =
            fault("{line: 5, also: [8], stated: '９７．49%', expected: '97.94%', kind: ratio, or: [sum]}");

    @Test
    void a_figure_is_the_same_however_it_is_printed() {
        assertThat(RATE.isFoundBy(finding(Kind.RATIO, 5, "97.49%", "97.94%"))).isTrue();
        assertThat(fault("{line: 5, stated: '12,300', expected: '12,000', kind: sum}")
                        .isFoundBy(finding(Kind.SUM, 5, "12300.00万元", "12000万元")))
                .isTrue();
    }

    @Test
    void another_place_kind_figure_or_remedy_is_not_the_fault() {
        assertThat(RATE.isFoundBy(finding(Kind.RATIO, 8, "97.49%", "97.94%"))).isTrue();
        assertThat(RATE.isFoundBy(finding(Kind.SUM, 5, "97.49%", "97.94%"))).isTrue();
        assertThat(RATE.isFoundBy(finding(Kind.RATIO, 6, "97.49%", "97.94%"))).isFalse();
        assertThat(RATE.isFoundBy(finding(Kind.YOY, 5, "97.49%", "97.94%"))).isFalse();
        assertThat(RATE.isFoundBy(finding(Kind.RATIO, 5, "97.94%", "97.94%"))).isFalse();
        assertThat(RATE.isFoundBy(finding(Kind.RATIO, 5, "97.49%", "99.74%"))).isFalse();
    }

    @Test
    void the_last_place_may_differ_by_one_for_rounding_but_a_whole_number_may_not() {
        assertThat(RATE.isFoundBy(finding(Kind.RATIO, 5, "97.49%", "97.93%"))).isTrue();
        assertThat(RATE.isFoundBy(finding(Kind.RATIO, 5, "97.49%", "97.92%"))).isFalse();
        assertThat(fault("{line: 5, stated: 七, expected: 六, kind: count}")
                        .isFoundBy(finding(Kind.COUNT, 5, "七家", "六家")))
                .isTrue();
        assertThat(fault("{line: 5, stated: '7', expected: '6', kind: count}")
                        .isFoundBy(finding(Kind.COUNT, 5, "7", "5")))
                .isFalse();
    }

    @Test
    void words_are_the_same_when_one_quotation_holds_the_other() {
        Fault slip = fault("{line: 5, stated: 效效, expected: 效, kind: wording}");
        assertThat(slip.isFoundBy(finding(Kind.WORDING, 5, "绩效效", "绩效"))).isTrue();
        assertThat(slip.isFoundBy(finding(Kind.WORDING, 5, "截止", "截至"))).isFalse();
    }

    private static Fault fault(String yaml) {
        return Fault.of(YamlNode.parse("truth.yaml", "findings:\n  - " + yaml)
                .value()
                .items("findings")
                .get(0));
    }

    private static Finding finding(Kind kind, int line, String stated, String expected) {
        return Finding.of(
                kind,
                stated,
                Optional.of(expected),
                Problem.of("sum-differs", Place.NONE),
                new Spot(1, line, 1, stated),
                List.of());
    }
}
