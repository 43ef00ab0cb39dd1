package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.document.Line;
import org.jizhun.kernel.document.Page;

/** Plain text: its lines are the file's own, a form feed begins a page, paragraphs and tables come from the layout. */
final class PlainText {

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
        for (String line : text.split("\\R", -1)) {
            page += (int) line.chars().filter(character -> character == '\f').count();
            lines.add(new Line(lines.size() + 1, page, line.replace('\f', ' ')));
        }
        return lines;
    }
}
