package org.jizhun.auditor.relation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * Headings and points are numbered one after the other: 一、 and （一） and 1. begin anew under each higher heading, 一是
 * follows 二是. Brackets of one heading are of one width, and of several things announced in a row none may lack its number.
 */
final class Outline implements Relation {

    private static final List<Sought> LEVELS = List.of(
            Sought.of(Pattern.compile("^第(?<number>[一二三四五六七八九十]{1,3})(?:部分|章)")),
            Sought.of(Pattern.compile("^(?<number>[一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾])、(?![一二三四五六七八九十]、)")),
            Sought.of(Pattern.compile("^（(?<number>[一二三四五六七八九十]{1,3})）")),
            Sought.of(Pattern.compile("^(?<number>\\d{1,2})[.、．](?!\\d(?!0\\d\\d年))")),
            Sought.of(Pattern.compile("^（(?<number>\\d{1,2})）")));
    private static final Sought POINT =
            Sought.of(Pattern.compile("(?<=^|[。；：，！])([一二三四五六七八九十])(?:是|要(?!素|求|点))"), "是要", "一二三四五六七八九十");
    /** The level of 1. */
    private static final int POINTS = 3;

    private static final Sought ANNEXES = Sought.of(Pattern.compile("^附(?:件|表|录)?[：:]1[.、．](?!\\d)"));
    private static final int SERIES_KEPT = 20;
    private static final Sought BRACKETED = Sought.of(
            Pattern.compile("(?<=^|[。；：])（([一二三四五六七八九十]{1,3}|\\d{1,2})）(?=[\\u4e00-\\u9fa5]|(?:19|20)\\d{2}年)"));
    /** 三、卫生健康支出 189.80: a row of a table whose lines were taken apart. */
    private static final Sought ROW = Sought.of(
            Pattern.compile("^[一二三四五六七八九十（）\\d]{1,4}[、.]?[^，。；：]{2,30}?\\s?(?:[—-]|-?\\d[\\d,]*(?:\\.\\d+)?%?)+$"));

    private static final Sought FIGURES_ALONE = Sought.of("[—-]|(?=.*(?:\\d[.,]\\d|%))[\\d.,%—-]+");

    private static final Sought MIXED = Sought.of("^[\\s　]*(?:\\([一二三四五六七八九十\\d]{1,3}）|（[一二三四五六七八九十\\d]{1,3}\\))");
    private static final Sought NAMED = Sought.of(
            Pattern.compile("([^，。；：、和]{4,30}(?:、[^，。；：、和]{4,30}){0,6}和([^，。；：、和]{4,20}?))[两三四五六七八]个"),
            "和",
            "个",
            "两三四五六七八");

    /** Part of the text is left out: any number may follow. */
    private static final Sought LEFT_OUT = Sought.of("[.…·\\s]{2,12}|…|（?(?:以下|中间|此处|下)?(?:省略|略)）?");

    private static final class Counter {
        private int last;
        private boolean used;

        void forget() {
            last = 0;
            used = false;
        }
    }

    @Override
    public String name() {
        return "outline";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Counter> counters = new ArrayList<>();
        LEVELS.forEach(level -> counters.add(new Counter()));
        claims.tables().forEach(table -> RowNumbers.examine(table, ledger));
        List<Passage> passages = claims.passages();
        int last = 0;
        Deque<Series> named = new ArrayDeque<>();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            if (LEFT_OUT.is(passage.text())) {
                counters.forEach(Counter::forget);
            }
            mixedBrackets(passage, ledger);
            last = points(passage, last, ledger);
            bracketed(passage, ledger);
            annexes(passage, counters);
            heading(passages, i, counters, ledger);
            unnumbered(passage, named, counters, ledger);
            series(passage, named);
        }
    }

    /** 附件：1.自评表, with 2. in the next line. */
    private static void annexes(Passage passage, List<Counter> counters) {
        if (ANNEXES.in(passage).find()) {
            Counter counter = counters.get(3);
            counter.last = 1;
            counter.used = true;
        }
    }

    private static void heading(List<Passage> passages, int at, List<Counter> counters, Ledger ledger) {
        Passage passage = passages.get(at);
        if (ROW.is(passage.text()) || isCell(passages, at)) {
            return;
        }
        for (int level = 0; level < LEVELS.size(); level++) {
            Matcher matcher = LEVELS.get(level).in(passage);
            if (!matcher.find()) {
                continue;
            }
            String numeral = matcher.group("number");
            int number = Character.isDigit(numeral.charAt(0)) ? Integer.parseInt(numeral) : Numerals.value(numeral);
            Counter counter = counters.get(level);
            boolean begins = number == 1;
            boolean follows = number == counter.last + 1;
            boolean meant = counter.used
                    && Math.abs(number - counter.last) <= 3
                    && !(level == POINTS && isInText(passages, at, number - 1));
            if (!begins && !follows && meant) {
                int right = counter.last + 1;
                tell(passage, matcher, numeral, right, ledger);
                number = next(passages, at, level) == right + 1 || number == right - 1 ? right : number;
            }
            counter.last = number;
            counter.used = true;
            for (int lower = level + 1; lower < counters.size(); lower++) {
                counters.set(lower, new Counter());
            }
            return;
        }
    }

    /** 1.…。2.…。 in the paragraph right before one that begins with 3. */
    private static boolean isInText(List<Passage> passages, int at, int number) {
        return at > 0
                && number > 1
                && Pattern.compile("[。；]" + number + "[.、．](?!\\d)")
                        .matcher(passages.get(at - 1).text())
                        .find();
    }

    /** 二、项目支出 with nothing but figures in the next line: a row of a table printed one cell a line. */
    private static boolean isCell(List<Passage> passages, int at) {
        return at + 1 < passages.size() && FIGURES_ALONE.is(passages.get(at + 1).text());
    }

    /** The number of the next heading of that level before one of a higher level; 0 without one. */
    private static int next(List<Passage> passages, int at, int level) {
        for (int i = at + 1; i < passages.size(); i++) {
            for (int own = 0; own <= level; own++) {
                Matcher matcher = LEVELS.get(own).in(passages.get(i));
                if (matcher.find()) {
                    return own < level ? 0 : Numerals.count(matcher.group("number"));
                }
            }
        }
        return 0;
    }

    private static void tell(Passage passage, Matcher matcher, String numeral, int right, Ledger ledger) {
        boolean digits = Character.isDigit(numeral.charAt(0));
        String stated = matcher.group();
        boolean formal = "壹贰叁肆伍陆柒捌玖拾".contains(numeral);
        String expected = stated.replace(
                numeral, digits ? String.valueOf(right) : formal ? Numerals.formal(right) : Numerals.print(right));
        tell(
                passage,
                matcher,
                expected,
                List.of(passage.spot(0, Math.min(30, passage.text().length()))),
                ledger);
    }

    /** @param before the last point of the paragraph before, which a paragraph that begins with a point carries on */
    private static int points(Passage passage, int before, Ledger ledger) {
        Matcher matcher = POINT.in(passage);
        int last = 0;
        if (matcher.lookingAt()) {
            last = before;
        }
        matcher.reset();
        while (matcher.find()) {
            int number = Numerals.value(matcher.group(1));
            if (number != last + 1 && number != 1 && last > 0) {
                String expected = matcher.group().replace(matcher.group(1), Numerals.print(last + 1));
                tell(passage, matcher, expected, List.of(), ledger);
                number = number <= last ? last + 1 : number;
            }
            last = number;
        }
        return last;
    }

    /** （一）…。（二）…。 one after the other in one paragraph. */
    private static void bracketed(Passage passage, Ledger ledger) {
        Matcher matcher = BRACKETED.in(passage);
        int last = 0;
        while (matcher.find()) {
            int number = Numerals.count(matcher.group(1));
            boolean skips = last > 0 && number > last + 1 && number <= last + 3;
            if (skips || (last > 0 && number == last)) {
                String expected = matcher.group()
                        .replace(
                                matcher.group(1),
                                Character.isDigit(matcher.group(1).charAt(0))
                                        ? String.valueOf(last + 1)
                                        : Numerals.print(last + 1));
                tell(passage, matcher, expected, List.of(), ledger);
                number = last + 1;
            }
            last = number;
        }
    }

    private static void mixedBrackets(Passage passage, Ledger ledger) {
        Matcher matcher = MIXED.in(passage.raw());
        if (matcher.find()) {
            String stated = matcher.group().strip();
            String expected = stated.replace('(', '（').replace(')', '）');
            Problem problem = Problem.of("outline-brackets", Place.NONE, "stated", stated, "expected", expected);
            ledger.find(Finding.of(
                    Kind.OUTLINE, stated, Optional.of(expected), problem, passage.spot(0, stated.length()), List.of()));
        }
    }

    /** Several things announced in a row: how many, and the last of them. */
    private record Series(int count, String last, Spot where) {}

    private static void series(Passage passage, Deque<Series> named) {
        Matcher matcher = NAMED.in(passage);
        while (matcher.find()) {
            int count = matcher.group(1).split("[、和]", -1).length;
            named.addLast(new Series(count, matcher.group(2), passage.spot(matcher.start(), matcher.end())));
        }
        while (named.size() > SERIES_KEPT) {
            named.removeFirst();
        }
    }

    /** The last of several named things, of which the earlier ones have numbered headings, stands without a number. */
    private static void unnumbered(Passage passage, Deque<Series> named, List<Counter> counters, Ledger ledger) {
        int last = counters.get(3).last;
        int stop = passage.text().indexOf('。');
        if (last < 2
                || stop < 4
                || stop > 24
                || LEVELS.stream().anyMatch(level -> level.in(passage).find())) {
            return;
        }
        String words = passage.text().substring(0, stop);
        for (Series series : named) {
            if (series.last().equals(words) && series.count() == last + 1) {
                String expected = (last + 1) + "." + words;
                Problem problem = Problem.of("outline-unnumbered", Place.NONE, "stated", words, "expected", expected);
                ledger.find(Finding.of(
                        Kind.OUTLINE,
                        words,
                        Optional.of(expected),
                        problem,
                        passage.spot(0, stop),
                        List.of(series.where())));
                return;
            }
        }
    }

    private static void tell(Passage passage, Matcher number, String expected, List<Spot> because, Ledger ledger) {
        String stated = number.group();
        Problem problem = Problem.of("outline-number", Place.NONE, "stated", stated, "expected", expected);
        Spot where = passage.spot(number.start(), number.end());
        ledger.find(Finding.of(Kind.OUTLINE, stated, Optional.of(expected), problem, where, because));
    }
}
