package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * So much for one where its amount or its number stands in another paragraph: 按养护总里程测算，每公里养护支出2.05万元, the amount in the sentence before and the
 * length of the roads in a chapter before. Nearness is no tie so far away: what is printed must be the quotient but for a slip of the pen.
 */
final class CostApart {

    /** 按年末在职人数计算，人均公用经费支出. */
    private static final Sought BY_NUMBER =
            Sought.of("按照?(?<name>[^，。；、\\d]{2,14}?)(?:总?数|总?人数|总?面积|总?里程)?(?:计算|测算|核算|折算|平均)，[^，。；\\d]*$");

    private static final Sought SPENT = Sought.of("(?:总支出|实际支出|累计支出|支出合计|支出总额|决算支出|支出总计|实际投入|完成投资)(?:为|共|合计|约)?$");
    private static final Sought PARTED = Sought.of("计划|目标|预算|概算|上年|去年|节约|结余");
    private static final Sought MARKS = Sought.of("[，。；：、（）其中和及与]");
    /** Powers of ten by which a point or 万 is lost. */
    private static final List<Exact> TIMES = List.of(
            Exact.of(10), Exact.ONE.dividedBy(Exact.of(10)), Exact.of(10_000), Exact.ONE.dividedBy(Exact.of(10_000)));

    /** 人均年人工成本1.84万元测算: what is reckoned with is given. */
    static final Sought GIVEN = Sought.of("^的?(?:测算|计算|核定|核算|标准|定额|给予|补助|安排|拨付|发放|计发|执行|以内)");

    private static final int SENTENCES = 2;
    private static final int NAME = 2;
    private static final int AMOUNT_NAME = 3;

    private CostApart() {}

    static Optional<Check> of(
            Mention each, List<Mention> own, List<Mention> earlier, Pattern unit, NamedFigures names) {
        String text = each.figure().passage().text();
        int from = text.lastIndexOf('。', each.figure().start()) + 1;
        String sentence = text.substring(from, each.figure().start());
        List<Figure> counts = counts(sentence, each, unit, names);
        List<Figure> ownCounts = inName(each, own, count -> isOf(unit, count.figure()));
        List<Figure> ownTotals = inName(each, own, total -> isTotal(total, each));
        if (!ownCounts.isEmpty() && !ownTotals.isEmpty()) {
            return told(each, ownTotals, ownCounts, names);
        }
        List<Figure> totals = totals(each, own, earlier, names);
        return told(each, totals, counts, names).or(() -> exchanged(each, counts, names));
    }

    /** 改建742套……改建类每套补助2.00万元，支出为：新建3388万元、改建1484万元: what the name of it begins with, in the paragraph. */
    private static List<Figure> inName(Mention each, List<Mention> own, Predicate<Mention> like) {
        return own.stream()
                .filter(mention -> like.test(mention) && mention.sentence() != each.sentence())
                .filter(mention -> {
                    String name = MARKS.replaceAll(mention.before(), "");
                    return name.length() >= NAME && each.before().startsWith(name);
                })
                .map(Mention::figure)
                .toList();
    }

    /** 改造成本平均每套2.71万元, of 改造合同价1386万元: a looser name, and two digits exchanged. */
    private static Optional<Check> exchanged(Mention each, List<Figure> counts, NamedFigures names) {
        List<Check> slips = new ArrayList<>();
        for (Figure total : names.sharing(
                each.before(),
                figure -> figure.kind() == each.figure().kind()
                        && figure.value().compareTo(each.figure().value()) > 0,
                NAME)) {
            for (Figure count : counts) {
                Check check = Checks.quotient(each.claim().label(), each.figure(), total, count);
                if (Near.tight(check.equation())) {
                    return Optional.empty();
                }
                if (check.equation()
                        .expected()
                        .filter(right -> NearMisses.isExchange(each.figure(), right))
                        .isPresent()) {
                    slips.add(check);
                }
            }
        }
        return slips.size() == 1 ? Optional.of(slips.get(0)) : Optional.empty();
    }

    private static Optional<Check> told(Mention each, List<Figure> totals, List<Figure> counts, NamedFigures names) {
        Map<Exact, Check> slips = new LinkedHashMap<>();
        for (Figure total : totals) {
            for (Figure count : counts) {
                Check check = Checks.quotient(each.claim().label(), each.figure(), total, count);
                if (Near.tight(check.equation())) {
                    return Optional.of(check);
                }
                check.equation()
                        .expected()
                        .filter(right -> isSlip(each.figure(), right))
                        .ifPresent(right -> slips.putIfAbsent(each.figure().asPrinted(right), check));
            }
        }
        boolean other = slips.size() != 1
                || names.figures(each.figure().kind()).stream()
                        .anyMatch(total -> counts.stream().anyMatch(count -> gives(each, total, count)))
                || names.figures(Figure.Kind.COUNT).stream()
                        .anyMatch(count -> totals.stream().anyMatch(total -> gives(each, total, count)));
        return other ? Optional.empty() : slips.values().stream().findFirst();
    }

    /** Whether another figure of the document explains what is printed. */
    private static boolean gives(Mention each, Figure total, Figure count) {
        return total.value().compareTo(each.figure().value()) > 0
                && Near.tight(Checks.quotient("", each.figure(), total, count).equation());
    }

    private static boolean isSlip(Figure printed, Exact right) {
        return NearMisses.isDigitSlip(printed, right)
                || TIMES.stream().anyMatch(times -> printed.roundedQuotient().holds(right.times(times)));
    }

    /** Those of the name that 按…计算 gives, else of the words of the sentence, with the one that is done; else the only number there is. */
    private static List<Figure> counts(String sentence, Mention each, Pattern unit, NamedFigures names) {
        Matcher by = BY_NUMBER.in(sentence);
        String words = by.find() ? by.group("name") : sentence;
        List<Figure> named =
                names.sharing(words, figure -> figure.kind() == Figure.Kind.COUNT && isOf(unit, figure), NAME);
        List<Figure> counts = new ArrayList<>(named);
        List<Figure> done = names.done(figure -> figure.kind() == Figure.Kind.COUNT && isOf(unit, figure));
        if (done.stream().map(Figure::value).distinct().count() == 1) {
            counts.add(done.get(0));
        }
        if (!counts.isEmpty()) {
            return counts;
        }
        List<Figure> all = names.figures(Figure.Kind.COUNT).stream()
                .filter(figure -> isOf(unit, figure)
                        && figure.value().compareTo(Exact.ONE) > 0
                        && !figure.passage().equals(each.figure().passage()))
                .toList();
        boolean one = all.stream().map(Figure::value).distinct().count() == 1;
        return one ? all.subList(0, 1) : List.of();
    }

    private static boolean isOf(Pattern unit, Figure figure) {
        return unit.matcher(figure.thing()).matches();
    }

    /** The last amount of the sentence; else what it names; else what was spent in all, two sentences before or in the paragraph before. */
    private static List<Figure> totals(Mention each, List<Mention> own, List<Mention> earlier, NamedFigures names) {
        List<Mention> before = new ArrayList<>(own.stream()
                .filter(mention -> isTotal(mention, each)
                        && mention.figure().end() <= each.figure().start())
                .toList());
        List<Figure> sentence = before.stream()
                .filter(mention -> mention.sentence() == each.sentence())
                .map(Mention::figure)
                .toList();
        if (!sentence.isEmpty()) {
            return sentence.subList(sentence.size() - 1, sentence.size());
        }
        List<Figure> named = names
                .best(
                        each.before(),
                        figure -> figure.kind() == each.figure().kind()
                                && figure.value().compareTo(each.figure().value()) > 0,
                        AMOUNT_NAME)
                .stream()
                .map(NamedFigures.Named::figure)
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        before.removeIf(mention -> each.sentence() - mention.sentence() > SENTENCES);
        earlier.stream().filter(mention -> isTotal(mention, each)).forEach(before::add);
        return before.stream()
                .filter(mention -> SPENT.isIn(mention.before()))
                .map(Mention::figure)
                .toList();
    }

    private static boolean isTotal(Mention mention, Mention each) {
        return mention.isLike(each)
                && mention.figure().value().compareTo(each.figure().value()) > 0
                && !PARTED.isIn(mention.before())
                && !EachWords.isEach(mention.before());
    }
}
