package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.kernel.quantity.Exact;

/**
 * Tables of weights and scores with the row that closes them. The money table at the top of the national form, which earns
 * ten points of the hundred, belongs to the indicator table below it.
 */
final class ScoreForms {

    /** A row with its weight and its score. */
    record Part(Table table, Table.Row row, Figure weight, Figure score) {}

    /**
     * A closing row and what it closes.
     *
     * @param parts all rows that the closing row adds up, as the weights show
     * @param own how many of them, the last ones, stand in the table of the closing row
     * @param idle whether a row has a weight and no score, as what does not apply
     */
    record Form(Table table, Table.Row closing, Figure weight, Figure score, List<Part> parts, int own, boolean idle) {

        Form {
            parts = List.copyOf(parts);
        }

        Exact weights() {
            return parts.stream().map(part -> part.weight().value()).reduce(Exact.ZERO, Exact::plus);
        }
    }

    /** Weights of all rows that miss the total by no more have one wrong among them. */
    private static final Exact SLIP = Exact.of(5);

    private ScoreForms() {}

    static List<Form> of(Claims claims) {
        List<Form> forms = new ArrayList<>();
        List<Part> open = new ArrayList<>();
        for (Table table : claims.tables()) {
            if (column(table, "weight").isEmpty() || column(table, "score").isEmpty()) {
                continue;
            }
            boolean money = table.column("execution-rate").isPresent()
                    && table.column("target").isEmpty();
            List<Part> own = new ArrayList<>();
            boolean idle = false;
            for (Table.Row row : table.rows()) {
                Optional<Figure> weight = figure(table, row, "weight");
                Optional<Figure> score = figure(table, row, "score");
                if (weight.isEmpty() || score.isEmpty()) {
                    idle |= weight.isPresent() && !row.total();
                    continue;
                }
                Part part = new Part(table, row, weight.get(), score.get());
                if (row.total() && !money) {
                    if (!own.isEmpty()) {
                        forms.add(form(part, open, own, idle));
                    }
                    open.clear();
                    own.clear();
                } else {
                    own.add(part);
                }
            }
            open.addAll(own);
        }
        return forms;
    }

    /** The rows of the tables before belong to it if only with them the weights come out. */
    private static Form form(Part closing, List<Part> before, List<Part> own, boolean idle) {
        List<Part> all = new ArrayList<>(before);
        all.addAll(own);
        Exact total = closing.weight().value();
        boolean reaches = !before.isEmpty()
                && weights(all).minus(total).abs().compareTo(SLIP) <= 0
                && weights(all)
                                .minus(total)
                                .abs()
                                .compareTo(weights(own).minus(total).abs())
                        < 0;
        return new Form(
                closing.table(),
                closing.row(),
                closing.weight(),
                closing.score(),
                reaches ? all : own,
                own.size(),
                idle);
    }

    private static Exact weights(List<Part> parts) {
        return parts.stream().map(part -> part.weight().value()).reduce(Exact.ZERO, Exact::plus);
    }

    /** The last column of weights: where levels have weights of their own, the finest stands last. */
    private static Optional<Table.Column> column(Table table, String measure) {
        return table.columns().stream()
                .filter(column -> column.measure().equals(Optional.of(measure)))
                .reduce((one, two) -> two);
    }

    static Optional<Figure> figure(Table table, Table.Row row, String measure) {
        return column(table, measure)
                .flatMap(column -> row.figures().get(column.index()))
                .filter(figure -> figure.kind() == Figure.Kind.POINTS || figure.kind() == Figure.Kind.PLAIN);
    }
}
