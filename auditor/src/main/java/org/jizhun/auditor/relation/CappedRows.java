package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A rule of payment stated before a table, applied to its rows: 按投资额的15%补助，单个企业最高不超过150万元. Two columns that are the rate apart in
 * most rows are held to it in all; two that are the same but for the most that is paid are held to that.
 */
final class CappedRows implements Relation {

    private static final Sought RATE = Sought.of(Pattern.compile("按照?[^，。；\\d]{0,14}?(?<rate>\\d+(?:\\.\\d+)?)%"));
    private static final Sought CAP = Sought.of(Pattern.compile(
            "(?:最高(?:不超过|限额为?|补助|奖补|奖励|为)?|不超过|上限为?|封顶(?:为|线为?)?)(?<cap>\\d[\\d,]*(?:\\.\\d+)?)(?<unit>亿元|万元|元)"));
    private static final int BEFORE = 4;
    private static final int FEWEST = 3;

    @Override
    public String name() {
        return "capped-rows";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Table table : claims.tables()) {
            for (Passage passage : before(table, claims)) {
                Matcher rate = RATE.in(passage);
                while (rate.find()) {
                    Exact times = Exact.parse(rate.group("rate")).dividedBy(Exact.HUNDRED);
                    pairs(table, (from, to) -> product(from, to, times), Kind.RULE, ledger);
                }
                for (Figure cap : caps(claims, passage)) {
                    pairs(table, (from, to) -> capped(from, to, cap), Kind.CAP, ledger);
                }
            }
        }
    }

    private static List<Passage> before(Table table, Claims claims) {
        int order = table.grid().order();
        return claims.passages(order - BEFORE, order - 1);
    }

    private static List<Figure> caps(Claims claims, Passage passage) {
        List<Figure> caps = new ArrayList<>();
        Matcher words = CAP.in(passage);
        while (words.find()) {
            int at = words.start("cap");
            claims.figures(passage).stream()
                    .filter(figure -> figure.start() == at)
                    .forEach(caps::add);
        }
        return caps;
    }

    /** What a rule makes of one cell. */
    private interface Rule {
        Check of(Figure from, Figure to);
    }

    /** The two columns that keep the rule in most of their rows; one row at least must be of the kind that makes it a rule. */
    private static void pairs(Table table, Rule rule, Kind kind, Ledger ledger) {
        List<Check> best = List.of();
        long most = 0;
        for (Table.Column from : table.columns()) {
            for (Table.Column to : table.columns()) {
                List<Check> checks = from.index() < to.index() ? checks(table, from, to, rule) : List.of();
                long kept = checks.stream()
                        .filter(check -> check.equation().judge() != Verdict.DIFFERS)
                        .count();
                boolean used = checks.stream().anyMatch(check -> check.kind() == kind);
                if (used && checks.size() >= FEWEST && kept * 5 >= checks.size() * 3L && kept > most) {
                    best = checks;
                    most = kept;
                }
            }
        }
        best.forEach(ledger::check);
    }

    private static List<Check> checks(Table table, Table.Column from, Table.Column to, Rule rule) {
        List<Check> checks = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Optional<Figure> left = row.figures().get(from.index());
            Optional<Figure> right = row.figures().get(to.index());
            boolean pair = !row.total()
                    && left.isPresent()
                    && right.isPresent()
                    && isAmount(left.get())
                    && isAmount(right.get());
            if (pair) {
                checks.add(rule.of(left.get(), right.get()));
            }
        }
        return checks;
    }

    private static boolean isAmount(Figure figure) {
        return figure.kind() == Figure.Kind.AMOUNT || figure.kind() == Figure.Kind.PLAIN;
    }

    private static Check product(Figure from, Figure to, Exact times) {
        Side side = new Side(Map.of(from, times.times(scale(from, to))), Exact.ZERO);
        String percent = times.times(Exact.HUNDRED) + "%";
        return new Check(
                Kind.RULE, "rule-differs", "", from.text() + " × " + percent, new Equation(to, side, Side.ONE));
    }

    /** Below the cap both are the same; above it the cap is paid. */
    private static Check capped(Figure from, Figure to, Figure cap) {
        Exact most = to.kind() == Figure.Kind.PLAIN ? cap.printed() : cap.value();
        Exact scale = scale(from, to);
        boolean above = from.value().times(scale).compareTo(most) > 0;
        Side side = above ? Side.constant(most) : new Side(Map.of(from, scale), Exact.ZERO);
        String formula = above ? "min(" + from.text() + ", " + cap.text() + ")" : from.text();
        return new Check(above ? Kind.CAP : Kind.RULE, "rule-differs", "", formula, new Equation(to, side, Side.ONE));
    }

    /** A column without a unit has that of the one it is held against. */
    private static Exact scale(Figure from, Figure to) {
        return from.kind() == to.kind() ? Exact.ONE : to.unitSize().dividedBy(from.unitSize());
    }
}
