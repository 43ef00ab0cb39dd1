package org.jizhun.cli;

import java.util.ArrayList;
import java.util.List;

/** Text measured in terminal columns: a Chinese character takes two, a combining mark none. */
final class Lines {

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
            boolean wide = width(character) == 2
                    || index < text.length() && width(text.codePointAt(index)) == 2;
            boolean clings = index < text.length() && "，。；：、）》”’！？%".indexOf(text.codePointAt(index)) >= 0
                    || "（《“‘".indexOf(character) >= 0;
            if (index > indent && (character == ' ' || wide && !clings)) {
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
        boolean wide = character >= 0x1100 && character <= 0x115F
                || character >= 0x2E80 && character <= 0xA4CF
                || character >= 0xAC00 && character <= 0xD7A3
                || character >= 0xF900 && character <= 0xFAFF
                || character >= 0xFE30 && character <= 0xFE6F
                || character >= 0xFF00 && character <= 0xFF60
                || character >= 0xFFE0 && character <= 0xFFE6
                || character >= 0x1F300 && character <= 0x1FAFF
                || character >= 0x20000 && character <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
