package org.jizhun.auditor.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource({"〇,0", "一,1", "九,9", "十,10", "十一,11", "十九,19", "二十,20", "二十一,21", "三十五,35", "九十九,99"})
    void a_numeral_has_its_value_and_the_value_its_numeral(String numeral, int value) {
        assertThat(Numerals.value(numeral)).isEqualTo(value);
        if (value > 0) {
            assertThat(Numerals.print(value)).isEqualTo(numeral);
        }
    }

    @ParameterizedTest
    @CsvSource({"两,2", "二,2", "十二,12", "12,12", "7,7"})
    void a_number_is_counted_in_digits_and_in_words(String text, int value) {
        assertThat(Numerals.count(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "百", "一二", "十百", "百十", "一二十", "十一二", "二十一二", "十十"})
    void what_is_no_numeral_up_to_ninety_nine_has_no_value(String text) {
        assertThat(Numerals.value(text)).isEqualTo(-1);
    }
}
