package org.jizhun.auditor.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingsTest {

    @ParameterizedTest
    @CsvSource({"一、部门概况,部门概况", "（二）主要成效,主要成效", "第三部分绩效自评,绩效自评", "3.2预算执行情况,预算执行情况", "（3）存在问题,存在问题"})
    void a_heading_is_a_number_and_a_title(String text, String title) {
        assertThat(Headings.title(text)).contains(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"部门概况", "一、我局完成了任务。", "一、主要包括：", "3.5%的项目", "一、多"})
    void another_paragraph_has_no_title(String text) {
        assertThat(Headings.title(text)).isEmpty();
    }
}
