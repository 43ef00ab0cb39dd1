package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Units;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/**
 * The same digits with different units of money in two places, such as 1187.50 万元 and 1187.50 元: one of the units is
 * wrong. Only figures of four or more digits with decimals count, since short round numbers meet by accident.
 */
final class UnitOfAmount implements Relation {

    private static final int LONG = 4;

    @Override
    public String name() {
        return "unit-of-amount";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Map<String, List<Figure>> byDigits = new LinkedHashMap<>();
        for (Figure figure : claims.figures()) {
            if (figure.kind() == Figure.Kind.AMOUNT
                    && figure.scale() > 0
                    && digits(figure.printed()).length() >= 4) {
                byDigits.computeIfAbsent(figure.printed() + "/" + figure.scale(), key -> new ArrayList<>())
                        .add(figure);
            }
        }
        byDigits.values().forEach(same -> compare(same, claims, ledger));
        magnitudes(claims, ledger);
    }

    private static String digits(Exact number) {
        String text = number.toString();
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    private static String withoutZeros(String digits) {
        int from = 0;
        int to = digits.length();
        while (from < to && digits.charAt(from) == '0') {
            from++;
        }
        while (to > from && digits.charAt(to - 1) == '0') {
            to--;
        }
        return digits.substring(from, to);
    }

    /** 28.74亿元 here, 28740万元 there: the same digits, but ten times less. The one that another equation doubts is told, else the one met later or less often. */
    private static void magnitudes(Claims claims, Ledger ledger) {
        Map<String, Map<Exact, List<Figure>>> byDigits = new LinkedHashMap<>();
        for (Figure figure : claims.figures()) {
            if (figure.kind() != Figure.Kind.AMOUNT) {
                continue;
            }
            String digits = withoutZeros(digits(figure.printed()));
            if (digits.length() >= LONG) {
                byDigits.computeIfAbsent(digits, key -> new LinkedHashMap<>())
                        .computeIfAbsent(figure.value(), key -> new ArrayList<>())
                        .add(figure);
            }
        }
        for (Map<Exact, List<Figure>> values : byDigits.values()) {
            List<List<Figure>> groups = new ArrayList<>(values.values());
            boolean units = values.size() == 2
                    && !groups.get(0).get(0).unit().equals(groups.get(1).get(0).unit());
            if (units) {
                boolean first = groups.get(0).stream().anyMatch(ledger::doubts);
                boolean second = groups.get(1).stream().anyMatch(ledger::doubts);
                boolean held = groups.get(0).stream().anyMatch(ledger::confirms);
                boolean holds = groups.get(1).stream().anyMatch(ledger::confirms);
                boolean last = first != second
                        ? second
                        : held != holds
                                ? held
                                : groups.get(1).size() <= groups.get(0).size();
                boolean accident = held && holds && !first && !second; // each is right where it stands
                if (!accident) {
                    tellMagnitude(groups.get(last ? 1 : 0).get(0), groups.get(last ? 0 : 1), ledger);
                }
            }
        }
    }

    private static void tellMagnitude(Figure wrong, List<Figure> right, Ledger ledger) {
        Exact times = right.get(0).value().dividedBy(wrong.value());
        boolean small = times.equals(Exact.of(10))
                || Exact.ONE.dividedBy(times).equals(Exact.of(10))
                || times.equals(Exact.of(100))
                || Exact.ONE.dividedBy(times).equals(Exact.of(100));
        if (small) {
            Exact value = right.get(0).value();
            String expected = Units.shifted(wrong, value).orElseGet(() -> wrong.print(value));
            ledger.find(
                    finding(wrong, expected, right.stream().map(Figure::spot).toList()));
        }
    }

    /** A figure whose unit is wrong agrees with nothing: 1800万元 that are the sum of two others are no 1800元. */
    private static void compare(List<Figure> same, Claims claims, Ledger ledger) {
        Map<String, Integer> units = new LinkedHashMap<>();
        same.forEach(figure -> units.merge(figure.unit(), 1, Integer::sum));
        if (units.size() != 2) {
            return;
        }
        String usual = usual(units, claims);
        for (Figure figure : same) {
            if (!figure.unit().equals(usual) && !ledger.confirms(figure)) {
                String expected = figure.text().replace(figure.unit(), "") + usual;
                ledger.find(finding(
                        figure,
                        expected,
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

    /** A figure whose digits are right and whose unit is not. */
    static Finding finding(Figure wrong, String expected, List<Spot> because) {
        Problem problem = Problem.of("unit-differs", Place.NONE, "stated", wrong.text(), "expected", expected);
        return Finding.of(Kind.UNIT, wrong.text(), Optional.of(expected), problem, wrong.spot(), because);
    }
}
