package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jizhun.kernel.document.Box;

/** Characters of one page that stand on one base line, from left to right. */
final class PrintedLine implements Part {

    private final PrintedPage page;
    private final List<Glyph> glyphs;
    private final int top;
    private final int bottom;

    private PrintedLine(PrintedPage page, List<Glyph> glyphs) {
        this.page = page;
        this.glyphs = glyphs;
        this.top = glyphs.stream().mapToInt(Glyph::top).min().orElse(0);
        this.bottom = glyphs.stream().mapToInt(Glyph::bottom).max().orElse(0);
    }

    /** Characters sorted into lines: what overlaps another by half its height stands in the same line. */
    static List<PrintedLine> of(PrintedPage page, List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingInt(Glyph::height));
        List<PrintedLine> lines = new ArrayList<>();
        List<Glyph> open = new ArrayList<>();
        Glyph largest = null;
        for (Glyph glyph : sorted) {
            if (largest != null
                    && glyph.height() - largest.height() > Math.max(largest.size(), glyph.size()) * 45 / 100) {
                lines.add(line(page, open));
                open = new ArrayList<>();
                largest = null;
            }
            open.add(glyph);
            largest = largest == null || glyph.size() > largest.size() ? glyph : largest;
        }
        if (!open.isEmpty()) {
            lines.add(line(page, open));
        }
        return lines;
    }

    private static PrintedLine line(PrintedPage page, List<Glyph> glyphs) {
        glyphs.sort(Comparator.comparingInt(Glyph::left));
        List<Glyph> kept = new ArrayList<>(glyphs.size());
        for (Glyph glyph : glyphs) {
            if (kept.isEmpty() || !isShadow(kept.get(kept.size() - 1), glyph)) {
                kept.add(glyph);
            }
        }
        return new PrintedLine(page, kept);
    }

    /** The same character printed again a little aside, to make it bold. */
    private static boolean isShadow(Glyph first, Glyph second) {
        return second.left() - first.left() < first.size() / 4
                && second.text().equals(first.text())
                && second.left() - first.left() < (first.right() - first.left()) / 2;
    }

    PrintedPage page() {
        return page;
    }

    int left() {
        return glyphs.get(0).left();
    }

    int right() {
        return glyphs.get(glyphs.size() - 1).right();
    }

    /** Its right edge without the sign at its end, which may be set beyond the edge of the text. */
    int edge() {
        Glyph last = glyphs.get(glyphs.size() - 1);
        return "，、；：,;:".contains(last.text()) ? last.left() : last.right();
    }

    /** Whether it has a comma and does not end a sentence, as no heading is. */
    boolean isOpenProse() {
        return !"。；：！？）》”’.;:!?)".contains(glyphs.get(glyphs.size() - 1).text())
                && glyphs.stream().anyMatch(glyph -> "，,".contains(glyph.text()));
    }

    @Override
    public int top() {
        return top;
    }

    @Override
    public int bottom() {
        return bottom;
    }

    int baseline() {
        return glyphs.get(0).baseline();
    }

    int size() {
        return glyphs.get(0).size();
    }

    /** Parted where a gap is as wide as {@code hundredths} of the type's size. */
    List<PrintedLine> segments(int hundredths) {
        List<PrintedLine> segments = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= glyphs.size(); i++) {
            if (i == glyphs.size()
                    || glyphs.get(i).left() - glyphs.get(i - 1).right()
                            >= glyphs.get(i).size() * hundredths / 100) {
                segments.add(new PrintedLine(page, glyphs.subList(from, i)));
                from = i;
            }
        }
        return segments;
    }

    /** How wide its first word is: a Chinese character with the sign after it, or a run of Latin letters and digits. */
    int firstWord() {
        int at = 1;
        while (at < glyphs.size()
                && glyphs.get(at).left() - glyphs.get(at - 1).right() < size() / 5
                && keepsTogether(
                        glyphs.get(at - 1).text().charAt(0),
                        glyphs.get(at).text().charAt(0))) {
            at++;
        }
        return glyphs.get(at - 1).right() - left();
    }

    private static boolean keepsTogether(char first, char second) {
        return "，。、；：！？）》”’％%…".indexOf(second) >= 0
                || "（《“‘".indexOf(first) >= 0
                || (!Characters.isWide(first) && !Characters.isWide(second));
    }

    /** Its text, a blank for each gap of three tenths of the type's size between characters of which one is Latin. */
    Print print() {
        StringBuilder text = new StringBuilder();
        List<Box> boxes = new ArrayList<>();
        Glyph last = null;
        for (Glyph glyph : glyphs) {
            if (last != null && isGap(last, glyph)) {
                int from = last.right();
                int to = glyph.left();
                Glyph gap = new Glyph(" ", from, to, glyph.baseline(), glyph.size());
                text.append(' ');
                boxes.add(page.box(gap, 0, 1));
            }
            for (int i = 0; i < glyph.text().length(); i++) {
                text.append(glyph.text().charAt(i));
                boxes.add(page.box(glyph, i, glyph.text().length()));
            }
            last = glyph;
        }
        return new Print(text.toString(), boxes);
    }

    private static boolean isGap(Glyph last, Glyph next) {
        int gap = next.left() - last.right();
        boolean wide = Characters.isWide(last.text().charAt(0))
                && Characters.isWide(next.text().charAt(0));
        return gap > next.size() * (wide ? 80 : 22) / 100;
    }

    /**
     * Lines of one cell as one text. What a full line broke goes on without a blank; where figures or words were set on
     * lines of their own, a blank parts them; never after a hyphen, where dates are broken.
     *
     * @param right edge of the cell
     */
    static Print joined(List<PrintedLine> lines, int right) {
        StringBuilder text = new StringBuilder();
        List<Box> boxes = new ArrayList<>();
        PrintedLine last = null;
        for (PrintedLine line : lines) {
            Print print = line.print();
            if (last != null && parts(last, line, text, print.text(), right)) {
                text.append(' ');
                Box before = boxes.get(boxes.size() - 1);
                boxes.add(new Box(before.page(), before.right(), before.top(), before.right(), before.bottom()));
            }
            text.append(print.text());
            boxes.addAll(print.boxes());
            last = line;
        }
        return new Print(text.toString(), boxes);
    }

    private static boolean parts(PrintedLine last, PrintedLine next, CharSequence before, String after, int right) {
        char first = before.charAt(before.length() - 1);
        char second = after.charAt(0);
        if (Characters.isWide(first) || Characters.isWide(second) || first == '-') {
            return false;
        }
        boolean letters = Character.isLetter(first) && Character.isLetter(second);
        boolean full = right - last.right() < next.firstWord() + next.size() / 2;
        return letters || !full;
    }
}
