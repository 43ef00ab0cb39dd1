package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells running headers, footers and page numbers from the text of the pages. */
final class Margins {

    private static final int EDGE_PERCENT = 11;
    private static final int STEP = 500;
    private static final int OFTEN = 3;
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("[-—–_·|]*第?\\d{1,4}页?(?:[/／共]+(?:第|共)?\\d{1,4}页?)?[-—–_·|]*|[ivxIVX]{1,5}");

    private final Map<String, Integer> counts = new HashMap<>();

    Margins(List<List<PrintedLine>> pages) {
        for (List<PrintedLine> lines : pages) {
            Set<String> keys = new HashSet<>();
            lines.stream().filter(Margins::isAtEdge).forEach(line -> keys.add(key(line)));
            keys.forEach(key -> counts.merge(key, 1, Integer::sum));
        }
    }

    /** The lines of the text; those of the margins are added to {@code margins}. */
    List<PrintedLine> without(List<PrintedLine> lines, List<PrintedLine> margins) {
        List<PrintedLine> text = new ArrayList<>();
        for (PrintedLine line : lines) {
            (isMargin(line) ? margins : text).add(line);
        }
        return text;
    }

    private boolean isMargin(PrintedLine line) {
        return isAtEdge(line)
                && (counts.getOrDefault(key(line), 0) >= OFTEN
                        || PAGE_NUMBER
                                .matcher(Characters.plain(line.print().text()))
                                .matches());
    }

    private static boolean isAtEdge(PrintedLine line) {
        int height = line.page().layoutHeight();
        int edge = height * EDGE_PERCENT / 100;
        return line.bottom() < edge || line.top() > height - edge;
    }

    private static String key(PrintedLine line) {
        String words = Characters.plain(line.print().text()).replaceAll("\\d+", "#");
        return words + "@" + (line.baseline() + STEP / 2) / STEP;
    }
}
