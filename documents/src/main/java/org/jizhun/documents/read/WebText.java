package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Text of a web page as it is gathered from its nodes: each character with the line of the file on which it stands. */
final class WebText {

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> lines = new ArrayList<>();

    /** All that an element shows. */
    static Print of(Element element) {
        WebText text = new WebText();
        text.addAll(element);
        return text.print();
    }

    private void addAll(Element element) {
        element.nodeStream().forEach(node -> {
            if (node instanceof TextNode own) {
                add(own);
            } else if (node instanceof Element child && child.normalName().equals("br")) {
                add("\n", line(child));
            }
        });
    }

    void add(TextNode node) {
        add(node.getWholeText(), line(node));
    }

    /** The text of an element too deep to be taken apart. */
    void add(Element element) {
        add(element.text(), line(element));
    }

    private void add(String more, int from) {
        int line = from;
        for (int i = 0; i < more.length(); i++) {
            text.append(more.charAt(i));
            lines.add(line);
            line += more.charAt(i) == '\n' ? 1 : 0;
        }
    }

    private int line(Node node) {
        int line = node.sourceRange().start().lineNumber();
        return line > 0 ? line : lines.isEmpty() ? 1 : lines.get(lines.size() - 1);
    }

    /** What was gathered, its blanks collapsed as a browser does; begins anew. */
    Print print() {
        String collapsed = HtmlReader.collapsed(text.toString());
        List<Integer> own = new ArrayList<>(collapsed.length());
        int at = 0;
        for (int i = 0; i < collapsed.length(); i++) {
            // only blanks are left out or put in
            while (at < text.length() - 1 && collapsed.charAt(i) != ' ' && collapsed.charAt(i) != text.charAt(at)) {
                at++;
            }
            own.add(lines.get(at));
            at += collapsed.charAt(i) != ' ' && at < text.length() - 1 ? 1 : 0;
        }
        text.setLength(0);
        lines.clear();
        return new Print(collapsed, List.of(), own);
    }
}
