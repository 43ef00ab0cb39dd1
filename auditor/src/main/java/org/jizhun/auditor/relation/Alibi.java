package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.auditor.claim.Claim;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Sentence;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.kernel.quantity.Exact;

/**
 * A quotient whose figures were chosen because they stand near may be of others: 每吨240元 is of the 4632吨 of another section. Before
 * it is told, one of its two figures is exchanged for any of its kind in the document; where that gives what is printed, and what is
 * printed has too many digits for an accident, that is what is meant.
 */
final class Alibi {

    /** Digits of a result that are no accident among a few hundred figures, without and with a word in common. */
    private static final int LONG = 4;

    private static final int SHORT = 3;

    /** Digits that are no accident of any two figures. */
    private static final int VERY_LONG = 6;

    private static final Set<String> PEOPLE = Set.of("人", "名", "人次", "位");

    private record Stood(Figure figure, String words) {}

    private final List<Stood> all = new ArrayList<>();
    private final Claims claims;

    private Alibi(Claims claims) {
        this.claims = claims;
    }

    static Alibi of(Claims claims) {
        return claims.derived(Alibi.class, Alibi::read);
    }

    private static Alibi read(Claims claims) {
        Alibi alibi = new Alibi(claims);
        for (Sentence sentence : claims.sentences()) {
            for (Claim claim : sentence.claims()) {
                alibi.add(claim.figure(), claim.label());
            }
        }
        for (Table table : claims.tables()) {
            for (Table.Row row : table.rows()) {
                row.figures().forEach(cell -> cell.ifPresent(figure -> alibi.add(figure, row.label())));
            }
        }
        return alibi;
    }

    private void add(Figure figure, String words) {
        boolean measures = figure.kind() == Figure.Kind.AMOUNT || figure.kind() == Figure.Kind.COUNT;
        if (measures && !figure.value().isZero()) {
            all.add(new Stood(figure, words));
        }
    }

    /** The check itself, or where it fails and other figures of the document explain its result, theirs. */
    Check instead(Check check) {
        Equation equation = check.equation();
        Figure result = equation.result();
        boolean quotient = equation.inputs().size() == 2
                && equation.top().weights().size() == 1
                && equation.bottom().weights().size() == 1;
        if (!quotient
                || result.digits() < SHORT
                || equation.judge() != Verdict.DIFFERS
                || result.value().equals(Exact.ONE)) {
            return check;
        }
        Figure top = equation.top().weights().keySet().iterator().next();
        Figure bottom = equation.bottom().weights().keySet().iterator().next();
        // two digits exchanged are no more of an accident than four digits that figures from elsewhere give
        boolean exchanged = equation.expected()
                .filter(right -> NearMisses.isExchange(result, right))
                .isPresent();
        if (result.digits() >= VERY_LONG) {
            for (Stood one : all) {
                if (!alike(one.figure(), top)) {
                    continue;
                }
                for (Stood two : all) {
                    boolean alike = alike(two.figure(), bottom) && !one.equals(two);
                    if (!alike) {
                        continue;
                    }
                    Equation instead = new Equation(result, Side.of(one.figure()), Side.of(two.figure()));
                    if (Near.tight(instead)) {
                        return of(check, instead, one.figure(), two.figure());
                    }
                }
            }
        }
        for (Stood other : all) {
            // 完成15个，目标≥14个: what an amount is for one of is counted, and no target
            if (result.kind() != Figure.Kind.PERCENT && isTarget(other.figure())) {
                continue;
            }
            for (Map.Entry<Figure, Figure> pair :
                    List.of(Map.entry(top, other.figure()), Map.entry(other.figure(), bottom))) {
                boolean mine = pair.getKey().equals(top) ? alike(other.figure(), bottom) : alike(other.figure(), top);
                if (!mine) {
                    continue;
                }
                Equation instead = new Equation(result, Side.of(pair.getKey()), Side.of(pair.getValue()));
                if (!pair.getKey().equals(pair.getValue())
                        && Near.tight(instead)
                        && ((result.digits() >= LONG && !exchanged) || shares(other, check))) {
                    return of(check, instead, pair.getKey(), pair.getValue());
                }
            }
        }
        return ofListed(check).orElse(check);
    }

    /** 人员经费1260.40万元、公用经费315.20万元、项目支出820.60万元，其中人员经费占52.60%: one of those listed over their sum. */
    private Optional<Check> ofListed(Check check) {
        Figure result = check.equation().result();
        if (result.kind() != Figure.Kind.PERCENT) {
            return Optional.empty();
        }
        for (NamedSeries series : NamedSeries.of(claims, result.passage())) {
            List<Figure> parts =
                    series.members().stream().map(NamedSeries.Member::figure).toList();
            for (Figure part : series.end() <= result.start() ? parts : List.<Figure>of()) {
                Equation share = new Equation(result, Side.of(part), Side.of(parts));
                if (Near.tight(share)) {
                    String formula = part.text() + " ÷ (" + Formulas.sum(parts) + ")";
                    return Optional.of(new Check(check.kind(), check.code(), check.subject(), formula, share));
                }
            }
        }
        return Optional.empty();
    }

    private static Check of(Check check, Equation instead, Figure top, Figure bottom) {
        return new Check(check.kind(), check.code(), check.subject(), Formulas.quotient(top, bottom), instead);
    }

    private static boolean isTarget(Figure figure) {
        String before = figure.passage().text().substring(0, figure.start());
        return figure.nearness() != Figure.Nearness.EXACT || before.endsWith("≥") || before.endsWith("≤");
    }

    private static boolean alike(Figure one, Figure two) {
        return one.isLike(two) || (PEOPLE.contains(one.thing()) && PEOPLE.contains(two.thing()));
    }

    private boolean shares(Stood other, Check check) {
        Set<String> pairs = new HashSet<>();
        all.stream()
                .filter(stood -> check.equation().inputs().contains(stood.figure()))
                .forEach(stood -> pairs.addAll(pairs(stood.words())));
        return pairs(other.words()).stream().anyMatch(pairs::contains);
    }

    private static Set<String> pairs(String words) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= words.length(); i++) {
            pairs.add(words.substring(i, i + 2));
        }
        return pairs;
    }
}
