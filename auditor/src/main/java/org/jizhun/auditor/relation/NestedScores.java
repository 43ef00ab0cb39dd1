package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.kernel.quantity.Exact;

/**
 * A scoring table that lists groups and what is in them one under the other, without numbers or columns for the levels: the
 * weights show which rows make up which. Where every row finds its place so and the groups' scores mostly are the sums of
 * their rows' scores, all of them must be.
 */
final class NestedScores implements Relation {

    private static final int LEAST_ROWS = 6;
    private static final int MOST_ROWS = 80;
    private static final int DEEPEST = 3;
    private static final int MOST_STEPS = 20_000;

    /** A row with weight and score, and the rows below it that make it up. */
    private record Node(Table.Row row, Figure weight, Figure score, List<Node> parts, int size) {

        Node(Table.Row row, Figure weight, Figure score, List<Node> parts) {
            this(
                    row,
                    weight,
                    score,
                    parts,
                    1 + parts.stream().mapToInt(Node::size).sum());
        }
    }

    @Override
    public String name() {
        return "nested-scores";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Table table : claims.tables()) {
            List<Node> rows = rows(table);
            if (rows.size() >= LEAST_ROWS && rows.size() <= MOST_ROWS) {
                new Nesting(rows).whole().ifPresent(top -> enter(top, ledger));
            }
        }
    }

    /** The rows before the closing one, if all have a weight and a score; the closing row is the last. */
    private static List<Node> rows(Table table) {
        List<Node> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Optional<Figure> weight = ScoreForms.figure(table, row, "weight");
            Optional<Figure> score = ScoreForms.figure(table, row, "score");
            if (weight.isEmpty() || score.isEmpty() || weight.get().value().isZero()) {
                return List.of();
            }
            rows.add(new Node(row, weight.get(), score.get(), List.of()));
            if (row.total()) {
                return row.equals(table.rows().get(table.rows().size() - 1)) ? rows : List.of();
            }
        }
        return List.of();
    }

    /** Searches for the one way to hang all rows below the closing one so that weights add up. */
    private static final class Nesting {

        private final List<Node> rows;
        private int steps;

        Nesting(List<Node> rows) {
            this.rows = rows;
        }

        /** The closing row with its groups; nothing where the rows are a plain list or do not add up. */
        Optional<Node> whole() {
            Node closing = rows.get(rows.size() - 1);
            List<Node> top = parts(0, closing.weight().value(), DEEPEST, rows.size() - 1);
            boolean nested =
                    top.stream().filter(node -> !node.parts().isEmpty()).count() >= 2;
            return nested
                    ? Optional.of(new Node(closing.row(), closing.weight(), closing.score(), top))
                    : Optional.empty();
        }

        /** The rows from one on that make up a weight, each with its own; none if they cannot. They end at a row if told. */
        private List<Node> parts(int from, Exact weight, int depth, int end) {
            if (from >= rows.size() - 1 || ++steps > MOST_STEPS) {
                return List.of();
            }
            Node row = rows.get(from);
            Exact left = weight.minus(row.weight().value());
            if (left.signum() < 0) {
                return List.of();
            }
            if (depth > 1) {
                List<Node> own = parts(from + 1, row.weight().value(), depth - 1, -1);
                if (!own.isEmpty()) {
                    Optional<List<Node>> found =
                            rest(new Node(row.row(), row.weight(), row.score(), own), from, left, depth, end);
                    if (found.isPresent()) {
                        return found.get();
                    }
                }
            }
            return rest(row, from, left, depth, end).orElse(List.of());
        }

        private Optional<List<Node>> rest(Node first, int from, Exact left, int depth, int end) {
            int next = from + first.size();
            if (left.isZero()) {
                return end < 0 || next == end ? Optional.of(List.of(first)) : Optional.empty();
            }
            List<Node> others = parts(next, left, depth, end);
            if (others.isEmpty()) {
                return Optional.empty();
            }
            List<Node> all = new ArrayList<>(List.of(first));
            all.addAll(others);
            return Optional.of(all);
        }
    }

    private static void enter(Node top, Ledger ledger) {
        List<Check> checks = new ArrayList<>();
        collect(top, checks);
        long failing = checks.stream()
                .filter(check -> check.equation().judge() == Verdict.DIFFERS)
                .count();
        if (checks.size() >= 3 && 3 * failing <= checks.size()) {
            checks.forEach(ledger::check);
        }
    }

    private static void collect(Node node, List<Check> checks) {
        if (node.parts().isEmpty()) {
            return;
        }
        List<Figure> scores = node.parts().stream().map(Node::score).toList();
        checks.add(Checks.sum(Kind.ROLLUP, node.row().label(), node.score(), scores));
        node.parts().forEach(part -> collect(part, checks));
    }
}
