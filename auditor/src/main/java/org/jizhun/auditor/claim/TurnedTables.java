package org.jizhun.auditor.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.text.Passage;

/** Tables whose rows are measures and whose columns are subjects, as where scores stand in a row 得分 under the criteria. */
final class TurnedTables {

    private TurnedTables() {}

    static boolean isTurned(Table table) {
        long byRow = table.rows().stream()
                .filter(row -> Measures.standard().ofHeading(row.label()).isPresent())
                .count();
        long byColumn = table.columns().stream()
                .filter(column -> column.measure().isPresent())
                .count();
        return byRow >= 2 && byRow * 2 >= table.rows().size() && byColumn <= 1;
    }

    /** The table with each figure in the unit of its row. */
    static Table inUnitsOfRows(Table table) {
        List<Table.Column> measures = measures(table);
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            Table.Row row = table.rows().get(i);
            Table.Column measure = measures.get(i);
            List<Optional<Figure>> figures = new ArrayList<>();
            for (Optional<Figure> figure : row.figures()) {
                figures.add(figure.flatMap(
                        there -> there.kind() == Figure.Kind.PLAIN ? Tables.figure(there.passage(), measure) : figure));
            }
            rows.add(new Table.Row(row.label(), row.level(), row.total(), figures, row.cells()));
        }
        return new Table(table.grid(), table.columns(), rows);
    }

    /** The same figures, every printed column a row. */
    static Table turned(Table table) {
        List<Table.Row> rows = new ArrayList<>();
        for (Table.Column column : table.columns()) {
            List<Passage> cells = new ArrayList<>();
            List<Optional<Figure>> figures = new ArrayList<>();
            for (Table.Row row : table.rows()) {
                cells.add(row.cells().get(column.index()));
                figures.add(row.figures().get(column.index()));
            }
            if (figures.stream().anyMatch(Optional::isPresent)) {
                String label = column.heading();
                rows.add(new Table.Row(label, 0, Measures.standard().isTotal(label), figures, cells));
            }
        }
        return new Table(table.grid(), measures(table), rows);
    }

    private static List<Table.Column> measures(Table table) {
        String captionUnit = Units.inHeading(table.grid().caption()).orElse("");
        List<Table.Column> columns = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            String label = table.rows().get(i).label();
            Optional<String> measure = Measures.standard().ofHeading(label);
            columns.add(new Table.Column(i, label, measure, Tables.unit(label, measure, captionUnit)));
        }
        return columns;
    }
}
