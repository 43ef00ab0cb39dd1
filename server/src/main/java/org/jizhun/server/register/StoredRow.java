package org.jizhun.server.register;

import java.time.Instant;
import java.util.Map;
import org.jizhun.kernel.fact.Register;
import org.jspecify.annotations.Nullable;

/**
 * A row as it is kept.
 *
 * @param cells text as typed by English column name; blank cells are left out
 * @param state draft, submitted, returned, reviewed, approved
 * @param version rises with each change
 * @param reason why it was returned or opened again
 * @param approvedCells as they were when last approved; null before
 * @param submittedBy the account that submitted it last
 */
public record StoredRow(
        long id,
        String register,
        int position,
        Map<String, String> cells,
        String state,
        int version,
        @Nullable Long assignedTo,
        @Nullable String assignedName,
        @Nullable String reason,
        @Nullable Map<String, String> approvedCells,
        long changedBy,
        String changedName,
        Instant changedAt,
        @Nullable Long submittedBy,
        int evidence) {

    public StoredRow {
        cells = Map.copyOf(cells);
        approvedCells = approvedCells == null ? null : Map.copyOf(approvedCells);
    }

    /** What people call it: the cell that names rows of its register, else the first that is filled. */
    public String title(Register of) {
        String named = cells.getOrDefault(of.rowName(), "");
        return named.isEmpty()
                ? of.columns().stream()
                        .map(column -> cells.getOrDefault(column.name(), ""))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("")
                : named + of.rowWord();
    }

    /** Whether its cells may be changed: what is under review must be withdrawn or returned first. */
    public boolean isEditable() {
        return state.equals("draft") || state.equals("returned");
    }
}
