package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jizhun.auditor.text.Layout;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.document.Line;
import org.jizhun.kernel.document.Page;
import org.jizhun.kernel.document.Text;
import org.jspecify.annotations.Nullable;

/** Printed pages become a document: margins apart, paragraphs and tables joined over line and page breaks. */
final class PagedText {

    private static final int LONGEST_CONTINUED = 24;

    private final Scribe scribe;
    private final List<List<Part>> pages = new ArrayList<>();
    private final List<PrintedLine> margins = new ArrayList<>();
    private final Paragraphs paragraphs;

    private @Nullable PrintedTable lastTable;
    private @Nullable JoinedTable openTable;
    private @Nullable PrintedLine lastLine;
    private String lastText = "";
    private Text.Builder passage = new Text.Builder();

    private PagedText(Source source, List<PrintedPage> printed) {
        this.scribe = new Scribe(source);
        scribe.pages(printed.stream()
                .map(page -> new Page(page.number(), "", page.width(), page.height()))
                .toList());
        List<RuledTables> ruled = SideBySide.each(printed, page -> {
            source.proceed();
            return RuledTables.of(page);
        });
        List<List<PrintedLine>> lines = SideBySide.each(ruled, tables -> PrintedLine.of(tables.page(), tables.rest()));
        Margins running = new Margins(lines);
        List<PrintedLine> text = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<Part> parts = new ArrayList<>(ruled.get(i).tables());
            parts.addAll(AlignedTables.of(running.without(lines.get(i), margins)));
            parts.sort(Comparator.comparingInt(Part::top));
            pages.add(parts);
            parts.stream().filter(PrintedLine.class::isInstance).forEach(part -> text.add((PrintedLine) part));
        }
        this.paragraphs = new Paragraphs(text);
    }

    static Document document(Source source, Format format, List<PrintedPage> pages, boolean recognised) {
        PagedText paged = new PagedText(source, pages);
        for (List<Part> parts : paged.pages) {
            for (int i = 0; i < parts.size(); i++) {
                paged.part(parts, i);
            }
        }
        paged.endTable();
        paged.endPassage();
        return paged.scribe.document(format, paged.runningLines(), recognised);
    }

    private List<Line> runningLines() {
        List<Line> lines = new ArrayList<>();
        for (PrintedLine margin : margins) {
            Print print = margin.print();
            lines.add(new Line(lines.size() + 1, margin.page().number(), print.text(), print.boxes()));
        }
        return lines;
    }

    private void part(List<Part> parts, int at) {
        if (parts.get(at) instanceof PrintedTable table) {
            table(table, at == 0 || (at == 1 && isContinued(parts)));
        } else if (parts.get(at) instanceof PrintedLine line) {
            if (at > 0 || !isContinued(parts)) {
                line(line);
            }
        }
    }

    /** Whether a page begins with a line that only says that the table goes on, or in which unit, and its heading again. */
    private boolean isContinued(List<Part> parts) {
        if (openTable == null
                || parts.size() < 2
                || !(parts.get(0) instanceof PrintedLine line)
                || !(parts.get(1) instanceof PrintedTable table)) {
            return false;
        }
        String text = Characters.plain(line.print().text());
        return text.length() <= LONGEST_CONTINUED
                && (text.contains("续") || (text.contains("单位:") && openTable.repeated(table) > 0));
    }

    private void table(PrintedTable table, boolean first) {
        endPassage();
        JoinedTable open = openTable;
        boolean goesOn = first
                && open != null
                && lastTable != null
                && table.page() == lastTable.page() + 1
                && table.goesOn(lastTable);
        if (!goesOn || open == null) {
            endTable();
            open = new JoinedTable();
        }
        open.add(table);
        openTable = open;
        lastTable = table;
    }

    private void endTable() {
        if (openTable != null) {
            scribe.table(openTable.draft());
            openTable = null;
        }
    }

    private void line(PrintedLine printed) {
        endTable();
        Print print = printed.print();
        if (lastLine != null && (!paragraphs.goesOn(lastLine, printed) || Layout.beginsItem(lastText, print.text()))) {
            endPassage();
        }
        Line line = scribe.line(print);
        if (passage.length() > 0 && parts(passage, line)) {
            passage.add(' ', new org.jizhun.kernel.document.Spot(line.page(), line.number(), 1));
        }
        passage.add(line);
        lastLine = printed;
        lastText = print.text();
    }

    /** Between two words of Latin letters a line break is a blank. */
    private static boolean parts(Text.Builder before, Line after) {
        return Character.isLetter(before.last())
                && Character.isLetter(after.text().charAt(0))
                && !Characters.isWide(before.last())
                && !Characters.isWide(after.text().charAt(0));
    }

    private void endPassage() {
        if (passage.length() > 0) {
            scribe.passage(passage.build());
            passage = new Text.Builder();
        }
        lastLine = null;
    }
}
