package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts lines back together: paragraphs that a layout broke at its line width, and tables that survive only as lines. A
 * full line runs on into the next; a short one ends its paragraph unless a sentence is still open.
 */
public final class Layout {

    private static final Sought BEGINS = Sought.of(
            "^[\\s\u3000]*(?:[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|\\d{1,2}[.．、](?!\\d(?!0\\d\\d年))|[（(]\\d{1,2}[）)]|第[一二三四五六七八九十]+(?:(?:章|节|部分)(?![。，；、）》的所])|条["
                    + " \u3000])|[①-⑳]|附件?\\d*[:：]|附表|表\\d|#{1,6} )");
    private static final Sought ENDS = Sought.of("[。！？；：:;!?][”’）)]?$");
    /** D12 自来水普及率：, the number of an indicator, where a sentence has ended before it. */
    private static final Sought CODED =
            Sought.of("^[\\s\u3000]*[A-Z]\\d{1,3}[\\s\u3000]*[\\u4e00-\\u9fa5][^，。；：]{1,20}：");

    private static final Sought OPEN = Sought.of("[，、（(《“,\\d]$|\\d\\.$");
    private static final Sought CONTINUES = Sought.of("^[，。、；：）”》%.,;:)]");
    /** 附件2 on a line of its own, above the annex's title. */
    private static final Sought ANNEX = Sought.of("附[件表录]?\\s*[\\d一二三四五六七八九十]{0,3}[:：]?");
    /** Cells parted by wide blanks, or two bare figures after one another: no line of prose, and so none to measure lines by. */
    private static final Sought ROW = Sought.of("\\S(?: {3,}|\t|\u3000{2,})\\S| [-\\d.,%]+ [-\\d.,%]+(?: |$)");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\n");
    private static final Sought CAPTION = Sought.of("单位[:：]|^[\\s　]*(?:附?表\\s?\\d|\\d{4}年.*(?:表|情况)$)");

    /** A figure is not parted from its unit: 1699.90万元. */
    private static final int UNIT = 4;

    private final String name;
    private final List<SourceLine> lines;
    private final int fullWidth;
    private final int usualLength;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Grid> grids = new ArrayList<>();
    /** …自2024年 and in the next line 3月5日至…: one date. */
    private static final Sought YEAR_AT_END = Sought.of("[\\u4e00-\\u9fa5、，（].*(?:19|20)\\d{2}年$");

    private static final Sought MONTH_FIRST = Sought.of("\\s*\\d{1,2}月");

    private int order;

    private Layout(String name, List<SourceLine> lines) {
        this.name = name;
        this.lines = PageFurniture.cleared(
                lines.stream().filter(line -> !line.isBlank()).toList());
        List<SourceLine> words = this.lines.stream()
                .filter(line -> !Cells.isPiped(line.text())
                        && !Cells.isRule(line.text())
                        && line.text().indexOf('\t') < 0
                        && !ROW.isIn(line.text().strip()))
                .toList();
        this.fullWidth = usualWidth(words.isEmpty() ? this.lines : words);
        this.usualLength = usualLength(words);
    }

    public static Manuscript read(String name, List<SourceLine> lines) {
        return new Layout(name, lines).read();
    }

    /** Lines of a text, all on page 1 unless form feeds part pages; a form feed itself ends no line. */
    public static List<SourceLine> lines(String text) {
        List<SourceLine> lines = new ArrayList<>();
        int page = 1;
        int number = 0;
        for (String line : LINE_END.split(text, -1)) {
            page += (int) line.chars().filter(character -> character == '\f').count();
            lines.add(new SourceLine(page, ++number, line.replace('\f', ' ')));
        }
        return lines;
    }

    private Manuscript read() {
        int at = 0;
        while (at < lines.size()) {
            TableLines table = TableLines.at(lines, at, fullWidth);
            if (table.end() > at) {
                grids.add(table.grid(lines, order++, caption()));
                at = table.end();
            } else {
                at = paragraph(at);
            }
        }
        int pages = lines.isEmpty() ? 1 : lines.get(lines.size() - 1).page();
        return new Manuscript(name, pages, passages, Continued.joined(grids, passages));
    }

    private String caption() {
        StringBuilder caption = new StringBuilder();
        for (int i = Math.max(0, passages.size() - 2); i < passages.size(); i++) {
            String text = passages.get(i).text();
            if (CAPTION.isIn(text) || text.length() <= 40) {
                caption.append(text).append(' ');
            }
        }
        return caption.toString().strip();
    }

    private int paragraph(int from) {
        Passage.Builder builder = new Passage.Builder();
        int at = from;
        while (at < lines.size()) {
            SourceLine line = lines.get(at);
            builder.add(line.text(), line.page(), line.number(), 1);
            at++;
            if (at == lines.size()
                    || !runsOn(line, lines.get(at))
                    || TableLines.at(lines, at, fullWidth).end() > at) {
                break;
            }
        }
        passages.add(builder.build(order++));
        return at;
    }

    /** Whether a sentence ends at the end of one line and the next begins as a heading or an item of a list does, with its number. */
    public static boolean beginsItem(String line, String next) {
        return ENDS.isIn(Characters.plain(line).strip()) && BEGINS.isIn(Characters.plain(next));
    }

    private boolean runsOn(SourceLine line, SourceLine next) {
        String text = Characters.plain(line.text()).strip();
        String following = Characters.plain(next.text());
        boolean full = line.width() >= fullWidth - 6
                || line.width() + Characters.wordWidth(next.text().strip()) > fullWidth - UNIT
                || line.text().strip().length() >= usualLength - 1;
        boolean ordinal = text.endsWith("第") || text.endsWith("第一、");
        if ((CONTINUES.isIn(following) || ordinal) && full) {
            return true;
        }
        if (YEAR_AT_END.isIn(text) && MONTH_FIRST.begins(following)) {
            return true;
        }
        if (ANNEX.is(text)) {
            return false;
        }
        boolean sentence = ENDS.isIn(text) || text.contains("。") || (full && text.contains("，"));
        if (isHeadingLike(line) && !sentence) {
            return false;
        }
        if (BEGINS.isIn(following) && !(full && OPEN.isIn(text) && !isHeadingLike(next))) {
            return false;
        }
        if ((isCaption(following) && next.width() < fullWidth / 2) || text.startsWith("#")) {
            return false;
        }
        boolean indented = next.text().startsWith("\u3000\u3000") || next.text().startsWith("    ");
        if (OPEN.isIn(text) && !indented) {
            return true;
        }
        if (ENDS.isIn(text)) {
            return full && !indented && !CODED.isIn(following) && !next.text().startsWith(" ") && adjacent(line, next);
        }
        return (full || isOpenProse(line, text)) && !indented;
    }

    /** No caption: the end of 包括本级及所属单位： and of 执行情况如下（金额单位：万元）：. */
    private static boolean isCaption(String line) {
        boolean ends = Sought.kept("^[^（]*[^（年表\\d]单位[:：]$|^[^（]*单位[:：][^（]*）").isIn(line.strip());
        return !ends && CAPTION.isIn(line);
    }

    /** A line of running text, not much shorter than others, that ends within a sentence. */
    private boolean isOpenProse(SourceLine line, String text) {
        return line.width() * 5 >= fullWidth * 3 && text.length() >= 16 && (text.contains("，") || text.contains("。"));
    }

    /** A full line that ends a sentence is followed by its own paragraph only if no blank line parts them. */
    private boolean adjacent(SourceLine line, SourceLine next) {
        return next.number() - line.number() <= usualStep() && !shortHeading(next);
    }

    private boolean shortHeading(SourceLine line) {
        return line.width() < fullWidth / 2 && !ENDS.isIn(line.text().strip());
    }

    private static boolean isHeadingLike(SourceLine line) {
        return Sought.kept("^(?:[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]).*")
                .is(line.text().strip());
    }

    private int step = -1;

    private int usualStep() {
        if (step < 0) {
            int close = 0;
            for (int i = 1; i < lines.size(); i++) {
                close += lines.get(i).number() - lines.get(i - 1).number() <= 1 ? 1 : 0;
            }
            step = close * 2 >= lines.size() - 1 ? 1 : 2;
        }
        return step;
    }

    /** How many characters the long lines have where lines were broken by counting; more than any line has, if unknown. */
    private static int usualLength(List<SourceLine> lines) {
        List<Integer> lengths = lines.stream()
                .map(line -> line.text().strip().length())
                .sorted()
                .toList();
        int usual = lengths.isEmpty() ? 0 : lengths.get(lengths.size() * 9 / 10);
        long same = lengths.stream()
                .filter(length -> length == usual || length == usual - 1)
                .count();
        return usual >= 20 && same * 5 >= lengths.size() ? usual : Integer.MAX_VALUE;
    }

    /** The width that the long lines share: hardly any line is longer. */
    private static int usualWidth(List<SourceLine> lines) {
        List<Integer> widths = lines.stream().map(SourceLine::width).sorted().toList();
        return widths.isEmpty() ? 0 : widths.get(widths.size() * 9 / 10);
    }
}
