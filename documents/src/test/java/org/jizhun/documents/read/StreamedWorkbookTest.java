package org.jizhun.documents.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.document.Table;
import org.junit.jupiter.api.Test;

/** Workbooks of programs that write in one go, as exports of systems are. */
class StreamedWorkbookTest {

    @Test
    void sizes_told_after_the_entries_are_no_damage() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "export", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("支出");
            sheet.value(0, 0, "项目");
            sheet.value(0, 1, "决算数");
            sheet.value(1, 0, "道路养护");
            sheet.value(1, 1, new BigDecimal("12.5"));
        }
        Document document =
                Reading.of(new Source("export.xlsx", out.toByteArray(), ReadLimits.standard()), Recognition.OFF);
        Table table = (Table) document.blocks().stream()
                .filter(Table.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(table.grid()[1][0].text().toString()).isEqualTo("道路养护");
        assertThat(table.grid()[1][1].text().toString()).isEqualTo("12.5");
    }
}
