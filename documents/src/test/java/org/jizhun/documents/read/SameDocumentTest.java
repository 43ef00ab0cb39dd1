package org.jizhun.documents.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.document.Spot;
import org.jizhun.kernel.document.Table;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** One small report with a two-line heading and merged cells, written in each format, reads as the same blocks. */
class SameDocumentTest {

    /** The model, worked out by hand: the heading 预算 stands over two columns, 类别 over two rows. */
    private static final List<String> GRID =
            List.of("|类别{2x1}|预算{1x2}||", "||年初|调整后|", "|基本支出|4,506.89|4542.55|", "|项目支出|13027.62|—|");

    private static final String INTRODUCTION = "2023年度预算如下。";

    @Test
    void a_web_page_gives_headings_paragraphs_and_spans() {
        String page = """
                <html><body><h1>一、基本情况</h1><script>var x = '不读';</script>
                <p>2023年度
                预算如下。</p>
                <table><tr><th rowspan="2">类别</th><th colspan="2">预算</th></tr><tr><th>年初</th><th>调整后</th></tr>
                <tr><td>基本支出</td><td>4,506.89</td><td>4542.55</td></tr>
                <tr><td>项目支出</td><td>13027.62</td><td>&mdash;</td></tr></table></body></html>
                """;
        Document document = read("a.html", page.getBytes(StandardCharsets.UTF_8));
        expectSame(document);
        // places are lines of the file: 预算如下 stands on its third, the table's rows on the fourth to sixth
        assertThat(document.passages().get(1).text().spot(0)).isEqualTo(new Spot(1, 2, 1));
        assertThat(document.passages().get(1).text().spot(6)).isEqualTo(new Spot(1, 3, 1));
        assertThat(document.tables()
                        .get(0)
                        .cell(1, 1)
                        .orElseThrow()
                        .text()
                        .spot(0)
                        .line())
                .isEqualTo(4);
        assertThat(document.tables().get(0).cell(3, 2).orElseThrow().text().spot(0))
                .isEqualTo(new Spot(1, 6, 15));
        assertThat(document.line(5).text()).isEqualTo("基本支出\t4,506.89\t4542.55");
    }

    @Test
    void a_web_page_with_a_line_for_every_cell_keeps_the_line_of_each() {
        String page = """
                <html>
                <body>
                <table>
                <tr>
                <td>基本支出</td>
                <td>
                  4,506.89<br>
                  4542.55</td>
                </tr>
                <tr><td>项目支出</td><td>13027&#46;62</td></tr>
                </table>
                <p>合计&nbsp;见<b>上
                表</b></p></body></html>
                """;
        Document document = read("a.html", page.getBytes(StandardCharsets.UTF_8));
        Table table = document.tables().get(0);
        assertThat(table.cell(0, 0).orElseThrow().text().spot(0)).isEqualTo(new Spot(1, 5, 1));
        assertThat(table.cell(0, 1).orElseThrow().text().spot(0)).isEqualTo(new Spot(1, 7, 1));
        assertThat(table.cell(0, 1).orElseThrow().text().spot(9).line()).isEqualTo(8);
        assertThat(table.cell(1, 1).orElseThrow().text()).hasToString("13027.62");
        assertThat(table.cell(1, 1).orElseThrow().text().spot(7)).isEqualTo(new Spot(1, 10, 13));
        assertThat(document.passages().get(0).text()).hasToString("合计 见上表");
        assertThat(document.passages().get(0).text().spot(5)).isEqualTo(new Spot(1, 13, 1));
    }

    @Test
    void a_word_file_gives_automatic_numbers_headings_and_merged_cells() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument()) {
            word.createParagraph().createRun().setText("一、基本情况");
            word.createParagraph().createRun().setText(INTRODUCTION);
            XWPFTable table = word.createTable(4, 3);
            fill(table, 0, "类别", "预算", "");
            fill(table, 1, "", "年初", "调整后");
            fill(table, 2, "基本支出", "4,506.89", "4542.55");
            fill(table, 3, "项目支出", "13027.62", "—");
            properties(table.getRow(0).getCell(0)).addNewVMerge().setVal(STMerge.RESTART);
            properties(table.getRow(1).getCell(0)).addNewVMerge().setVal(STMerge.CONTINUE);
            properties(table.getRow(0).getCell(1)).addNewGridSpan().setVal(BigInteger.TWO);
            table.getRow(0).removeCell(2);
            word.write(out);
        }
        expectSame(read("a.docx", out.toByteArray()));
    }

    @Test
    void workbooks_old_and_new_give_numbers_as_displayed_and_merged_cells() throws IOException {
        for (Workbook workbook : List.of(new XSSFWorkbook(), new HSSFWorkbook())) {
            boolean old = workbook instanceof HSSFWorkbook;
            expectSame(read(old ? "a.xls" : "a.xlsx", workbook(workbook)));
        }
    }

    @Test
    void a_pipe_table_in_text_gives_the_same_cells_without_spans() {
        String text = """
                一、基本情况
                2023年度预算如下。
                | 类别 | 年初 | 调整后 |
                |---|---|---|
                | 基本支出 | 4,506.89 | 4542.55 |
                | 项目支出 | 13027.62 | — |
                """;
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            Document document = read("a.txt", text.getBytes(charset));
            assertThat(Shown.blocks(document))
                    .containsExactly(
                            "# 一、基本情况", INTRODUCTION, "|类别|年初|调整后|", "|基本支出|4,506.89|4542.55|", "|项目支出|13027.62|—|");
            // 4542.55 stands in line 5; before it "| 基本支出 | 4,506.89 | " is 20 characters long
            assertThat(document.tables().get(0).cell(1, 2).orElseThrow().text().spot(0))
                    .isEqualTo(new org.jizhun.kernel.document.Spot(1, 5, 21));
        }
    }

    @Test
    void an_old_word_file_gives_merged_cells() throws IOException {
        try (var file = SameDocumentTest.class.getResourceAsStream("report.doc")) {
            expectSame(read("report.doc", java.util.Objects.requireNonNull(file).readAllBytes()));
        }
    }

    @Test
    void a_pdf_gives_them_by_its_lines() throws IOException {
        try (var file = SameDocumentTest.class.getResourceAsStream("report.pdf")) {
            expectSame(read("report.pdf", java.util.Objects.requireNonNull(file).readAllBytes()));
        }
    }

    /** Rows of 8 mm from 50 mm on; columns of 40 mm from 30 mm on. */
    @Test
    void an_ofd_gives_them_by_its_lines() {
        StringBuilder page = new StringBuilder(Ofds.evenText(30, 30, "一、基本情况"));
        page.append(Ofds.text(30, 40, INTRODUCTION));
        page.append(Ofds.line(30, 50, 150, 50)).append(Ofds.line(70, 58, 150, 58));
        for (int y : new int[] {66, 74, 82}) {
            page.append(Ofds.line(30, y, 150, y));
        }
        page.append(Ofds.line(30, 50, 30, 82)).append(Ofds.line(70, 50, 70, 82));
        page.append(Ofds.line(110, 58, 110, 82)).append(Ofds.line(150, 50, 150, 82));
        String[][] texts = {
            {"类别", "预算", ""}, {"", "年初", "调整后"}, {"基本支出", "4,506.89", "4542.55"}, {"项目支出", "13027.62", "—"}
        };
        for (int row = 0; row < texts.length; row++) {
            for (int column = 0; column < 3; column++) {
                if (!texts[row][column].isEmpty()) {
                    page.append(Ofds.text(31 + column * 40, 56 + row * 8, texts[row][column]));
                }
            }
        }
        expectSame(read("a.ofd", HostileDocumentTest.zip(Ofds.onePage(page.toString()))));
    }

    private static void expectSame(Document document) {
        List<String> shown = Shown.blocks(document);
        assertThat(shown.subList(0, 2)).containsExactly("# 一、基本情况", INTRODUCTION);
        assertThat(shown.subList(2, shown.size())).isEqualTo(GRID);
        Table table = document.tables().get(0);
        assertThat(table.headingRows()).isEqualTo(2);
        assertThat(table.caption()).contains(INTRODUCTION);
        // every character of a cell stands where its place says
        var text = table.cell(2, 1).orElseThrow().text();
        for (int i = 0; i < text.length(); i++) {
            var spot = text.spot(i);
            assertThat(document.line(spot.line()).text().charAt(spot.column() - 1))
                    .isEqualTo(text.charAt(i));
        }
    }

    private static Document read(String name, byte[] bytes) {
        return new DocumentReader().read(name, bytes).value();
    }

    private static void fill(XWPFTable table, int row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            table.getRow(row).getCell(i).setText(texts[i]);
        }
    }

    private static CTTcPr properties(XWPFTableCell cell) {
        return cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
    }

    private static byte[] workbook(Workbook workbook) throws IOException {
        Sheet sheet = workbook.createSheet("收支");
        CellStyle money = workbook.createCellStyle();
        money.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
        row(sheet, 0, "一、基本情况");
        row(sheet, 1, INTRODUCTION);
        row(sheet, 2, "类别", "预算", "");
        row(sheet, 3, "", "年初", "调整后");
        Row basic = row(sheet, 4, "基本支出");
        basic.createCell(1).setCellValue(4506.89);
        basic.getCell(1).setCellStyle(money);
        basic.createCell(2).setCellFormula("4506.89+35.66");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        row(sheet, 5, "项目支出", "13027.62", "—");
        sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
        sheet.addMergedRegion(new CellRangeAddress(2, 2, 1, 2));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        workbook.close();
        return out.toByteArray();
    }

    private static Row row(Sheet sheet, int number, String... texts) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < texts.length; i++) {
            row.createCell(i).setCellValue(texts[i]);
        }
        return row;
    }
}
