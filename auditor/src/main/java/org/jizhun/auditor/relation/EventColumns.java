package org.jizhun.auditor.relation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.text.Passage;

/** The columns of a table that hold the days of known events: 中标通知书发出 | 合同签订 | 合同公告 | 合同备案. */
record EventColumns(Map<Event, Integer> columns) {

    /** An event that two columns name is in neither. */
    static EventColumns of(Table table) {
        Map<Event, Integer> columns = new EnumMap<>(Event.class);
        Map<Event, Integer> seen = new EnumMap<>(Event.class);
        for (Table.Column column : table.columns()) {
            Optional<Event> event = Event.in(column.heading());
            boolean dated = event.isPresent()
                    && table.rows().stream()
                            .anyMatch(row -> day(row, column.index()).isPresent());
            if (dated) {
                seen.merge(event.get(), 1, Integer::sum);
                columns.put(event.get(), column.index());
            }
        }
        columns.keySet().removeIf(event -> seen.getOrDefault(event, 0) > 1);
        return new EventColumns(columns);
    }

    Optional<Day> day(Table.Row row, Event event) {
        Integer column = columns.get(event);
        return column == null ? Optional.empty() : day(row, column);
    }

    /** The one day that a cell holds and nothing else. */
    private static Optional<Day> day(Table.Row row, int column) {
        if (column >= row.cells().size()) {
            return Optional.empty();
        }
        Passage cell = row.cells().get(column);
        List<Day> days = Day.of(cell);
        boolean only = days.size() == 1
                && cell.text().length() <= days.get(0).end() - days.get(0).start() + 2;
        return only ? Optional.of(days.get(0)) : Optional.empty();
    }
}
