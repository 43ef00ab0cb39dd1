package org.jizhun.bench.province;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jizhun.kernel.calendar.WorkingDays;

/**
 * The peer: what a programmer would write for this one scheme, with {@link BigDecimal} and plain loops, criterion by
 * criterion. It explains nothing and knows no other scheme.
 */
final class HandWrittenLoop {

    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int FILING_DAYS = 7;

    private final WorkingDays calendar;

    HandWrittenLoop(WorkingDays calendar) {
        this.calendar = calendar;
    }

    /** Points of each leaf criterion, two decimals, half up. */
    Map<String, BigDecimal> score(DepartmentYear year) {
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        points.put("output-indicators", indicators(year.indicators(), "产出指标"));
        points.put("benefit-indicators", indicators(year.indicators(), "效益指标"));
        points.put("execution-rate", execution(year.monthlyRates()));
        points.put(
                "ex-ante-evaluation",
                share(2, year.projects(), DepartmentYear.Project::isNew, DepartmentYear.Project::evaluated));
        points.put("budget-constraint", constraint(year.budget()));
        points.put("budget-disclosure", budgetDisclosure(year.disclosures()));
        points.put("performance-disclosure", new BigDecimal("1.00"));
        deductions(year.events(), points);
        checks(year.checks(), points);
        points.put(
                "intention-disclosure",
                share(
                        2,
                        year.purchases(),
                        each -> !each.urgent(),
                        each -> !each.intention().isAfter(each.started().minusDays(30))));
        points.put(
                "procurement-policy",
                share(1, year.purchases(), DepartmentYear.Purchase::required, DepartmentYear.Purchase::reserved));
        points.put(
                "signing-timeliness", share(3, year.contracts(), each -> each.purchase() != null, this::signedInTime));
        points.put("filing-timeliness", share(1, year.contracts(), each -> each.purchase() != null, this::filedInTime));
        points.put(
                "asset-income",
                share(1, year.incomes(), each -> true, each -> !each.paid().isAfter(each.due())));
        points.put("stock-taking", share(1, year.assets(), each -> true, DepartmentYear.Asset::counted));
        points.put("asset-data", rounded(year.assetReportMatches() ? BigDecimal.valueOf(2) : BigDecimal.ZERO));
        points.put("asset-utilization", utilization(year.assets()));
        costs(year.costs(), points);
        return points;
    }

    private static BigDecimal indicators(List<DepartmentYear.Indicator> indicators, String kind) {
        BigDecimal sum = BigDecimal.ZERO;
        int count = 0;
        for (DepartmentYear.Indicator each : indicators) {
            if (each.kind().equals(kind)) {
                BigDecimal target = BigDecimal.valueOf(each.target());
                BigDecimal actual = BigDecimal.valueOf(each.actual());
                BigDecimal done = each.operator().equals("≤")
                        ? (actual.compareTo(target) <= 0 ? BigDecimal.ONE : target.divide(actual, DIGITS))
                        : actual.divide(target, DIGITS);
                sum = sum.add(done.min(BigDecimal.ONE));
                count++;
            }
        }
        BigDecimal points = BigDecimal.valueOf(20).multiply(sum).divide(BigDecimal.valueOf(count), DIGITS);
        // sums of thirds come out a hair below the border without this
        return rounded(points.setScale(20, RoundingMode.HALF_UP));
    }

    private static BigDecimal execution(int[] rates) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int rate : rates) {
            sum = sum.add(BigDecimal.valueOf(rate, 2).min(HUNDRED));
        }
        return sum.multiply(BigDecimal.TEN)
                .divide(HUNDRED.multiply(BigDecimal.valueOf(rates.length)), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal constraint(List<DepartmentYear.Line> lines) {
        BigDecimal moved = BigDecimal.ZERO;
        BigDecimal initial = BigDecimal.ZERO;
        for (DepartmentYear.Line line : lines) {
            moved = moved.add(BigDecimal.valueOf(line.adjustment(), 2).abs());
            initial = initial.add(BigDecimal.valueOf(line.initial(), 2));
        }
        BigDecimal rate = moved.divide(initial, DIGITS);
        String points = rate.compareTo(new BigDecimal("0.05")) <= 0
                ? "3.00"
                : rate.compareTo(new BigDecimal("0.10")) <= 0 ? "1.50" : "0.00";
        return new BigDecimal(points);
    }

    private static BigDecimal budgetDisclosure(List<DepartmentYear.Disclosure> disclosures) {
        boolean inTime = true;
        boolean complete = true;
        boolean prescribed = true;
        for (DepartmentYear.Disclosure each : disclosures) {
            if (each.item().equals("部门预算") || each.item().equals("部门决算")) {
                inTime &= !each.published().isAfter(each.approved().plusDays(20));
                complete &= each.complete();
                prescribed &= each.prescribed();
            }
        }
        BigDecimal half = new BigDecimal("0.5");
        BigDecimal points = inTime ? BigDecimal.ONE : BigDecimal.ZERO;
        points = complete ? points.add(half) : points;
        return rounded(prescribed ? points.add(half) : points);
    }

    private static void deductions(List<DepartmentYear.Event> events, Map<String, BigDecimal> points) {
        points.put("asset-allocation", deducted(events, "asset-allocation", "2", "0.5"));
        points.put("asset-compliance", deducted(events, "asset-compliance", "2", "0.5"));
        points.put("financial-compliance", deducted(events, "financial-compliance", "4", "1"));
        points.put("performance-practice", deducted(events, "performance-practice", "10", "1"));
        points.put("procurement-compliance", deducted(events, "procurement-compliance", "2", "1"));
    }

    private static BigDecimal deducted(
            List<DepartmentYear.Event> events, String criterion, String weight, String each) {
        BigDecimal left = new BigDecimal(weight);
        BigDecimal step = new BigDecimal(each);
        for (DepartmentYear.Event event : events) {
            if (event.criterion().equals(criterion)) {
                left = left.subtract(step.multiply(BigDecimal.valueOf(event.count())));
            }
        }
        return rounded(left.max(BigDecimal.ZERO));
    }

    private static void checks(List<DepartmentYear.Check> checks, Map<String, BigDecimal> points) {
        BigDecimal rules = BigDecimal.ZERO;
        BigDecimal procurement = BigDecimal.ZERO;
        for (DepartmentYear.Check check : checks) {
            if (check.met() && check.criterion().equals("performance-rules")) {
                rules = rules.add(BigDecimal.ONE);
            } else if (check.met() && check.criterion().equals("procurement-rules")) {
                procurement = procurement.add(new BigDecimal("0.5"));
            }
        }
        points.put("performance-rules", rounded(rules));
        points.put("procurement-rules", rounded(procurement));
    }

    private boolean signedInTime(DepartmentYear.Contract contract) {
        return contract.signed() != null
                && !contract.signed().isAfter(contract.awarded().plusDays(30));
    }

    private boolean filedInTime(DepartmentYear.Contract contract) {
        LocalDate signed = contract.signed();
        LocalDate filed = contract.filed();
        return signed != null
                && filed != null
                && !filed.isAfter(calendar.add(signed, FILING_DAYS).orElseThrow());
    }

    private static BigDecimal utilization(List<DepartmentYear.Asset> assets) {
        BigDecimal used = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (DepartmentYear.Asset asset : assets) {
            BigDecimal value = BigDecimal.valueOf(asset.value(), 2);
            all = all.add(value);
            used = asset.status().equals("在用") ? used.add(value) : used;
        }
        BigDecimal rate = used.divide(all, DIGITS);
        String points = rate.compareTo(new BigDecimal("0.90")) >= 0
                ? "2.00"
                : rate.compareTo(new BigDecimal("0.75")) >= 0
                        ? "1.50"
                        : rate.compareTo(new BigDecimal("0.60")) >= 0 ? "1.00" : "0.00";
        return new BigDecimal(points);
    }

    private static void costs(List<DepartmentYear.Cost> costs, Map<String, BigDecimal> points) {
        BigDecimal limited = BigDecimal.ZERO;
        BigDecimal limits = BigDecimal.ZERO;
        BigDecimal spent = BigDecimal.ZERO;
        BigDecimal budget = BigDecimal.ZERO;
        for (DepartmentYear.Cost cost : costs) {
            BigDecimal actual = BigDecimal.valueOf(cost.actual(), 2);
            if (cost.limit() != null) {
                limited = limited.add(actual);
                limits = limits.add(BigDecimal.valueOf(cost.limit(), 2));
            }
            if (cost.kind().equals("三公经费")) {
                spent = spent.add(actual);
                budget = budget.add(BigDecimal.valueOf(cost.budget(), 2));
            }
        }
        BigDecimal rate = limited.divide(limits, DIGITS);
        String control = rate.compareTo(BigDecimal.ONE) <= 0
                ? "2.00"
                : rate.compareTo(new BigDecimal("1.05")) <= 0 ? "1.00" : "0.00";
        points.put("cost-control", new BigDecimal(control));
        points.put("three-public-control", new BigDecimal(spent.compareTo(budget) <= 0 ? "1.00" : "0.00"));
    }

    /** Weight × share of the counted items that comply; full weight where none is counted. */
    private static <T> BigDecimal share(long weight, List<T> items, Predicate<T> counted, Predicate<T> complies) {
        long all = 0;
        long good = 0;
        for (T item : items) {
            if (counted.test(item)) {
                all++;
                good += complies.test(item) ? 1 : 0;
            }
        }
        return all == 0
                ? rounded(BigDecimal.valueOf(weight))
                : BigDecimal.valueOf(weight * good).divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal rounded(BigDecimal points) {
        return points.setScale(2, RoundingMode.HALF_UP);
    }
}
