package org.jizhun.auditor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jizhun.kernel.document.Cell;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.document.Line;
import org.jizhun.kernel.document.Page;
import org.jizhun.kernel.document.Table;
import org.jizhun.kernel.document.Text;
import org.junit.jupiter.api.Test;

/** A document of any format as the auditor reads it. */
class ManuscriptsTest {

    private static Text text(int line, String text) {
        return new Text.Builder().add(new Line(line, 2, text)).build();
    }

    private static Manuscript manuscript(List<Page> pages) {
        // 项目 over two rows, 金额 over two columns of the heading, 合计 over two columns of the body
        Table table = new Table(
                "表1 单位：万元",
                "",
                4,
                3,
                2,
                List.of(
                        new Cell(0, 0, 2, 1, text(3, "项目")),
                        new Cell(0, 1, 1, 2, text(3, "金额")),
                        new Cell(1, 1, 1, 1, text(4, "预算数")),
                        new Cell(1, 2, 1, 1, text(4, "决算数")),
                        new Cell(2, 0, 1, 1, text(5, "甲")),
                        new Cell(2, 2, 1, 1, text(5, "9")),
                        new Cell(3, 0, 1, 2, text(6, "合计")),
                        new Cell(3, 2, 1, 1, text(6, "9"))));
        org.jizhun.kernel.document.Passage before = new org.jizhun.kernel.document.Passage(
                org.jizhun.kernel.document.Passage.Kind.PARAGRAPH, text(1, "２０２３ 年度"));
        org.jizhun.kernel.document.Passage after = new org.jizhun.kernel.document.Passage(
                org.jizhun.kernel.document.Passage.Kind.PARAGRAPH, text(7, "说明。"));
        return Manuscripts.of(
                new Document("a.docx", "docx", pages, List.of(), List.of(before, table, after), List.of(), false));
    }

    @Test
    void passages_and_tables_keep_their_order_and_places() {
        Manuscript manuscript = manuscript(List.of(new Page(1, "", 0, 0), new Page(2, "", 0, 0)));
        assertThat(manuscript.name()).isEqualTo("a.docx");
        assertThat(manuscript.pages()).isEqualTo(2);
        assertThat(manuscript.passages()).extracting(Passage::text).containsExactly("2023年度", "说明。");
        assertThat(manuscript.passages()).extracting(Passage::order).containsExactly(0, 2);
        assertThat(manuscript.grids()).extracting(Grid::order).containsExactly(1);
        assertThat(manuscript.passages().get(0).spot(4, 5)).isEqualTo(new Spot(2, 1, 6, "年"));
        // a format without pages has one
        assertThat(manuscript(List.of()).pages()).isEqualTo(1);
    }

    @Test
    void a_merged_heading_stands_over_each_of_its_columns_and_a_merged_cell_in_its_first_only() {
        Grid grid = manuscript(List.of()).grids().get(0);
        assertThat(grid.caption()).isEqualTo("表1 单位：万元");
        assertThat(grid.heading(0)).isEqualTo("项目");
        assertThat(grid.heading(1)).isEqualTo("金额预算数");
        assertThat(grid.heading(2)).isEqualTo("金额决算数");
        assertThat(grid.body().get(0)).extracting(Passage::text).containsExactly("甲", "", "9");
        assertThat(grid.body().get(1)).extracting(Passage::text).containsExactly("合计", "", "9");
        assertThat(grid.width()).isEqualTo(3);
    }
}
