package org.jizhun.kernel.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FigureTextTest {

    private static final Place PLACE = Place.cell("case.xlsx", "合同", 12, 6);

    /** Text, value in the base unit, decimals printed, unit. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17534.51 | 17534.51 | 2 | NUMBER",
                "17,534.51万元 | 175345100 | 2 | WAN_YUAN",
                "１７，５３４．５１ 万元 | 175345100 | 2 | WAN_YUAN",
                "-0.5亿元 | -50000000 | 1 | YI_YUAN",
                "－12元 | -12 | 0 | YUAN",
                "+3千元 | 3000 | 0 | QIAN_YUAN",
                "￥1,000元整 | 1000 | 0 | YUAN",
                "99.83% | 0.9983 | 2 | PERCENT",
                "９９．８３％ | 0.9983 | 2 | PERCENT",
                "2.5个百分点 | 0.025 | 1 | PERCENTAGE_POINTS",
                "2.5百分点 | 0.025 | 1 | PERCENTAGE_POINTS",
                "3‰ | 0.003 | 0 | PER_MILLE",
                "95.50分 | 95.5 | 2 | POINTS",
                "25.3亿次 | 2530000000 | 1 | YI",
                "3万人 | 30000 | 0 | WAN",
                "12项 | 12 | 0 | NUMBER",
                "1,234,567 | 1234567 | 0 | NUMBER",
                "一百二十三万四千 | 1234000 | 0 | NUMBER",
                "一百二十三万元 | 1230000 | 0 | WAN_YUAN",
                "三亿五千万元 | 350000000 | 0 | YUAN",
                "一万二千亿元 | 1200000000000 | 0 | YUAN",
                "二〇二三 | 2023 | 0 | NUMBER",
                "二零二三 | 2023 | 0 | NUMBER",
                "壹佰贰拾叁 | 123 | 0 | NUMBER",
                "壹佰贰拾叁万元整 | 1230000 | 0 | WAN_YUAN",
                "壹仟零伍拾圆伍角陆分 | 1050.56 | 2 | YUAN",
                "贰元零陆分 | 2.06 | 2 | YUAN",
                "两 | 2 | 0 | NUMBER",
                "两千零二 | 2002 | 0 | NUMBER",
                "十五 | 15 | 0 | NUMBER",
                "廿三 | 23 | 0 | NUMBER",
                "卅 | 30 | 0 | NUMBER",
                "一百一十 | 110 | 0 | NUMBER",
                "三万零五百 | 30500 | 0 | NUMBER",
                "一亿零一 | 100000001 | 0 | NUMBER",
                "零 | 0 | 0 | NUMBER",
                "零点五 | 0.5 | 1 | NUMBER",
                "九十五点五分 | 95.5 | 1 | POINTS",
                "负三点二五 | -3.25 | 2 | NUMBER",
                "百分之九十五点五 | 0.955 | 1 | PERCENT",
                "百分之95.5 | 0.955 | 1 | PERCENT",
                "负百分之三 | -0.03 | 0 | PERCENT",
                "千分之三 | 0.003 | 0 | PER_MILLE",
                "七成 | 0.7 | 0 | TENTHS",
                "二十五亿次 | 2500000000 | 0 | YI",
                "壹元玖角玖分 | 1.99 | 2 | YUAN",
                "负壹元伍角 | -1.5 | 2 | YUAN",
                "百分之零 | 0 | 0 | PERCENT",
                "5万个 | 50000 | 0 | WAN",
                "123456789012345678901234567890.0123456789 | 123456789012345678901234567890.0123456789 | 10 | NUMBER",
                "十二项 | 12 | 0 | NUMBER",
            })
    void reads(String text, String value, int decimals, FigureUnit unit) {
        Result<Optional<Printed>> read = FigureText.read(text, PLACE);

        assertThat(read.problems()).isEmpty();
        Printed printed = read.value().orElseThrow();
        assertThat(printed.value()).hasToString(value);
        assertThat(printed.decimals()).isEqualTo(decimals);
        assertThat(printed.unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | figure-empty",
                "17,53.51 | figure-separators",
                "1753,451 | figure-separators",
                "1,23,456 | figure-separators",
                "1,234, | figure-separators",
                "12.345,6 | figure-separators",
                "1e400 | figure-exponent",
                "-1.5E+10 | figure-exponent",
                "12345678901234567890123456789012345678901 | figure-too-many-digits",
                "12米 | figure-unit-unknown",
                "12.5.3 | figure-unit-unknown",
                "--5 | figure-not-a-number",
                "无 | figure-not-a-number",
                "约百分之 | figure-not-a-number",
                "一百二 | figure-numeral-wrong",
                "三万五 | figure-numeral-wrong",
                "百二十 | figure-not-a-number",
                "十百 | figure-numeral-wrong",
                "一千一千 | figure-numeral-wrong",
                "三百零 | figure-numeral-wrong",
                "一零百 | figure-numeral-wrong",
                "二十十 | figure-numeral-wrong",
                "一点 | figure-numeral-wrong",
                "一点十 | figure-numeral-wrong",
                "二廿 | figure-numeral-wrong",
                "一百零零三 | figure-numeral-wrong",
                "两三 | figure-numeral-wrong",
                "万 | figure-not-a-number",
                "三分之一 | figure-numeral-wrong",
                "零万五千 | figure-numeral-wrong",
                "零亿五千 | figure-numeral-wrong",
                "一万零 | figure-numeral-wrong",
                "一亿零 | figure-numeral-wrong",
                "5万元个 | figure-unit-unknown",
                "123456789012345678901234567890.01234567891 | figure-too-many-digits",
            })
    void refuses(String text, String code) {
        Result<Optional<Printed>> read = FigureText.read(text, PLACE);

        assertThat(read.value()).isEmpty();
        assertThat(read.problems()).hasSize(1);
        assertThat(read.problems().get(0).code()).isEqualTo(code);
        assertThat(read.problems().get(0).place()).isEqualTo(PLACE);
    }

    @Test
    void a_blank_is_not_zero() {
        assertThat(FigureText.read("　 ", PLACE).problems().get(0).code()).isEqualTo("figure-empty");
        assertThat(FigureText.read("￥", PLACE).problems().get(0).code()).isEqualTo("figure-empty");
    }

    @Test
    void an_absurdly_long_text_is_refused_and_quoted_in_part() {
        Result<Optional<Printed>> read = FigureText.read("9".repeat(101), PLACE);

        assertThat(read.problems().get(0).code()).isEqualTo("figure-too-long");
        assertThat(read.problems().get(0).arguments().get("found")).hasSize(21);
        assertThat(FigureText.read("9".repeat(40), PLACE).value()).isPresent();
    }

    @Test
    void prints_with_unit_and_named_rounding() {
        Exact yuan = Exact.parse("175345149.99");

        assertThat(FigureText.print(yuan, FigureUnit.WAN_YUAN, Rounding.halfUp(2)))
                .isEqualTo("17534.51万元");
        assertThat(FigureText.printGrouped(yuan, FigureUnit.WAN_YUAN, Rounding.halfUp(2)))
                .isEqualTo("17,534.51万元");
        assertThat(FigureText.printGrouped(yuan, FigureUnit.YUAN, Rounding.halfUp(0)))
                .isEqualTo("175,345,150元");
        assertThat(FigureText.print(Exact.parse("0.998349"), FigureUnit.PERCENT, Rounding.halfUp(2)))
                .isEqualTo("99.83%");
        assertThat(FigureText.print(Exact.parse("95.5"), FigureUnit.POINTS, Rounding.halfUp(2)))
                .isEqualTo("95.50分");
        assertThat(FigureText.number(Exact.parse("-123456"), FigureUnit.NUMBER, Rounding.halfUp(0), true))
                .isEqualTo("-123,456");
        assertThat(FigureText.number(Exact.parse("-1234567.5"), FigureUnit.NUMBER, Rounding.halfUp(1), true))
                .isEqualTo("-1,234,567.5");
        assertThat(FigureText.number(Exact.of(-123), FigureUnit.NUMBER, Rounding.halfUp(0), true))
                .isEqualTo("-123");
        assertThat(FigureText.number(Exact.of(123456), FigureUnit.NUMBER, Rounding.halfUp(0), true))
                .isEqualTo("123,456");
        assertThat(FigureText.number(Exact.of(999), FigureUnit.NUMBER, Rounding.halfUp(0), true))
                .isEqualTo("999");
    }

    @Provide
    Arbitrary<Exact> values() {
        return Arbitraries.longs().between(-10_000_000_000L, 10_000_000_000L).map(i -> Exact.ofDecimal(i, 2));
    }

    @Property
    void what_is_printed_reads_back(@ForAll("values") Exact value, @ForAll FigureUnit unit) {
        Exact base = value.times(unit.factor());

        for (String text : new String[] {
            FigureText.print(base, unit, Rounding.halfUp(2)), FigureText.printGrouped(base, unit, Rounding.halfUp(2))
        }) {
            Printed read = FigureText.read(text, PLACE).value().orElseThrow();
            assertThat(read).isEqualTo(new Printed(value, 2, unit));
        }
    }

    /** Every number from 0 to 99,999 written by an independent rule of thumb and read again. */
    @Test
    void chinese_numerals_read_back() {
        for (int i = 0; i <= 99_999; i++) {
            String text = chinese(i);
            Printed read = FigureText.read(text, PLACE).value().orElseThrow();
            assertThat(read.value()).as(text).isEqualTo(Exact.of(i));
            assertThat(read.decimals()).isZero();
        }
    }

    /** Each digit with its unit, zeros as 零, runs of 零 made one, 零 at the end dropped. */
    private static String chinese(int number) {
        String units = "万千百十";
        String digits = String.format("%05d", number);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            int digit = digits.charAt(i) - '0';
            text.append("零一二三四五六七八九".charAt(digit));
            if (digit != 0 && i < 4) {
                text.append(units.charAt(i));
            }
        }
        String plain =
                text.toString().replaceAll("零+", "零").replaceAll("^零(?=.)", "").replaceAll("(?<=.)零$", "");
        return plain;
    }

    @ParameterizedTest
    @EnumSource(FigureUnit.class)
    void a_unit_is_found_by_its_word(FigureUnit unit) {
        assertThat(FigureUnit.of(unit.word())).contains(unit);
        assertThat(FigureUnit.of("斤")).isEmpty();
    }
}
