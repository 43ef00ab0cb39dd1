package org.jizhun.auditor.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.auditor.text.ShownManuscript.shown;

import org.junit.jupiter.api.Test;

/** Lines put back together to paragraphs, headings and pages. */
class LayoutTest {

    /** Thirty characters, as wide as the lines of these texts are. */
    private static final String FULL = "本年度我局按照上级部署扎实推进各项工作任务全面落实预算绩效管理";

    @Test
    void a_full_line_runs_on_and_a_short_one_ends_its_paragraph() {
        assertThat(shown(FULL + "\n" + FULL + "\n各项要求。\n下一段从这里开始。\n"))
                .containsExactly(FULL + FULL + "各项要求。", "下一段从这里开始。");
    }

    @Test
    void a_sentence_still_open_runs_on_after_a_short_line() {
        assertThat(shown(FULL + "。\n\n完成了培训，\n检查和评估。\n共计2\n023年的任务。\n"))
                .containsExactly(FULL + "。", "完成了培训，检查和评估。", "共计2023年的任务。");
    }

    @Test
    void a_mark_at_the_beginning_continues_a_full_line() {
        assertThat(shown(FULL + "\n，并完成了任务。\n" + FULL + "\n")).containsExactly(FULL + "，并完成了任务。", FULL);
    }

    @Test
    void a_heading_stands_by_itself() {
        assertThat(shown("一、部门基本情况\n" + FULL + "\n各项要求。\n（二）主要职责\n负责全市档案工作。\n" + FULL + "\n"))
                .containsExactly("一、部门基本情况", FULL + "各项要求。", "（二）主要职责", "负责全市档案工作。", FULL);
    }

    @Test
    void a_number_at_the_beginning_of_a_line_begins_a_paragraph() {
        assertThat(shown(FULL + "\n1.组织培训三期\n2.检查单位\n" + FULL + "\n第一章 总则\n附件：明细\n"))
                .containsExactly(FULL, "1.组织培训三期", "2.检查单位", FULL, "第一章总则", "附件：明细");
    }

    @Test
    void a_number_that_is_the_rest_of_a_figure_begins_nothing() {
        // the first line is full and ends with an open mark, so that 2. is no list number
        String open = FULL.substring(0, FULL.length() - 1) + "、";
        assertThat(shown(open + "\n2.5万元和其他支出。\n" + FULL + "\n")).containsExactly(open + "2.5万元和其他支出。", FULL);
        assertThat(shown(open + "\n（3）小组的任务。\n" + FULL + "\n")).containsExactly(open + "（3）小组的任务。", FULL);
    }

    @Test
    void an_indented_line_begins_a_paragraph() {
        assertThat(shown(FULL + "\n\u3000\u3000" + FULL.substring(2) + "\n完成了任务。\n"))
                .containsExactly(FULL, FULL.substring(2) + "完成了任务。");
        // even after an open mark
        assertThat(shown(FULL + "\n完成了培训，\n\u3000\u3000另一段。\n")).containsExactly(FULL + "完成了培训，", "另一段。");
    }

    @Test
    void a_full_line_that_ends_a_sentence_runs_on_to_the_next_line_but_not_over_a_blank_one() {
        String sentence = FULL.substring(0, FULL.length() - 1) + "。";
        assertThat(shown(sentence + "\n" + sentence + "\n\n" + sentence + "\n" + sentence + "\n" + sentence + "\n"))
                .containsExactly(sentence + sentence, sentence + sentence + sentence);
    }

    @Test
    void a_short_line_without_a_closing_mark_after_a_sentence_is_a_heading() {
        String sentence = FULL.substring(0, FULL.length() - 1) + "。";
        assertThat(shown(sentence + "\n资金使用情况\n" + sentence + "\n" + sentence + "\n"))
                .containsExactly(sentence, "资金使用情况", sentence + sentence);
        // with a closing mark it is the last line of the paragraph
        assertThat(shown(sentence + "\n资金已用完。\n")).containsExactly(sentence + "资金已用完。");
    }

    @Test
    void a_caption_begins_a_paragraph() {
        assertThat(shown(FULL + "\n单位：万元\n" + FULL + "\n")).containsExactly(FULL, "单位：万元", FULL);
    }

    @Test
    void a_line_begun_with_a_hash_ends_there() {
        assertThat(shown("## " + FULL + "\n" + FULL + "\n")).containsExactly("##" + FULL, FULL);
    }

    @Test
    void lines_broken_by_counting_characters_run_on_though_digits_make_them_narrow() {
        // every line but the last has 27 characters, whatever their width
        String text = """
            我局2023年支出1,234.56万元，完成98.5%
            比上年的1,100.00万元增长12.23%，人均支出
            达到预期水平各项工作顺利推进落实到位成效明显群众满意度
            很高。
            """;
        assertThat(shown(text)).hasSize(1);
    }

    @Test
    void a_form_feed_begins_a_page() {
        Manuscript manuscript = Layout.read("text", Layout.lines("一、第一页\n\f二、第二页\n三、第二页\n\f\f四、第四页\n"));
        assertThat(manuscript.pages()).isEqualTo(4);
        assertThat(manuscript.passages())
                .extracting(passage -> passage.spot().page())
                .containsExactly(1, 2, 2, 4);
        assertThat(manuscript.passages())
                .extracting(passage -> passage.spot().line())
                .containsExactly(1, 2, 3, 4);
        assertThat(Layout.read("empty", Layout.lines("")).pages()).isEqualTo(1);
    }

    @Test
    void a_page_number_within_a_sentence_is_none_of_its_figures() {
        String first = "全年组织开展城乡居民养老保险宣传活动十二场，参保缴费群众较上年增加，完成任务";
        assertThat(shown(first + "\n1\n11,500人的99.83%，为历年最好水平。\n")).containsExactly(first + "11,500人的99.83%，为历年最好水平。");
    }

    @Test
    void a_caption_s_words_at_the_end_of_a_sentence_are_no_caption() {
        String first = "纳入本部门决算编制范围的单位共三个，按照管理级次划分为局机关本级，并且还包括本级以及";
        assertThat(shown(first + "\n所属单位：\n" + first + "\n")).containsExactly(first + "所属单位：", first);
    }

    @Test
    void lines_end_as_any_system_ends_them() {
        assertThat(Layout.lines("a\r\nb\rc\n\nd")).extracting(SourceLine::text).containsExactly("a", "b", "c", "", "d");
    }
}
