package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * So much a month, a day or a year: 支出23568万元，月均支出1964万元; 三年累计拨付5230.40万元，年均1743.47万元. The total stands before, the
 * number of months, days or years in words, or it is that of a year.
 */
final class MeansOverTime implements Relation {

    private static final Sought MEAN = Sought.of(
            "(?:(?<unit>[月日年季周天])均(?!衡|匀|增长|增速|增幅|递增|下降)|平均每(?:个)?(?<each>月|天|日|年|季度|周)|(?<own>[月日年])平均)[^，。；、：\\d]{0,10}$");
    private static final Sought NUMBER = Sought.of(
            Pattern.compile(
                    "(?<count>\\d{1,3}|[两二三四五六七八九十]{1,2})(?:个)?(?<unit>月|天|日(?!前|至|起|内)|年(?!级|度|期|以)|周|季度)(?!\\d|份|均)"),
            "月天日年周季");
    private static final Sought MONTHS_TO = Sought.of("(?:1|一)(?:月)?[-—～~至到](?<last>\\d{1,2}|[一二三四五六七八九十]{1,2})月");
    private static final Sought YEARS = Sought.of("(?<from>20\\d{2})(?:年)?[-—～~至到](?<to>20\\d{2})年");
    private static final Sought ROW_OF_YEAR = Sought.of("20\\d{2}年?度?");
    /** Of several years, the year before, or what was planned. */
    private static final Sought OTHER = Sought.of("上年|去年|同期|计划|目标|预计|比|较|增加|减少|每|均");
    /** What may give the mean, but is not taken for its total otherwise. */
    private static final Sought PART = Sought.of("其中|预算(?!支出|收入)");

    private static final Sought WHOLE_YEAR = Sought.of("全年|年度");

    private static final int DIGITS = 3;

    private static final int SENTENCES = 3;

    @Override
    public String name() {
        return "means-over-time";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Set<Exact> years = years(claims);
        for (Passage passage : claims.passages()) {
            if (passage.text().indexOf('均') < 0) {
                continue;
            }
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 0; i < mentions.size(); i++) {
                Mention mean = mentions.get(i);
                Matcher words = MEAN.in(mean.before());
                boolean open = mean.isMeasured()
                        && mean.figure().nearness() == Figure.Nearness.EXACT
                        && words.find()
                        && !OTHER.isIn(mean.before().substring(0, words.start()))
                        && !ledger.judged(mean.figure());
                if (open) {
                    Optional<Mention> behind = Optional.of(i + 1)
                            .filter(next -> next < mentions.size())
                            .map(mentions::get)
                            .filter(next -> !mean.bracketed()
                                    && next.bracketed()
                                    && mean.after().matches("（[^，。；]*"));
                    mean(mentions.subList(0, i), mean, behind, unit(words), passage, years)
                            .ifPresent(ledger::check);
                }
            }
        }
    }

    /** How many years the document is about, where it says so in one way only: 2021—2023年, or a table with a row for each. */
    private static Set<Exact> years(Claims claims) {
        Set<Exact> years = new LinkedHashSet<>();
        for (Passage passage : claims.passages()) {
            Matcher span = YEARS.in(passage);
            while (span.find()) {
                int count = Integer.parseInt(span.group("to")) - Integer.parseInt(span.group("from")) + 1;
                if (count > 1) {
                    years.add(Exact.of(count));
                }
            }
        }
        for (Table table : claims.tables()) {
            long rows = table.rows().stream()
                    .filter(row -> ROW_OF_YEAR.is(row.label()))
                    .count();
            if (rows > 1) {
                years.add(Exact.of(rows));
            }
        }
        return years.size() == 1 ? years : Set.of();
    }

    /** 8月至12月尚需支出1246.07万元，为1—7月月均支出213.27万元的1.17倍: of other months. */
    private static boolean isOfOtherMonths(Mention total, Mention mean) {
        Matcher own = MONTHS_TO.in(mean.before());
        return own.find() && total.before().contains("月") && !total.before().contains(own.group());
    }

    private static char unit(Matcher words) {
        for (String group : List.of("unit", "each", "own")) {
            if (words.group(group) != null) {
                char unit = words.group(group).charAt(0);
                return unit == '天' ? '日' : unit;
            }
        }
        throw new IllegalStateException(words.group());
    }

    private static Optional<Check> mean(
            List<Mention> earlier,
            Mention mean,
            Optional<Mention> behind,
            char unit,
            Passage passage,
            Set<Exact> years) {
        List<Mention> before = new ArrayList<>(earlier);
        behind.ifPresent(before::add);
        List<Mention> totals = new ArrayList<>();
        for (int i = before.size() - 1; i >= 0; i--) {
            Mention total = before.get(i);
            boolean whole = isAlike(total, mean)
                    && total.figure().value().compareTo(mean.figure().value()) > 0
                    && mean.sentence() - total.sentence() <= SENTENCES
                    && !OTHER.isIn(total.before())
                    && !(MONTHS_TO.isIn(mean.before()) && isOfOtherMonths(total, mean));
            if (whole) {
                totals.add(total);
            }
        }
        Set<Exact> own = stated(passage.text(), unit);
        Set<Exact> stated = own.isEmpty() && unit == '年' ? years : own;
        Set<Exact> counts = new LinkedHashSet<>(stated);
        implied(unit).forEach(counts::add);
        for (Mention total : totals) {
            for (Exact count : counts) {
                Check check = check(mean, total, count);
                if (Near.tight(check.equation())) {
                    return Optional.of(check);
                }
            }
        }
        // several numbers of days are of several things; a year has 12 months but 365, 366 or 250 days
        Set<Exact> sure = stated.size() == 1 ? stated : stated.isEmpty() && unit == '月' ? counts : Set.of();
        List<Mention> wholes =
                totals.stream().filter(total -> !PART.isIn(total.before())).toList();
        Optional<Check> slipped = wholes.stream()
                .flatMap(total -> sure.stream().map(count -> check(mean, total, count)))
                .filter(check -> Likely.isDigitSlip(check.equation()))
                .findFirst();
        if (slipped.isPresent()) {
            return slipped;
        }
        List<Mention> beside = wholes.stream()
                .filter(total -> total.sentence() == mean.sentence())
                .toList();
        List<Mention> nearest = beside.isEmpty() ? wholes : beside;
        if (sure.isEmpty() && stated.isEmpty() && unit == '日' && !nearest.isEmpty()) {
            return ofYear(mean, nearest.get(0));
        }
        if (sure.isEmpty() || nearest.isEmpty()) {
            return Optional.empty();
        }
        Check check = check(mean, nearest.get(0), sure.iterator().next());
        boolean slip = check.equation()
                .expected()
                .filter(right -> NearMisses.isSlip(mean.figure(), right)
                        || (mean.figure().digits() >= 3 && NearMisses.isDigitSlip(mean.figure(), right)))
                .isPresent();
        boolean explained = behind.filter(nearest.get(0)::equals).isPresent() && Near.within(check.equation(), 60);
        boolean near = explained || (beside.size() == 1 && Near.within(check.equation(), stated.size() == 1 ? 25 : 12));
        return slip || near ? Optional.of(check) : Optional.empty();
    }

    /** 全年清运生活垃圾6840吨，日均19.68吨: the days of a year give it but for two digits exchanged. */
    private static Optional<Check> ofYear(Mention mean, Mention total) {
        return WHOLE_YEAR.isIn(total.before())
                ? implied('日').stream()
                        .map(days -> check(mean, total, days))
                        .filter(check -> mean.figure().digits() > DIGITS
                                && check.equation()
                                        .expected()
                                        .filter(right -> NearMisses.isExchange(mean.figure(), right))
                                        .isPresent())
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isAlike(Mention total, Mention mean) {
        String one = total.figure().thing();
        String two = mean.figure().thing();
        return total.isLike(mean) || (one.startsWith("人") && two.startsWith("人"));
    }

    /** How many months, days or years the paragraph tells. */
    private static Set<Exact> stated(String text, char unit) {
        Set<Exact> counts = new LinkedHashSet<>();
        Matcher number = NUMBER.in(text);
        while (number.find()) {
            char own = number.group("unit").charAt(0) == '天'
                    ? '日'
                    : number.group("unit").charAt(0);
            int count = Numerals.count(number.group("count"));
            boolean date = own == '日' && Sought.kept(".*\\d月$").is(text.substring(0, number.start()));
            boolean month = own == '月'
                    && number.group().indexOf('个') < 0
                    && Character.isDigit(number.group().charAt(0));
            if (own == unit && count > 1 && !date && !month) {
                counts.add(Exact.of(count));
            }
        }
        Matcher months = MONTHS_TO.in(text);
        if (unit == '月' && months.find()) {
            counts.add(Exact.of(Numerals.count(months.group("last"))));
        }
        Matcher years = YEARS.in(text);
        if (unit == '年' && years.find()) {
            counts.add(Exact.of(Integer.parseInt(years.group("to")) - Integer.parseInt(years.group("from")) + 1));
        }
        return counts;
    }

    private static List<Exact> implied(char unit) {
        return switch (unit) {
            case '月' -> List.of(Exact.of(12));
            case '日' -> List.of(Exact.of(365), Exact.of(366));
            case '季' -> List.of(Exact.of(4));
            case '周' -> List.of(Exact.of(52));
            case '年' -> List.of(Exact.of(2), Exact.of(3), Exact.of(4), Exact.of(5));
            default -> List.of();
        };
    }

    private static Check check(Mention mean, Mention total, Exact count) {
        return new Check(
                Kind.AVERAGE,
                "mean-differs",
                mean.claim().label(),
                total.figure().text() + " ÷ " + count,
                new Equation(mean.figure(), Side.of(total.figure()), Side.constant(count)));
    }
}
