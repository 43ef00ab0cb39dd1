package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.document.Line;
import org.jizhun.kernel.document.Page;

/** Plain text: its lines are the file's own, a form feed begins a page, paragraphs and tables come from the layout. */
final class PlainText {

    /** A form feed ends no line: it stands in front of the first line of a page, and editors count it so. */
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\n");

    private PlainText() {}

    static Document read(Source source) {
        List<Line> lines = lines(Decoded.text(source));
        int last = lines.get(lines.size() - 1).page();
        List<Page> pages = new ArrayList<>();
        for (int number = 1; number <= last; number++) {
            pages.add(new Page(number, "", 0, 0));
        }
        return new Document(source.name(), "txt", pages, lines, LaidOut.blocks(lines), List.of(), false);
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int page = 1;
        for (String line : LINE_END.split(text, -1)) {
            page += (int) line.chars().filter(character -> character == '\f').count();
            lines.add(new Line(lines.size() + 1, page, line.replace('\f', ' ')));
        }
        return lines;
    }
}
