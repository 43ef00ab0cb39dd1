package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jizhun.auditor.text.Grid;
import org.jizhun.auditor.text.Layout;
import org.jizhun.auditor.text.Manuscript;
import org.jizhun.auditor.text.SourceLine;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.document.Block;
import org.jizhun.kernel.document.Cell;
import org.jizhun.kernel.document.Line;
import org.jizhun.kernel.document.Passage;
import org.jizhun.kernel.document.Table;
import org.jizhun.kernel.document.Text;

/** Lines of which only the text is known become passages and tables; the auditor's layout decides what belongs together. */
final class LaidOut {

    private static final Pattern HEADING = Pattern.compile(
            "^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]+[章节部分]|#{1,6} )[^。；]{1,50}$");
    private static final Pattern ITEM = Pattern.compile("^(?:\\d{1,2}[.．、](?!\\d)|[（(]\\d{1,2}[）)]|[①-⑳]|[-•·] ).*");

    private final Map<Integer, Line> byNumber = new HashMap<>();

    private LaidOut(List<Line> lines) {
        lines.forEach(line -> byNumber.put(line.number(), line));
    }

    static List<Block> blocks(List<Line> lines) {
        List<SourceLine> sources = lines.stream()
                .map(line -> new SourceLine(line.page(), line.number(), line.text()))
                .toList();
        return new LaidOut(lines).blocks(Layout.read("", sources));
    }

    private record Ranked(int order, Block block) {}

    private List<Block> blocks(Manuscript manuscript) {
        List<Ranked> ranked = new ArrayList<>();
        for (org.jizhun.auditor.text.Passage passage : manuscript.passages()) {
            ranked.add(new Ranked(passage.order(), passage(text(passage))));
        }
        for (Grid grid : manuscript.grids()) {
            ranked.add(new Ranked(grid.order(), table(grid)));
        }
        return ranked.stream()
                .sorted(Comparator.comparingInt(Ranked::order))
                .map(Ranked::block)
                .toList();
    }

    static Passage passage(Text text) {
        Text stripped = text.strip();
        String string = stripped.toString();
        Passage.Kind kind = HEADING.matcher(string).matches()
                ? Passage.Kind.HEADING
                : ITEM.matcher(string).matches() ? Passage.Kind.LIST_ITEM : Passage.Kind.PARAGRAPH;
        return new Passage(kind, stripped);
    }

    private Table table(Grid grid) {
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < grid.rows().size(); row++) {
            for (int column = 0; column < grid.width(); column++) {
                Text text = text(grid.rows().get(row).get(column)).strip();
                cells.add(new Cell(row, column, 1, 1, text));
            }
        }
        return new Table(
                grid.caption(), grid.looseHeading(), grid.rows().size(), grid.width(), grid.headingRows(), cells);
    }

    /** The characters of the lines between the first and the last that the layout took from each line. */
    private Text text(org.jizhun.auditor.text.Passage passage) {
        Text.Builder builder = new Text.Builder();
        int at = 0;
        while (at < passage.text().length()) {
            Spot first = passage.spot(at, at + 1);
            int end = first.column();
            while (at < passage.text().length() && passage.spot(at, at + 1).line() == first.line()) {
                end = passage.spot(at, at + 1).column();
                at++;
            }
            Line line = byNumber.get(first.line());
            if (line != null) {
                builder.add(line, first.column() - 1, Math.min(end, line.text().length()));
            }
        }
        return builder.build();
    }
}
