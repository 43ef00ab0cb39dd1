package org.jizhun.bench.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.yaml.YamlNode;

/**
 * How a document looks on paper.
 *
 * @param format txt, html, docx, pdf or xlsx
 * @param wrap characters of full width a line, 0 for whole paragraphs in a line
 * @param blankLines a blank line after each line, as some extractions give
 * @param indented paragraphs begin with two wide blanks
 * @param spaced a blank between Chinese characters and figures
 * @param wideDigits digits of running text in full width
 * @param page lines a page with its number at the foot, 0 for one page
 * @param head running head of every page, may be empty
 */
record Look(
        String format,
        Tables tables,
        int wrap,
        boolean blankLines,
        boolean indented,
        boolean spaced,
        boolean wideDigits,
        int page,
        String head) {

    private static final Set<String> KEYS = Set.of(
            "folder",
            "seed",
            "format",
            "tables",
            "wrap",
            "blank-lines",
            "indent",
            "spaced",
            "wide-digits",
            "page",
            "head");

    /** How a table is set in plain text. */
    enum Tables {
        BARS,
        TABS,
        BLANKS,
        /** One blank between cells, headings in pieces, as extraction from a PDF gives. */
        TOKENS,
        /** One cell a line. */
        CELLS,
        BOXES
    }

    static Look parse(YamlNode node, List<Problem> problems) {
        node.refuseUnknownKeys(KEYS, problems);
        return new Look(
                node.text("format", "txt"),
                Tables.valueOf(node.text("tables", "bars").toUpperCase(Locale.ROOT)),
                Integer.parseInt(node.text("wrap", "0")),
                node.text("blank-lines", "").equals("true"),
                node.text("indent", "").equals("true"),
                node.text("spaced", "").equals("true"),
                node.text("wide-digits", "").equals("true"),
                Integer.parseInt(node.text("page", "0")),
                node.text("head", ""));
    }
}
