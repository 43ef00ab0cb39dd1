package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table printed one cell a line: headings, then again and again a label and as many figures as there are columns. */
final class OneCellALine {

    private static final Pattern WORDS = Pattern.compile("[^，。；：！？\\s]{1,16}");
    private static final int LEAST_ROWS = 2;

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
        return rows >= LEAST_ROWS ? at : start;
    }

    static Grid grid(List<SourceLine> lines, int order, String caption) {
        int columns = 0;
        while (isWord(lines.get(columns))) {
            columns++;
        }
        int width = columns - 1;
        List<List<Passage>> rows = new ArrayList<>();
        for (int at = 0; at + width <= lines.size(); at += width) {
            List<Passage> row = new ArrayList<>();
            for (SourceLine line : lines.subList(at, at + width)) {
                row.add(TableLines.passage(line, Cells.aligned(line.text()).get(0), order));
            }
            rows.add(row);
        }
        return new Grid(order, caption, "", rows, 1);
    }

    private static boolean isWord(SourceLine line) {
        String text = line.text().strip();
        return WORDS.matcher(text).matches() && !new Cells.Cell(text, 0).isNumeric();
    }

    private static int figures(List<SourceLine> lines, int from) {
        int at = from;
        while (at < lines.size() && new Cells.Cell(lines.get(at).text().strip(), 0).isNumeric()) {
            at++;
        }
        return at - from;
    }
}
