package org.jizhun.documents.read;

import java.util.List;
import org.jizhun.kernel.document.Document;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** A web page: its blocks as paragraphs, its tables with their spans, on the lines of the file. Scripts, menus and forms are left out. */
final class HtmlReader {

    private static final int DEEPEST = 256;
    private static final int WIDEST_SPAN = 1_000;
    private static final List<String> SILENT =
            List.of("script", "style", "noscript", "template", "nav", "head", "iframe", "object", "svg", "button");

    private final Source source;
    private final Scribe scribe;
    private final WebText open = new WebText();

    private HtmlReader(Source source) {
        this.source = source;
        this.scribe = new Scribe(source);
    }

    static Document read(Source source) {
        HtmlReader reader = new HtmlReader(source);
        reader.children(
                Jsoup.parse(Decoded.text(source), Parser.htmlParser().setTrackPosition(true))
                        .body(),
                0);
        reader.close();
        return reader.scribe.document(Format.HTML);
    }

    private void children(Element element, int depth) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                open.add(text);
            } else if (node instanceof Element child && !SILENT.contains(child.normalName())) {
                element(child, depth);
            }
        }
    }

    private void element(Element element, int depth) {
        source.proceed();
        String name = element.normalName();
        if (depth > DEEPEST) {
            open.add(element);
        } else if (name.equals("table") && !isLayout(element)) {
            close();
            scribe.table(table(element));
        } else if (name.equals("br")) {
            close();
        } else if (name.matches("h[1-6]")) {
            close();
            scribe.passage(WebText.of(element), true);
        } else if (element.isBlock() || name.equals("td") || name.equals("th")) {
            close();
            children(element, depth + 1);
            close();
        } else {
            children(element, depth + 1);
        }
    }

    private void close() {
        scribe.passage(open.print(), false);
    }

    /** A table that holds tables, or one cell, only places things on the page. */
    private static boolean isLayout(Element table) {
        return table.select("table").size() > 1 || table.select("td, th").size() <= 1;
    }

    private DraftTable table(Element table) {
        Element caption = table.selectFirst("caption");
        if (caption != null) {
            scribe.passage(WebText.of(caption), false);
        }
        DraftTable draft = new DraftTable();
        Occupied occupied = new Occupied();
        List<Element> rows = table.select("tr");
        int headings = 0;
        for (int row = 0; row < rows.size(); row++) {
            source.proceed();
            Element element = rows.get(row);
            boolean heading =
                    !element.select("th").isEmpty() && element.select("td").isEmpty();
            headings += heading && headings == row ? 1 : 0;
            int column = 0;
            for (Element cell : element.select("> td, > th")) {
                column = occupied.free(row, column);
                int down = Math.min(span(cell, "rowspan"), rows.size() - row);
                int across = span(cell, "colspan");
                if ((long) (column + across) * rows.size() > source.limits().cells()) {
                    throw source.refusal("document-bomb");
                }
                draft.add(new DraftTable.Draft(row, column, down, across, WebText.of(cell)));
                occupied.take(row, column, down, across);
                column += across;
            }
        }
        draft.headings(headings);
        return draft;
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute).strip();
        return value.matches("\\d{1,4}") ? Math.max(1, Math.min(WIDEST_SPAN, Integer.parseInt(value))) : 1;
    }

    /** Runs of blanks are one; a line break of the source between two Chinese characters is nothing. */
    static String collapsed(String text) {
        return text.replaceAll("(?<=[\\u2E80-\\uFFEF])[ \\t]*\\R[\\s]*(?=[\\u2E80-\\uFFEF0-9])", "")
                .replaceAll("(?<=[0-9])[ \\t]*\\R[\\s]*(?=[\\u2E80-\\uFFEF])", "")
                .replaceAll("[\\s\\u00A0]+", " ")
                .strip();
    }
}
