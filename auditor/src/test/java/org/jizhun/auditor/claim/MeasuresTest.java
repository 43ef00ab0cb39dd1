package org.jizhun.auditor.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuresTest {

    private static final Measures STANDARD = Measures.standard();

    @ParameterizedTest
    @CsvSource({
        "年初预算数,initial",
        "年初 预算数,initial",
        "年初预算数（万元）,initial",
        "2023年度年初预算数,initial",
        "全年执行数（B）,actual",
        "执行率（B/A）,execution-rate",
        "得分④=③÷②,score",
        "1-9月支出,actual",
        "截至9月底累计支出数,actual",
        "上半年实际支出（万元）,actual",
        "支出,actual",
        "目标,target",
        "上年决算数,last",
        "项目支出金额,actual"
    })
    void a_heading_names_its_measure_whatever_decorates_it(String heading, String measure) {
        assertThat(STANDARD.ofHeading(heading)).contains(measure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"项目名称", "预计全年支出数", "上年同期执行率", "备注（说明）", "", "A", "基本支出"})
    void a_heading_of_something_else_names_none(String heading) {
        assertThat(STANDARD.ofHeading(heading)).isEmpty();
    }

    @Test
    void the_longest_word_at_the_end_of_a_label_counts() {
        // 预算 alone is a budget, 年初预算 the initial one
        assertThat(STANDARD.ending("全局年初预算")).contains(new Measures.Ending("initial", "全局"));
        assertThat(STANDARD.ending("培训预算")).contains(new Measures.Ending("budget", "培训"));
        assertThat(STANDARD.ending("预算")).contains(new Measures.Ending("budget", ""));
        assertThat(STANDARD.ending("培训")).isEmpty();
        assertThat(STANDARD.ending("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "合计,true",
        "合 计,true",
        "一、合计,true",
        "3.小计,true",
        "合计（万元）,true",
        "总计：,true",
        "总分,true",
        "一般公共预算合计,true",
        "一般公共预算支出合计,false",
        "政府性基金合计,true",
        "政府性基金预算合计,false",
        "本年收入资金总计,true",
        "本年收入和结余总计,false",
        "设计费,false",
        "合计数,false",
        "基本支出,false"
    })
    void a_total_is_told_by_its_name(String label, boolean total) {
        assertThat(STANDARD.isTotal(label)).isEqualTo(total);
    }
}
