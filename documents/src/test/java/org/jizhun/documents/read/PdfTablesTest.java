package org.jizhun.documents.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.util.Matrix;
import org.jizhun.kernel.document.Box;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.document.Line;
import org.junit.jupiter.api.Test;

/** Tables of PDF pages drawn for the purpose: what stands where is known, so every cell can be told beforehand. */
class PdfTablesTest {

    @Test
    void where_no_line_parts_two_places_they_are_one_cell() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            frame(pdf, 100);
            pdf.text(110, 115, "Kind")
                    .text(210, 115, "Budget")
                    .text(210, 135, "first")
                    .text(310, 135, "last");
            pdf.text(110, 155, "Basic").text(210, 155, "10.5").text(310, 155, "11");
            assertThat(shown(pdf.bytes()))
                    .containsExactly("|Kind{2x1}|Budget{1x2}||", "||first|last|", "|Basic|10.5|11|");
        }
    }

    /** Three rows of 20 points from {@code y}, edges at 100, 200, 300, 400; Kind and Budget are merged. */
    private static void frame(Pdfs pdf, int y) throws IOException {
        pdf.line(100, y, 400, y).line(200, y + 20, 400, y + 20);
        pdf.line(100, y + 40, 400, y + 40).bar(100, y + 60, 300, 1);
        pdf.line(100, y, 100, y + 60).line(200, y, 200, y + 60);
        pdf.line(300, y + 20, 300, y + 60).bar(400, y, 1, 60);
    }

    @Test
    void sides_left_open_are_where_the_level_lines_end() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            pdf.line(100, 100, 400, 100).line(100, 120, 400, 120).line(100, 140, 400, 140);
            pdf.line(200, 100, 200, 140).line(300, 100, 300, 140);
            pdf.text(110, 115, "Kind").text(210, 115, "first").text(310, 115, "last");
            pdf.text(110, 135, "Basic").text(210, 135, "10.5").text(310, 135, "11");
            assertThat(shown(pdf.bytes())).containsExactly("|Kind|first|last|", "|Basic|10.5|11|");
        }
    }

    @Test
    void rows_that_no_line_parts_are_told_by_their_figures() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            pdf.line(100, 100, 300, 100).line(100, 120, 300, 120).line(100, 180, 300, 180);
            pdf.line(100, 100, 100, 180).line(200, 100, 200, 180).line(300, 100, 300, 180);
            pdf.text(110, 115, "Kind").text(210, 115, "first");
            pdf.text(110, 135, "Basic").text(210, 135, "10");
            pdf.text(110, 150, "Project").text(210, 150, "20");
            pdf.text(110, 165, "Total").text(210, 165, "30");
            assertThat(shown(pdf.bytes())).containsExactly("|Kind|first|", "|Basic|10|", "|Project|20|", "|Total|30|");
        }
    }

    @Test
    void columns_without_lines_are_told_by_alignment() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            pdf.text(100, 80, "The budget is as follows and this sentence is longer than any cell of it.");
            pdf.text(100, 100, "Kind")
                    .text(220, 100, "first")
                    .text(300, 100, "last")
                    .text(380, 100, "rate");
            pdf.text(100, 120, "Basic").text(220, 120, "4506.89").text(300, 120, "4542.55");
            pdf.text(380, 120, "0.79%");
            pdf.text(100, 140, "Project")
                    .text(214, 140, "13027.62")
                    .text(300, 140, "9.5")
                    .text(380, 140, "0.98%");
            pdf.text(100, 180, "A closing sentence.");
            assertThat(shown(pdf.bytes()))
                    .containsExactly(
                            "The budget is as follows and this sentence is longer than any cell of it.",
                            "|Kind|first|last|rate|",
                            "|Basic|4506.89|4542.55|0.79%|",
                            "|Project|13027.62|9.5|0.98%|",
                            "A closing sentence.");
        }
    }

    @Test
    void cells_without_lines_may_run_over_several_lines_and_pages() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            // a heading and a row of two lines each, 12 points apart; rows are 24 apart
            pdf.text(100, 700, "Kind").text(220, 700, "first").text(300, 700, "last");
            pdf.text(220, 712, "budget").text(300, 712, "budget");
            pdf.text(100, 736, "Basic").text(220, 736, "4506.89").text(300, 736, "4542.55");
            pdf.text(100, 748, "pay");
            pdf.text(100, 772, "Other").text(220, 772, "1.50").text(300, 772, "2.50");
            pdf.page();
            // two figures hardly apart are two cells
            pdf.text(100, 100, "Project").text(214, 100, "13027.62").text(262, 100, "13027.62");
            pdf.text(100, 124, "Fund").text(214, 124, "10.00").text(300, 124, "20.00");
            pdf.text(100, 148, "Total").text(214, 148, "17546.01").text(300, 148, "17592.67");
            assertThat(shown(pdf.bytes()))
                    .containsExactly(
                            "|Kind|first budget|last budget|",
                            "|Basic pay|4506.89|4542.55|",
                            "|Other|1.50|2.50|",
                            "|Project|13027.62|13027.62|",
                            "|Fund|10.00|20.00|",
                            "|Total|17546.01|17592.67|");
        }
    }

    @Test
    void paragraphs_end_where_an_item_begins_and_go_on_where_a_line_is_open() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            pdf.text(100, 100, "1. The budget, as changed in June, was spent nearly in full this year;");
            // a full line that ends a sentence is no reason to take the next item in
            pdf.text(100, 112, "2. the rest, which is small, was paid back, as is shown in the table");
            // the line before ends within a sentence, though there was room for a word more
            pdf.text(100, 124, "at the end, and then once again abcdefghijklmnopqrstuvwxyzabc");
            pdf.text(100, 136, "was paid.");
            assertThat(shown(pdf.bytes()))
                    .containsExactly(
                            "1. The budget, as changed in June, was spent nearly in full this year;",
                            "2. the rest, which is small, was paid back, as is shown in the table at the end, and"
                                    + " then once again abcdefghijklmnopqrstuvwxyzabc was paid.");
        }
    }

    @Test
    void a_date_broken_at_its_hyphen_in_a_cell_stays_one_word() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            pdf.line(100, 100, 300, 100).line(100, 120, 300, 120).line(100, 160, 300, 160);
            pdf.line(100, 100, 100, 160).line(200, 100, 200, 160).line(300, 100, 300, 160);
            pdf.text(110, 115, "Kind").text(210, 115, "until");
            pdf.text(110, 135, "Basic").text(210, 135, "2024-04-").text(210, 147, "09");
            assertThat(shown(pdf.bytes())).containsExactly("|Kind|until|", "|Basic|2024-04-09|");
        }
    }

    @Test
    void a_table_goes_on_over_the_page_and_its_repeated_heading_is_dropped() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            for (int page = 1; page <= 2; page++) {
                frame(pdf, 100);
                pdf.text(110, 115, "Kind")
                        .text(210, 115, "Budget")
                        .text(210, 135, "first")
                        .text(310, 135, "last");
                pdf.text(110, 155, "Row" + page).text(210, 155, page + "0.5").text(310, 155, page + "1");
                pdf.text(290, 820, "- " + page + " -");
                if (page == 1) {
                    pdf.page();
                }
            }
            Document document = read(pdf.bytes());
            assertThat(Shown.blocks(document))
                    .containsExactly("|Kind{2x1}|Budget{1x2}||", "||first|last|", "|Row1|10.5|11|", "|Row2|20.5|21|");
            // lines: two of the heading, then a row a page
            assertThat(document.tables().get(0).cell(3, 0).orElseThrow().text().spot(0))
                    .isEqualTo(new org.jizhun.kernel.document.Spot(2, 4, 1));
            assertThat(document.margins()).extracting(Line::text).containsExactly("- 1 -", "- 2 -");
        }
    }

    @Test
    void figures_set_one_below_the_other_in_a_cell_do_not_run_together() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            pdf.line(100, 100, 300, 100).line(100, 140, 300, 140);
            pdf.line(100, 100, 100, 140).line(200, 100, 200, 140).line(300, 100, 300, 140);
            pdf.text(110, 115, "Rate").text(210, 115, "100").text(210, 130, "200");
            assertThat(shown(pdf.bytes())).containsExactly("|Rate|100 200|");
        }
    }

    @Test
    void a_figure_broken_by_the_edge_of_its_cell_reads_whole() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            pdf.line(100, 100, 230, 100).line(100, 140, 230, 140);
            pdf.line(100, 100, 100, 140).line(200, 100, 200, 140).line(230, 100, 230, 140);
            pdf.text(110, 115, "Sum").text(203, 115, "1302").text(203, 130, "7.62");
            assertThat(shown(pdf.bytes())).containsExactly("|Sum|13027.62|");
        }
    }

    @Test
    void a_character_has_the_box_it_is_drawn_in() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            // Helvetica's digits are 0.556 of the type's size wide: 5.56 points at 10
            pdf.text(100, 200, "12");
            Line line = read(pdf.bytes()).line(1);
            Box box = line.box(1, 2).orElseThrow();
            assertThat(box.page()).isEqualTo(1);
            assertThat(box.left()).isBetween(10_555, 10_557);
            assertThat(box.right()).isBetween(11_111, 11_113);
            assertThat(box.top()).isLessThan(19_300);
            assertThat(box.bottom()).isBetween(20_000, 20_300);
        }
    }

    @Test
    void a_page_shown_turned_is_read_as_it_is_shown() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            // turned clockwise by a quarter when shown: what is drawn upwards reads from left to right
            pdf.rotated(90);
            pdf.text(new Matrix(0, 1, -1, 0, 100, 100), "First 10");
            pdf.text(new Matrix(0, 1, -1, 0, 120, 100), "Second 20");
            Document document = read(pdf.bytes());
            assertThat(document.lines()).extracting(Line::text).containsExactly("First 10", "Second 20");
            assertThat(document.pages().get(0).width())
                    .isGreaterThan(document.pages().get(0).height());
            assertThat(document.line(1).boxes().get(0).left()).isEqualTo(10_000);
        }
    }

    @Test
    void text_set_sideways_on_an_upright_page_is_read_and_its_boxes_are_upright() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            pdf.text(new Matrix(0, 1, -1, 0, 300, 100), "Sideways 10");
            Document document = read(pdf.bytes());
            assertThat(document.line(1).text()).isEqualTo("Sideways 10");
            Box box = document.line(1).box(0, 11).orElseThrow();
            // drawn upwards from 100 points above the foot of a page of 842, its base line 300 from the left
            assertThat(box.bottom()).isBetween(74_100, 74_300);
            assertThat(box.left()).isBetween(29_100, 29_200);
        }
    }

    @Test
    void a_watermark_across_the_page_is_no_text() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            pdf.text(100, 100, "Budget 10.5").text(Matrix.getRotateInstance(0.7, 100, 300), "DRAFT");
            assertThat(shown(pdf.bytes())).containsExactly("Budget 10.5");
        }
    }

    @Test
    void characters_printed_twice_to_look_bold_are_read_once() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            pdf.text(100, 100, "100");
            pdf.text(Matrix.getTranslateInstance(100.3f, 741.89f), "100");
            assertThat(shown(pdf.bytes())).containsExactly("100");
        }
    }

    @Test
    void headers_repeated_on_three_pages_are_margins() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            for (int page = 1; page <= 3; page++) {
                pdf.text(100, 40, "Department report").text(100, 200, "A line as long as any other of it.");
                pdf.text(100, 240, "Page text " + (char) ('A' + page));
                if (page < 3) {
                    pdf.page();
                }
            }
            assertThat(shown(pdf.bytes()))
                    .doesNotContain("Department report")
                    .contains("Page text B", "Page text C", "Page text D");
        }
    }

    private static List<String> shown(byte[] pdf) {
        return Shown.blocks(read(pdf));
    }

    private static Document read(byte[] pdf) {
        return new DocumentReader().read("a.pdf", pdf).value();
    }
}
