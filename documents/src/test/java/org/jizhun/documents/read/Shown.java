package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.document.Block;
import org.jizhun.kernel.document.Cell;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.document.Passage;
import org.jizhun.kernel.document.Table;

/** A document's blocks as short lines, so that a test shows what it expects at a glance. */
final class Shown {

    private Shown() {}

    /** A passage as its text, a heading after {@code # }; a table row as {@code | cell | cell |}, with spans as {@code {2x1}}. */
    static List<String> blocks(Document document) {
        List<String> shown = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof Passage passage) {
                shown.add((passage.kind() == Passage.Kind.HEADING ? "# " : "") + passage.text());
            } else if (block instanceof Table table) {
                shown.addAll(rows(table));
            }
        }
        return shown;
    }

    static List<String> rows(Table table) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            StringBuilder line = new StringBuilder("|");
            for (int column = 0; column < table.columns(); column++) {
                Cell cell = table.cell(row, column).orElse(null);
                line.append(cell == null || cell.row() != row || cell.column() != column ? "" : text(cell))
                        .append('|');
            }
            rows.add(line.toString());
        }
        return rows;
    }

    private static String text(Cell cell) {
        boolean spans = cell.rowSpan() > 1 || cell.columnSpan() > 1;
        return cell.text() + (spans ? "{" + cell.rowSpan() + "x" + cell.columnSpan() + "}" : "");
    }
}
