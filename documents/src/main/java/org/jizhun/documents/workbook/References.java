package org.jizhun.documents.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jizhun.kernel.problem.Problem;

/**
 * Codes that point to a row of another register must exist there. A register that was not filled in is not searched: what
 * points into it cannot be judged.
 */
final class References {

    /** A column that holds the code of a row of another register. */
    private record Pointer(String register, String column, String target) {}

    private static final List<Pointer> POINTERS = List.of(
            new Pointer("projects", "parent", "projects"),
            new Pointer("projects", "task", "tasks"),
            new Pointer("indicators", "project", "projects"),
            new Pointer("indicators", "task", "tasks"),
            new Pointer("contracts", "project", "projects"),
            new Pointer("contracts", "procurement", "procurements"),
            new Pointer("procurements", "project", "projects"));

    private References() {}

    static List<Problem> check(Map<String, TableReader.Table> tables) {
        List<Problem> problems = new ArrayList<>();
        for (Pointer pointer : POINTERS) {
            TableReader.Table from = tables.get(pointer.register());
            TableReader.Table target = tables.get(pointer.target());
            if (from != null && target != null && target.filled()) {
                check(pointer, from, target, problems);
            }
        }
        return problems;
    }

    private static void check(
            Pointer pointer, TableReader.Table from, TableReader.Table target, List<Problem> problems) {
        Set<String> codes = target.rows().stream().map(row -> row.text("code")).collect(Collectors.toSet());
        from.rows().stream()
                .filter(row -> !row.text(pointer.column()).isEmpty() && !codes.contains(row.text(pointer.column())))
                .forEach(row -> problems.add(Problem.of(
                        "code-not-found",
                        from.cell(row, pointer.column()),
                        "column",
                        from.named(pointer.column()),
                        "found",
                        row.text(pointer.column()),
                        "target",
                        target.register().named())));
    }
}
