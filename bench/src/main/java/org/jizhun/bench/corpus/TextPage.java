package org.jizhun.bench.corpus;

import java.util.ArrayList;
import java.util.List;

/** Sets a document as plain text: lines, pages with running head and number, tables in one of six ways. */
final class TextPage {

    private static final int MIDDLE = 56;

    private final Look look;
    private final List<String> lines = new ArrayList<>();
    private int onPage;
    private int number = 1;

    private TextPage(Look look) {
        this.look = look;
    }

    static List<String> lines(Draft draft) {
        TextPage page = new TextPage(draft.rendering().look());
        draft.parts().forEach(page::add);
        page.foot();
        return page.lines;
    }

    private void add(Part part) {
        if (part instanceof Part.Heading heading) {
            heading(heading);
        } else if (part instanceof Part.Paragraph paragraph) {
            prose((look.indented() ? "　　" : "") + worded(paragraph.text()));
        } else if (part instanceof Part.Caption caption) {
            line(caption.text());
        } else if (part instanceof Part.PageBreak) {
            pageBreak();
        } else if (part instanceof Part.Table table) {
            TextTable.lines(table, look.tables()).forEach(line -> {
                if (line.equals(TextTable.PAGE_BREAK)) {
                    pageBreak();
                } else {
                    line(line);
                }
            });
            spacing();
        }
    }

    private void heading(Part.Heading heading) {
        if (heading.level() == 0) {
            int left = (MIDDLE - Width.of(heading.text())) / 2;
            line((look.wrap() > 0 && left > 0 ? " ".repeat(left) : "") + heading.text());
        } else {
            spacing();
            prose(worded(heading.text()));
        }
    }

    private String worded(String text) {
        String spaced = look.spaced()
                ? text.replaceAll("(?<=[\\u4e00-\\u9fa5])(?=\\d)", " ")
                        .replaceAll("(?<=[\\d%])(?=[\\u4e00-\\u9fa5])", " ")
                : text;
        if (!look.wideDigits()) {
            return spaced;
        }
        StringBuilder wide = new StringBuilder();
        for (int index = 0; index < spaced.length(); index++) {
            char character = spaced.charAt(index);
            boolean digit = (character >= '0' && character <= '9') || character == '%' || character == '.';
            wide.append(digit ? (char) (character + 0xFEE0) : character);
        }
        return wide.toString();
    }

    private void prose(String text) {
        if (look.wrap() == 0) {
            line(text);
            return;
        }
        for (String line : Width.wrapped(text, look.wrap() * 2)) {
            line(line);
            if (look.blankLines()) {
                line("");
            }
        }
    }

    private void spacing() {
        if (look.wrap() == 0 && !lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
            line("");
        }
    }

    private void line(String text) {
        if (look.page() > 0 && onPage >= look.page()) {
            pageBreak();
        }
        lines.add(onPage == 0 && number > 1 ? "\f" + text : text);
        onPage++;
    }

    private void pageBreak() {
        foot();
        number++;
        onPage = 0;
        if (!look.head().isEmpty()) {
            line(look.head());
        }
    }

    private void foot() {
        if (look.page() > 0) {
            lines.add("— " + number + " —");
        }
    }
}
