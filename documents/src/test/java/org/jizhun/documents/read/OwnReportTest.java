package org.jizhun.documents.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.jizhun.documents.report.Samples;
import org.jizhun.documents.report.Snapshot;
import org.jizhun.documents.write.LibreOffice;
import org.jizhun.documents.write.ReportWriter;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.document.Passage;
import org.jizhun.kernel.document.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report we write comes back with its headings, sentences and tables from each of its formats. */
class OwnReportTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() {
        Snapshot snapshot = Samples.guangzhou();
        ReportWriter.write(snapshot.evaluation(), List.of(), folder, ReportWriter.Options.standard());
    }

    @Test
    void the_word_file_comes_back() {
        expectReport("report.docx");
    }

    @Test
    void the_pdf_and_the_ofd_come_back_alike() {
        assumeTrue(LibreOffice.find().isPresent(), "LibreOffice is not installed: PDF and OFD are not read");
        Document pdf = expectReport("report.pdf");
        Document ofd = expectReport("report.ofd");
        assertThat(blanksApart(ofd)).isEqualTo(blanksApart(pdf));
    }

    private static List<String> blanksApart(Document document) {
        return Shown.blocks(document).stream()
                .map(line -> line.replace(" ", ""))
                .toList();
    }

    private static Document expectReport(String name) {
        Document document = new DocumentReader().read(folder.resolve(name)).value();
        assertThat(document.passages())
                .filteredOn(passage -> passage.kind() == Passage.Kind.HEADING)
                .extracting(passage -> passage.text().toString())
                .contains("一、部门基本情况", "（四）部门整体收支情况", "二、绩效自评情况", "四、下一步改进措施");
        // the sums of the published report, domain order: 4506.89 + 13027.62 = 17534.51
        Table budget = document.tables().stream()
                .filter(table -> Shown.rows(table).get(0).contains("年初预算数"))
                .findFirst()
                .orElseThrow();
        assertThat(Shown.rows(budget))
                .contains(
                        "|一、基本支出|4506.89|35.66|4542.55|0.79%|4542.43|100.00%|",
                        "|本年支出合计|17534.51|163.19|17697.70|0.93%|17661.36|99.79%|");
        assertThat(budget.headingRows()).isEqualTo(1);
        assertThat(budget.caption()).contains("单位：万元");
        assertThat(document.passages())
                .extracting(passage -> passage.text().toString().replace(" ", ""))
                .anyMatch(
                        text -> text.startsWith("2023年度，我办部门整体支出情况如下：年初预算17534.51万元") && text.contains("实际支出率99.79%"));
        return document;
    }
}
