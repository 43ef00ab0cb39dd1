package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The second line of headings that are broken over two: 年度 补助企业 拨付资金 资金比上 and below it （家次） （万元） 年增长. Where it has fewer pieces, the headings that
 * are whole by themselves have none.
 */
final class SecondHeading {

    /** Pieces and units: 预算数, （万元）, 年增长. */
    private static final Sought PIECE = Sought.of("[\\u4e00-\\u9fa5（）()%/、“”A-Z=÷×\\-—～~]{1,14}");
    /** 决算数, 执行率, 年度: nothing need follow. */
    private static final Sought WHOLE = Sought.of(".*(?:[数率额度值分号称]|项目|合计|备注)");

    private static final int MOST_MISSING = 3;

    private SecondHeading() {}

    /** Whether a line holds only pieces of headings, and the next has as many cells as there are headings, figures among them. */
    static boolean isAt(List<Cells.Cell> heading, List<Cells.Cell> second, List<Cells.Cell> next) {
        int missing = heading.size() - second.size();
        return second.size() >= 2
                && missing >= 0
                && missing <= MOST_MISSING
                && next.size() == heading.size()
                && next.stream().anyMatch(Cells.Cell::isNumeric)
                && second.stream().allMatch(cell -> PIECE.is(cell.text()) && !cell.isNumeric());
    }

    /** One piece a heading, absent where the heading is whole. */
    static List<Optional<Cells.Cell>> under(List<Cells.Cell> heading, List<Cells.Cell> second) {
        List<Integer> best = List.of();
        int cheapest = Integer.MAX_VALUE;
        for (List<Integer> without : choices(heading.size(), heading.size() - second.size(), 0)) {
            int cost = 0;
            for (int column : without) {
                boolean whole = WHOLE.is(heading.get(column).text());
                cost += whole ? 0 : column == 0 ? 1 : 2;
            }
            if (cost < cheapest) {
                cheapest = cost;
                best = without;
            }
        }
        List<Optional<Cells.Cell>> row = new ArrayList<>();
        int piece = 0;
        for (int column = 0; column < heading.size(); column++) {
            row.add(best.contains(column) ? Optional.empty() : Optional.of(second.get(piece++)));
        }
        return row;
    }

    /** All ways to take some of the columns. */
    private static List<List<Integer>> choices(int columns, int take, int from) {
        if (take == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> choices = new ArrayList<>();
        for (int column = from; column + take <= columns; column++) {
            for (List<Integer> rest : choices(columns, take - 1, column + 1)) {
                List<Integer> choice = new ArrayList<>(List.of(column));
                choice.addAll(rest);
                choices.add(choice);
            }
        }
        return choices;
    }
}
