package org.jizhun.auditor.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.text.Grid;
import org.jizhun.auditor.text.Passage;
import org.jizhun.kernel.quantity.Exact;

/**
 * Finds which measure stands over which column where the layout left only the reading order of the heading words. Of all
 * ways to pick as many different measures as there are columns, in order, the one counts that most rows agree with.
 */
final class LooseHeadings {

    private static final int MOST_WORDS = 12;

    private LooseHeadings() {}

    /** One measure a figure column, or nothing where none fits at least half of the rows. */
    static List<String> read(Grid grid) {
        List<String> words = words(grid.looseHeading());
        int columns = grid.width() - 1;
        if (columns < 2 || words.size() < columns || words.size() > MOST_WORDS) {
            return List.of();
        }
        List<String> best = List.of();
        int most = 0;
        List<List<String>> choices = new ArrayList<>();
        choose(words, 0, columns, new ArrayList<>(), choices);
        List<List<Optional<Exact>>> values = values(grid);
        for (List<String> choice : choices) {
            int agreeing = agreeing(choice, values);
            if (agreeing > most) {
                most = agreeing;
                best = choice;
            }
        }
        return most * 2 >= grid.rows().size() ? best : List.of();
    }

    /** The one figure of each cell of the first rows, worked out once. */
    private static List<List<Optional<Exact>>> values(Grid grid) {
        List<List<Optional<Exact>>> values = new ArrayList<>();
        for (List<Passage> row : grid.rows()) {
            List<Optional<Exact>> figures = new ArrayList<>();
            for (Passage cell : row) {
                List<Figure> found = FigureFinder.find(cell).figures();
                figures.add(found.size() == 1 ? Optional.of(found.get(0).value()) : Optional.empty());
            }
            values.add(figures);
        }
        return values;
    }

    private static List<String> words(String heading) {
        List<String> measures = new ArrayList<>();
        int from = 0;
        while (from < heading.length()) {
            int end = Math.min(heading.length(), from + 12);
            Optional<Measures.Ending> found = Optional.empty();
            while (end > from && found.isEmpty()) {
                found = Measures.standard()
                        .ending(heading.substring(from, end))
                        .filter(ending -> ending.before().isEmpty());
                end -= found.isEmpty() ? 1 : 0;
            }
            found.ifPresent(ending -> measures.add(ending.measure()));
            from = found.isEmpty() ? from + 1 : end;
        }
        return measures;
    }

    private static void choose(List<String> words, int from, int left, List<String> taken, List<List<String>> choices) {
        if (left == 0) {
            choices.add(List.copyOf(taken));
            return;
        }
        for (int i = from; i + left <= words.size(); i++) {
            if (!new HashSet<>(taken).contains(words.get(i))) {
                taken.add(words.get(i));
                choose(words, i + 1, left - 1, taken, choices);
                taken.remove(taken.size() - 1);
            }
        }
    }

    /** How many formulas of how many rows come out near enough to be no accident. */
    private static int agreeing(List<String> choice, List<List<Optional<Exact>>> values) {
        int agreeing = 0;
        for (List<Optional<Exact>> row : values) {
            for (Measures.RowFormula formula : Measures.standard().formulas()) {
                agreeing += agrees(formula, choice, row) ? 1 : 0;
            }
        }
        return agreeing;
    }

    private static boolean agrees(Measures.RowFormula formula, List<String> choice, List<Optional<Exact>> row) {
        Optional<Exact> result = value(formula.result(), choice, row);
        Optional<Exact> top = top(formula, choice, row);
        if (result.isEmpty() || top.isEmpty() || result.get().isZero()) {
            return false;
        }
        Optional<Exact> bottom = formula.over().isEmpty()
                ? Optional.of(Exact.ONE)
                : formula.over().stream()
                        .map(over -> value(over, choice, row))
                        .flatMap(Optional::stream)
                        .findFirst();
        return bottom.filter(divisor -> !divisor.isZero())
                .map(divisor -> near(result.get(), top.get().dividedBy(divisor)))
                .orElse(false);
    }

    private static Optional<Exact> top(Measures.RowFormula formula, List<String> choice, List<Optional<Exact>> row) {
        Optional<Exact> top = Optional.of(Exact.ZERO);
        for (String plus : formula.plus()) {
            top = sum(top, value(plus, choice, row), 1);
        }
        for (String minus : formula.minus()) {
            top = sum(top, value(minus, choice, row), -1);
        }
        return top;
    }

    private static Optional<Exact> sum(Optional<Exact> left, Optional<Exact> right, int sign) {
        return left.flatMap(one -> right.map(two -> one.plus(two.times(Exact.of(sign)))));
    }

    private static Optional<Exact> value(String measure, List<String> choice, List<Optional<Exact>> row) {
        int at = choice.indexOf(measure);
        if (at < 0 || at + 1 >= row.size()) {
            return Optional.empty();
        }
        return row.get(at + 1);
    }

    private static boolean near(Exact printed, Exact computed) {
        Exact reach = printed.abs().dividedBy(Exact.of(50)).max(Exact.ofDecimal(1, 4));
        return printed.minus(computed).abs().compareTo(reach) <= 0;
    }
}
