package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/** What is told for one of something where no two figures nearby give it: the total and the number that are meant all the same. */
final class UnfittingCost {

    private static final Sought PLANNED = Sought.of("计划|目标|任务|应|拟|核定|编制");
    private static final Sought SPENT =
            Sought.of("(?:投资|支出|投入|合计|计|共|金额|费用|经费|补助|资金|造价|支付|安排)(?:金额|资金|总额|经费)?(?:为|约)?$");

    /** Digits of what is told for one that no accident gives. */
    private static final int DIGITS = 3;

    /** Characters right before a number that name what is counted. */
    private static final int NAME = 3;

    /** Digits that a total from further off gives but for one by no accident. */
    private static final int LONG = 4;

    /** By how many in a hundred the amount of another paragraph may miss it. */
    private static final int NEAR = 12;

    private UnfittingCost() {}

    /** No figures give it: the only ones of the sentence, or any two that give it but for exchanged digits. */
    static Optional<Check> of(Mention each, List<Mention> counts, List<Mention> totals, List<Mention> all) {
        List<Mention> own = counts.stream()
                .filter(count -> count.sentence() == each.sentence())
                .toList();
        List<Mention> spent = totals.stream()
                .filter(total -> isBeside(total, each) && total.sentence() == each.sentence())
                .toList();
        if (own.size() == 1 && spent.isEmpty()) {
            List<Mention> before = totals.stream()
                    .filter(total -> !isBeside(total, each) || total.sentence() < each.sentence())
                    .toList();
            spent = before.subList(Math.max(0, before.size() - 1), before.size());
        }
        Optional<Check> beside = beside(each, own, all);
        if (beside.isPresent()) {
            return beside;
        }
        if (own.size() == 1 && spent.size() == 1) {
            Check check = CostPerUnit.check(each, spent.get(0), own.get(0));
            boolean likely =
                    check.equation().judge() != Verdict.DIFFERS || isSlip(check) || Near.within(check.equation(), 40);
            if (likely || isOfOther(each, spent.get(0), own.get(0), all)) {
                return Optional.of(check);
            }
        }
        Optional<Check> only =
                between(each, all, counts).or(() -> only(each, own, totals)).or(() -> ofDone(each, counts, totals));
        if (only.isPresent()) {
            return only;
        }
        for (Mention total : totals) {
            for (Mention count : counts) {
                Check check = CostPerUnit.check(each, total, count);
                if (check.equation()
                        .expected()
                        .filter(right -> NearMisses.isExchange(each.figure(), right)
                                || (each.figure().tellingDigits() >= DIGITS
                                        && NearMisses.isWrongUnit(each.figure(), right)))
                        .isPresent()) {
                    return Optional.of(check);
                }
            }
        }
        return slipped(each, counts, all);
    }

    /** 支出6612.48万元…。按在校学生3846人计算，生均支出17139.14元: any amount before, however far, that gives it but for a digit of its own. */
    private static Optional<Check> slipped(Mention each, List<Mention> counts, List<Mention> all) {
        Figure figure = each.figure();
        List<Check> slips = all.stream()
                .filter(total -> total.isLike(each)
                        && total.figure().end() <= figure.start()
                        && total.figure().value().compareTo(figure.value()) > 0)
                .flatMap(total -> counts.stream()
                        .filter(count -> count.sentence() == each.sentence())
                        .map(count -> CostPerUnit.check(each, total, count)))
                .filter(check -> figure.tellingDigits() >= LONG
                        && check.equation()
                                .expected()
                                .filter(right -> NearMisses.isDigitSlip(figure, right))
                                .isPresent())
                .toList();
        return slips.size() == 1 ? Optional.of(slips.get(0)) : Optional.empty();
    }

    /** 立案116件；下达处罚决定书98份，罚款712.35万元，平均每件7.27万元: the number right before the amount, where what the words name stands before a semicolon. */
    private static Optional<Check> beside(Mention each, List<Mention> own, List<Mention> all) {
        int at = all.indexOf(each);
        if (at < 2 || each.figure().digits() < DIGITS) {
            return Optional.empty();
        }
        Mention total = all.get(at - 1);
        Mention count = all.get(at - 2);
        String text = each.figure().passage().text();
        boolean row = total.isLike(each)
                && count.figure().kind() == Figure.Kind.COUNT
                && count.sentence() == each.sentence()
                && text.substring(count.figure().end(), each.figure().start()).indexOf('；') < 0
                && own.stream()
                        .allMatch(other -> other.figure().end() < count.figure().start()
                                && text.substring(
                                                        other.figure().end(),
                                                        count.figure().start())
                                                .indexOf('；')
                                        >= 0);
        return Optional.of(total)
                .filter(any -> row)
                .map(any -> CostPerUnit.check(each, any, count))
                .filter(check -> Near.tight(check.equation()));
    }

    /** 电子警察64套……电子警察投入729.60万元，平均每套14.10万元: of one name, and the quotient but for two digits exchanged. */
    static Optional<Check> called(Mention each, List<Mention> counts, List<Mention> totals) {
        List<Check> slipped = new ArrayList<>();
        for (Mention total : totals) {
            for (Mention count : counts) {
                Check check = CostPerUnit.check(each, total, count);
                if (Near.tight(check.equation())) {
                    return Optional.of(check);
                }
                boolean exchanged = check.equation()
                        .expected()
                        .filter(right -> NearMisses.isExchange(each.figure(), right))
                        .isPresent();
                if (exchanged && isOfOneName(count, total)) {
                    slipped.add(check);
                }
            }
        }
        return slipped.stream().findFirst();
    }

    private static boolean isOfOneName(Mention count, Mention total) {
        String words = count.before();
        String name = words.substring(Math.max(0, words.length() - NAME));
        return name.length() == NAME && total.before().contains(name);
    }

    /** 蓄水池24口，单价4.8万元，投资115.20万元: the number just before, the amount in the clause just before or after. */
    private static Optional<Check> between(Mention each, List<Mention> all, List<Mention> counts) {
        int at = all.indexOf(each);
        List<Check> near = new ArrayList<>();
        for (int i : new int[] {at - 1, at + 1}) {
            int other = i == at + 1 ? at - 1 : at - 2;
            if (i < 0 || i >= all.size() || other < 0) {
                continue;
            }
            Mention total = all.get(i);
            Mention count = all.get(other);
            boolean tied = counts.contains(count)
                    && total.isLike(each)
                    && total.sentence() == each.sentence()
                    && count.sentence() == each.sentence()
                    && SPENT.isIn(total.before())
                    && total.figure().value().compareTo(each.figure().value()) > 0;
            if (tied && Near.close(CostPerUnit.check(each, total, count).equation(), 25)) {
                near.add(CostPerUnit.check(each, total, count));
            }
        }
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    /** 计划24个，完成27个。……建议108条，平均每个项目4条: by what was done, not by what was planned. */
    private static Optional<Check> ofDone(Mention each, List<Mention> counts, List<Mention> totals) {
        List<Mention> spent = totals.stream()
                .filter(total -> isBeside(total, each) && total.sentence() == each.sentence())
                .toList();
        List<Mention> done = withoutParts(counts.stream()
                .filter(count -> !PLANNED.isIn(count.before())
                        && !CostPerUnit.LAST_YEAR.isIn(count.before())
                        && count.sentence() <= each.sentence())
                .toList());
        if (done.size() == 1 && spent.isEmpty()) {
            List<Check> before = totals.stream()
                    .filter(total -> !isBeside(total, each))
                    .map(total -> CostPerUnit.check(each, total, done.get(0)))
                    .filter(check -> Near.close(check.equation(), NEAR))
                    .toList();
            return before.size() == 1 ? Optional.of(before.get(0)) : Optional.empty();
        }
        return done.size() == 1 && spent.size() == 1
                ? Optional.of(CostPerUnit.check(each, spent.get(0), done.get(0)))
                        .filter(near -> Near.close(near.equation(), 30))
                : Optional.empty();
    }

    /** 共1864起，其中火灾412起、救援683起、救助659起、其他92起: the whole, where the others nearly make it up. */
    private static List<Mention> withoutParts(List<Mention> counts) {
        if (counts.size() < 3) {
            return counts;
        }
        Mention whole = counts.get(0);
        List<Mention> parts = counts.subList(1, counts.size());
        boolean like = parts.stream().allMatch(whole::isLike);
        Exact sum = parts.stream().map(part -> part.figure().value()).reduce(Exact.ZERO, Exact::plus);
        return like && Near.within(whole.figure().value(), sum, 10) ? List.of(whole) : counts;
    }

    /** Sentences are counted within a paragraph. */
    private static boolean isBeside(Mention one, Mention other) {
        return one.figure().passage().equals(other.figure().passage());
    }

    /** Whether another number of things in the sentence gives it from that total. */
    private static boolean isOfOther(Mention each, Mention total, Mention count, List<Mention> all) {
        return mentionsOf(all, each)
                .filter(other -> !other.equals(count) && !other.isLike(total))
                .anyMatch(other ->
                        Near.tight(CostPerUnit.check(each, total, other).equation()));
    }

    /** The numbers of things in the sentence of a figure. */
    private static Stream<Mention> mentionsOf(List<Mention> all, Mention each) {
        return all.stream()
                .filter(other ->
                        other.sentence() == each.sentence() && other.figure().kind() == Figure.Kind.COUNT);
    }

    /** Of several totals the one that comes near, if it is the only one, by the one number of the sentence. */
    private static Optional<Check> only(Mention each, List<Mention> own, List<Mention> totals) {
        List<Mention> thisYear = own.stream()
                .filter(count -> !CostPerUnit.LAST_YEAR.isIn(count.before()))
                .toList();
        if (thisYear.size() != 1) {
            return Optional.empty();
        }
        List<Check> near = totals.stream()
                .map(total -> CostPerUnit.check(each, total, thisYear.get(0)))
                .filter(check -> Near.close(check.equation(), 12))
                .toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static boolean isSlip(Check check) {
        return check.equation()
                .expected()
                .filter(right -> NearMisses.isSlip(check.equation().result(), right))
                .isPresent();
    }
}
