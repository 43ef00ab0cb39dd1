package org.jizhun.documents.report;

import java.util.List;

/** A piece of a section, from top to bottom. */
public sealed interface Block {

    /** A numbered heading: level 2 is （一）, level 3 is 1. */
    record Heading(int level, int number, Prose text) implements Block {
        /** The number as the outline prints it. */
        public String label() {
            return level == 2 ? "（" + ChineseNumber.of(number) + "）" : number + ".";
        }
    }

    /** A paragraph of body text. */
    record Paragraph(Prose text) implements Block {}

    /** A line of its own kind, such as a table's title or the date. */
    record Line(Style style, Prose text) implements Block {}

    /** A table whose heading row repeats on every page. */
    record Table(List<Column> columns, List<Row> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** A column of a table; {@code width} is its share of the whole. */
    record Column(Prose heading, int width, Align align) {}

    /** How the text of a cell stands. */
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** A row; a strong one is a total or a subtotal. */
    record Row(boolean strong, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A cell; a cell that {@code continues} the one above it is merged with it and shows nothing. */
    record Cell(Prose text, boolean continues) {
        public static Cell of(Prose text) {
            return new Cell(text, false);
        }
    }
}
