package org.jizhun.kernel.document;

import java.util.List;

/**
 * A document as read. Its lines are numbered from 1 in the order of the input text (of the extracted text, where the
 * format is not text); its blocks are in reading order and point into the lines.
 *
 * @param name of the file
 * @param format in lower case, such as {@code pdf}
 * @param blocks passages and tables
 * @param margins running headers, footers and page numbers, which belong to no block
 * @param recognised whether the text was recognised from pictures, and so is less certain
 */
public record Document(
        String name,
        String format,
        List<Page> pages,
        List<Line> lines,
        List<Block> blocks,
        List<Line> margins,
        boolean recognised) {

    public Document {
        pages = List.copyOf(pages);
        lines = List.copyOf(lines);
        blocks = List.copyOf(blocks);
        margins = List.copyOf(margins);
    }

    public List<Table> tables() {
        return blocks.stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    public List<Passage> passages() {
        return blocks.stream()
                .filter(Passage.class::isInstance)
                .map(Passage.class::cast)
                .toList();
    }

    /** The line of a 1-based number. */
    public Line line(int number) {
        return lines.get(number - 1);
    }
}
