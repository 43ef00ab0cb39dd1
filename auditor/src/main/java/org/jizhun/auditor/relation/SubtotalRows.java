package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.kernel.quantity.Exact;

/**
 * Rows that close those above them, 过程小计, in a column of weights or scores: each is the sum of the rows since the one before.
 * Where the table has a column of weights these show whether all rows are there; else a name or another subtotal does.
 */
final class SubtotalRows implements Relation {

    private static final Pattern SUBTOTAL =
            Pattern.compile("^(?:(?:[^，。；\\d（）]{1,14})(?:小计|合计)|小计)(?:得分)?(?:（[^）]{0,8}）)?$");
    private static final List<String> MEASURES = List.of("weight", "score");
    private static final int FEWEST = 2;

    private record Group(Table.Row closing, List<Table.Row> rows) {}

    @Override
    public String name() {
        return "subtotal-rows";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Table table : claims.tables()) {
            List<Group> groups = groups(table);
            if (!groups.isEmpty()) {
                table(table, groups, ledger);
            }
        }
    }

    private static boolean isSubtotal(Table.Row row) {
        return row.cells().stream()
                .anyMatch(cell -> SUBTOTAL.matcher(cell.text().replace(" ", "")).matches());
    }

    private static List<Group> groups(Table table) {
        List<Group> groups = new ArrayList<>();
        List<Table.Row> open = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            if (isSubtotal(row)) {
                if (open.size() >= FEWEST) {
                    groups.add(new Group(row, List.copyOf(open)));
                }
                open.clear();
            } else if (row.total()) {
                open.clear();
            } else {
                open.add(row);
            }
        }
        return groups;
    }

    private static void table(Table table, List<Group> groups, Ledger ledger) {
        Map<String, List<Check>> checks = new LinkedHashMap<>();
        for (String measure : MEASURES) {
            List<Check> own = new ArrayList<>();
            for (Group group : groups) {
                check(table, group, measure)
                        .filter(check -> !ledger.knows(check.equation()))
                        .ifPresent(own::add);
            }
            checks.put(measure, own);
        }
        List<Check> weights = checks.getOrDefault("weight", List.of());
        List<Check> scores = checks.getOrDefault("score", List.of());
        boolean closed = !weights.isEmpty() && weights.stream().allMatch(SubtotalRows::holds);
        for (Check check : scores) {
            boolean near = Near.within(check.equation(), 12);
            boolean others =
                    scores.stream().filter(other -> !other.equals(check)).anyMatch(SubtotalRows::holds);
            if (holds(check) || (near && (closed || others))) {
                ledger.check(check);
            }
        }
        boolean scored = !scores.isEmpty() && scores.stream().allMatch(SubtotalRows::holds);
        for (Group group : groups) {
            boolean own =
                    check(table, group, "score").filter(SubtotalRows::holds).isPresent();
            check(table, group, "weight")
                    .filter(check -> !ledger.knows(check.equation()))
                    .filter(check -> holds(check) || ((scored || own) && Near.within(check.equation(), 30)))
                    .ifPresent(ledger::check);
        }
    }

    private static boolean holds(Check check) {
        return check.equation().judge() != Verdict.DIFFERS;
    }

    /** The sum of one column; nothing where a row of the group has no figure in it, or its names are of another group. */
    private static Optional<Check> check(Table table, Group group, String measure) {
        Optional<Figure> closing = ScoreForms.figure(table, group.closing(), measure);
        List<Figure> parts = new ArrayList<>();
        for (Table.Row row : group.rows()) {
            ScoreForms.figure(table, row, measure).ifPresent(parts::add);
        }
        boolean whole = closing.isPresent()
                && parts.size() == group.rows().size()
                && !closing.get().value().equals(Exact.ZERO);
        return whole
                ? Optional.of(Checks.sum(
                        measure.equals("weight") ? Kind.WEIGHT : Kind.ROLLUP,
                        group.closing().label(),
                        closing.orElseThrow(),
                        parts))
                : Optional.empty();
    }
}
