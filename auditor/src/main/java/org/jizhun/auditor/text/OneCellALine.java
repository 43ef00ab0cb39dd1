package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;

/** A table printed one cell a line: headings, then again and again a label and as many figures as there are columns. */
final class OneCellALine {

    private static final Sought WORDS = Sought.of("[^，。；：！？\\s]{1,16}");
    private static final Sought PART = Sought.of("(?:其中|当年|本年|上年|其他|财政|中央|省级|市级|县级|区级).*");
    private static final int LEAST_ROWS = 2;
    private static final int MANY_COLUMNS = 5;

    private OneCellALine() {}

    static int end(List<SourceLine> lines, int start) {
        int firstFigure = start;
        while (firstFigure < lines.size() && isWord(lines.get(firstFigure))) {
            firstFigure++;
        }
        int columns = figures(lines, firstFigure);
        int words = firstFigure - start;
        if (columns < 2 || words != columns + 2) {
            return start;
        }
        int at = firstFigure - 1;
        int rows = 0;
        while (at < lines.size() && isWord(lines.get(at)) && figures(lines, at + 1) == columns) {
            at += columns + 1;
            rows++;
        }
        if (rows < LEAST_ROWS && !(rows == 1 && columns >= MANY_COLUMNS)) {
            return start;
        }
        while (isPart(lines, at, columns)) {
            at += 1 + figures(lines, at + 1);
        }
        return at;
    }

    /** 其中：当年财政拨款 and the like, whose score and weight are left empty. */
    private static boolean isPart(List<SourceLine> lines, int at, int columns) {
        int own = figures(lines, at + 1);
        return at < lines.size()
                && isLabel(lines.get(at))
                && PART.is(lines.get(at).text().strip())
                && own > 0
                && own <= columns;
    }

    static Grid grid(List<SourceLine> lines, int order, String caption) {
        int columns = 0;
        while (isWord(lines.get(columns))) {
            columns++;
        }
        int width = columns - 1;
        List<List<Passage>> rows = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int cells = at == 0 ? width : 1 + figures(lines, at + 1);
            List<Passage> row = new ArrayList<>();
            for (SourceLine line : lines.subList(at, at + cells)) {
                row.add(TableLines.passage(line, Cells.aligned(line.text()).get(0), order));
            }
            while (row.size() < width) {
                row.add(TableLines.empty(lines.get(at), order));
            }
            rows.add(row);
            at += cells;
        }
        return new Grid(order, caption, "", rows, 1);
    }

    private static boolean isLabel(SourceLine line) {
        return line.text().strip().length() <= 24 && !new Cells.Cell(line.text().strip(), 0).isNumeric();
    }

    private static boolean isWord(SourceLine line) {
        String text = line.text().strip();
        return WORDS.is(text) && !new Cells.Cell(text, 0).isNumeric();
    }

    private static int figures(List<SourceLine> lines, int from) {
        int at = from;
        while (at < lines.size() && new Cells.Cell(lines.get(at).text().strip(), 0).isNumeric()) {
            at++;
        }
        return at - from;
    }
}
