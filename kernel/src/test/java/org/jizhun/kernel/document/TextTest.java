package org.jizhun.kernel.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {

    private static final Line FIRST = new Line(7, 2, "工作，2");
    private static final Line SECOND = new Line(9, 3, "023年，完成");

    @Test
    void a_number_broken_at_a_line_end_reads_whole_and_knows_both_lines() {
        Text text = new Text.Builder().add(FIRST).add(SECOND).build();
        assertThat(text).hasToString("工作，2023年，完成");
        // offset 3 is the 2 at the end of line 7, offset 4 the 0 that begins line 9
        assertThat(text.spot(3)).isEqualTo(new Spot(2, 7, 4));
        assertThat(text.spot(4)).isEqualTo(new Spot(3, 9, 1));
        assertThat(text.spot(text.length())).isEqualTo(new Spot(3, 9, 8));
    }

    @Test
    void stripping_keeps_the_places() {
        Text text = new Text.Builder().add(new Line(1, 1, "　　共 12 项 ")).build().strip();
        assertThat(text).hasToString("共 12 项");
        assertThat(text.spot(0)).isEqualTo(new Spot(1, 1, 3));
    }

    @Test
    void full_width_figures_are_kept_and_can_be_read_plainly() {
        Text text = new Text.Builder().add(new Line(1, 1, "１，２３４．５％－Ａ，")).build();
        assertThat(text).hasToString("１，２３４．５％－Ａ，");
        assertThat(text.plain()).isEqualTo("1,234.5%-A,");
    }

    @Test
    void a_merged_cell_covers_its_places_and_a_missing_one_covers_none() {
        Cell merged = new Cell(0, 0, 2, 1, Text.EMPTY);
        Cell right = new Cell(0, 1, 1, 1, Text.EMPTY);
        Table table = new Table("", "", 2, 2, 1, List.of(merged, right));
        assertThat(table.cell(1, 0)).contains(merged);
        assertThat(table.cell(1, 1)).isEmpty();
        assertThat(table.grid()[1]).containsExactly(merged, null);
    }

    @Test
    void a_cell_outside_its_table_is_a_bug() {
        assertThatThrownBy(() -> new Table("", "", 1, 1, 0, List.of(new Cell(0, 0, 1, 2, Text.EMPTY))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outside 1 x 1");
    }

    @Test
    void the_box_of_a_stretch_goes_around_its_characters() {
        Line line = new Line(1, 1, "年度", List.of(new Box(1, 100, 200, 1100, 1300), new Box(1, 1100, 210, 2100, 1310)));
        assertThat(line.box(0, 2)).contains(new Box(1, 100, 200, 2100, 1310));
        assertThat(FIRST.box(0, 1)).isEmpty();
    }
}
