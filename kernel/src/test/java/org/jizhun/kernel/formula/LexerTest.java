package org.jizhun.kernel.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the text of a formula is taken apart: numbers, texts with escapes, signs in both scripts. */
class LexerTest {

    private static final Workbench SEVEN = Workbench.with("a", Exact.of(7), "money", Exact.of(300));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".5 | 0.5",
                "1 + .5 | 1.5",
                "(.5) * 2 | 1",
                "[.5, .25][2] | 0.25",
                "1.50 | 1.5",
                "０.２５ | 0.25", // full-width digits around a plain point
                "a ＋ 1 | 8",
                "a － 1 | 6",
                "a × 2 ÷ 7 | 2",
                "（a ＋ 1）× 2 | 16",
                "【1，2，3】【2】 | 2",
                "money × 50％ | 150",
            })
    void figures_and_signs_in_both_scripts(String formula, String expected) {
        assertThat(SEVEN.value(formula)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a ＝ 7 | true",
                "a ≠ 7 | false",
                "a ＜ 7 | false",
                "a ＞ 6 | true",
                "a ＜ 8 | true",
                "a ≤ 7 | true",
                "a ≥ 8 | false",
                "a ＜= 7 | true",
                "a ＞= 7 | true",
                "a ＜＝ 7 | true",
                "a ＞＝ 8 | false",
                "a in [.5 .. 7] | true",
                "a in [0 .. .5] | false",
                "a in [7..8] | true",
            })
    void comparisons_in_both_scripts(String formula, boolean expected) {
        assertThat(SEVEN.value(formula)).isEqualTo(expected);
    }

    @Test
    void texts_know_the_usual_escapes() {
        assertThat(SEVEN.value("\"一\\n二\\t三\\r四\"")).isEqualTo("一\n二\t三\r四");
        assertThat(SEVEN.value("\"他说\\\"好\\\"，路径 C:\\\\绩效\"")).isEqualTo("他说\"好\"，路径 C:\\绩效");
        assertThat(SEVEN.value("“引号”")).isEqualTo("引号");
        assertThat(SEVEN.value("“内有\\”引号”")).isEqualTo("内有”引号");
        assertThat(SEVEN.value("“内有\"引号”")).isEqualTo("内有\"引号");
        // U+7EE9 is 绩, U+51C6 is 准; hexadecimal digits in either case
        assertThat(SEVEN.value("\"\\u7EE9\\u51c6\"")).isEqualTo("绩准");
        assertThat(SEVEN.value("\"\\u0041B\"")).isEqualTo("AB");
        assertThat(SEVEN.value("\"\"")).isEqualTo("");
    }

    /** The place is that of the backslash, or of the opening quotation mark where the text never ends. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"ab\\ | formula-escape-unknown@7:15",
                "\"ab\\u12 | formula-escape-unknown@7:15",
                "\"ab\\u00g1\" | formula-escape-unknown@7:15",
                "\"ab\\q\" | formula-escape-unknown@7:15",
                "1 + “ab | formula-text-not-closed@7:16",
                "“ab\" | formula-text-not-closed@7:12",
            })
    void a_text_that_cannot_be_read_is_told_where_it_goes_wrong(String formula, String told) {
        assertThat(Workbench.mistakes(formula)).containsExactly(told);
    }

    @Test
    void an_unknown_escape_is_quoted() {
        assertThat(Workbench.problems("\"\\q\"").get(0).text(Language.ZH)).isEqualTo("文本中的“\\q”不是可用的转义");
        assertThat(Workbench.problems("\"\\u12\"").get(0).text(Language.EN))
                .isEqualTo("“\\u” is not an escape that texts may use");
    }

    /** An exponent is refused only where one is written; letters after a number are taken for a unit. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1e5 | formula-number-exponent@7:12",
                "1E+5 | formula-number-exponent@7:12",
                "1e-5 | formula-number-exponent@7:12",
                "1e | formula-unit-unknown@7:13",
                "1em | formula-unit-unknown@7:13",
                "1e- | formula-unit-unknown@7:13",
                "1e+a | formula-unit-unknown@7:13",
            })
    void scientific_notation_is_refused(String formula, String told) {
        assertThat(Workbench.mistakes(formula)).containsExactly(told);
    }

    @Test
    void the_number_with_its_exponent_is_quoted() {
        assertThat(Workbench.problems("2.5E-30+1").get(0).text(Language.ZH)).isEqualTo("不接受科学计数法：“2.5E-30”");
        assertThat(Workbench.problems("1e5").get(0).text(Language.EN))
                .isEqualTo("scientific notation is not accepted: “1e5”");
    }

    /** A number has one point; after a bracket or a name a point asks for a field. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.5.5 | formula-unexpected@7:16", // the field's name should stand where the second 5 is
                "(a).5 | formula-unexpected@7:16",
                "numbers[1].5 | formula-unexpected@7:23",
                "5. | formula-unexpected@7:14",
                "a ×＝ 2 | formula-unexpected@7:15",
                "a ＜ | formula-unexpected@7:15",
                "a ； 2 | formula-character-unknown@7:14",
            })
    void a_point_or_sign_out_of_place_is_told(String formula, String told) {
        assertThat(Workbench.mistakes(formula)).containsExactly(told);
    }

    @Test
    void a_character_beyond_the_basic_plane_is_quoted_whole() {
        assertThat(Workbench.problems("a 😀").get(0).text(Language.ZH)).isEqualTo("公式中不能用字符“😀”");
        assertThat(Workbench.problems("𠮷 + 1").get(0).code()).isEqualTo("formula-name-unknown"); // a letter
    }
}
