package org.jizhun.documents.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.document.Line;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void a_form_feed_begins_a_page_and_no_line() {
        String text = "一、基本情况\n— 1 —\n\f二、资金情况\r\n收入100万元。\n";
        Document document = new DocumentReader()
                .read("report.txt", text.getBytes(StandardCharsets.UTF_8))
                .value();
        assertThat(document.lines()).extracting(Line::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(document.lines()).extracting(Line::page).containsExactly(1, 1, 2, 2, 2);
        assertThat(document.line(3).text()).isEqualTo(" 二、资金情况");
    }
}
