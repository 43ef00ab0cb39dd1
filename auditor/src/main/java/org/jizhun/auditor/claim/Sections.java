package org.jizhun.auditor.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.text.Grid;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * Forms drawn as one table, in which new headings begin half-way down: the money at the top with 年初预算数, 全年执行数 and
 * 执行率, the indicators below with 指标值, 分值 and 得分. Each stretch under headings of its own is a table.
 */
final class Sections {

    private static final int LEAST_MEASURES = 3;
    private static final Sought FIGURE = Sought.of("[-+≥≤><]?\\d[\\d,.]*%?");

    private Sections() {}

    static List<Grid> of(Grid whole) {
        Grid grid = withoutRepeated(whole);
        List<Integer> headings = headings(grid);
        boolean below = headings.stream().anyMatch(row -> row >= Math.max(1, grid.headingRows()));
        if (!below) {
            return List.of(grid);
        }
        List<Grid> sections = new ArrayList<>();
        int first = headings.get(0);
        if (first > 0 && first >= grid.headingRows()) {
            add(sections, grid, 0, first, grid.headingRows());
        }
        for (int i = 0; i < headings.size(); i++) {
            int from = headings.get(i);
            int to = i + 1 < headings.size() ? headings.get(i + 1) : grid.rows().size();
            int own = from < grid.headingRows() ? Math.min(to, grid.headingRows()) - from : 1;
            add(sections, grid, from, to, own);
        }
        return sections;
    }

    private static List<Integer> headings(Grid grid) {
        List<Integer> headings = new ArrayList<>();
        for (int row = 0; row < grid.rows().size(); row++) {
            if (isHeading(grid.rows().get(row))) {
                headings.add(row);
            }
        }
        return headings;
    }

    /** A heading printed again at the top of the next page is no row and begins nothing. */
    private static Grid withoutRepeated(Grid grid) {
        List<List<Passage>> rows = new ArrayList<>();
        List<List<String>> seen = new ArrayList<>();
        for (int row = 0; row < grid.rows().size(); row++) {
            List<Passage> cells = grid.rows().get(row);
            boolean heading = isHeading(cells);
            List<String> texts = heading ? cells.stream().map(Passage::text).toList() : List.of();
            if (row < grid.headingRows() || !heading || !seen.contains(texts)) {
                rows.add(cells);
            }
            if (heading) {
                seen.add(texts);
            }
        }
        return rows.size() == grid.rows().size()
                ? grid
                : new Grid(grid.order(), grid.caption(), grid.looseHeading(), rows, grid.headingRows());
    }

    private static void add(List<Grid> sections, Grid grid, int from, int to, int headingRows) {
        if (to - from > headingRows) {
            sections.add(new Grid(
                    grid.order(),
                    grid.caption(),
                    from == 0 ? grid.looseHeading() : "",
                    grid.rows().subList(from, to),
                    headingRows));
        }
    }

    /** Three measures and more by name, and no figure. */
    private static boolean isHeading(List<Passage> row) {
        if (row.stream().anyMatch(cell -> FIGURE.is(cell.text()))) {
            return false;
        }
        long measures = row.stream()
                .map(Passage::text)
                .filter(text -> text.length() <= 14)
                .map(Measures.standard()::ofHeading)
                .flatMap(Optional::stream)
                .distinct()
                .count();
        return measures >= LEAST_MEASURES;
    }
}
