package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.NearMisses.Form;
import org.jizhun.auditor.finding.NearMisses.Suspect;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * What stands around a wrong figure and may have been printed in its place: the next row's and the other columns' figures
 * of its table, the figures beside it in running text, last year's, and what a rate would be over another base or as the
 * mean of its parts' rates.
 */
final class Neighbourhood {

    private static final Sought LAST_YEAR = Sought.of("上年|去年|上一年|上期");

    /** Where a figure stands in a table. */
    private record Cell(Table table, int row, Table.Column column) {

        Optional<Figure> figure(int otherRow) {
            return figure(otherRow, column);
        }

        Optional<Figure> figure(int otherRow, Table.Column otherColumn) {
            return table.rows().get(otherRow).figures().get(otherColumn.index());
        }
    }

    private final Claims claims;
    private final Map<Figure, Cell> cells = new HashMap<>();

    private Neighbourhood(Claims claims) {
        this.claims = claims;
    }

    static Neighbourhood of(Claims claims) {
        Neighbourhood all = new Neighbourhood(claims);
        for (Table table : claims.tables()) {
            for (int row = 0; row < table.rows().size(); row++) {
                for (Table.Column column : table.columns()) {
                    Cell cell = new Cell(table, row, column);
                    cell.figure(row).ifPresent(figure -> all.cells.put(figure, cell));
                }
            }
        }
        return all;
    }

    /** What may have been printed instead of a figure that an equation shows to be wrong. */
    List<Suspect> around(Figure figure, Equation equation) {
        List<Suspect> suspects = new ArrayList<>();
        if (figure.equals(equation.result())) {
            rates(equation, suspects);
        }
        copied(figure, figure, suspects);
        if (figure.equals(equation.result())
                && equation.isSum()
                && equation.inputs().size() == 1) {
            copied(figure, equation.inputs().iterator().next(), suspects);
        }
        return suspects;
    }

    /** The figures beside a place that are like the one stated. */
    private void copied(Figure stated, Figure place, List<Suspect> suspects) {
        Cell cell = cells.get(place);
        if (cell == null) {
            beside(stated, place, suspects);
            return;
        }
        nextRow(cell, -1).ifPresent(row -> suspects.add(row(cell, row)));
        nextRow(cell, 1).ifPresent(row -> suspects.add(row(cell, row)));
        for (Table.Column column : cell.table().columns()) {
            cell.figure(cell.row(), column)
                    .filter(other -> !other.equals(place) && !other.equals(stated) && other.isLike(stated))
                    .ifPresent(other -> suspects.add(column(column, other)));
        }
    }

    private static Optional<Integer> nextRow(Cell cell, int step) {
        for (int row = cell.row() + step; row >= 0 && row < cell.table().rows().size(); row += step) {
            if (cell.figure(row).isPresent()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private static Suspect row(Cell cell, int row) {
        return new Suspect(
                Form.NEXT_ROW,
                cell.figure(row).orElseThrow().value(),
                cell.table().rows().get(row).label());
    }

    private static Suspect column(Table.Column column, Figure figure) {
        boolean last = column.measure().filter("last"::equals).isPresent() || LAST_YEAR.isIn(column.heading());
        return new Suspect(last ? Form.LAST_YEAR : Form.NEXT_COLUMN, figure.value(), column.heading());
    }

    /** In running text: last year's figure of the paragraph, and the nearest like figure to each side. */
    private void beside(Figure stated, Figure place, List<Suspect> suspects) {
        List<Mention> mentions = claims.mentions(place.passage()).stream()
                .filter(mention ->
                        mention.figure().equals(place) || mention.figure().isLike(stated))
                .toList();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            boolean next = (i > 0 && mentions.get(i - 1).figure().equals(place))
                    || (i + 1 < mentions.size() && mentions.get(i + 1).figure().equals(place));
            boolean last = LAST_YEAR.isIn(mention.before());
            if (!mention.figure().equals(place) && !mention.figure().equals(stated) && (last || next)) {
                suspects.add(new Suspect(
                        last ? Form.LAST_YEAR : Form.NEXT_FIGURE,
                        mention.figure().value(),
                        name(mention.claim().label(), mention.figure())));
            }
        }
    }

    /** What a quotient would be over another base nearby, or as the plain mean of the rates above it. */
    private void rates(Equation equation, List<Suspect> suspects) {
        if (equation.bottom().weights().size() != 1) {
            return;
        }
        Figure base = equation.bottom().weights().keySet().iterator().next();
        Map<Figure, String> others = new LinkedHashMap<>();
        equation.figures().forEach(figure -> others.put(figure, figure.text()));
        bases(base, others);
        bases(equation.result(), others);
        others.forEach((other, name) -> {
            if (!other.equals(base) && other.isLike(base)) {
                equation.over(Side.of(other))
                        .ifPresent(value -> suspects.add(new Suspect(Form.OTHER_BASE, value, name)));
            }
        });
        Optional.ofNullable(cells.get(equation.result()))
                .flatMap(Neighbourhood::meanOfRates)
                .ifPresent(mean -> suspects.add(new Suspect(Form.MEAN_OF_RATES, mean, "")));
    }

    /** The figures of the same row or paragraph, with what they are called there. */
    private void bases(Figure figure, Map<Figure, String> bases) {
        Cell cell = cells.get(figure);
        if (cell == null) {
            claims.mentions(figure.passage())
                    .forEach(mention ->
                            bases.put(mention.figure(), name(mention.claim().label(), mention.figure())));
            return;
        }
        for (Table.Column column : cell.table().columns()) {
            cell.figure(cell.row(), column).ifPresent(other -> bases.put(other, name(column.heading(), other)));
        }
    }

    private static Optional<Exact> meanOfRates(Cell cell) {
        if (!cell.table().rows().get(cell.row()).total()) {
            return Optional.empty();
        }
        List<Exact> rates = new ArrayList<>();
        for (int row = 0; row < cell.table().rows().size(); row++) {
            if (!cell.table().rows().get(row).total()) {
                cell.figure(row)
                        .filter(figure -> figure.kind() == Figure.Kind.PERCENT)
                        .ifPresent(figure -> rates.add(figure.value()));
            }
        }
        return rates.size() < 2
                ? Optional.empty()
                : Optional.of(rates.stream().reduce(Exact.ZERO, Exact::plus).dividedBy(Exact.of(rates.size())));
    }

    private static String name(String label, Figure figure) {
        return label + figure.text();
    }
}
