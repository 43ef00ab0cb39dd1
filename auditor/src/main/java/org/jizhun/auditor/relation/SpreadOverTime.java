package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A mean over years, months or days: 2025年至2029年五年收入合计21930万元，年均4386万元. The total stands before it, or is the sum of as many
 * figures in a row as there are years; how long the time is, the words of the passage say.
 */
final class SpreadOverTime implements Relation {

    private static final Sought MEAN =
            Sought.of("(?:(?<unit>[年月日季])均|平均每个?(?<each>年|月|天|日|季度)|每个?(?<every>年|月|天|日|季度)平均)[^，。；\\d%]{0,10}$");
    private static final Sought OTHER = Sought.of("增长|增速|增幅|下降|递增|利率|收益率|不低于|不超过|目标");
    private static final Sought SUMMED = Sought.of("合计|共计|累计|总|共|全年|总计");
    private static final Sought SPAN = Sought.of(
            "(?<from>20\\d{2})年?[-—～~至](?<to>20\\d{2})年|(?<count>[两二三四五六七八九十]|[二三四五]十|\\d{1,2})个?(?<unit>年|月|季度|天)(?!\\d|[日末底初份])");
    private static final Sought MONTHS = Sought.of("(?<from>\\d{1,2})月?[-—～~至](?<to>\\d{1,2})月");
    private static final int BACK = 6;

    @Override
    public String name() {
        return "spread-over-time";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 0; i < mentions.size(); i++) {
                mean(mentions, i, passage.text()).ifPresent(ledger::check);
            }
        }
    }

    private static Optional<Check> mean(List<Mention> mentions, int at, String text) {
        Mention mean = mentions.get(at);
        Matcher words = MEAN.in(mean.before());
        boolean exact = mean.isMeasured() && mean.figure().nearness() == Figure.Nearness.EXACT;
        if (!exact || !words.find() || OTHER.isIn(mean.before())) {
            return Optional.empty();
        }
        List<Integer> times = times(unit(words), text.substring(0, mean.figure().start()));
        List<Check> checks = new ArrayList<>();
        for (int time : times) {
            for (List<Figure> total : totals(mentions, at, time)) {
                Check check = check(mean, total, time);
                if (Near.tight(check.equation())) {
                    return Optional.of(check);
                }
                boolean summed = total.size() > 1 || isSummed(mentions, at, total.get(0));
                if (summed && isNear(check.equation())) {
                    checks.add(check);
                }
            }
        }
        return times.size() == 1 ? checks.stream().findFirst() : Optional.empty();
    }

    private static boolean isNear(Equation equation) {
        return Near.within(equation, 40)
                || equation.expected()
                        .filter(right -> NearMisses.isSlip(equation.result(), right))
                        .isPresent();
    }

    private static boolean isSummed(List<Mention> mentions, int at, Figure total) {
        return mentions.subList(0, at).stream()
                .filter(mention -> mention.figure().equals(total))
                .anyMatch(mention -> SUMMED.isIn(mention.before()));
    }

    private static String unit(Matcher words) {
        String named = words.group("unit") != null
                ? words.group("unit")
                : words.group("each") != null ? words.group("each") : words.group("every");
        return named.replace("季度", "季").replace("日", "天");
    }

    /** How many of the unit the words before the mean speak of, each number once, the nearest first. */
    private static List<Integer> times(String unit, String before) {
        List<Integer> times = new ArrayList<>();
        Matcher span = SPAN.in(before);
        while (span.find()) {
            boolean years = span.group("from") != null;
            String named = years ? "年" : span.group("unit").replace("季度", "季");
            int count = years
                    ? Integer.parseInt(span.group("to")) - Integer.parseInt(span.group("from")) + 1
                    : Numerals.count(span.group("count"));
            if (named.equals(unit) && count >= 2 && !times.contains(count)) {
                times.add(0, count);
            }
        }
        Matcher months = MONTHS.in(before);
        while (unit.equals("月") && months.find()) {
            times.add(0, Integer.parseInt(months.group("to")) - Integer.parseInt(months.group("from")) + 1);
        }
        if (times.isEmpty() && unit.equals("月") && before.contains("全年")) {
            times.add(12);
        }
        times.removeIf(count -> count < 2);
        return times;
    }

    /** Each figure of the kind before the mean, and as many neighbours in a row as there are years. */
    private static List<List<Figure>> totals(List<Mention> mentions, int at, int time) {
        List<List<Figure>> totals = new ArrayList<>();
        Mention mean = mentions.get(at);
        List<Figure> row = new ArrayList<>();
        for (int i = at - 1; i >= Math.max(0, at - BACK - time); i--) {
            Mention mention = mentions.get(i);
            boolean like = mention.isLike(mean) && mean.sentence() - mention.sentence() <= 1;
            if (like && mention.figure().value().compareTo(mean.figure().value()) > 0) {
                totals.add(List.of(mention.figure()));
            }
            if (!like) {
                row.clear();
                continue;
            }
            row.add(0, mention.figure());
            if (row.size() == time) {
                totals.add(List.copyOf(row));
                row.remove(time - 1);
            }
        }
        return totals;
    }

    private static Check check(Mention mean, List<Figure> total, int time) {
        String sum = total.size() == 1 ? total.get(0).text() : "(" + Formulas.sum(total) + ")";
        return new Check(
                Kind.AVERAGE,
                "mean-differs",
                mean.claim().label(),
                sum + " ÷ " + time,
                new Equation(mean.figure(), Side.of(total), Side.constant(Exact.of(time))));
    }
}
