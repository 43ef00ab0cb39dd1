package org.jizhun.documents.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.document.Line;
import org.junit.jupiter.api.Test;

class WordPlacesTest {

    /** Two paragraphs, then a table of two rows with a paragraph 注 after it. */
    private static byte[] word() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument()) {
            word.createParagraph().createRun().setText("一、基本情况");
            word.createParagraph().createRun().setText("年初预算 10 万元，决算 20 万元。");
            XWPFTable table = word.createTable(2, 2);
            table.getRow(0).getCell(0).setText("类别");
            table.getRow(0).getCell(1).setText("金额");
            table.getRow(1).getCell(0).setText("基本支出");
            table.getRow(1).getCell(1).setText("10.50");
            word.createParagraph().createRun().setText("注：10.50");
            word.write(out);
        }
        return out.toByteArray();
    }

    @Test
    void every_character_of_a_line_leads_to_its_own_paragraph() throws IOException {
        byte[] bytes = word();
        Document document = new DocumentReader().read("a.docx", bytes).value();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            WordPlaces places = WordPlaces.of(document, word);
            int checked = 0;
            for (Line line : document.lines()) {
                for (int column = 1; column <= line.text().length(); column++) {
                    if (!Character.isWhitespace(line.text().charAt(column - 1))) {
                        WordPlaces.Place place =
                                places.place(line.number(), column).orElseThrow();
                        assertThat(place.paragraph().getText().charAt(place.offset()))
                                .isEqualTo(line.text().charAt(column - 1));
                        checked++;
                    }
                }
            }
            // 6 + 16 characters of text, 4 + 9 of the table, 7 of the note
            assertThat(checked).isEqualTo(42);
        }
    }

    @Test
    void the_same_figure_in_table_and_note_leads_to_two_paragraphs() throws IOException {
        byte[] bytes = word();
        Document document = new DocumentReader().read("a.docx", bytes).value();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            WordPlaces places = WordPlaces.of(document, word);
            // line 4 is the row 基本支出⇥10.50, line 5 the note
            assertThat(places.place(4, 6).orElseThrow().paragraph().getText()).isEqualTo("10.50");
            assertThat(places.place(5, 3).orElseThrow())
                    .extracting(WordPlaces.Place::offset)
                    .isEqualTo(2);
            assertThat(places.place(4, 5)).isEqualTo(Optional.empty());
            assertThat(places.place(9, 1)).isEqualTo(Optional.empty());
        }
    }
}
