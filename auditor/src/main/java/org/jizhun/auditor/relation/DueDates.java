package org.jizhun.auditor.relation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * The day by which something was due, worked out by the document itself: 工期90日历天，6月10日开工（当日不计），应于9月8日前完工; and by how many days it
 * was late: 实际8月28日竣工，延误60天. The first day counts or not as the text says; where it says nothing either is right. Working
 * days are counted by the calendar and left alone for years it does not know.
 */
final class DueDates implements Relation {

    private static final Sought DUE = Sought.of(
            "(?:应于|应在|^(?:合同)?约定|(?:最迟|最晚|截止)[^，。；\\d]{0,8}?(?:日期?|时间)?应?(?:为|是|在|于)|(?:内|期满)，?即(?:于|在)?|须于|需于|应当于|应当在|不迟于|不晚于|最迟于?|最晚于?|(?:届满|期满|到期)日?(?:为|是)|截止日?期?为|(?:计划|合同|约定|应)(?:竣工|完工|交付|交货|到期|结束)(?:日期|时间)?(?:为|是|：)?)$");
    private static final Pattern TERM =
            Pattern.compile("(?<days>\\d{1,4}|[一二三四五六七八九十]{1,3})个?(?<unit>工作日|日历天|自然日|天|日)(?!期)");
    private static final Sought STARTS = Sought.of(
            "^[^，。；]{0,12}?(?:开工|签订|签署|发出|收到|印发|下达|批准|批复|受理|起|生效|进场|启动|订立)|^（[^）]{0,10}）(?:起算|起|签订|开工|发出|收到|下达)");
    /** 计划开工日期2023年5月20日, 合同签订日期为. */
    private static final Sought BEGINS = Sought.of("(?:开工|签订|生效|启动|进场|起算)(?:日期|时间|日)?(?:为|是|：)?$");

    private static final Sought SINCE =
            Sought.of("(?<event>收到|接到|签订|签署|中标|成交|发出|受理|批复|发布|公告|验收|完工|竣工)[^，。；\\d]{0,14}?(?:之日|之后|当日|次日|日)?(?:起|后)");
    private static final Sought HANDED_DOWN = Sought.of("^[^，。；]{0,6}?(?:下达|拨付|拨入|到账|到位|印发)");

    private static final Sought FROM_DAY = Sought.of("起");
    private static final Sought COUNTED = Sought.of("当[日天]计入|含(?:开工)?当[日天]|计入当[日天]|包括当[日天]");
    private static final Sought NOT_COUNTED = Sought.of("当[日天]不计|不含当[日天]|不计当[日天]|次日起|第二[日天]起");
    /** 扣除“五一”假期: what counting working days does anyway. */
    private static final Sought HOLIDAYS = Sought.of(
            "(?:扣除|剔除)[^，。；]{0,10}(?:假期?|节日|休息日|双休日|周末)|(?:因|遇)[^，。；]{0,10}(?:假期?|节日|休息日|双休日|周末)(?:（[^）]*）)?顺延");

    private static final Sought MOVED = Sought.of("顺延|延长|扣除|暂停|中止|除外|停工");
    private static final Sought LATE =
            Sought.of("^[^。；]{0,24}?，?(?<word>延误|逾期|超期|延迟|延期|滞后|拖延|提前)(?:了)?(?<days>\\d{1,4})个?(?<unit>工作日|日历天|天|日)");

    @Override
    public String name() {
        return "due-dates";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Day> days = DaysOfText.of(claims).of(passage);
            for (int i = 1; i < days.size(); i++) {
                if (DUE.isIn(days.get(i).before())) {
                    due(claims, passage, days, i, ledger);
                }
            }
            if (!days.isEmpty() && DUE.isIn(days.get(0).before())) {
                due(claims, passage, days, 0, ledger);
            }
        }
    }

    private static void due(Claims claims, Passage passage, List<Day> days, int at, Ledger ledger) {
        WorkingDays calendar = claims.calendar();
        Day due = days.get(at);
        String text = passage.text();
        int from = text.lastIndexOf('。', due.start()) + 1;
        String rule = text.substring(from, due.start());
        Optional<Day> own = start(days.subList(0, at), from);
        Optional<Day> start = own.or(() -> named(claims, passage, rule, due));
        LocalDate right = due.date();
        if (start.isPresent() && !MOVED.isIn(HOLIDAYS.replaceAll(rule, ""))) {
            Optional<Term> term = term(text, from, due.start(), days.subList(0, at))
                    .or(() -> ofRule(text, from, start.get(), days.subList(0, at)));
            Optional<LocalDate> expected = term.flatMap(length -> expected(start.get(), due, length, text, calendar));
            if (expected.isPresent() && isLengthExchanged(term.get(), start.get(), due)) {
                length(passage, term.get(), start.get(), due, ledger);
            } else if (expected.isPresent()) {
                right = expected.get();
                tell(due, start.get(), term.get().text(), right, ledger);
            }
        }
        boolean beforeStart = start.isPresent()
                && at + 1 < days.size()
                && days.get(at + 1).date().isBefore(start.get().date());
        if (!beforeStart) { // done before it began: that day is wrong, and not how early it was
            late(passage, days, at, right, ledger);
        }
    }

    /** A length of time as printed. */
    private record Term(int days, boolean working, int start, int end, String text) {}

    /** 应于验收合格之日起15日内支付。…11月6日验收合格，最迟应于…: the term stands in the sentence before, from the same event on. */
    private static Optional<Term> ofRule(String text, int from, Day start, List<Day> days) {
        int before = from < 2 ? -1 : text.lastIndexOf('。', from - 2);
        String rule = from < 2 ? "" : text.substring(before + 1, from);
        Matcher since = SINCE.in(rule);
        boolean same = since.find()
                && rule.matches(".*(?:起|后).{0,12}(?:日|天)(?:之|以)?内.*")
                && Event.of(start).isPresent()
                && Event.in(since.group("event")).equals(Event.of(start));
        return same ? term(text, before + 1, from, days) : Optional.empty();
    }

    /** 工期204日历天 where the two days are 240 apart: the length has its digits exchanged, both days are right. */
    private static boolean isLengthExchanged(Term term, Day start, Day due) {
        long apart = ChronoUnit.DAYS.between(start.date(), due.date());
        return !term.working()
                && (isExchange(term.days(), apart) || isExchange(term.days(), apart + 1))
                && Character.isDigit(term.text().charAt(0));
    }

    private static boolean isExchange(long one, long two) {
        char[] first = String.valueOf(one).toCharArray();
        char[] second = String.valueOf(two).toCharArray();
        Arrays.sort(first);
        Arrays.sort(second);
        return one != two && one > 9 && Arrays.equals(first, second);
    }

    private static void length(Passage passage, Term term, Day start, Day due, Ledger ledger) {
        long apart = ChronoUnit.DAYS.between(start.date(), due.date());
        long right = isExchange(term.days(), apart) ? apart : apart + 1;
        String expected = term.text().replaceFirst("^\\d+", String.valueOf(right));
        Problem problem = WrongTerm.length(term.text(), expected, start.text(), due.text());
        ledger.find(Finding.of(
                Kind.DEADLINE,
                term.text(),
                Optional.of(expected),
                problem,
                passage.spot(term.start(), term.end()),
                List.of(start.spot(), due.spot())));
    }

    /** The last length before the due day that is no day of a date. */
    private static Optional<Term> term(String text, int from, int to, List<Day> days) {
        Matcher matcher = TERM.matcher(text).region(from, to);
        Optional<Term> last = Optional.empty();
        while (matcher.find()) {
            int at = matcher.start();
            boolean dated = days.stream().anyMatch(day -> day.start() <= at && at < day.end());
            if (!dated && (at == 0 || "月至".indexOf(text.charAt(at - 1)) < 0)) {
                boolean working = matcher.group("unit").equals("工作日");
                last = Optional.of(
                        new Term(Numerals.count(matcher.group("days")), working, at, matcher.end(), matcher.group()));
            }
        }
        return last;
    }

    /** The day it runs from: the last before it that something began on, or the only one. */
    private static Optional<Day> start(List<Day> earlier, int from) {
        List<Day> own = earlier.stream().filter(day -> day.start() >= from).toList();
        Optional<Day> begun = own.stream()
                .filter(day -> STARTS.isIn(day.after()) || day.before().endsWith("自") || BEGINS.isIn(day.before()))
                .reduce((one, two) -> two);
        return begun.isPresent() || own.size() != 1 ? begun : Optional.of(own.get(0));
    }

    /** 自收到资金之日起, 在签订之日起: the last day before of which that event is told, in this paragraph or the two before. */
    private static Optional<Day> named(Claims claims, Passage passage, String rule, Day due) {
        Matcher since = SINCE.in(rule);
        Optional<Event> event = since.find() ? Event.in(since.group("event")) : Optional.empty();
        if (event.isEmpty()) {
            return Optional.empty();
        }
        return claims.passages(passage.order() - 2, passage.order()).stream()
                .flatMap(other -> DaysOfText.of(claims).of(other).stream())
                .filter(day -> day.passage().order() < passage.order() || day.end() < due.start())
                .filter(day -> isOf(day, event.get()))
                .reduce((one, two) -> two);
    }

    /** Money that one hands down another receives. */
    private static boolean isOf(Day day, Event event) {
        return Event.of(day).filter(event::equals).isPresent()
                || (event == Event.RECEIVE && HANDED_DOWN.isIn(day.after()));
    }

    /** The right day where the printed one is none that may be meant. */
    private static Optional<LocalDate> expected(Day start, Day due, Term term, String text, WorkingDays calendar) {
        LocalDate last = term.working()
                ? calendar.add(start.date(), term.days()).orElse(null)
                : start.date().plusDays(term.days());
        if (last == null || term.days() <= 0) {
            return Optional.empty();
        }
        boolean first = COUNTED.isIn(text);
        boolean notFirst = NOT_COUNTED.isIn(text);
        LocalDate with = last.minusDays(1);
        LocalDate right = first && !term.working() ? with : last;
        boolean fits = due.date().equals(right)
                || (!first && !notFirst && due.date().equals(with))
                || (!term.working() && isNextWorkingDay(right, due.date(), calendar));
        // 于11月20日起公示，公示期7天: the first day is one of them
        boolean begins = !term.working() && !notFirst && FROM_DAY.begins(start.after());
        return fits ? Optional.empty() : Optional.of(begins ? with : right);
    }

    /** A term that ends on a day of rest may be met on the next working day. */
    private static boolean isNextWorkingDay(LocalDate right, LocalDate due, WorkingDays calendar) {
        return due.isAfter(right)
                && calendar.between(right.minusDays(1), due)
                        .filter(days -> days == 1)
                        .isPresent()
                && calendar.between(right.minusDays(1), right)
                        .filter(days -> days == 0)
                        .isPresent();
    }

    /** 实际竣工日期为8月28日，延误60天: from the due day as it should be to the next day told. */
    private static void late(Passage passage, List<Day> days, int at, LocalDate due, Ledger ledger) {
        if (at + 1 >= days.size()) {
            return;
        }
        Day actual = days.get(at + 1);
        Matcher words = LATE.in(passage.text().substring(actual.end()));
        boolean one =
                passage.text().substring(days.get(at).end(), actual.start()).indexOf('。') < 0;
        if (!one || !words.find() || words.group("unit").equals("工作日")) {
            return;
        }
        if (isSaidOtherwise(passage, actual, words, due, ledger)) {
            return;
        }
        long apart = Math.abs(ChronoUnit.DAYS.between(due, actual.date()));
        int stated = Integer.parseInt(words.group("days"));
        if (Math.abs(apart - stated) > 1) {
            String unit = words.group("unit");
            Spot spot = passage.spot(actual.end() + words.start("days"), actual.end() + words.end("unit"));
            Problem problem = WrongTerm.length(stated + unit, apart + unit, printed(due, days.get(at)), actual.text());
            ledger.find(Finding.of(
                    Kind.DEADLINE, stated + unit, Optional.of(apart + unit), problem, spot, List.of(actual.spot())));
        }
    }

    /** 计划6月30日竣工，实际8月12日完工，较计划提前43天: the day was missed, and so it was late. */
    private static boolean isSaidOtherwise(Passage passage, Day actual, Matcher words, LocalDate due, Ledger ledger) {
        String word = words.group("word");
        boolean early = word.equals("提前");
        boolean otherwise = early ? actual.date().isAfter(due) : actual.date().isBefore(due);
        // 应于7月28日前完工，实际2月16日完工，逾期19天: word and days agree with each other, so it is the day that is wrong
        long apart = Math.abs(ChronoUnit.DAYS.between(due, actual.date()));
        if (otherwise && Math.abs(apart - Integer.parseInt(words.group("days"))) <= 1) {
            String right = early ? "推迟" : "提前";
            int start = actual.end() + words.start("word");
            Problem problem =
                    Problem.of("late-or-early", Place.NONE, "stated", word, "expected", right, "day", actual.text());
            ledger.find(Finding.of(
                    Kind.DIRECTION,
                    word,
                    Optional.of(right),
                    problem,
                    passage.spot(start, start + word.length()),
                    List.of(actual.spot())));
        }
        return otherwise;
    }

    private static void tell(Day due, Day start, String term, LocalDate right, Ledger ledger) {
        String expected = printed(right, due);
        Problem problem = WrongTerm.end(due.text(), expected, start.text(), term);
        ledger.find(Finding.of(
                Kind.DEADLINE, due.text(), Optional.of(expected), problem, due.spot(), List.of(start.spot())));
    }

    /** As the other day is printed: with its year or without. */
    private static String printed(LocalDate day, Day like) {
        String ofYear = day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        return like.ownYear() && like.text().contains("年") ? day.getYear() + "年" + ofYear : ofYear;
    }
}
