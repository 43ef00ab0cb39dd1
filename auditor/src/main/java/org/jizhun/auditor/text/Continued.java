package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Tables that a page break parted: the same headings again, or none, with nothing between but 续表 or the caption. They are one
 * table, so that a total below the second part adds up the rows of both.
 */
final class Continued {

    /** 续表, （续上表）, 表2（续）. */
    private static final Sought MARK =
            Sought.of("[（(]?(?:续上?表|接上[表页])\\d{0,2}[）)]?.{0,12}|附?表\\s?\\d{0,2}[^。，]{0,24}[（(]续表?[）)]");

    private Continued() {}

    static List<Grid> joined(List<Grid> grids, List<Passage> passages) {
        List<Grid> joined = new ArrayList<>();
        for (Grid grid : grids) {
            Grid before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && goesOn(before, grid, between(before, grid, passages))) {
                List<List<Passage>> rows = new ArrayList<>(before.rows());
                rows.addAll(grid.rows()
                        .subList(
                                sameHeading(before, grid) ? grid.headingRows() : 0,
                                grid.rows().size()));
                joined.set(
                        joined.size() - 1,
                        new Grid(before.order(), before.caption(), before.looseHeading(), rows, before.headingRows()));
            } else {
                joined.add(grid);
            }
        }
        return joined;
    }

    private static List<Passage> between(Grid before, Grid grid, List<Passage> passages) {
        int first = before.order();
        return passages.stream()
                .filter(passage -> passage.order() > first && passage.order() < grid.order())
                .toList();
    }

    private static boolean goesOn(Grid before, Grid grid, List<Passage> between) {
        boolean marked = !between.isEmpty() && between.stream().allMatch(passage -> MARK.is(passage.text()));
        boolean open =
                before.rows().stream().noneMatch(row -> isTotal(row.get(0).text()));
        boolean headless = grid.headingRows() == 0 && before.headingRows() > 0;
        return before.width() == grid.width()
                && before.width() > 2
                && (marked || between.isEmpty())
                && ((sameHeading(before, grid) && (marked || open)) || (headless && (marked || open)));
    }

    private static boolean isTotal(String text) {
        return Sought.kept("合计|总计|总分").is(text.replace(" ", ""));
    }

    private static boolean sameHeading(Grid one, Grid two) {
        if (one.headingRows() != two.headingRows() || one.headingRows() == 0) {
            return false;
        }
        for (int column = 0; column < one.width(); column++) {
            if (!one.heading(column).equals(two.heading(column))) {
                return false;
            }
        }
        return true;
    }
}
