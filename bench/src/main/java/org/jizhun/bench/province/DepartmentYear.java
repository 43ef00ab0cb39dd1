package org.jizhun.bench.province;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One invented department year, generated from its number alone: the same number gives the same figures. Money is in
 * cents, monthly rates in hundredths of a percent.
 */
@SuppressWarnings("ArrayRecordComponent") // generated once and only read
record DepartmentYear(
        List<Line> budget,
        int[] monthlyRates,
        List<Indicator> indicators,
        List<Project> projects,
        List<Contract> contracts,
        List<Purchase> purchases,
        List<Asset> assets,
        List<Income> incomes,
        List<Disclosure> disclosures,
        List<Cost> costs,
        List<Event> events,
        List<Check> checks,
        boolean assetReportMatches) {

    record Line(String nature, String category, long initial, long adjustment, long actual) {}

    record Indicator(String code, String kind, String operator, long target, long actual) {}

    record Project(String code, boolean isNew, boolean evaluated) {}

    record Contract(
            String code,
            @Nullable String purchase,
            long amount,
            LocalDate awarded,
            @Nullable LocalDate signed,
            @Nullable LocalDate filed) {}

    record Purchase(
            String code, LocalDate intention, LocalDate started, boolean urgent, boolean required, boolean reserved) {}

    record Asset(String code, long value, String status, boolean counted) {}

    record Income(String item, LocalDate due, LocalDate paid) {}

    record Disclosure(String item, LocalDate approved, LocalDate published, boolean complete, boolean prescribed) {}

    record Cost(
            String item,
            String kind,
            long budget,
            long actual,
            @Nullable Long limit) {}

    record Event(String criterion, int count) {}

    record Check(String criterion, String element, boolean met) {}

    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 6);
    private static final String[] CATEGORIES = {"人员经费", "日常公用经费", "基本建设类项目", "行政事业类项目"};
    private static final String[] DISCLOSED = {"部门预算", "部门决算", "绩效目标", "绩效自评报告"};
    private static final String[] DEDUCTED = {
        "asset-allocation", "asset-compliance", "financial-compliance", "performance-practice", "procurement-compliance"
    };
    private static final String[][] CHECKED = {
        {"performance-rules", "goal-rules"},
        {"performance-rules", "monitoring-rules"},
        {"performance-rules", "evaluation-rules"},
        {"performance-rules", "result-rules"},
        {"performance-rules", "unit-rules"},
        {"procurement-rules", "rules"},
        {"procurement-rules", "filed"}
    };

    static DepartmentYear number(int number) {
        SplittableRandom random = new SplittableRandom(number);
        return new DepartmentYear(
                lines(random),
                rates(random),
                indicators(random),
                projects(random),
                contracts(random),
                purchases(random),
                assets(random),
                incomes(random),
                disclosures(random),
                costs(random),
                events(random),
                checks(random),
                random.nextInt(10) > 0);
    }

    private static List<Line> lines(SplittableRandom random) {
        List<Line> lines = new ArrayList<>();
        for (String category : CATEGORIES) {
            long initial = random.nextLong(1_000_000, 900_000_000);
            long adjustment = random.nextLong(-initial / 20, initial / 12);
            long actual = (initial + adjustment) / 100 * random.nextLong(90, 101);
            lines.add(new Line(category.endsWith("项目") ? "项目支出" : "基本支出", category, initial, adjustment, actual));
        }
        return lines;
    }

    private static int[] rates(SplittableRandom random) {
        int[] rates = new int[12];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = random.nextInt(8_500, 13_000);
        }
        return rates;
    }

    private static List<Indicator> indicators(SplittableRandom random) {
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            long target = random.nextLong(10, 500);
            indicators.add(new Indicator(
                    "Z" + i,
                    i < 6 ? "产出指标" : "效益指标",
                    random.nextInt(5) == 0 ? "≤" : "≥",
                    target,
                    Math.max(1, target * random.nextLong(80, 140) / 100)));
        }
        return indicators;
    }

    private static List<Project> projects(SplittableRandom random) {
        List<Project> projects = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            projects.add(new Project("P" + i, random.nextInt(4) == 0, random.nextInt(4) > 0));
        }
        return projects;
    }

    private static List<Contract> contracts(SplittableRandom random) {
        List<Contract> contracts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            LocalDate awarded = JANUARY.plusDays(random.nextInt(300));
            LocalDate signed = random.nextInt(100) == 0 ? null : awarded.plusDays(random.nextInt(3, 34));
            LocalDate filed = signed == null || random.nextInt(60) == 0 ? null : signed.plusDays(random.nextInt(1, 14));
            String purchase = random.nextInt(10) == 0 ? null : "CG" + i % 20;
            contracts.add(
                    new Contract("HT" + i, purchase, random.nextLong(100_000, 90_000_000), awarded, signed, filed));
        }
        return contracts;
    }

    private static List<Purchase> purchases(SplittableRandom random) {
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            LocalDate intention = JANUARY.plusDays(random.nextInt(200));
            purchases.add(new Purchase(
                    "CG" + i,
                    intention,
                    intention.plusDays(random.nextInt(25, 60)),
                    random.nextInt(15) == 0,
                    random.nextInt(3) > 0,
                    random.nextInt(8) > 0));
        }
        return purchases;
    }

    private static List<Asset> assets(SplittableRandom random) {
        List<Asset> assets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String status = random.nextInt(9) == 0 ? "闲置" : "在用";
            assets.add(new Asset("ZC" + i, random.nextLong(100_000, 50_000_000), status, random.nextInt(20) > 0));
        }
        return assets;
    }

    private static List<Income> incomes(SplittableRandom random) {
        List<Income> incomes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            LocalDate due = JANUARY.plusDays(random.nextInt(300));
            incomes.add(new Income("收益" + i, due, due.plusDays(random.nextInt(-10, 3))));
        }
        return incomes;
    }

    private static List<Disclosure> disclosures(SplittableRandom random) {
        List<Disclosure> disclosures = new ArrayList<>();
        for (String item : DISCLOSED) {
            LocalDate approved = JANUARY.plusDays(random.nextInt(100));
            disclosures.add(new Disclosure(
                    item,
                    approved,
                    approved.plusDays(random.nextInt(5, 23)),
                    random.nextInt(9) > 0,
                    random.nextInt(9) > 0));
        }
        return disclosures;
    }

    private static List<Cost> costs(SplittableRandom random) {
        List<Cost> costs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            long budget = random.nextLong(100_000, 9_000_000);
            long actual = budget / 100 * random.nextLong(70, 110);
            costs.add(new Cost("成本" + i, i < 3 ? "三公经费" : "其他运行成本", budget, actual, i % 2 == 0 ? budget : null));
        }
        return costs;
    }

    private static List<Event> events(SplittableRandom random) {
        List<Event> events = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            events.add(new Event(DEDUCTED[random.nextInt(DEDUCTED.length)], random.nextInt(1, 3)));
        }
        return events;
    }

    private static List<Check> checks(SplittableRandom random) {
        List<Check> checks = new ArrayList<>();
        for (String[] each : CHECKED) {
            checks.add(new Check(each[0], each[1], random.nextInt(7) > 0));
        }
        return checks;
    }
}
