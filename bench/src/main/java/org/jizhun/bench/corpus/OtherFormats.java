package org.jizhun.bench.corpus;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.documents.read.DocumentReader;
import org.jizhun.kernel.document.Document;

/**
 * Documents that are not plain text. Their lines are those of the extracted text, so the made file is read back and the
 * marks are put where the same characters stand; a file that does not read back character by character is a bug and thrown.
 */
final class OtherFormats {

    private OtherFormats() {}

    static byte[] file(Draft draft) {
        List<Part> plain = draft.parts().stream().map(OtherFormats::unmarked).toList();
        return switch (draft.rendering().look().format()) {
            case "html" -> HtmlFile.of(plain);
            case "docx" -> WordFile.of(plain);
            case "pdf" -> PdfFile.of(plain, draft.rendering().look());
            case "xlsx" -> SheetFile.of(plain);
            default ->
                throw new IllegalArgumentException(draft.rendering().look().format());
        };
    }

    private static Part unmarked(Part part) {
        if (part instanceof Part.Heading heading) {
            return new Part.Heading(heading.level(), Marks.without(heading.text()));
        }
        if (part instanceof Part.Paragraph paragraph) {
            return new Part.Paragraph(Marks.without(paragraph.text()));
        }
        if (part instanceof Part.Caption caption) {
            return new Part.Caption(Marks.without(caption.text()));
        }
        if (part instanceof Part.Table table) {
            return new Part.Table(
                    table.rows().stream()
                            .map(row -> row.stream().map(Marks::without).toList())
                            .toList(),
                    table.headings(),
                    table.breaks());
        }
        return part;
    }

    static List<String> markedLines(Draft draft) {
        String name = "report." + draft.rendering().look().format();
        Document document = new DocumentReader().read(name, file(draft)).value();
        String marked = characters(draft.parts());
        int at = 0;
        List<String> lines = new ArrayList<>();
        for (org.jizhun.kernel.document.Line line : document.lines()) {
            StringBuilder text = new StringBuilder();
            if (!line.text().matches("— \\d+ —")) {
                for (int index = 0; index < line.text().length(); index++) {
                    char character = line.text().charAt(index);
                    while (at < marked.length() && Marks.isMark(marked.charAt(at))) {
                        text.append(marked.charAt(at++));
                    }
                    text.append(character);
                    if (!blank(character)) {
                        if (at == marked.length() || marked.charAt(at) != character) {
                            throw new IllegalStateException(draft.rendering().folder() + " reads back other at "
                                    + marked.substring(at, Math.min(marked.length(), at + 20)) + " / " + line.text());
                        }
                        at++;
                    }
                }
            }
            lines.add(text.toString());
        }
        StringBuilder last = new StringBuilder(lines.remove(lines.size() - 1));
        while (at < marked.length() && Marks.isMark(marked.charAt(at))) {
            last.append(marked.charAt(at++));
        }
        lines.add(last.toString());
        if (at < marked.length()) {
            throw new IllegalStateException(draft.rendering().folder() + " loses " + marked.substring(at));
        }
        return lines;
    }

    private static boolean blank(char character) {
        return Character.isWhitespace(character) || character == '\u00A0' || character == '\u3000';
    }

    /** All that is printed, row by row, without blanks. */
    private static String characters(List<Part> parts) {
        StringBuilder all = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Heading heading) {
                all.append(heading.text());
            } else if (part instanceof Part.Paragraph paragraph) {
                all.append(paragraph.text());
            } else if (part instanceof Part.Caption caption) {
                all.append(caption.text());
            } else if (part instanceof Part.Table table) {
                table(table, all);
            }
        }
        StringBuilder solid = new StringBuilder();
        all.chars().filter(each -> !blank((char) each)).forEach(each -> solid.append((char) each));
        return solid.toString();
    }

    private static void table(Part.Table table, StringBuilder all) {
        for (int row = 0; row < table.rows().size(); row++) {
            for (String cell : table.rows().get(row)) {
                if (!cell.equals("^")) {
                    all.append(row < table.headings() ? cell.replace("⏎", "") : cell);
                }
            }
        }
    }
}
