package org.jizhun.documents.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways a PDF may write numbers, names and strings (ISO 32000-1, 7.2 and 7.3), and what is made of damage. */
class ContentTokensTest {

    @ParameterizedTest
    @CsvSource({
        "12,12",
        "-.5,-0.5",
        "+3.,3",
        "--7,-7",
        "1-2,12",
        "0.00005,0.00005",
        "123456789012345678901234,1.2345679E23"
    })
    void numbers(String written, float number) {
        Operands operands = operands(written + " g");
        assertThat(operands.areNumbers(1)).isTrue();
        assertThat(operands.number(0)).isEqualTo(number);
    }

    @Test
    void strings_with_escapes_nested_brackets_and_hexadecimal_digits() {
        assertThat(string("(a\\(b\\)\\\\) Tj")).isEqualTo("a(b)\\");
        assertThat(string("(a(b)c) Tj")).isEqualTo("a(b)c");
        // \101 is A in octal digits, \7 a single one; a backslash before a line's end joins the lines
        assertThat(string("(\\101\\7x\\\ny\\r) Tj")).isEqualTo("A\u0007xy\r");
        // an odd last digit is followed by a nought: 5 is 50, which is P
        assertThat(string("<41 42 5> Tj")).isEqualTo("ABP");
    }

    @Test
    void names_with_escapes() {
        assertThat(operands("/F1 12 Tf").name(0)).isEqualTo("F1");
        assertThat(operands("/A#20B 12 Tf").name(0)).isEqualTo("A B");
    }

    @Test
    void arrays_hold_strings_and_numbers() {
        Operands array = operands("[(a) -120 (b) [1 2] ] TJ").array(0);
        assertThat(array).isNotNull();
        assertThat(array.string(0)).asString(StandardCharsets.ISO_8859_1).isEqualTo("a");
        assertThat(array.number(1)).isEqualTo(-120f);
        assertThat(array.size()).isEqualTo(3);
    }

    @Test
    void operators_need_no_blank_after_a_bracket_and_comments_are_none() {
        assertThat(codes("BT(a)Tj[(b)]TJ% q Q\nET")).containsExactly("BT", "Tj", "TJ", "ET");
        assertThat(codes("q 1 0 0 1 5 5 cm T* f* B Q")).containsExactly("q", "cm", "T*", "f*", "B", "Q");
    }

    @Test
    void dictionaries_and_inline_pictures_are_passed_over() {
        assertThat(codes("/P <</MCID 0 /T (>>) /D <</E 1>> >> BDC EMC")).containsExactly("BDC", "EMC");
        assertThat(codes("BI /W 1 /H 1 ID \u0001EI\u0002 EI Q")).containsExactly("BI", "Q");
    }

    @Test
    void a_stream_that_breaks_off_ends_there() {
        for (String broken : List.of("(a", "<41", "[1 2", "<</A", "/", "BI /W", "1 2", "\\", ")", "}", "BI ID x")) {
            assertThat(codes(broken)).as(broken).hasSizeLessThan(3);
        }
    }

    private static Operands operands(String content) {
        Operands operands = new Operands();
        new ContentTokens(content.getBytes(StandardCharsets.ISO_8859_1)).next(operands);
        return operands;
    }

    private static String string(String content) {
        byte[] string = operands(content).string(0);
        return string == null ? "" : new String(string, StandardCharsets.ISO_8859_1);
    }

    private static List<String> codes(String content) {
        ContentTokens tokens = new ContentTokens(content.getBytes(StandardCharsets.ISO_8859_1));
        Operands operands = new Operands();
        List<String> codes = new ArrayList<>();
        for (int code = tokens.next(operands); code != ContentTokens.END; code = tokens.next(operands)) {
            StringBuilder name = new StringBuilder();
            for (int rest = code; rest > 0; rest >>= 8) {
                name.insert(0, (char) (rest & 0xFF));
            }
            codes.add(name.toString());
        }
        return codes;
    }
}
