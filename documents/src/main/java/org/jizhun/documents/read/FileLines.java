package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.document.Block;
import org.jizhun.kernel.document.Cell;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.document.Line;
import org.jizhun.kernel.document.Passage;
import org.jizhun.kernel.document.Spot;
import org.jizhun.kernel.document.Table;
import org.jizhun.kernel.document.Text;

/**
 * Puts a document whose file is text with marks in it, such as a web page, on the lines of the file, so that a place is the line an
 * editor shows. Each line then holds what is to be read on it, pieces of several cells parted by tabs.
 */
final class FileLines {

    private final List<StringBuilder> shown = new ArrayList<>();
    private final List<List<Spot>> spots = new ArrayList<>();

    private FileLines(Document document, List<List<Integer>> origins) {
        for (Line line : document.lines()) {
            List<Integer> own = origins.get(line.number() - 1);
            List<Spot> places = new ArrayList<>();
            int before = 0;
            for (int i = 0; i < line.text().length(); i++) {
                int number = i < own.size() ? own.get(i) : Math.max(1, before);
                StringBuilder text = shown(number);
                if (number != before && text.length() > 0) {
                    text.append('\t');
                }
                text.append(line.text().charAt(i));
                places.add(new Spot(line.page(), number, text.length()));
                before = number;
            }
            spots.add(places);
        }
    }

    /** The document on the lines of its file. {@code origins} tells of each line on which of them its characters stand. */
    static Document placed(Document document, List<List<Integer>> origins) {
        FileLines file = new FileLines(document, origins);
        List<Line> lines = new ArrayList<>();
        for (StringBuilder text : file.shown) {
            lines.add(new Line(lines.size() + 1, 1, text.toString()));
        }
        return new Document(
                document.name(),
                document.format(),
                document.pages(),
                lines,
                document.blocks().stream().map(file::placed).toList(),
                document.margins(),
                document.recognised());
    }

    private StringBuilder shown(int number) {
        while (shown.size() < number) {
            shown.add(new StringBuilder());
        }
        return shown.get(number - 1);
    }

    private Block placed(Block block) {
        if (block instanceof Passage passage) {
            return new Passage(passage.kind(), placed(passage.text()));
        }
        Table table = (Table) block;
        List<Cell> cells = table.cells().stream()
                .map(cell ->
                        new Cell(cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), placed(cell.text())))
                .toList();
        return new Table(
                table.caption(), table.looseHeading(), table.rows(), table.columns(), table.headingRows(), cells);
    }

    private Text placed(Text text) {
        Text.Builder placed = new Text.Builder();
        for (int i = 0; i < text.length(); i++) {
            Spot spot = text.spot(i);
            placed.add(text.charAt(i), spots.get(spot.line() - 1).get(spot.column() - 1));
        }
        return placed.build();
    }
}
