package org.jizhun.bench.corpus;

import java.util.ArrayList;
import java.util.List;

/** Widths in half characters: a Chinese character takes two, a mark none. */
final class Width {

    private Width() {}

    static int of(String text) {
        return text.chars().map(character -> of((char) character)).sum();
    }

    static int of(char character) {
        if (Marks.isMark(character)) {
            return 0;
        }
        return character < 0x2000 ? 1 : 2;
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** Cut wherever a line is full, also inside a figure, as extraction finds it; no closing stop begins a line. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (used + of(character) > width && "，。；：、）》”％%".indexOf(character) < 0) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(character);
            used += of(character);
        }
        lines.add(line.toString());
        return lines;
    }
}
