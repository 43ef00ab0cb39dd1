package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Statement;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A score is the weight times the degree of completion, at most the weight. The execution row of the national form is
 * always scored so; other rows of a table are where most of its rows are; in running text only a slip of the pen is told.
 * A document that scores by steps is left to these.
 */
final class ScoreByCompletion implements Relation {

    private static final int FEWEST = 4;
    private static final Sought STEPS =
            Sought.of(Pattern.compile("得满分|不得分|按区间|分档|档次|每(?:低|少|降低|减少|下降).{0,12}扣|得\\d+分；"));
    private static final Sought BY_RATE = Sought.of(
            Pattern.compile(
                    "按照?[^，。；]{0,6}(?:完成率|完成比例|完成程度|执行率|达成率|比例)[^，。；]{0,6}(?:计分|得分|计算|赋分|折算|评分|给分)|(?:完成率|执行率|完成比例)[×*](?:分值|权重|满分|标准分)|(?:分值|权重|满分|标准分)[×*](?:完成率|执行率|完成比例)"));
    private static final Sought GOT = Sought.of("(?:得分?|计|实得|自评)(?:为|是)?$");
    /** 每低1个百分点扣0.8分，共扣4.0分 in a remark: how this row is scored. */
    private static final Sought OWN_RULE = Sought.of("每[^，。；]{1,14}扣\\d");

    private static final Sought COEFFICIENT = Sought.of("(?:得分|计分|评分|完成|达成)系数");

    @Override
    public String name() {
        return "score-by-completion";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        boolean steps =
                claims.passages().stream().anyMatch(passage -> STEPS.in(passage).find());
        Set<Figure> proven = ProvenScores.of(claims);
        Optional<StatedProportion> rule = StatedProportion.of(claims);
        ScoreByNamedRate.examine(claims, ledger);
        for (Table table : claims.tables()) {
            boolean ruled = byCoefficient(table, ledger)
                    || rule.filter(stated -> byRule(table, stated, claims, ledger))
                            .isPresent();
            if (!ruled) {
                table(table, steps, proven, claims, ledger);
            }
        }
        for (Statement statement : claims.statements()) {
            if (!statement.fromTable()) {
                Optional<Check> said = said(claims, statement);
                said.or(() -> CompletionScores.byRate(statement).filter(ScoreByCompletion::isSlip))
                        .ifPresent(ledger::check);
            }
        }
    }

    /** 满分10分，按完成率计分，目标值200公里，实际完成184公里，得9.2分: the words say how it is scored. */
    private static Optional<Check> said(Claims claims, Statement statement) {
        Passage passage = statement.figures().values().iterator().next().passage();
        if (!BY_RATE.in(passage).find()) {
            return Optional.empty();
        }
        Map<String, Figure> figures = new LinkedHashMap<>(statement.figures());
        if (!figures.containsKey("score")) {
            int last = figures.values().stream().mapToInt(Figure::end).max().orElse(0);
            claims.mentions(passage).stream()
                    .filter(mention -> mention.figure().start() >= last
                            && mention.figure().kind() == Figure.Kind.POINTS
                            && GOT.isIn(mention.before()))
                    .findFirst()
                    .ifPresent(mention -> figures.put("score", mention.figure()));
        }
        Statement whole = new Statement(statement.subject(), figures, false);
        Optional<Check> told = CompletionScores.byRate(whole).or(() -> CompletionScores.byTarget(whole));
        boolean fails = told.filter(check -> check.equation().judge() == Verdict.DIFFERS)
                .isPresent();
        return fails ? byAnother(claims, passage, figures).or(() -> told) : told;
    }

    /** 7个完成率为100%，1个为96%，平均完成率99.5%，得19.90分: another rate of the paragraph that gives the score. */
    private static Optional<Check> byAnother(Claims claims, Passage passage, Map<String, Figure> figures) {
        for (Mention mention : claims.mentions(passage)) {
            if (mention.figure().kind() == Figure.Kind.PERCENT) {
                Map<String, Figure> other = new LinkedHashMap<>(figures);
                CompletionScores.RATES.forEach(other::remove);
                other.put("completion-rate", mention.figure());
                Optional<Check> check = CompletionScores.byRate(new Statement("", other, false));
                if (check.filter(any -> any.equation().judge() == Verdict.AGREES)
                        .isPresent()) {
                    return check;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSlip(Check check) {
        Figure score = check.equation().result();
        return check.equation().judge() != Verdict.DIFFERS
                || check.equation()
                        .expected()
                        .filter(right -> NearMisses.isExchange(score, right))
                        .isPresent();
    }

    /** Holds all rows to the rule that the document states, where most of them keep it; false where they do not. */
    private static boolean byRule(Table table, StatedProportion rule, Claims claims, Ledger ledger) {
        List<Check> checks = table.rows().stream()
                .filter(row -> !StatedLadder.isRuled(claims, row))
                .flatMap(row -> rule.check(table, row).stream())
                .toList();
        long failing = checks.stream()
                .filter(check -> check.equation().judge() == Verdict.DIFFERS)
                .count();
        boolean kept = isKept(checks.size() - failing, failing);
        if (kept) {
            checks.stream()
                    .filter(check -> check.equation().judge() != Verdict.DIFFERS || !isExplained(claims, check))
                    .forEach(ledger::check);
            table.rows().stream()
                    .filter(row -> rule.check(table, row).isEmpty())
                    .flatMap(row -> CompletionScores.ofRow(table, row).stream())
                    .filter(check -> check.equation().judge() != Verdict.DIFFERS)
                    .forEach(ledger::check);
        }
        return kept;
    }

    /** A stated rule is broken by one row at most in a short table, by few in a long one. */
    private static boolean isKept(long holding, long failing) {
        return holding + failing >= FEWEST ? 2 * failing <= holding : failing <= 1 && holding >= 1;
    }

    /** 得分系数 | 权重 | 得分: a column that says itself how the score is made. */
    private static boolean byCoefficient(Table table, Ledger ledger) {
        Optional<Table.Column> coefficient = table.columns().stream()
                .filter(column -> COEFFICIENT.isIn(column.heading()))
                .findFirst();
        if (coefficient.isEmpty()) {
            return false;
        }
        List<Check> checks = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Optional<Figure> weight = CompletionScores.figure(table, row, "weight");
            Optional<Figure> score = CompletionScores.figure(table, row, "score");
            Optional<Figure> part = row.figures().get(coefficient.get().index());
            if (!row.total() && weight.isPresent() && score.isPresent() && part.isPresent()) {
                Figure factor = part.get();
                boolean percent = factor.kind() == Figure.Kind.PLAIN
                        && coefficient.get().heading().contains("%");
                Exact value = percent ? factor.value().dividedBy(Exact.HUNDRED) : factor.value();
                checks.add(new Check(
                        Kind.SCORE,
                        "score-differs",
                        row.label(),
                        weight.get().text() + " × " + factor.text() + (percent ? "%" : ""),
                        new Equation(score.get(), new Side(Map.of(weight.get(), value), Exact.ZERO), Side.ONE)));
            }
        }
        long failing = checks.stream()
                .filter(check -> check.equation().judge() == Verdict.DIFFERS)
                .count();
        boolean kept = isKept(checks.size() - failing, failing);
        if (kept) {
            checks.forEach(ledger::check);
        }
        return kept;
    }

    private static void table(Table table, boolean steps, Set<Figure> proven, Claims claims, Ledger ledger) {
        List<Check> checks = new ArrayList<>();
        int partial = 0;
        int against = 0;
        boolean telling = false;
        for (Table.Row row : table.rows()) {
            Optional<Check> check = CompletionScores.ofRow(table, row);
            if (check.isEmpty() || StatedLadder.isRuled(claims, row)) {
                continue;
            }
            boolean fails = check.get().equation().judge() == Verdict.DIFFERS;
            if (fails && row.cells().stream().anyMatch(cell -> OWN_RULE.isIn(cell.text()))) {
                continue;
            }
            boolean holds = !fails && !isFull(table, row);
            checks.add(check.get());
            against += fails ? 1 : 0;
            partial += holds ? 1 : 0;
            telling |= holds && isComputed(check.get().equation().result());
        }
        boolean form = table.column("execution-rate").isPresent()
                && checks.size() == 1
                && (!steps || ScoreByNamedRate.isStated(claims));
        boolean most = against == 0 || form || (partial >= 2 && partial >= 2 * against);
        boolean usual = telling && !steps;
        checks.stream()
                .filter(check -> check.equation().judge() != Verdict.DIFFERS || !isExplained(claims, check))
                .filter(check -> most
                        || check.equation().judge() != Verdict.DIFFERS
                        || proven.contains(check.equation().result())
                        || (usual && isComputed(check.equation().result())))
                .forEach(ledger::check);
    }

    /** 投诉率……因2件投诉未按期办结扣1分: the text says what was taken off, and just that is missing. */
    private static boolean isExplained(Claims claims, Check check) {
        String name = check.subject();
        Optional<Figure> weight = check.equation().top().weights().keySet().stream()
                .filter(figure -> figure.kind() != Figure.Kind.PERCENT)
                .findFirst();
        if (name.length() < 3 || weight.isEmpty()) {
            return false;
        }
        String taken = "扣"
                + weight.get().value().minus(check.equation().result().value()).toString() + "分";
        return claims.passages().stream()
                .anyMatch(passage ->
                        passage.text().contains(taken) && passage.text().contains(name));
    }

    /** A score no one gives by hand: 7.69, and not 7.5 or 7.75. */
    private static boolean isComputed(Figure score) {
        Exact value = score.value();
        return !value.times(Exact.of(4)).isWhole() && !value.times(Exact.of(10)).isWhole();
    }

    private static boolean isFull(Table table, Table.Row row) {
        Optional<Figure> weight = CompletionScores.figure(table, row, "weight");
        Optional<Figure> score = CompletionScores.figure(table, row, "score");
        return weight.isPresent()
                && score.isPresent()
                && weight.get().value().equals(score.get().value());
    }
}
