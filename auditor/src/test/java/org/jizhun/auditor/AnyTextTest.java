package org.jizhun.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jizhun.auditor.finding.Finding;

/** No text makes the auditor fail: words, marks and figures of such reports in any order, and any characters at all. */
class AnyTextTest {

    private static final List<String> PIECES = List.of(
            "2023年",
            "预算",
            "执行率",
            "97.5%",
            "0%",
            "0万元",
            "1,200.50万元",
            "其中：",
            "，",
            "。",
            "；",
            "、",
            "占",
            "比上年",
            "增长",
            "下降",
            "12个",
            "三个方面",
            "（",
            "）",
            "一、",
            "（二）",
            "3.",
            "合计",
            "得分",
            "扣2分",
            "每发现一处扣1分",
            "|",
            "\t",
            "  ",
            "\n",
            "\n\n",
            "÷",
            "=",
            "×100%",
            "+",
            "-",
            "3月31日",
            "13月40日",
            "30日内",
            "备案",
            "签订",
            "附件1",
            "平均",
            "人均",
            "满意度",
            "目标值",
            "≥95%",
            "实际",
            "完成",
            "名称",
            "全年",
            "年初预算数",
            "决算数",
            "9999999999999999999999.99万元",
            "0.00",
            "-5%",
            "亿元",
            "…",
            "《",
            "》",
            "“",
            "”");

    @Property(tries = 300)
    void words_and_figures_in_any_order_are_read(@ForAll("reports") String text) {
        Audit audit = Auditor.audit("any.txt", text);
        int lines = text.split("\\R", -1).length;
        for (Finding finding : audit.findings()) {
            assertThat(finding.where().line()).isBetween(1, lines);
            assertThat(finding.stated()).isNotEmpty();
        }
    }

    @Property(tries = 200)
    void any_characters_are_read(@ForAll String text) {
        assertThat(Auditor.audit("any.txt", text).pages()).isPositive();
    }

    @Provide
    Arbitrary<String> reports() {
        return Arbitraries.of(PIECES)
                .list()
                .ofMaxSize(120)
                .map(pieces -> pieces.stream().collect(Collectors.joining()));
    }
}
