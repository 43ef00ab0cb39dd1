package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
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
 * An amount is a standard times how many there are: 供餐189天，每生每天5元，惠及9900人，支出935.55万元. Two or three factors of one
 * sentence that give the amount exactly are taken; else all of them, where the standard says of each what it is for.
 */
final class Products implements Relation {

    private static final Sought STANDARD =
            Sought.of("每(?<each>[^，。；\\d]{1,10}?)(?:补助|补贴|资助|发放|给予|奖励|标准为?|按|投资|收费|不低于|平均|约)?$");
    private static final Sought PER =
            Sought.of("^(?:/|每)(?<each>[\\u4e00-\\u9fa5]{1,2}(?:[·・./／每][\\u4e00-\\u9fa5]{1,2})?)");
    private static final Sought RESULT =
            Sought.of("(?:支出|共计|合计|计|共|资金|金额|经费|费用|发放|补助|补贴|投入|总额|安排|兑付|资助|总投资|使用)(?:金额|资金|总额|经费)?(?:为|约)?$");
    private static final Sought EACH = Sought.of("^，?每(?<each>[\\u4e00-\\u9fa5]{1,2}?)(?:培训|安排|计|配备|组织|为|有|参加)?$");
    private static final Sought ALTOGETHER = Sought.of("(?:(?<!公)共|合计|累计|总计)[^，。；\\d]{0,6}$");
    private static final int WINDOW = 5;

    @Override
    public String name() {
        return "products";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 0; i < mentions.size(); i++) {
                if (i > 0) {
                    times(mentions, i, ledger);
                }
                if (isStandard(mentions.get(i))) {
                    product(mentions, i, ledger);
                }
            }
        }
    }

    /** 培训4期，每期60人，共培训240人次. */
    private static void times(List<Mention> mentions, int at, Ledger ledger) {
        Mention standard = mentions.get(at);
        Mention number = mentions.get(at - 1);
        Matcher each = EACH.in(standard.before());
        boolean told = at + 1 < mentions.size()
                && each.find()
                && standard.figure().kind() == Figure.Kind.COUNT
                && number.figure().kind() == Figure.Kind.COUNT
                && each.group("each").equals(number.figure().thing())
                && mentions.get(at + 1).sentence() == standard.sentence()
                && number.sentence() == standard.sentence();
        if (!told) {
            return;
        }
        Mention result = mentions.get(at + 1);
        String thing = standard.figure().thing();
        boolean like =
                !thing.isEmpty() && result.figure().thing().startsWith(thing) && ALTOGETHER.isIn(result.before());
        boolean exact = List.of(standard, number, result).stream()
                .allMatch(mention -> mention.figure().nearness() == Figure.Nearness.EXACT);
        Check check = check(standard, List.of(number), result);
        if (like && exact && !ledger.judged(result.figure()) && Near.within(check.equation(), 30)) {
            ledger.check(check);
        }
    }

    private static boolean isStandard(Mention mention) {
        return mention.figure().kind() == Figure.Kind.AMOUNT
                && mention.figure().nearness() == Figure.Nearness.EXACT
                && (STANDARD.isIn(mention.before()) || PER.isIn(mention.after()));
    }

    private static void product(List<Mention> mentions, int at, Ledger ledger) {
        Mention standard = mentions.get(at);
        List<Mention> factors = new ArrayList<>();
        Optional<Mention> result = Optional.empty();
        for (int i = Math.max(0, at - 2); i < mentions.size() && i <= at + WINDOW && result.isEmpty(); i++) {
            Mention mention = mentions.get(i);
            if (mention.sentence() != standard.sentence() || i == at) {
                continue;
            }
            if (mention.figure().kind() == Figure.Kind.COUNT) {
                factors.add(mention);
            } else if (i > at && mention.figure().kind() == Figure.Kind.AMOUNT && RESULT.isIn(mention.before())) {
                result = Optional.of(mention);
            } else if (i > at) {
                return;
            }
        }
        if (result.isPresent()
                && !factors.isEmpty()
                && result.get().figure().nearness() == Figure.Nearness.EXACT
                && !ledger.judged(result.get().figure())) {
            choose(standard, factors, result.get(), ledger);
        }
    }

    private static void choose(Mention standard, List<Mention> factors, Mention result, Ledger ledger) {
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            checks.add(check(standard, List.of(factors.get(i)), result));
            for (int j = i + 1; j < factors.size(); j++) {
                checks.add(check(standard, List.of(factors.get(i), factors.get(j)), result));
            }
        }
        Optional<Check> fitting =
                checks.stream().filter(check -> Near.tight(check.equation())).findFirst();
        boolean all = factors.size() <= 2 && factors.stream().allMatch(factor -> isFor(standard, factor));
        Check whole = check(standard, factors, result);
        boolean near = Near.within(whole.equation(), 20) && whole.equation().judge() == Verdict.DIFFERS;
        Optional<Check> inWrongUnit = checks.stream()
                .filter(check -> result.figure().digits() >= 3
                        && factors.stream().anyMatch(factor -> isFor(standard, factor))
                        && NearMisses.isWrongUnit(
                                result.figure(), check.equation().expected().orElse(Exact.ZERO)))
                .findFirst();
        if (fitting.isPresent() || inWrongUnit.isPresent()) {
            ledger.check(fitting.or(() -> inWrongUnit).orElseThrow());
        } else if (all && near) {
            ledger.check(whole);
        }
    }

    /** Whether the standard is for one of these: 每生每天 for 人 and 天, 每间 for 间. */
    private static boolean isFor(Mention standard, Mention factor) {
        Matcher before = STANDARD.in(standard.before());
        Matcher after = PER.in(standard.after());
        String each = before.find() ? before.group("each") : after.find() ? after.group("each") : "";
        String thing = factor.after().startsWith("月") ? "月" : factor.figure().thing();
        boolean person =
                Sought.kept("人|名|位|人次").is(thing) && Sought.kept(".*[人生名员户位].*").is(each);
        String last = each.isEmpty() ? "" : each.substring(each.length() - 1);
        boolean called = Sought.kept("个|所|处|户").is(thing)
                && !last.isEmpty()
                && factor.after().startsWith(last);
        return person || called || (!thing.isEmpty() && each.contains(thing));
    }

    /**
     * A standard is meant exactly: 5元 is no rounded figure, and neither is a number of days. One with decimals, such as 利息604.40万元, may be
     * the wrong one of the two.
     */
    private static Check check(Mention standard, List<Mention> factors, Mention result) {
        Exact times = factors.stream().map(factor -> factor.figure().value()).reduce(Exact.ONE, Exact::times);
        String formula = factors.stream()
                .map(factor -> factor.figure().text())
                .reduce(standard.figure().text(), (one, two) -> one + " × " + two);
        return new Check(
                Kind.RATIO,
                "rate-differs",
                result.claim().label(),
                formula,
                new Equation(result.figure(), product(standard.figure(), factors, times), Side.ONE));
    }

    /** A standard is given; of what is worked out by it, the number may be wrong as well. */
    private static Side product(Figure standard, List<Mention> factors, Exact times) {
        if (standard.scale() >= 2) {
            return new Side(Map.of(standard, times), Exact.ZERO);
        }
        return factors.size() == 1
                ? new Side(Map.of(factors.get(0).figure(), standard.value()), Exact.ZERO)
                : Side.constant(standard.value().times(times));
    }
}
