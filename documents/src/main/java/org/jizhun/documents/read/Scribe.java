package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jizhun.kernel.document.Block;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.document.Line;
import org.jizhun.kernel.document.Page;
import org.jizhun.kernel.document.Passage;
import org.jizhun.kernel.document.Text;

/**
 * Writes down, line by line, the text of a format that has no lines of its own: a paragraph is a line, and a table row is
 * a line with tabs between its cells.
 */
final class Scribe {

    private static final Pattern BREAK = Pattern.compile("\\R|\u000B");
    private static final int CAPTION_LENGTH = 40;

    private final Source source;
    private final List<Page> pages = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    /** For each line, on which line of the file its characters stand. */
    private final List<List<Integer>> origins = new ArrayList<>();

    private final List<Block> blocks = new ArrayList<>();
    private int characters;
    private int page = 1;

    Scribe(Source source) {
        this.source = source;
    }

    void page(String name) {
        if (pages.size() >= source.limits().pages()) {
            throw source.refusal(
                    "document-too-many-pages", "limit", source.limits().pages());
        }
        pages.add(new Page(pages.size() + 1, name, 0, 0));
        page = pages.size();
    }

    /** All pages of a document on paper, whose lines then say by their boxes on which they stand. */
    void pages(List<Page> printed) {
        pages.addAll(printed);
        page = 1;
    }

    /** The page of a print, else that of the line before. */
    private int pageOf(Print print) {
        if (!print.boxes().isEmpty()) {
            page = print.boxes().get(0).page();
        }
        return page;
    }

    /** A passage that runs over lines already written. */
    void passage(Text text) {
        blocks.add(LaidOut.passage(text));
    }

    void heading(String text) {
        for (String part : BREAK.split(text, -1)) {
            if (!part.isBlank()) {
                blocks.add(new Passage(Passage.Kind.HEADING, whole(line(Print.of(part)))));
            }
        }
    }

    /** A paragraph; a break inside it parts it, as office writers use breaks. */
    void paragraph(String text) {
        for (String part : BREAK.split(text, -1)) {
            if (!part.isBlank()) {
                blocks.add(LaidOut.passage(whole(line(Print.of(part)))));
            }
        }
    }

    /** A heading or a paragraph whose characters know their lines. */
    void passage(Print print, boolean heading) {
        if (!print.text().isBlank()) {
            Text text = whole(line(print));
            blocks.add(heading ? new Passage(Passage.Kind.HEADING, text) : LaidOut.passage(text));
        }
    }

    /** A table; its leading and closing rows that hold a single text for the whole width are passages of their own. */
    void table(DraftTable draft) {
        if ((long) draft.rows() * draft.columns() > source.limits().cells()) {
            throw source.refusal("document-bomb");
        }
        int from = 0;
        int to = draft.rows();
        while (from < to && draft.isSingle(from)) {
            draft.row(from++).forEach(cell -> passage(cell.print(), false));
        }
        while (to > from && draft.isSingle(to - 1)) {
            to--;
        }
        DraftTable body = draft.part(from, to);
        if (body.rows() > 0) {
            blocks.add(body.table(caption(), this::line));
        }
        for (int row = to; row < draft.rows(); row++) {
            draft.row(row).forEach(cell -> passage(cell.print(), false));
        }
    }

    /** The short passages just above. */
    private String caption() {
        StringBuilder caption = new StringBuilder();
        for (int at = Math.max(0, blocks.size() - 2); at < blocks.size(); at++) {
            if (blocks.get(at) instanceof Passage passage && passage.text().length() <= CAPTION_LENGTH) {
                caption.append(passage.text()).append(' ');
            }
        }
        return caption.toString().strip();
    }

    Line line(Print print) {
        source.proceed();
        String text = print.text();
        if (pages.isEmpty()) {
            page("");
        }
        characters += text.length();
        if (characters > source.limits().characters()) {
            throw source.refusal("document-bomb");
        }
        Line line = new Line(lines.size() + 1, pageOf(print), text, print.boxes());
        lines.add(line);
        origins.add(print.lines());
        return line;
    }

    private static Text whole(Line line) {
        return new Text.Builder().add(line).build();
    }

    Document document(Format format) {
        return document(format, List.of(), false);
    }

    Document document(Format format, List<Line> margins, boolean recognised) {
        Document document = new Document(source.name(), format.word(), pages, lines, blocks, margins, recognised);
        return origins.stream().allMatch(List::isEmpty) ? document : FileLines.placed(document, origins);
    }
}
