package org.jizhun.documents.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellValueTest {

    private final List<Problem> problems = new ArrayList<>();

    /** Worked out by hand: 1 万元 = 10 000 元, 1 亿元 = 100 000 000 元; the column counts in 万元. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4118.22|41182200",
                "4,118.22|41182200",
                "４１１８．２２|41182200",
                "400万元|4000000",
                "400 万|4000000",
                "1.2亿元|120000000",
                "36,000.00元|36000",
                "¥36000元|36000",
                "3千元|3000",
                "-12.60|-126000",
                "－12.60|-126000",
                "0|0",
                ".5|5000"
            })
    void an_amount_is_read_in_its_own_unit_or_that_of_the_column(String text, String yuan) {
        assertThat(read(Kind.AMOUNT, "wan", text)).isEqualTo(Exact.parse(yuan));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"约五百万", "12万人", "1,23", "1.2.3", "12 34", "元", "-", "1/2", "NaN", "Infinity"})
    void what_is_no_amount_is_told_and_missing(String text) {
        assertThat(read(Kind.AMOUNT, "wan", text)).isNull();
        assertThat(problems).extracting(Problem::code).containsExactly("cell-not-an-amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1E-400", "1e99999999999", "12345678901234567890123456789012345678901"})
    void a_number_beyond_reason_is_told_and_missing(String text) {
        for (Kind.Simple kind : List.of(Kind.AMOUNT, Kind.NUMBER, Kind.PERCENT)) {
            assertThat(read(kind, "yuan", text)).isNull();
        }
        assertThat(problems)
                .extracting(Problem::code)
                .containsOnly("cell-number-out-of-range")
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-03,2025-03-03",
        "2025/3/3,2025-03-03",
        "2025.03.03,2025-03-03",
        "2025年3月3日,2025-03-03",
        "２０２５年３月３日,2025-03-03",
        "2025-03-03 00:00:00,2025-03-03",
        "2024-02-29,2024-02-29"
    })
    void a_date_may_be_written_in_the_usual_ways(String text, LocalDate day) {
        assertThat(read(Kind.DATE, "", text)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-29,cell-no-such-day",
        "2025-13-01,cell-no-such-day",
        "2025年3月,cell-not-a-date",
        "25-3-3,cell-not-a-date",
        "20250303,cell-not-a-date",
        "三月三日,cell-not-a-date",
        "2025-03-03 14:00,cell-not-a-date"
    })
    void what_is_no_day_is_told(String text, String code) {
        assertThat(read(Kind.DATE, "", text)).isNull();
        assertThat(problems).extracting(Problem::code).containsExactly(code);
    }

    @Property
    void every_decimal_written_as_an_amount_is_read_back_exactly(
            @ForAll @BigRange(min = "-999999999999", max = "999999999999") @Scale(6) BigDecimal figure) {
        Register.Column column = column(Kind.AMOUNT, "wan");
        Exact yuan = Exact.of(figure).times(Exact.of(10_000));

        assertThat(read(column, Written.of(column, yuan))).isEqualTo(yuan);
        assertThat(problems).isEmpty();
    }

    @Property
    void every_percentage_written_is_read_back_exactly(
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(10) BigDecimal ratio) {
        Register.Column column = column(Kind.PERCENT, "");

        assertThat(read(column, Written.of(column, Exact.of(ratio)))).isEqualTo(Exact.of(ratio));
    }

    @Property
    void every_day_is_read_back_from_each_way_of_writing(@ForAll("days") LocalDate day) {
        for (String form : List.of("%d-%02d-%02d", "%d/%d/%d", "%d年%d月%d日", "%d.%d.%d")) {
            String text = String.format(form, day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            assertThat(read(Kind.DATE, "", text)).as(text).isEqualTo(day);
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1949, 10, 1).toEpochDay(),
                        LocalDate.of(2100, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    /** Whatever somebody types, reading ends in a value or in exactly one problem. */
    @Property
    void any_text_gives_a_value_or_one_problem(@ForAll @StringLength(max = 60) String text, @ForAll Kind.Simple kind) {
        if (kind == Kind.DURATION) {
            return;
        }
        List<Problem> told = new ArrayList<>();
        Cell cell = Cell.text(text, Place.NONE);
        Object value = new CellValue(column(kind, ""), "", told).read(cell);

        assertThat(told).hasSize(value == null && !cell.isBlank() ? 1 : 0);
    }

    private Object read(Kind.Simple kind, String unit, String text) {
        return read(column(kind, unit), text);
    }

    private Object read(Register.Column column, String text) {
        return new CellValue(column, column.unit(), problems).read(Cell.text(text, Place.NONE));
    }

    private static Register.Column column(Kind.Simple kind, String unit) {
        return new Register.Column("any", "任意", kind, unit, false, List.of(), "", "", List.of(), false, false, "");
    }
}
