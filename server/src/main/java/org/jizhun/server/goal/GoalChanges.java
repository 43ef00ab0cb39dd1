package org.jizhun.server.goal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jizhun.kernel.fact.Register;
import org.jizhun.server.register.StoredRow;
import org.jspecify.annotations.Nullable;

/** What of a register is other than it was approved: rows added, changed or removed since. Pure. */
final class GoalChanges {

    private GoalChanges() {}

    /** A cell before and after; blank where there was nothing. */
    record Cell(String column, String label, String before, String after) {}

    /**
     * One row.
     *
     * @param kind added, changed or removed
     * @param row the number of the row in the database
     * @param state of the row now
     */
    record Change(
            String register,
            String label,
            String kind,
            long row,
            String title,
            String state,
            @Nullable String reason,
            String by,
            Instant at,
            List<Cell> cells) {

        Change {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Nothing where no row of the register was approved yet: then all of it is new.
     *
     * @param removed rows that were approved and removed, of this register and others
     */
    static List<Change> of(Register register, List<StoredRow> rows, List<StoredRow> removed) {
        List<StoredRow> gone = removed.stream()
                .filter(row -> row.register().equals(register.name()))
                .toList();
        boolean approved = !gone.isEmpty() || rows.stream().anyMatch(row -> row.approvedCells() != null);
        List<Change> changes = new ArrayList<>();
        for (StoredRow row : approved ? rows : List.<StoredRow>of()) {
            Map<String, String> before = row.approvedCells();
            if (before == null) {
                changes.add(change("added", register, row, Map.of(), row.cells()));
            } else if (!before.equals(row.cells())) {
                changes.add(change("changed", register, row, before, row.cells()));
            }
        }
        gone.forEach(row ->
                changes.add(change("removed", register, row, Objects.requireNonNull(row.approvedCells()), Map.of())));
        return changes;
    }

    private static Change change(
            String kind, Register register, StoredRow row, Map<String, String> before, Map<String, String> after) {
        List<Cell> cells = register.columns().stream()
                .map(column -> new Cell(
                        column.name(),
                        column.label(),
                        before.getOrDefault(column.name(), ""),
                        after.getOrDefault(column.name(), "")))
                .filter(cell -> !cell.before().equals(cell.after()))
                .toList();
        String named = register.rowName().isEmpty() ? register.columns().get(0).name() : register.rowName();
        String title = after.getOrDefault(named, before.getOrDefault(named, ""));
        return new Change(
                register.name(),
                register.label(),
                kind,
                row.id(),
                title,
                row.state(),
                row.reason(),
                row.changedName(),
                row.changedAt(),
                cells);
    }
}
