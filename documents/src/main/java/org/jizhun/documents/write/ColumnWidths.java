package org.jizhun.documents.write;

import java.util.Arrays;
import org.jizhun.documents.report.Block;
import org.jizhun.documents.report.Figures;

/**
 * Widths of a table's columns, in twips. A column of figures gets what its longest figure takes on one line, so that no
 * figure is broken; the rest is shared among the columns of words as the table asks.
 */
final class ColumnWidths {

    /** 五号 is 10.5 pt: 210 twips for a Chinese character, a bit more than half of it for a digit. */
    private static final int WIDE = 210;

    private static final int NARROW = 122;
    /** Word processors set a little space between a Chinese character and a digit. */
    private static final int GAP = 55;

    private static final int PADDING = 180;

    private ColumnWidths() {}

    static int[] of(Block.Table table, Figures figures, int width) {
        int columns = table.columns().size();
        int[] widths = new int[columns];
        int shares = 0;
        int left = width;
        for (int i = 0; i < columns; i++) {
            if (table.columns().get(i).align() == Block.Align.RIGHT) {
                widths[i] = needed(table, i, figures);
                left -= widths[i];
            } else {
                shares += table.columns().get(i).width();
            }
        }
        if (shares == 0 || left < shares) {
            return evenly(table, width);
        }
        for (int i = 0; i < columns; i++) {
            if (table.columns().get(i).align() != Block.Align.RIGHT) {
                widths[i] = left * table.columns().get(i).width() / shares;
            }
        }
        return widths;
    }

    private static int needed(Block.Table table, int column, Figures figures) {
        int longest = table.rows().stream()
                .mapToInt(row -> {
                    int plain = twips(row.cells().get(column).text().text(figures));
                    return row.strong() ? plain * 108 / 100 : plain;
                })
                .max()
                .orElse(0);
        int heading = twips(table.columns().get(column).heading().text(figures));
        // a heading may break over two lines, a figure may not
        return PADDING + Math.max(longest, (heading + 1) / 2 + WIDE / 2);
    }

    private static int[] evenly(Block.Table table, int width) {
        int shares = table.columns().stream().mapToInt(Block.Column::width).sum();
        int[] widths = new int[table.columns().size()];
        Arrays.setAll(widths, i -> width * table.columns().get(i).width() / shares);
        return widths;
    }

    private static int twips(String text) {
        int twips = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean wide = character >= 0x2E80;
            boolean change = i > 0 && wide != text.charAt(i - 1) >= 0x2E80;
            twips += (wide || character == '%' ? WIDE : NARROW) + (change ? GAP : 0);
        }
        return twips;
    }
}
