package org.jizhun.kernel.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {

    private static Text text(String text) {
        return new Text.Builder().add(new Line(1, 1, text)).build();
    }

    private static Cell cell(int row, int column, int rowSpan, int columnSpan) {
        return new Cell(row, column, rowSpan, columnSpan, text(row + "," + column));
    }

    /** Two rows of three columns: the first column merged downwards, the rest of the first row merged sideways. */
    private static Table merged() {
        return new Table("表1", "", 2, 3, 1, List.of(cell(0, 0, 2, 1), cell(0, 1, 1, 2), cell(1, 1, 1, 1)));
    }

    @Test
    void a_merged_cell_covers_all_its_places() {
        Table table = merged();
        assertThat(table.cell(0, 0)).contains(cell0(table));
        assertThat(table.cell(1, 0)).contains(cell0(table));
        assertThat(table.cell(0, 1)).contains(table.cells().get(1));
        assertThat(table.cell(0, 2)).contains(table.cells().get(1));
        assertThat(table.cell(1, 1)).contains(table.cells().get(2));
        assertThat(table.cell(1, 2)).isEmpty();
    }

    private static Cell cell0(Table table) {
        return table.cells().get(0);
    }

    @Test
    void the_grid_has_every_place_with_its_cell() {
        Table table = merged();
        Cell[][] grid = table.grid();
        assertThat(grid).hasDimensions(2, 3);
        assertThat(grid[0])
                .containsExactly(
                        cell0(table), table.cells().get(1), table.cells().get(1));
        assertThat(grid[1]).containsExactly(cell0(table), table.cells().get(2), null);
    }

    @ParameterizedTest
    @CsvSource({"0,0,3,1", "0,0,1,4", "2,0,1,1", "0,3,1,1", "1,1,2,1", "1,2,1,2"})
    void a_cell_stands_within_its_table(int row, int column, int rowSpan, int columnSpan) {
        List<Cell> cells = List.of(cell(row, column, rowSpan, columnSpan));
        assertThatThrownBy(() -> new Table("", "", 2, 3, 0, cells))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cell outside 2 x 3");
    }

    @ParameterizedTest
    @CsvSource({"-1,0,1,1", "0,-1,1,1", "0,0,0,1", "0,0,1,0"})
    void a_cell_has_a_place_and_a_size(int row, int column, int rowSpan, int columnSpan) {
        assertThatThrownBy(() -> cell(row, column, rowSpan, columnSpan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such cell");
    }

    @Test
    void all_rows_may_be_headings_but_no_more() {
        assertThat(new Table("", "", 2, 1, 2, List.of()).headingRows()).isEqualTo(2);
        assertThatThrownBy(() -> new Table("", "", 2, 1, 3, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Table("", "", 2, 1, -1, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void blocks_are_passages_and_tables_in_reading_order() {
        Passage heading = new Passage(Passage.Kind.HEADING, text("一、概况"));
        Passage paragraph = new Passage(Passage.Kind.PARAGRAPH, text("全年完成。"));
        Table table = merged();
        Line line = new Line(1, 1, "一、概况");
        Line second = new Line(2, 1, "全年完成。");
        Document document = new Document(
                "a.pdf",
                "pdf",
                List.of(new Page(1, "", 59_500, 84_200)),
                List.of(line, second),
                List.of(heading, table, paragraph),
                List.of(),
                false);
        assertThat(document.passages()).containsExactly(heading, paragraph);
        assertThat(document.tables()).containsExactly(table);
        assertThat(document.line(1)).isEqualTo(line);
        assertThat(document.line(2)).isEqualTo(second);
        assertThat(heading).hasToString("一、概况");
    }

    @Test
    void the_smallest_box_goes_around_both() {
        Box one = new Box(1, 10, 20, 30, 40);
        Box two = new Box(1, 5, 25, 35, 38);
        assertThat(one.around(two)).isEqualTo(new Box(1, 5, 20, 35, 40));
        assertThat(two.around(one)).isEqualTo(new Box(1, 5, 20, 35, 40));
        assertThatThrownBy(() -> one.around(new Box(2, 10, 20, 30, 40)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pages 1 and 2");
    }

    @Test
    void a_box_may_be_empty_but_not_turned_inside_out() {
        assertThat(new Box(1, 10, 20, 10, 20).right()).isEqualTo(10);
        assertThatThrownBy(() -> new Box(1, 10, 20, 9, 20)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Box(1, 10, 20, 10, 19)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_box_of_some_characters_is_around_theirs() {
        Line line = new Line(
                1, 1, "甲乙丙", List.of(new Box(1, 0, 0, 10, 10), new Box(1, 10, 0, 20, 12), new Box(1, 20, 0, 30, 10)));
        assertThat(line.box(0, 2)).contains(new Box(1, 0, 0, 20, 12));
        assertThat(line.box(2, 9)).contains(new Box(1, 20, 0, 30, 10));
        assertThat(line.box(1, 1)).isEmpty();
        assertThat(line.box(3, 4)).isEmpty();
        assertThat(new Line(1, 1, "甲乙丙").box(0, 2)).isEmpty();
    }

    @Test
    void there_are_as_many_boxes_as_characters_or_none() {
        List<Box> boxes = List.of(new Box(1, 0, 0, 10, 10));
        assertThatThrownBy(() -> new Line(1, 1, "甲乙", boxes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 boxes for 2 characters");
        assertThat(new Line(1, 1, "甲", boxes).boxes()).hasSize(1);
    }

    @Test
    void every_character_of_a_text_knows_where_it_stands() {
        Text text = new Text.Builder()
                .add(new Line(3, 1, "共计2"), 2, 3)
                .add(new Line(4, 2, "023年"))
                .add('x', new Spot(9, 9, 9))
                .build();
        assertThat(text).hasToString("2023年x");
        assertThat(text.length()).isEqualTo(6);
        assertThat(text.charAt(4)).isEqualTo('年');
        assertThat(text.spot(0)).isEqualTo(new Spot(1, 3, 3));
        assertThat(text.spot(1)).isEqualTo(new Spot(2, 4, 1));
        assertThat(text.spot(5)).isEqualTo(new Spot(9, 9, 9));
        // one column after the last character
        assertThat(text.spot(6)).isEqualTo(new Spot(9, 9, 10));
        assertThat(text.subSequence(1, 3).spot(0)).isEqualTo(new Spot(2, 4, 1));
        assertThatThrownBy(() -> Text.EMPTY.spot(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void blanks_of_any_width_are_cut_off_at_both_ends() {
        assertThat(text("\u3000 甲 乙\u00A0\uFEFF\u200B").strip()).hasToString("甲 乙");
        assertThat(text("甲").strip()).hasToString("甲");
        assertThat(text(" \u3000").strip()).hasToString("");
        assertThat(text("  甲").strip().spot(0)).isEqualTo(new Spot(1, 1, 3));
    }

    @Test
    void full_width_letters_digits_and_signs_read_as_ascii() {
        assertThat(text("０９ＡＺａｚ．％＋－，\u3000甲").plain()).isEqualTo("09AZaz.%+-, 甲");
        // the neighbours of these ranges stay what they are
        assertThat(text("／：＠［｀｛").plain()).isEqualTo("／：＠［｀｛");
    }

    @Test
    void a_long_text_is_put_together_character_by_character() {
        Text.Builder builder = new Text.Builder();
        for (int i = 1; i <= 100; i++) {
            builder.add((char) ('a' + i % 26), new Spot(1, i, 2));
            assertThat(builder.length()).isEqualTo(i);
            assertThat(builder.last()).isEqualTo((char) ('a' + i % 26));
        }
        Text text = builder.build();
        assertThat(text.spot(63)).isEqualTo(new Spot(1, 64, 2));
        assertThat(text.spot(99)).isEqualTo(new Spot(1, 100, 2));
    }
}
