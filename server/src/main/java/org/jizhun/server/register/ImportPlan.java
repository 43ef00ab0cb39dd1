package org.jizhun.server.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jizhun.documents.workbook.CaseCells;
import org.jizhun.documents.workbook.RowKeys;
import org.jizhun.kernel.fact.Register;
import org.jspecify.annotations.Nullable;

/**
 * What a file would change in a department year: rows are known again by their key; what the file does not have stays. Columns
 * that a row of the file leaves blank keep what they have.
 */
final class ImportPlan {

    private static final int SHOWN = 50;

    private ImportPlan() {}

    /** @param existing the row it changes; null for a new one */
    record Step(@Nullable StoredRow existing, Map<String, String> cells) {

        boolean isSame() {
            return existing != null && existing.cells().equals(cells);
        }

        boolean isHeldUp() {
            return existing != null && !isSame() && !existing.isEditable();
        }
    }

    static List<Step> of(Register register, CaseCells file, List<StoredRow> stored) {
        if (register.shape() == Register.Shape.VALUES) {
            Map<String, String> given = file.values().getOrDefault(register.name(), Map.of());
            Map<String, String> cells = register.name().equals("department") ? own(given) : given;
            return cells.isEmpty() ? List.of() : List.of(step(stored.isEmpty() ? null : stored.get(0), cells));
        }
        List<String> key = RowKeys.of(register);
        Map<List<String>, StoredRow> known = new HashMap<>();
        stored.forEach(row -> known.putIfAbsent(key(key, row.cells()), row));
        List<Step> steps = new ArrayList<>();
        for (Map<String, String> cells : file.tables().getOrDefault(register.name(), List.of())) {
            // A second row of the same key is a new row; the checks tell that it is there twice.
            steps.add(step(known.remove(key(key, cells)), cells));
        }
        return steps;
    }

    /** What a file says of its department without the year and the scheme, which are the year's own. */
    static Map<String, String> own(Map<String, String> department) {
        Map<String, String> cells = new HashMap<>(department);
        cells.keySet().removeAll(List.of("year", "schemeId"));
        return cells;
    }

    /** The first rows that are added or changed, each with what differs and what it is known by. */
    static List<Imports.ChangedRow> shown(Register register, List<Step> steps) {
        List<String> key = register.shape() == Register.Shape.VALUES ? List.of() : RowKeys.of(register);
        return steps.stream()
                .filter(step -> !step.isSame() && !step.isHeldUp())
                .limit(SHOWN)
                .map(step -> shown(key, step))
                .toList();
    }

    private static Imports.ChangedRow shown(List<String> key, Step step) {
        if (step.existing() == null) {
            return new Imports.ChangedRow(null, step.cells());
        }
        Map<String, String> before = new TreeMap<>(step.existing().cells());
        Map<String, String> after = new TreeMap<>(step.cells());
        before.entrySet().removeIf(cell -> cell.getValue().equals(step.cells().get(cell.getKey())));
        after.entrySet()
                .removeIf(cell -> !key.contains(cell.getKey())
                        && cell.getValue().equals(step.existing().cells().get(cell.getKey())));
        return new Imports.ChangedRow(before, after);
    }

    private static Step step(@Nullable StoredRow existing, Map<String, String> cells) {
        Map<String, String> merged = new HashMap<>(existing == null ? Map.of() : existing.cells());
        merged.putAll(cells);
        return new Step(existing, Map.copyOf(merged));
    }

    private static List<String> key(List<String> columns, Map<String, String> cells) {
        return columns.stream().map(column -> cells.getOrDefault(column, "")).toList();
    }
}
