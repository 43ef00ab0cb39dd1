package org.jizhun.documents.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.problem.Problem;

/**
 * The tables of a case as they were read, each with the cells it was read from: what {@link CaseReader} need not read again while
 * the cells are the same. Immutable.
 */
public final class KeptTables {

    public static final KeptTables NONE = new KeptTables(Map.of());

    private final Map<String, Kept> tables;

    private KeptTables(Map<String, Kept> tables) {
        this.tables = Map.copyOf(tables);
    }

    private record Kept(List<Map<String, String>> cells, TableReader.Table table, List<Problem> problems) {

        /** A register of another scheme may have other columns. */
        boolean isOf(Register register, List<Map<String, String>> rows) {
            return table.register().equals(register) && cells.equals(rows);
        }
    }

    /** Reads the tables of cells that are not among those kept before. */
    static final class Builder {

        private final KeptTables before;
        private final CaseCells cells;
        private final Map<String, Kept> tables = new HashMap<>();

        Builder(KeptTables before, CaseCells cells) {
            this.before = before;
            this.cells = cells;
        }

        Optional<TableReader.Table> table(Register register, List<Problem> problems) {
            return Optional.ofNullable(cells.tables().get(register.name())).map(rows -> {
                Kept known = before.tables.get(register.name());
                Kept kept = known != null && known.isOf(register, rows) ? known : read(register, rows);
                tables.put(register.name(), kept);
                problems.addAll(kept.problems());
                return kept.table();
            });
        }

        private static Kept read(Register register, List<Map<String, String>> rows) {
            List<Problem> problems = new ArrayList<>();
            TableReader.Table table = TableReader.read(register, CaseCells.grid(register, rows), problems);
            return new Kept(rows, table, List.copyOf(problems));
        }

        KeptTables build() {
            return new KeptTables(tables);
        }
    }
}
