package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claim;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Sentence;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;

/**
 * Money per head or household: {@code 培训500人，支出25万元，人均500元}. Only a sentence with one amount and one number of people
 * before it is read, and a value further than 60 % from the quotient means something else.
 */
final class CostPerUnit implements Relation {

    private static final Pattern EACH = Pattern.compile("(?<each>人均|户均)[^，。；：、\\d]{0,8}$");

    @Override
    public String name() {
        return "cost-per-unit";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Sentence sentence : claims.sentences()) {
            List<Figure> before = new ArrayList<>();
            for (Claim claim : sentence.claims()) {
                check(sentence, before, claim).ifPresent(ledger::check);
                before.add(claim.figure());
            }
        }
    }

    private static Optional<Check> check(Sentence sentence, List<Figure> before, Claim claim) {
        Figure each = claim.figure();
        String words = sentence.passage().text().substring(sentence.start(), each.start());
        Matcher matcher = EACH.matcher(words);
        if (each.kind() != Figure.Kind.AMOUNT || !matcher.find()) {
            return Optional.empty();
        }
        String counted = matcher.group("each").equals("人均") ? "人|名|人次" : "户";
        List<Figure> amounts = before.stream()
                .filter(figure -> figure.kind() == Figure.Kind.AMOUNT)
                .toList();
        List<Figure> counts = before.stream()
                .filter(figure -> figure.unit().matches("[万亿]?(?:" + counted + ")"))
                .toList();
        if (amounts.size() != 1 || counts.size() != 1 || counts.get(0).value().isZero()) {
            return Optional.empty();
        }
        Equation equation = new Equation(each, Side.of(amounts.get(0)), Side.of(counts.get(0)));
        if (equation.judge() == Verdict.DIFFERS && !Near.within(equation, 60)) {
            return Optional.empty();
        }
        String formula = Formulas.quotient(amounts.get(0), counts.get(0));
        return Optional.of(new Check(Kind.RATIO, "rate-differs", claim.label(), formula, equation));
    }
}
