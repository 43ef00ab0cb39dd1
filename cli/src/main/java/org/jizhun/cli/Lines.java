package org.jizhun.cli;

import java.util.ArrayList;
import java.util.List;

/** Text measured in terminal columns: a Chinese character takes two, a combining mark none. */
final class Lines {

    /** Code points from, to: CJK, Hangul, full-width forms, pictures. */
    private record Range(int from, int to) {}

    private static final List<Range> WIDE = List.of(
            new Range(0x1100, 0x115F),
            new Range(0x2E80, 0xA4CF),
            new Range(0xAC00, 0xD7A3),
            new Range(0xF900, 0xFAFF),
            new Range(0xFE30, 0xFE6F),
            new Range(0xFF00, 0xFF60),
            new Range(0xFFE0, 0xFFE6),
            new Range(0x1F300, 0x1FAFF),
            new Range(0x20000, 0x3FFFD));
    private static final String CLOSING = "，。；：、）》”’！？%";
    private static final String OPENING = "（《“‘";

    private Lines() {}

    static int width(String text) {
        return text.codePoints().map(Lines::width).sum();
    }

    /** Filled up with blanks on the right to this width. */
    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** Filled up with blanks on the left to this width. */
    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** Broken at blanks, or between Chinese characters, into lines of this width; further lines begin with the indent. */
    static List<String> wrapped(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String rest = lines.isEmpty() ? paragraph : indent + paragraph;
            while (width(rest) > width) {
                int end = breakAt(rest, width, indent.length());
                lines.add(rest.substring(0, end).stripTrailing());
                rest = indent + rest.substring(end).stripLeading();
            }
            lines.add(rest.stripTrailing());
        }
        return lines;
    }

    /** The last place to break within the width, after the indent; a word too long is cut. */
    private static int breakAt(String text, int width, int indent) {
        int used = 0;
        int last = -1;
        int index = 0;
        while (index < text.length()) {
            int character = text.codePointAt(index);
            used += width(character);
            if (used > width) {
                break;
            }
            index += Character.charCount(character);
            int next = index < text.length() ? text.codePointAt(index) : ' ';
            boolean wide = width(character) == 2 || width(next) == 2;
            boolean clings = CLOSING.indexOf(next) >= 0 || OPENING.indexOf(character) >= 0;
            if (index > indent && (character == ' ' || (wide && !clings))) {
                last = index;
            }
        }
        return last > indent ? last : Math.max(index, indent + 1);
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return WIDE.stream().anyMatch(range -> range.from() <= character && character <= range.to()) ? 2 : 1;
    }
}
