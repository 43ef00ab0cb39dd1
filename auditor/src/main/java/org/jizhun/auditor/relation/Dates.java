package org.jizhun.auditor.relation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * Days that do not exist, periods that end before they begin, and one thing done before the other it follows, such as an
 * acceptance before the contract.
 */
final class Dates implements Relation {

    static final Pattern SPAN = Pattern.compile("^(?:起)?(?:至|到|-|—|~|～)+$|^(?:起|开始|启动|开工)，?(?:至|到)$");
    private static final Sought MONTH =
            Sought.of(Pattern.compile("20\\d{2}年(?<month>\\d{1,2})月(?!\\d{1,2}[日号])"), "月", "2");
    private static final Sought MONTHS = Sought.of(
            Pattern.compile(
                    "(?<year>20\\d{2})年(?<month>\\d{1,2})月(?:至|到|-|—|~|～)+(?<year2>20\\d{2})年(?<month2>\\d{1,2})月(?!\\d)"),
            "月",
            "2");

    private static final int SIGNED_WITHIN = 5;
    private static final int TITLE_LINES = 4;
    private static final int DAY_ALONE = 12;
    private static final Sought OFFICE =
            Sought.of("[\\u4e00-\\u9fa5（）]{4,24}(?:局|委|委员会|办|办公室|中心|厅|政府|院|校|学|公司|所|站|处|会)");
    /** Self-evaluations are written from November on at the earliest. */
    private static final int LATEST_MONTH = 9;
    /** 2024年度部门整体支出绩效自评报告. */
    private static final Sought OF_A_YEAR =
            Sought.of("(?<year>20\\d{2})年(?!\\d{1,2}月|[-—～至])度?.{0,40}(?:自评|绩效评价|绩效报告|决算|评价报告)");

    private static final Sought OF_A_PART_OF_A_YEAR =
            Sought.of("监控|中期|上半年|季度|半年|\\d月|目标|申报|事前|预算公开|20\\d{2}年?[-—～至]20\\d{2}");
    private static final Sought SIGNED =
            Sought.of("[^，。；：\\d]{0,24}(?:20\\d{2}年\\d{1,2}月\\d{1,2}日|20\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2})");
    private static final Sought DONE = Sought.of("截至|截止|已|了|组织|开展|完成|召开|签订|验收|开工|竣工|收到|印发|支付|发出|公告");
    private static final Sought PLANNED = Sought.of("前|拟|计划|预计|将|到期|有效期|届满|期限|工期|应|力争|确保|下一步|起止|[务维护保同租任聘]期");
    private static final Sought SAME_THING = Sought.of("(?:并|且|随后|而后|之后|后|最终|最后|已|项目|工程|该项目|该工程|整体|全部|于|在|经)*");
    /** 全部完工: nothing is accepted before, not even provisionally. */
    private static final Sought WHOLE = Sought.of("^(?:全部|全面|整体|均已?)(?:完工|竣工|建成|完成)");

    private static final Sought APPROVED = Sought.of("^[^，。；]{0,4}批复[^，。；]{0,16}(?:预算|决算)?");
    private static final Sought PUBLIC = Sought.of("公开[^，。；]{0,10}(?:预算|决算)|公开$");

    private static final Sought PROVISIONAL = Sought.of("^[^，。；]{0,4}(?:初验|初步验收|预验收)");
    private static final Sought FINAL = Sought.of("^[^，。；]{0,4}(?:终验|最终验收|正式验收|竣工验收)");

    private static final Sought OF_A_THING = Sought.of("阶段|分部|分项|中间|隐蔽|材料|设备|到货|单项|单位工程|部分|标段|首批|一期");
    private static final Sought OF_A_PART = Sought.of("初验|初步验收|预验收|阶段|分部|分项|中间|隐蔽|材料|设备|到货|单项|专项|单位工程|部分|尾工");

    @Override
    public String name() {
        return "dates";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Passage> passages = new ArrayList<>(claims.passages());
        claims.manuscript().grids().forEach(grid -> grid.body().forEach(passages::addAll));
        signature(claims, ledger);
        claims.tables().forEach(table -> DatesOfSteps.columns(table, ledger));
        claims.passages().forEach(passage -> {
            DatesOfSteps.steps(claims, passage, ledger);
            DaysInSeries.examine(claims, passage, ledger);
        });
        for (Passage passage : passages) {
            impossible(passage, ledger);
            months(passage, ledger);
            List<Day> days = DaysOfText.of(claims).of(passage);
            if (days.isEmpty()) {
                days = Day.of(passage);
            }
            for (int i = 1; i < days.size(); i++) {
                if (!span(days.get(i - 1), days.get(i), ledger)) {
                    order(days.subList(0, i), days.get(i), ledger);
                }
            }
        }
        StagesInOrder.examine(claims, ledger);
    }

    /** The day of the signature, alone on one of the last lines, is after all that the report tells as done. */
    private static void signature(Claims claims, Ledger ledger) {
        List<Passage> passages = claims.passages();
        for (int i = passages.size() - 1; i >= 0; i--) {
            boolean last = i >= passages.size() - SIGNED_WITHIN;
            List<Day> days = last || isSigned(passages, i) ? Day.of(passages.get(i)) : List.of();
            if (days.size() == 1 && SIGNED.is(passages.get(i).text())) {
                Day signed = days.get(0);
                beforeTheEnd(passages, signed, ledger);
                passages.subList(0, i).stream()
                        .flatMap(passage -> Day.of(passage).stream())
                        .filter(day -> isDone(day) && day.date().isAfter(signed.date()))
                        .findFirst()
                        .ifPresent(day -> tellBefore(signed, day, ledger));
                return;
            }
        }
    }

    /** A day alone on its line below the name of an office, with annexes behind it. */
    private static boolean isSigned(List<Passage> passages, int at) {
        return at > passages.size() / 2
                && passages.get(at).text().length() <= DAY_ALONE
                && OFFICE.is(passages.get(at - 1).text());
    }

    /** A report on a whole year is not signed before that year is over; early in the next one its year is easily mistaken. */
    private static void beforeTheEnd(List<Passage> passages, Day signed, Ledger ledger) {
        for (Passage title : passages.subList(0, Math.min(TITLE_LINES, passages.size()))) {
            Matcher year = OF_A_YEAR.in(title.text());
            if (title.text().length() > 60 || !year.find() || OF_A_PART_OF_A_YEAR.isIn(title.text())) {
                continue;
            }
            int evaluated = Integer.parseInt(year.group("year"));
            if (signed.date().getYear() == evaluated && signed.date().getMonthValue() <= LATEST_MONTH) {
                String right = signed.text().replaceFirst("^\\d{4}", String.valueOf(evaluated + 1));
                Problem problem =
                        Problem.of("signed-too-early", Place.NONE, "stated", signed.text(), "year", year.group("year"));
                Spot spot = title.spot(year.start("year"), year.end("year"));
                ledger.find(Finding.of(
                        Kind.DATE, signed.text(), Optional.of(right), problem, signed.spot(), List.of(spot)));
            }
            return;
        }
    }

    /** What is planned, due or a term to come may lie after the report. */
    private static boolean isDone(Day day) {
        String text = day.passage().text();
        int from = day.start();
        if (from > 0 && "至到-—~～".indexOf(text.charAt(from - 1)) >= 0) {
            return false;
        }
        while (from > 0 && "。；".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = day.end();
        while (to < text.length() && "。；".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return DONE.isIn(text.substring(from, to)) && !PLANNED.isIn(text.substring(from, to));
    }

    private static void impossible(Passage passage, Ledger ledger) {
        if (passage.text().indexOf('月') < 0) {
            return;
        }
        Matcher matcher = Day.PRINTED.in(passage);
        int year = 2024;
        while (matcher.find()) {
            if (matcher.group("month") == null) {
                continue;
            }
            year = matcher.group("year") == null ? year : Integer.parseInt(matcher.group("year"));
            int month = Integer.parseInt(matcher.group("month"));
            int day = Integer.parseInt(matcher.group("day"));
            boolean exists = month >= 1
                    && month <= 12
                    && day >= 1
                    && day <= YearMonth.of(year, month).lengthOfMonth();
            if (!exists) {
                Problem problem = Problem.of("date-impossible", Place.NONE, "stated", matcher.group());
                tell(problem, matcher.group(), passage.spot(matcher.start(), matcher.end()), List.of(), ledger);
            }
        }
    }

    private static void months(Passage passage, Ledger ledger) {
        Matcher month = MONTH.in(passage.text());
        while (month.find()) {
            int number = Integer.parseInt(month.group("month"));
            if (number < 1 || number > 12) {
                Problem problem = Problem.of("date-impossible", Place.NONE, "stated", month.group());
                tell(problem, month.group(), passage.spot(month.start(), month.end()), List.of(), ledger);
            }
        }
        Matcher matcher = MONTHS.in(passage.text());
        while (matcher.find()) {
            int from = Integer.parseInt(matcher.group("year")) * 12 + Integer.parseInt(matcher.group("month"));
            int to = Integer.parseInt(matcher.group("year2")) * 12 + Integer.parseInt(matcher.group("month2"));
            if (to < from) {
                String stated = passage.text().substring(matcher.start("year2"), matcher.end());
                String first = passage.text().substring(matcher.start(), matcher.end("month")) + "月";
                Problem problem = Problem.of("period-reversed", Place.NONE, "stated", stated, "from", first);
                tell(
                        problem,
                        stated,
                        passage.spot(matcher.start("year2"), matcher.end()),
                        List.of(passage.spot(matcher.start(), matcher.end())),
                        ledger);
            }
        }
    }

    /** A period; told where its end is before its beginning. Without a year of its own a spring end is of the next year. */
    private static boolean span(Day from, Day to, Ledger ledger) {
        String between = to.passage().text().substring(from.end(), to.start());
        if (!SPAN.matcher(between).matches()) {
            return false;
        }
        boolean nextYear =
                !to.ownYear() && from.date().getMonthValue() >= 9 && to.date().getMonthValue() <= 6;
        if (to.date().isBefore(from.date()) && !nextYear) {
            Problem problem = Problem.of("period-reversed", Place.NONE, "stated", to.text(), "from", from.text());
            tell(problem, to.text(), to.spot(), List.of(from.spot()), ledger);
        }
        return true;
    }

    /** What follows cannot be before what it follows: acceptance before the contract, the contract before the award. */
    private static void order(List<Day> earlier, Day day, Ledger ledger) {
        Optional<Event> later = Event.of(day);
        for (Day before : earlier) {
            String between = day.passage().text().substring(before.end(), day.start());
            Optional<Event> first = Event.of(before);
            boolean known = first.isPresent()
                    && later.isPresent()
                    && (follows(first.get(), later.get()) || isPublished(before, day));
            boolean reversed = (day.ownYear() || isShortlyBefore(day, before))
                    && (known || isFinal(before, day))
                    && !between.contains("。")
                    && !before.after().startsWith("前") // what it was to be done by
                    && (first.orElse(Event.SIGN) != Event.FINISH || ofTheSame(before, day, between))
                    && day.date().isBefore(before.date());
            if (reversed) {
                tellBefore(day, before, ledger);
                return;
            }
            boolean aside = !between.contains("。")
                    && later.isPresent()
                    && first.isPresent()
                    && follows(later.get(), first.get())
                    && DatesOfSteps.isBracketed(day.passage().text(), day)
                    && !DatesOfSteps.isBracketed(day.passage().text(), before)
                    && !between.contains("；")
                    && isShortlyBefore(before, day)
                    && before.date().isBefore(day.date());
            if (aside && earlier.indexOf(before) == earlier.size() - 1) {
                tellBefore(before, day, ledger);
                return;
            }
        }
    }

    /** 财政局1月31日批复部门预算，我单位于1月14日公开: nothing is made public before it was approved. */
    private static boolean isPublished(Day approved, Day published) {
        return APPROVED.isIn(approved.after()) && PUBLIC.isIn(published.after());
    }

    /** 9月5日完成初验，8月20日终验. */
    private static boolean isFinal(Day provisional, Day last) {
        return PROVISIONAL.isIn(provisional.after()) && FINAL.isIn(last.after());
    }

    /** Without a year of its own a day long before is one of the next year. */
    private static boolean isShortlyBefore(Day day, Day other) {
        return day.date().getYear() == other.date().getYear()
                && day.date().isAfter(other.date().minusDays(60));
    }

    /** An acceptance of the whole of what was finished: of no part, and of nothing named anew. */
    private static boolean ofTheSame(Day finished, Day accepted, String between) {
        if (WHOLE.isIn(finished.after()) && accepted.ownYear()) {
            return SAME_THING.is(accepted.before()) && !OF_A_THING.isIn(accepted.after());
        }
        return !between.contains("；")
                && SAME_THING.is(accepted.before())
                && !OF_A_PART.isIn(finished.after() + accepted.after());
    }

    static boolean follows(Event first, Event later) {
        return switch (first) {
            case TENDER ->
                later == Event.OPEN
                        || later == Event.AWARD
                        || later == Event.SIGN
                        || later == Event.FINISH
                        || later == Event.ACCEPT;
            case OPEN -> later == Event.AWARD || later == Event.SIGN;
            case AWARD -> later == Event.SIGN || later == Event.FINISH || later == Event.ACCEPT || later == Event.FILE;
            case SIGN -> later == Event.FILE || later == Event.FINISH || later == Event.ACCEPT || later == Event.START;
            case START -> later == Event.FINISH || later == Event.ACCEPT;
            case FINISH -> later == Event.ACCEPT;
            case RECEIVE -> later == Event.DECIDE;
            case PUBLISH, FILE, ACCEPT, DECIDE, PAY -> false;
        };
    }

    /** That a day lies before another one, which it should follow. */
    static void tellBefore(Day wrong, Day first, Ledger ledger) {
        Problem problem = Problem.of("date-before", Place.NONE, "stated", wrong.text(), "first", first.text());
        tell(problem, wrong.text(), wrong.spot(), List.of(first.spot()), ledger);
    }

    static void tell(Problem problem, String stated, Spot where, List<Spot> because, Ledger ledger) {
        ledger.find(Finding.of(Kind.DATE, stated, Optional.empty(), problem, where, because));
    }
}
