package org.jizhun.documents.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Problem;

/** The registers that were read, and what the checks between their cells find, each at its cell. */
final class Findings {

    private final Map<String, TableReader.Table> tables;
    private final List<Problem> problems = new ArrayList<>();

    Findings(Map<String, TableReader.Table> tables) {
        this.tables = tables;
    }

    Map<String, TableReader.Table> tables() {
        return tables;
    }

    /** The register if it was filled in, also with 无. */
    Optional<TableReader.Table> table(String name) {
        return Optional.ofNullable(tables.get(name)).filter(TableReader.Table::filled);
    }

    /** Reports one cell; {@code column} and {@code found} are given to every wording. */
    void add(String code, TableReader.Table table, Row row, String column, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("column", table.named(column), "found", row.text(column)));
        all.addAll(List.of(arguments));
        problems.add(Problem.of(code, table.cell(row, column), all.toArray()));
    }

    List<Problem> problems() {
        return problems;
    }
}
