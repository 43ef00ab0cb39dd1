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
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/**
 * One table, one convention: where some rates of a table were rounded and others cut off, one note says so, at the first one
 * cut off. It reads the verdicts of the relations before it.
 */
final class RoundingConvention implements Relation {

    @Override
    public String name() {
        return "rounding-convention";
    }

    /** Rates of the text that are rounded up, so that one that is not stands out. */
    private static final int MANY = 4;

    /** 截取两位小数，不四舍五入: the text says how it cuts off. */
    private static final Sought SAID = Sought.of("不(?:作|做|进行)?四舍五入|截取|截断|舍去|去尾|舍尾");

    @Override
    public void examine(Claims claims, Ledger ledger) {
        if (claims.passages().stream().anyMatch(passage -> SAID.isIn(passage))) {
            return;
        }
        if (ledger.checks(Verdict.AGREES_IF_TRUNCATED).isEmpty()) {
            return;
        }
        inText(ledger);
        Map<Integer, Check> cut = new LinkedHashMap<>();
        Map<Integer, Check> rounded = new LinkedHashMap<>();
        for (Check check : ledger.checks().keySet()) {
            Figure result = check.equation().result();
            if (result.kind() != Figure.Kind.PERCENT || !isCell(result)) {
                continue;
            }
            int table = result.passage().order();
            Verdict verdict = check.equation().judge();
            if (verdict == Verdict.AGREES_IF_TRUNCATED) {
                cut.putIfAbsent(table, check);
            } else if (verdict == Verdict.AGREES
                    && !result.truncated().holds(check.equation().expected().orElse(Exact.ZERO))) {
                rounded.putIfAbsent(table, check);
            }
        }
        cut.forEach((table, check) -> {
            Check other = rounded.get(table);
            if (other != null) {
                tell(check, other, ledger);
            }
        });
    }

    /** One rate of the text that is cut off where all others that tell are rounded. */
    private static void inText(Ledger ledger) {
        List<Check> cut = new ArrayList<>();
        List<Check> rounded = new ArrayList<>();
        for (Check check : ledger.checks().keySet()) {
            Figure result = check.equation().result();
            // a rate of one decimal says little of how it was cut
            if (result.kind() != Figure.Kind.PERCENT
                    || isCell(result)
                    || result.nearness() != Figure.Nearness.EXACT
                    || result.scale() < 2) {
                continue;
            }
            Verdict verdict = check.equation().judge();
            boolean known = verdict == Verdict.AGREES_IF_TRUNCATED
                    && !ledger.holding(result).isEmpty();
            if (verdict == Verdict.AGREES_IF_TRUNCATED && !known) {
                cut.add(check);
            } else if (verdict == Verdict.AGREES
                    && !result.truncated().holds(check.equation().expected().orElse(Exact.ZERO))) {
                rounded.add(check);
            }
        }
        boolean one =
                cut.stream().map(check -> check.equation().result()).distinct().count() == 1;
        if (one && rounded.size() >= MANY) {
            tell(cut.get(0), rounded.get(0), ledger);
        }
    }

    private static boolean isCell(Figure figure) {
        return figure.passage().text().equals(figure.text());
    }

    private static void tell(Check cut, Check rounded, Ledger ledger) {
        Figure figure = cut.equation().result();
        Figure other = rounded.equation().result();
        String expected = cut.equation().expected().map(figure::print).orElse(figure.text());
        Problem problem = Problem.of(
                "rounding-mixed", Place.NONE, "stated", figure.text(), "expected", expected, "other", other.text());
        ledger.find(Finding.of(
                Kind.ROUNDING, figure.text(), Optional.of(expected), problem, figure.spot(), List.of(other.spot())));
    }
}
