package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
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
 * A standard, the numbers it is paid for and the time, in any order and over neighbouring sentences: 每人每月2800元，村干部465人，全年需资金1562.40万元.
 * An amount that is the product of some of them is taken to be meant; one that is the product but for a copyist's slip is told.
 */
final class StandardTimes implements Relation {

    /** 每人每月, 单价, 月租金每平方米, 人均月工资, 基准定额, 补助标准为: right before the standard. */
    private static final Sought BEFORE =
            Sought.of("(?:每[^，。；\\d]{1,14}|(?:单价|均价|标准|定额|[人生户亩村床次台套件辆]均|月租金|补助水平|月工资|月薪|费率)[^，。；、\\d]{0,8})$");
    /** 元/人·月, 元每亩, 元的标准. */
    private static final Sought AFTER = Sought.of("^(?:[/／]|每[^，。；\\d]{1,4}|[^，。；、\\d]{0,3}(?:标准|单价|定额))");

    private static final Pattern EACH =
            Pattern.compile("每[^，。；\\d]{1,14}|[月年][人户]?均|[人生户亩]均[^，。；\\d]{0,4}|月租金|月工资|[/／][^，。；、）\\d]{1,6}");
    /** 元/人·天, 每人每天. */
    private static final Sought FOR_TWO = Sought.of("[/／][人名户](?:[·/／.]|每)?[天日月次]|每[人名户]每[天日月次]|[人名户]每?[天日]");

    private static final Sought COMPUTED = Sought.of("应|需|测算|核定|计算|核算|合计|共计|共需");
    private static final Sought INEXACT = Sought.of("约|近|实际|累计|先后|左右");
    private static final Pattern COUNTED_BY = Pattern.compile("^(?<thing>季度|月|学期|年|学年|批次|班次)");
    private static final Sought MONTH = Sought.of("月");
    private static final Sought YEAR = Sought.of("全年|年度|一年|年[租工发支]|年均|12个月|年");
    /** 人均, 单位成本, 每公里造价: what was divided, so that the amount is none of its product. */
    private static final Sought WORKED_OUT = Sought.of("均|成本|造价");

    private static final int MOST = 7;
    private static final int DIGITS = 3;
    private static final Exact MONTHS = Exact.of(12);

    /** Sentences of a paragraph that belong to one standard. */
    private record Scope(Mention standard, String each, List<Mention> numbers, List<Mention> amounts, String text) {}

    private record Product(List<Mention> numbers, boolean months) {}

    @Override
    public String name() {
        return "standard-times";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (Mention mention : mentions) {
                if (isStandard(mention)) {
                    boolean open = !ledger.judged(mention.figure());
                    scope(mentions, mention, passage).ifPresent(scope -> amounts(scope, open, ledger));
                }
            }
            int last =
                    mentions.isEmpty() ? -1 : mentions.get(mentions.size() - 1).sentence();
            for (int sentence = 0; sentence <= last; sentence++) {
                int rank = sentence;
                StandardSums.examine(
                        mentions.stream()
                                .filter(mention -> mention.sentence() == rank)
                                .toList(),
                        ledger);
            }
        }
    }

    private static boolean isStandard(Mention mention) {
        return mention.figure().kind() == Figure.Kind.AMOUNT
                && mention.figure().nearness() == Figure.Nearness.EXACT
                && mention.figure().value().signum() > 0
                && (BEFORE.isIn(mention.before()) || AFTER.isIn(mention.after()));
    }

    /** The figures of its sentence if it is the only standard there; where no number or amount is left, of the next as well. */
    private static Optional<Scope> scope(List<Mention> mentions, Mention standard, Passage passage) {
        List<Mention> own = new ArrayList<>();
        for (int reach = 0; reach <= 1; reach++) {
            own.clear();
            for (Mention mention : mentions) {
                int distance = mention.sentence() - standard.sentence();
                if (distance >= 0 && distance <= reach) {
                    own.add(mention);
                }
            }
            boolean alone = own.stream().filter(StandardTimes::isStandard).count() == 1;
            List<Mention> numbers = own.stream().filter(StandardTimes::isNumber).toList();
            List<Mention> amounts =
                    own.stream().filter(mention -> isAmount(mention, standard)).toList();
            if (!alone || numbers.size() > MOST) {
                return Optional.empty();
            }
            if (!numbers.isEmpty() && !amounts.isEmpty()) {
                int from = own.get(0).figure().start() - own.get(0).before().length();
                int to = own.get(own.size() - 1).figure().end();
                String after = standard.after();
                String each = EACH.matcher(standard.before() + after.substring(0, Math.min(8, after.length())))
                        .results()
                        .map(match -> match.group())
                        .reduce("", String::concat);
                return Optional.of(new Scope(
                        standard, each, numbers, amounts, passage.text().substring(from, to)));
            }
        }
        return Optional.empty();
    }

    private static boolean isNumber(Mention mention) {
        return mention.figure().kind() == Figure.Kind.COUNT
                && mention.figure().nearness() == Figure.Nearness.EXACT
                && mention.figure().value().compareTo(Exact.ONE) > 0;
    }

    private static boolean isAmount(Mention mention, Mention standard) {
        return mention.figure().kind() == Figure.Kind.AMOUNT
                && !mention.equals(standard)
                && mention.figure().nearness() == Figure.Nearness.EXACT
                && mention.figure().value().compareTo(standard.figure().value()) > 0;
    }

    /** @param open whether the standard is none that was worked out itself */
    private static void amounts(Scope scope, boolean open, Ledger ledger) {
        List<Product> products = products(scope);
        for (Mention amount : scope.amounts()) {
            if (ledger.judged(amount.figure())) {
                continue;
            }
            Optional<Check> fitting = products.stream()
                    .map(product -> check(scope, product, amount))
                    .filter(check -> Near.tight(check.equation()))
                    .findFirst();
            Optional<Check> forgotten = fitting.isPresent() ? forgotten(scope, products, amount) : Optional.empty();
            if (forgotten.isPresent()) {
                ledger.check(forgotten.get());
            } else if (fitting.isPresent() && open) {
                ledger.check(fitting.get());
            } else if (open) {
                slip(scope, products, amount, ledger);
            }
        }
    }

    /** 12人，每人2天，800元/人·天，支付9600元: the standard is for two things, and only one of the numbers was taken. */
    private static Optional<Check> forgotten(Scope scope, List<Product> products, Mention amount) {
        if (!FOR_TWO.isIn(scope.each())) {
            return Optional.empty();
        }
        List<Product> whole = products.stream()
                .filter(product -> product.numbers().size() == 2 && !product.months() && isWhole(scope, product))
                .toList();
        boolean part = products.stream()
                .anyMatch(product -> product.numbers().size() == 1
                        && !product.months()
                        && Near.tight(check(scope, product, amount).equation()));
        return whole.size() == 1 && part
                ? Optional.of(check(scope, whole.get(0), amount))
                        .filter(check -> check.equation().judge() == Verdict.DIFFERS)
                : Optional.empty();
    }

    private static void slip(Scope scope, List<Product> products, Mention amount, Ledger ledger) {
        boolean explained = scope.amounts().stream()
                .anyMatch(other -> !other.equals(amount)
                        && products.stream()
                                .anyMatch(product ->
                                        Near.tight(check(scope, product, other).equation())));
        boolean mean = WORKED_OUT.isIn(scope.standard().before());
        boolean later = scope.amounts().stream()
                .anyMatch(other ->
                        other.figure().start() > scope.standard().figure().end()
                                && other.figure().end() < amount.figure().start());
        if (later && !COMPUTED.isIn(amount.before())) {
            return; // 每人3万元，调增24万元，设备调减140万元: the first amount after it is what the standard gives
        }
        for (Product product : products) {
            Check check = check(scope, product, amount);
            Exact expected = check.equation().expected().orElse(Exact.ZERO);
            boolean all = isWhole(scope, product);
            boolean slip = amount.figure().digits() >= DIGITS
                    && (NearMisses.isExchange(amount.figure(), expected)
                            || (!mean && NearMisses.isWrongUnit(amount.figure(), expected))
                            || (all && !mean && NearMisses.isSlip(amount.figure(), expected)));
            boolean near = all
                    && !mean
                    && !explained
                    && COMPUTED.isIn(amount.before())
                    && !INEXACT.isIn(scope.text())
                    && Near.within(check.equation(), 25);
            if ((slip && (all || sure(product, scope))) || near) {
                ledger.check(check);
                return;
            }
        }
    }

    /** Whether a product is one of a single number and the standard, neither of them a short one. */
    private static boolean sure(Product product, Scope scope) {
        return product.numbers().size() == 1
                && product.numbers().get(0).figure().digits()
                                + scope.standard().figure().digits()
                        >= 2 * DIGITS;
    }

    /** The products of one to three numbers, with twelve months where they are paid each month and no number of months is told. */
    private static List<Product> products(Scope scope) {
        boolean monthly = MONTH.isIn(scope.each())
                && YEAR.isIn(scope.text())
                && scope.numbers().stream().noneMatch(number -> thing(number).equals("月"));
        List<Product> products = new ArrayList<>();
        List<Mention> numbers = scope.numbers();
        for (int set = 1; set < 1 << numbers.size(); set++) {
            if (Integer.bitCount(set) <= 3) {
                List<Mention> chosen = new ArrayList<>();
                for (int i = 0; i < numbers.size(); i++) {
                    if ((set >> i & 1) == 1) {
                        chosen.add(numbers.get(i));
                    }
                }
                if (monthly) {
                    products.add(new Product(chosen, true));
                }
                products.add(new Product(chosen, false));
            }
        }
        return products;
    }

    /** Whether a product has a number for each thing that the standard is for, and none beside. */
    private static boolean isWhole(Scope scope, Product product) {
        String each = scope.each();
        boolean monthly = each.contains("月");
        boolean months = product.months();
        boolean things = false;
        boolean needsThing = each.matches(".*(?:[人生名户亩位员床间辆台套村班个座]|平方米).*");
        for (Mention number : product.numbers()) {
            String thing = thing(number);
            if (thing.matches("月|季度|学期|年|天|日")) {
                boolean asked = each.contains(thing.equals("日") ? "天" : thing);
                months |= asked && thing.equals("月");
                if (!asked) {
                    return false;
                }
            } else {
                boolean person = thing.matches("人|名|位|人次") && each.matches(".*[人生名员位].*");
                boolean own = !thing.isEmpty() && each.contains(thing);
                if (things || !(person || own)) {
                    return false;
                }
                things = true;
            }
        }
        boolean daily = each.contains("天") || each.contains("日");
        boolean days = !daily
                || product.numbers().stream().anyMatch(number -> thing(number).matches("天|日"));
        return !each.isEmpty() && days && (!monthly || months) && (!needsThing || things);
    }

    /** What a number counts: 月 for 12个月, 季度 for 三个季度. */
    private static String thing(Mention number) {
        Matcher by = COUNTED_BY.matcher(number.after());
        String own = number.figure().thing();
        return own.equals("个月") ? "月" : own.equals("个") && by.find() ? by.group("thing") : own;
    }

    /** The number with most digits may be the wrong figure as well as the amount; the others are taken as they stand. */
    private static Check check(Scope scope, Product product, Mention amount) {
        Mention most = product.numbers().get(0);
        for (Mention number : product.numbers()) {
            most = number.figure().digits() > most.figure().digits() ? number : most;
        }
        Exact times = scope.standard().figure().value();
        StringBuilder formula = new StringBuilder(scope.standard().figure().text());
        for (Mention number : product.numbers()) {
            times = number.equals(most) ? times : times.times(number.figure().value());
            formula.append(" × ").append(number.figure().text());
        }
        if (product.months()) {
            times = times.times(MONTHS);
            formula.append(" × 12");
        }
        Side top = most.figure().digits() >= DIGITS
                ? new Side(Map.of(most.figure(), times), Exact.ZERO)
                : Side.constant(times.times(most.figure().value()));
        return new Check(
                Kind.RATIO,
                "rate-differs",
                amount.claim().label(),
                formula.toString(),
                new Equation(amount.figure(), top, Side.ONE));
    }
}
