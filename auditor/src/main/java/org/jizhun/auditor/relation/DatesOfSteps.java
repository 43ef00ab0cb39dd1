package org.jizhun.auditor.relation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** Steps that follow each other: in the columns of a table, one row a contract, and four or more of them told in one sentence. */
final class DatesOfSteps {

    private static final int STEPS = 4;
    /** What is done one after the other to make a report or a purchase. */
    private static final Sought STEP = Sought.of(
            "印发|启动|部署|报送|上报|提交|抽查|核查|复核|评审|汇总|形成|完成|召开|公告|开标|签订|验收|备案|开展|组织|发出|发布|进场|批准|批复|审批|研究|到货|安装|调试|投入使用|通报|反馈|初稿|公示|立项|开工|完工|竣工|下达|拨付|中标|招标|采购|填报|收集|整理|撰写|自查|自评|审核|审议|审定|会审|修改|结束|定稿");
    /** What only the end of the work is. */
    private static final Sought LAST = Sought.of("印发|通报|反馈|报送|上报|正式|投入使用|验收|完成|汇总|备案|交付|公开|公示|形成|审议|审定|定稿|结束");
    /** 此前, 早在: told out of its order on purpose; a term to be met. */
    private static final Sought ASIDE = Sought.of("此前|之前|早在|原|曾|先于|补|另|其中|同时|有效期|截[至止]|计划|预计|拟|应|前$|较|比");

    private static final Sought DUE = Sought.of("^(?:之?前|以前|底前|内)");

    private static final Sought BEGIN = Sought.of("^(?:，|正式|统一)?(?:印发|下发|启动|部署|布置|召开)");
    private static final Sought END = Sought.of("^[^，。；]{0,4}(?:复核|汇总|形成|审核|报送|上报|评审|验收|反馈)");

    private static final Sought AS_OF = Sought.of("截[至止]|较|比");
    /** 按会审意见修改后报送; 在复核结束后审议: says itself what it follows. */
    private static final Sought REFERS_BACK =
            Sought.of("按照?[^，。；]{1,8}意见|(?:修改|结束|完成|汇总|审核|复核|会审)(?:工作)?(?:全部)?(?:之)?后|基础上|据此");
    /** 8月12日至16日: the end of a span without its month. */
    private static final Sought SPAN_END = Sought.of("^(?:至|到|-|—|~|～|－)(?<day>\\d{1,2})[日号]");

    private static final Sought GOES_ON = Sought.of("(?:至|到|并于|最终于|最后于)$");
    private static final Sought STARTED = Sought.of("^(?:正式|全面)?(?:启动|开始)$");
    private static final Sought ENDED = Sought.of("^(?:全部|全面|基本)?(?:结束|完成|完毕)");

    private DatesOfSteps() {}

    /** A contract signed before its award, in the columns of a table. */
    static void columns(Table table, Ledger ledger) {
        EventColumns events = EventColumns.of(table);
        for (Table.Row row : table.rows()) {
            for (Event first : events.columns().keySet()) {
                for (Event later : events.columns().keySet()) {
                    Optional<Day> before = events.day(row, first);
                    Optional<Day> day = events.day(row, later);
                    if (Dates.follows(first, later)
                            && before.isPresent()
                            && day.isPresent()
                            && day.get().date().isBefore(before.get().date())) {
                        Dates.tellBefore(day.get(), before.get(), ledger);
                    }
                }
            }
        }
    }

    /** 8月5日印发方案，8月12日前报送，7月20日至8月23日抽查，8月26日形成报告: one step of four or more out of their order. */
    static void steps(Claims claims, Passage passage, Ledger ledger) {
        List<Day> all = DaysOfText.of(claims).of(passage);
        List<Day> open =
                all.stream().filter(day -> !isBracketed(passage.text(), day)).toList();
        List<Day> days = open.size() >= STEPS ? open : all;
        int from = 0;
        while (from < days.size()) {
            int to = from + 1;
            while (to < days.size()
                    && passage.text()
                                    .substring(
                                            days.get(to - 1).end(), days.get(to).start())
                                    .indexOf('。')
                            < 0
                    && !beginsAnew(days.get(to), days.subList(from, to))) {
                to++;
            }
            List<Day> told = days.subList(from, to);
            if (told.size() >= STEPS) {
                outOfOrder(told, ledger);
            } else if (told.size() == STEPS - 1) {
                endBeforeBegin(told, ledger);
            }
            for (int i = 1; i < told.size(); i++) {
                endBeforeStart(told.get(i - 1), told.get(i), ledger);
            }
            backBeforeWhatItFollows(told, ledger);
            from = to;
        }
    }

    /** With its year told anew and an event told before, a day begins what happened to another thing: 甲2024年3月1日开工，乙2024年3月11日开工. */
    private static boolean beginsAnew(Day day, List<Day> before) {
        boolean sameYear =
                day.date().getYear() == before.get(before.size() - 1).date().getYear();
        Optional<Event> event = Event.in(day.after());
        boolean again = event.isPresent() && before.stream().anyMatch(other -> event.equals(Event.in(other.after())));
        return day.ownYear() && !(sameYear && (!again || GOES_ON.isIn(day.before())));
    }

    /** 自评工作自2月26日启动，2月19日结束. */
    private static void endBeforeStart(Day first, Day last, Ledger ledger) {
        boolean reversed = last.date().isBefore(first.date())
                && !last.date().isBefore(first.date().minusMonths(6));
        if (reversed && STARTED.isIn(first.after()) && ENDED.isIn(last.after()) && !AS_OF.isIn(last.before())) {
            Dates.tellBefore(last, first, ledger);
        }
    }

    /** 8月12日至16日复核，8月15日在复核结束后审议: the last of the steps says that it follows what it lies before. */
    private static void backBeforeWhatItFollows(List<Day> days, Ledger ledger) {
        if (days.size() < STEPS - 1) {
            return;
        }
        Day last = days.get(days.size() - 1);
        Day before = days.get(days.size() - 2);
        boolean ascending = true;
        for (int i = 1; i < days.size() - 1; i++) {
            ascending &= !days.get(i).date().isBefore(days.get(i - 1).date());
        }
        String told = clause(last);
        if (ascending
                && last.date().isBefore(end(before))
                && LAST.isIn(told)
                && REFERS_BACK.isIn(told)
                && !ASIDE.isIn(last.before())
                && !ledger.findsAt(last.spot())) {
            Dates.tellBefore(last, before, ledger);
        }
    }

    /** What is told of a day: the rest of its clause, or the next one where a comma stands behind the day. */
    private static String clause(Day day) {
        String text = day.passage().text();
        if (!day.after().isEmpty() || day.end() >= text.length() || text.charAt(day.end()) != '，') {
            return day.after();
        }
        int to = day.end() + 1;
        while (to < text.length() && "，。；！？".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(day.end() + 1, to);
    }

    private static LocalDate end(Day day) {
        Matcher span = SPAN_END.in(day.after());
        int last = span.find() ? Integer.parseInt(span.group("day")) : 0;
        boolean is = last > 0 && last <= day.date().lengthOfMonth();
        return is ? day.date().withDayOfMonth(last) : day.date();
    }

    /** 4月14日签订施工合同（中标通知书于4月12日发出）: told beside the steps, not as one of them. */
    static boolean isBracketed(String text, Day day) {
        return text.lastIndexOf('（', day.start()) > text.lastIndexOf('）', day.start());
    }

    /** 9月5日印发通知，9月12日前填报，8月26日完成复核汇总: what ends the work is before what began it. */
    private static void endBeforeBegin(List<Day> days, Ledger ledger) {
        Day first = days.get(0);
        Day last = days.get(days.size() - 1);
        if (last.date().isBefore(first.date())
                && !days.get(1).date().isBefore(first.date())
                && BEGIN.isIn(first.after())
                && END.isIn(last.after())
                && days.stream().noneMatch(day -> AS_OF.isIn(day.before()))) {
            Dates.tellBefore(last, first, ledger);
        }
    }

    /** 9月28日提交正式报告，9月15日印发评价结果: nothing follows it, and it can only be the end. */
    private static boolean isLast(Day day) {
        return LAST.isIn(clause(day))
                && !ASIDE.isIn(day.before())
                && !DUE.isIn(day.after())
                && !Dates.SPAN.matcher(day.after()).find();
    }

    private static void outOfOrder(List<Day> days, Ledger ledger) {
        Day odd = null;
        for (int i = 1; i < days.size(); i++) {
            if (days.get(i).date().isBefore(days.get(i - 1).date())) {
                boolean last = odd == null && i + 1 == days.size() && isLast(days.get(i));
                boolean only = last
                        || (odd == null
                                && i + 1 < days.size()
                                && !days.get(i + 1)
                                        .date()
                                        .isBefore(days.get(i - 1).date()));
                if (!only) {
                    return;
                }
                odd = days.get(i);
            }
        }
        if (odd == null) {
            return;
        }
        boolean told = days.stream()
                        .allMatch(day -> STEP.isIn(clause(day))
                                || Dates.SPAN.matcher(day.after()).find()
                                || day.after().startsWith("至"))
                && days.stream().noneMatch(day -> AS_OF.isIn(day.before()));
        if (told) {
            Day before = days.get(days.indexOf(odd) - 1);
            boolean early = DUE.isIn(before.after()) && odd.before().contains("实际"); // 7月24日前完工，实际于7月10日完工
            if (!early) {
                Dates.tellBefore(odd, before, ledger);
            }
        }
    }
}
