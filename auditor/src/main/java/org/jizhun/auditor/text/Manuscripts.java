package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.document.Block;
import org.jizhun.kernel.document.Cell;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.document.Spot;
import org.jizhun.kernel.document.Table;
import org.jizhun.kernel.document.Text;
import org.jspecify.annotations.Nullable;

/** Takes a document of any format as the auditor reads it. */
public final class Manuscripts {

    private Manuscripts() {}

    public static Manuscript of(Document document) {
        List<Passage> passages = new ArrayList<>();
        List<Grid> grids = new ArrayList<>();
        int order = 0;
        for (Block block : document.blocks()) {
            if (block instanceof Table table) {
                grids.add(grid(table, order));
            } else if (block instanceof org.jizhun.kernel.document.Passage passage) {
                passages.add(passage(passage.text(), order));
            }
            order++;
        }
        return new Manuscript(document.name(), Math.max(1, document.pages().size()), passages, grids);
    }

    private static Passage passage(Text text, int order) {
        Passage.Builder builder = new Passage.Builder(text.length());
        for (int i = 0; i < text.length(); i++) {
            Spot spot = text.spot(i);
            builder.add(text.charAt(i), spot.page(), spot.line(), spot.column());
        }
        return builder.build(order);
    }

    private static Grid grid(Table table, int order) {
        @Nullable Cell[][] cells = table.grid();
        List<List<Passage>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<Passage> passages = new ArrayList<>();
            for (int column = 0; column < table.columns(); column++) {
                passages.add(passage(shown(cells[row][column], row, column, table.headingRows()), order));
            }
            rows.add(passages);
        }
        return new Grid(order, table.caption(), table.looseHeading(), rows, table.headingRows());
    }

    /** A merged heading stands over each of its columns; a merged body cell stands in its first place only. */
    private static Text shown(@Nullable Cell cell, int row, int column, int headingRows) {
        boolean first = cell != null && cell.row() == row && cell.column() == column;
        return cell == null || (!first && row >= headingRows) ? Text.EMPTY : cell.text();
    }
}
