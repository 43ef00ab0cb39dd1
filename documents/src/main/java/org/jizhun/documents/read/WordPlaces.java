package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.document.Line;

/**
 * Leads from a line and column of a document that was read from a .docx back to the paragraph of that file, where a comment
 * can be put. Both hold the same characters in the same order, blanks apart; what only the lines have (automatic numbers)
 * or only the file (merged-away cells) has no place.
 */
public final class WordPlaces {

    private static final int LONGEST_LABEL = 12;
    private static final int FARTHEST = 4_000;
    private static final int SURE = 6;

    private final List<Place> places = new ArrayList<>();
    private final StringBuilder characters = new StringBuilder();
    private final Map<Integer, int[]> found = new HashMap<>();

    /**
     * A character of a paragraph.
     *
     * @param offset 0-based in {@link XWPFParagraph#getText()}
     */
    public record Place(XWPFParagraph paragraph, int offset) {}

    private WordPlaces() {}

    /** @param word the same file, opened anew */
    public static WordPlaces of(Document document, XWPFDocument word) {
        WordPlaces places = new WordPlaces();
        places.gather(word.getBodyElements());
        int at = 0;
        for (Line line : document.lines()) {
            at = places.line(line, at);
        }
        return places;
    }

    /** Where the character at a 1-based line and column stands in the file; empty for one that is not in it. */
    public Optional<Place> place(int line, int column) {
        int[] columns = found.get(line);
        return columns == null || column < 1 || column > columns.length || columns[column - 1] < 0
                ? Optional.empty()
                : Optional.of(places.get(columns[column - 1]));
    }

    private void gather(List<IBodyElement> elements) {
        for (IBodyElement element : elements) {
            if (element instanceof XWPFParagraph paragraph) {
                gather(paragraph);
            } else if (element instanceof XWPFTable table) {
                for (XWPFTableRow row : table.getRows()) {
                    for (XWPFTableCell cell : row.getTableCells()) {
                        gather(cell.getBodyElements());
                    }
                }
            }
        }
    }

    private void gather(XWPFParagraph paragraph) {
        String text = paragraph.getText();
        for (int i = 0; i < text.length(); i++) {
            if (!Characters.isBlank(text.charAt(i))) {
                places.add(new Place(paragraph, i));
                characters.append(text.charAt(i));
            }
        }
    }

    /** Matches a line from a character of the file on; the character after it. */
    private int line(Line line, int from) {
        String text = line.text();
        int[] columns = new int[text.length()];
        java.util.Arrays.fill(columns, -1);
        int column = label(text, from);
        int at = from;
        for (; column < text.length(); column++) {
            if (Characters.isBlank(text.charAt(column))) {
                continue;
            }
            if (!matches(text, column, at)) {
                at = next(text, column, at);
            }
            if (at < characters.length() && characters.charAt(at) == text.charAt(column)) {
                columns[column] = at++;
            }
        }
        found.put(line.number(), columns);
        return at;
    }

    /** How long the number is that Word prints before the paragraph. */
    private int label(String text, int at) {
        for (int length = 0; length <= Math.min(LONGEST_LABEL, text.length() - 1); length++) {
            if (matches(text, length, at)) {
                return length;
            }
        }
        return 0;
    }

    /** The nearest character of the file from which the text goes on; the given one where there is none. */
    private int next(String text, int column, int from) {
        for (int at = from; at < Math.min(from + FARTHEST, characters.length()); at++) {
            if (matches(text, column, at)) {
                return at;
            }
        }
        return from;
    }

    /** Whether the next few characters of both are the same. */
    private boolean matches(String text, int column, int from) {
        int at = from;
        int same = 0;
        for (int i = column; i < text.length() && same < SURE; i++) {
            if (Characters.isBlank(text.charAt(i))) {
                continue;
            }
            if (at >= characters.length() || characters.charAt(at) != text.charAt(i)) {
                return false;
            }
            at++;
            same++;
        }
        return same > 0;
    }
}
