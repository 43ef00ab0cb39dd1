package org.jizhun.auditor.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.auditor.claim.Written.figures;

import java.util.List;
import org.jizhun.auditor.claim.Token.What;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureFinderTest {

    private static List<String> texts(String text) {
        return figures(text).stream().map(Figure::text).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "全年预算1,200.50万元，支出97.5% | 1,200.50万元 97.5%",
                "共12个项目，得分9.5分，提高2个百分点 | 12个 9.5分 2个百分点",
                "服务3.2万人次、1.5亿元 | 3.2万人次 1.5亿元",
                "培训30余人，检查100多次 | 30余人 100多次",
                "开展三个方面工作，建设十二个项目 | 三个 十二个",
                "第三个项目和第12个项目 | ''",
                "采购A4纸5箱 | 5",
                "3D打印和5G基站2个 | 2个",
                "比率为2.5，共3 | 2.5 3",
                "没有数 | ''"
            })
    void figures_are_found_with_their_units(String text, String expected) {
        assertThat(String.join(" ", texts(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024年度完成5个 | YEAR",
                "2024年3月15日完成5个 | DATE",
                "3月15日完成5个 | DATE",
                "1-12月完成5个 | DATE",
                "2024-3-15完成5个 | DATE",
                "财预〔2020〕10号完成5个 | DOCUMENT_NUMBER",
                "第12条完成5个 | CLAUSE",
                "第12页完成5个 | CLAUSE",
                "电话020-83123456完成5个 | PHONE",
                "手机13912345678完成5个 | PHONE",
                "编码440103200001011234完成5个 | CODE",
                "第3完成5个 | ORDINAL",
                "1.完成5个 | LIST_NUMBER",
                "（1）完成5个 | LIST_NUMBER",
                "附件1完成5个 | LIST_NUMBER",
                "①完成5个 | LIST_NUMBER"
            })
    void what_measures_nothing_is_set_aside(String text, What what) {
        FigureFinder.Found found = FigureFinder.find(Written.passage(text));
        assertThat(found.others()).extracting(Token::what).containsExactly(what);
        assertThat(found.figures()).extracting(Figure::text).containsExactly("5个");
    }

    @Test
    void what_is_set_aside_stands_in_the_order_of_the_text() {
        assertThat(FigureFinder.find(Written.passage("附件1：2024年第5号")).others())
                .extracting(Token::what)
                .containsExactly(What.LIST_NUMBER, What.YEAR, What.DOCUMENT_NUMBER);
    }

    @ParameterizedTest
    @CsvSource({"增长率为-5%,-0.05", "-5%,-0.05", "（-5%）,-0.05", "增长-5%,0.05", "占3-5%,0.05", "下降5%,0.05"})
    void a_dash_is_a_sign_only_where_no_word_or_figure_stands_before_it(String text, String value) {
        List<Figure> figures = figures(text);
        assertThat(figures.get(figures.size() - 1).value()).isEqualTo(Exact.parse(value));
    }

    @Test
    void a_sign_belongs_to_the_text_of_the_figure() {
        assertThat(texts("增长率为-5%")).containsExactly("-5%");
        assertThat(texts("增长-5%")).containsExactly("5%");
    }

    @Test
    void numbers_in_words_count_things_only_outside_of_what_is_set_aside() {
        // 第二条 is a clause, 两个 is a number of things
        assertThat(texts("第二条规定的2项和两个办法")).containsExactly("2项", "两个");
        assertThat(figures("两个办法").get(0).value()).isEqualTo(Exact.of(2));
        // without any digit in the text
        assertThat(texts("召开三次会议")).containsExactly("三次");
    }

    @Test
    void digits_inside_a_latin_word_are_no_figure() {
        assertThat(texts("z5和Z5和5z和5Z、a5、A5")).isEmpty();
        // with a unit behind it a letter may follow
        assertThat(texts("达到95%A级")).containsExactly("95%");
    }
}
