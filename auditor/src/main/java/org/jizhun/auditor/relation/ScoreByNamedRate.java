package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
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
 * A score that the words give as so many times a rate told elsewhere: 预算执行率得分按执行率×10计算，得9.68分; and 执行率得分=执行率×10 for a column of such scores, beside
 * another table that has the rate of each row by its name.
 */
final class ScoreByNamedRate {

    private static final Sought RULE = Sought.of("(?<rate>(?:预算)?执行率)(?:[×*]|乘以)(?<points>\\d{1,2})分?(?![\\d.%])");
    private static final Sought GOT = Sought.of("^(?:的方式|的办法)?(?:计算|计分|折算|计|得出)?，(?:应得|实得|得分?|计)(?:为)?$");
    private static final Sought NAMED = Sought.of("执行率(?:为|达到?|是|：)*$");

    /** In a hundred, how far such a score may lie from what the rate gives. */
    private static final int NEAR = 10;

    private ScoreByNamedRate() {}

    /** Whether the document says so of the rate of execution. */
    static boolean isStated(Claims claims) {
        return claims.passages().stream().anyMatch(RULE::isIn);
    }

    static void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            Matcher rule = RULE.in(passage);
            while (rule.find()) {
                Exact points = Exact.parse(rule.group("points"));
                int end = rule.end();
                claims.mentions(passage).stream()
                        .filter(mention -> mention.figure().kind() == Figure.Kind.POINTS
                                && mention.figure().start() > end
                                && GOT.is(passage.text()
                                        .substring(end, mention.figure().start())))
                        .findFirst()
                        .flatMap(score -> told(score.figure(), points, rates(claims)))
                        .ifPresent(ledger::check);
                claims.tables().forEach(table -> column(table, points, claims, ledger));
            }
        }
    }

    /** The rates that running text tells under that name, and tables of what is scored in all. */
    private static List<Figure> rates(Claims claims) {
        List<Figure> rates = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            for (Mention mention : claims.mentions(passage)) {
                if (isRate(mention.figure()) && NAMED.isIn(mention.before())) {
                    rates.add(mention.figure());
                }
            }
        }
        for (Table table : claims.tables()) {
            table.rows().stream()
                    .filter(Table.Row::total)
                    .flatMap(row -> CompletionScores.figure(table, row, "execution-rate").stream())
                    .filter(ScoreByNamedRate::isRate)
                    .forEach(rates::add);
        }
        return rates;
    }

    private static boolean isRate(Figure figure) {
        return figure.kind() == Figure.Kind.PERCENT && figure.nearness() == Figure.Nearness.EXACT;
    }

    /** By any rate that gives it, else by the one there is. */
    private static Optional<Check> told(Figure score, Exact points, List<Figure> rates) {
        List<Check> checks =
                rates.stream().map(rate -> check(score, points, rate, "")).toList();
        Optional<Check> holding = checks.stream()
                .filter(check -> check.equation().judge() != Verdict.DIFFERS)
                .findFirst();
        boolean one = rates.stream().map(Figure::value).distinct().count() == 1;
        return holding.isPresent() || !one
                ? holding
                : checks.stream()
                        .filter(check -> Near.within(check.equation(), NEAR))
                        .findFirst();
    }

    /** 预算执行率（10分） over scores, with the rates of the rows in another table; told where most rows are so. */
    private static void column(Table table, Exact points, Claims claims, Ledger ledger) {
        for (Table.Column column : table.columns()) {
            if (!column.heading().contains("执行率") || !column.heading().contains(points + "分")) {
                continue;
            }
            List<Check> checks = new ArrayList<>();
            for (Table.Row row : table.rows()) {
                Optional<Figure> score = row.figures()
                        .get(column.index())
                        .filter(figure -> !row.total() && figure.kind() != Figure.Kind.PERCENT);
                Optional<Figure> rate = rateOf(row.label(), table, claims);
                if (score.isPresent() && rate.isPresent()) {
                    checks.add(check(score.get(), points, rate.get(), row.label()));
                }
            }
            long failing = checks.stream()
                    .filter(check -> check.equation().judge() == Verdict.DIFFERS)
                    .count();
            if (checks.size() - failing >= 2 && 3 * failing <= checks.size()) {
                checks.forEach(ledger::check);
            }
        }
    }

    private static Optional<Figure> rateOf(String label, Table own, Claims claims) {
        List<Figure> rates = claims.tables().stream()
                .filter(table -> !table.equals(own))
                .flatMap(table -> table.rows().stream()
                        .filter(row -> row.label().equals(label))
                        .flatMap(row -> CompletionScores.figure(table, row, "execution-rate").stream()))
                .filter(ScoreByNamedRate::isRate)
                .toList();
        boolean one = rates.stream().map(Figure::value).distinct().count() == 1;
        return one ? Optional.of(rates.get(0)) : Optional.empty();
    }

    private static Check check(Figure score, Exact points, Figure rate, String subject) {
        Side side = rate.value().compareTo(Exact.ONE) > 0
                ? Side.constant(points)
                : new Side(Map.of(rate, points), Exact.ZERO);
        return new Check(
                Kind.SCORE,
                "score-differs",
                subject,
                rate.text() + " × " + points,
                new Equation(score, side, Side.ONE));
    }
}
