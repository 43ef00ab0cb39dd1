package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * The same digits with different units of money in two places, such as 1187.50 万元 and 1187.50 元: one of the units is
 * wrong. Only figures of four or more digits with decimals count, since short round numbers meet by accident.
 */
final class UnitOfAmount implements Relation {

    @Override
    public String name() {
        return "unit-of-amount";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Map<String, List<Figure>> byDigits = new LinkedHashMap<>();
        for (Figure figure : claims.figures()) {
            String digits = figure.printed().toString().replaceAll("\\D", "");
            if (figure.kind() == Figure.Kind.AMOUNT && digits.length() >= 4 && figure.scale() > 0) {
                byDigits.computeIfAbsent(figure.printed() + "/" + figure.scale(), key -> new ArrayList<>())
                        .add(figure);
            }
        }
        byDigits.values().forEach(same -> compare(same, claims, ledger));
    }

    private static void compare(List<Figure> same, Claims claims, Ledger ledger) {
        Map<String, Integer> units = new LinkedHashMap<>();
        same.forEach(figure -> units.merge(figure.unit(), 1, Integer::sum));
        if (units.size() != 2) {
            return;
        }
        String usual = usual(units, claims);
        for (Figure figure : same) {
            if (!figure.unit().equals(usual)) {
                String expected = figure.text().replace(figure.unit(), "") + usual;
                Problem problem = Problem.of("unit-differs", Place.NONE, "stated", figure.text(), "expected", expected);
                ledger.find(Finding.of(
                        Kind.UNIT,
                        figure.text(),
                        Optional.of(expected),
                        problem,
                        figure.spot(),
                        same.stream()
                                .filter(other -> !other.equals(figure))
                                .map(Figure::spot)
                                .toList()));
            }
        }
    }

    /** The unit these digits have more often; where even, the one the document's amounts have more often. */
    private static String usual(Map<String, Integer> units, Claims claims) {
        String usual = "";
        long most = -1;
        for (Map.Entry<String, Integer> unit : units.entrySet()) {
            long everywhere = claims.figures().stream()
                    .filter(figure -> figure.unit().equals(unit.getKey()))
                    .count();
            long votes = unit.getValue() * 10_000L + everywhere;
            if (votes > most) {
                most = votes;
                usual = unit.getKey();
            }
        }
        return usual;
    }
}
