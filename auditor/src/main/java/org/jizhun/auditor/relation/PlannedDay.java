package org.jizhun.auditor.relation;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/** A day that something was planned for, right before the day on which it was done, and what the text says of the two: 按期完成. */
final class PlannedDay {

    private static final Sought DUE = Sought.of("(?:原定|计划|原计划|合同约定|约定|要求|应于|应在|须于|目标|规定|预定|预计)[^。；]{0,20}$");

    private static final Sought BY = Sought.of("^(?:底|末)?(?:之?前|以前|完|竣|投|建|交|验|为|，|的)");

    private static final Sought ACTUALLY = Sought.of("(?:实际|已|最终|后)[^，。；]{0,14}$|于$");

    private static final Sought LATE = Sought.of("(?:逾期|延误|超期|延期|延迟|滞后|拖延)(?:了)?\\d{1,4}(?:日历)?天");

    /** 22台按期投入使用，1台因机房改造延误，于10月8日投入使用: of one of several, and said to be late. */
    private static final Sought SAID_LATE = Sought.of("(?<![未无不有])(?:逾期|延误|超期|延期|延迟|滞后|拖延|推迟)");

    /** 较计划提前43天: where it is late by just as many, the word is wrong and not the day. */
    private static final Sought EARLY = Sought.of("提前(?:了)?(?<days>\\d{1,4})(?:日历)?天");

    private PlannedDay() {}

    /** 原定6月30日前完工，实际于7月20日完工，按期完成. */
    static void examine(Day day, List<Day> days, String said, boolean kept, boolean missed, Ledger ledger) {
        String text = day.passage().text();
        int at = days.indexOf(day);
        if (at < 1 || kept == missed || !DayLimit.all(said).isEmpty()) {
            return;
        }
        Day due = days.get(at - 1);
        String between = text.substring(due.end(), day.start());
        int from = Math.max(text.lastIndexOf('。', due.start()), text.lastIndexOf('；', due.start())) + 1;
        boolean pair = DUE.isIn(text.substring(from, due.start()))
                && BY.isIn(between)
                && ACTUALLY.isIn(between)
                && between.indexOf('。') < 0;
        boolean late = day.date().isAfter(due.date());
        if (!late && LATE.isIn(said)) {
            return; // by how many days it was late is held by its own relation
        }
        if (late && SAID_LATE.isIn(between)) {
            return;
        }
        Matcher early = EARLY.in(said);
        if (early.find() && ChronoUnit.DAYS.between(due.date(), day.date()) == Integer.parseInt(early.group("days"))) {
            return;
        }
        if (pair && late == kept) {
            Problem problem = Problem.of(
                    late ? "due-date-overrun" : "due-date-kept", Place.NONE, "stated", day.text(), "due", due.text());
            ledger.find(
                    Finding.of(Kind.DEADLINE, day.text(), Optional.empty(), problem, day.spot(), List.of(due.spot())));
        }
    }
}
