package org.jizhun.auditor.relation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.calendar.WorkingDays;

/**
 * So many days within which something must be done, as a text states them.
 *
 * @param working whether they are working days
 * @param start where in the text they stand
 */
record DayLimit(int days, boolean working, int start, int end, String text) {

    private static final Sought LIMIT = Sought.of(
            Pattern.compile(
                    "(?<days>\\d{1,3}|[一二三四五六七八九十]{1,3})个?(?<unit>工作日|日历天|自然日|日|天)(?:之?内|以内|的?(?:期限|时限|要求|规定|法定))"
                            + "|(?:时限|期限|限时)(?:为|是|：)?(?<days2>\\d{1,3}|[一二三四五六七八九十]{1,3})个?(?<unit2>工作日|日历天|自然日|日|天)"),
            "日天",
            "内期时要规法");

    /** 不少于7天的要求, 不得晚于采购活动开始前30日, 提前10日 limit nothing from above. */
    private static final Sought LEAST =
            Sought.of("(?:不得?少于|不低于|不短于|不得短于|至少|满|提前)$|(?:不得?晚于|不得?迟于|至少|应当?|须)[^，。；]{0,20}前$");

    private static final Sought RULE = Sought.of("(?:按照?|依照|依据|应当?|须|需|必须|要求|规定|自|之日起|起)[^。；]*$");

    /** 按规定应在5个工作日内完成。5月18日出具意见: the rule stands in the sentence before. */
    private static final Sought REQUIRED =
            Sought.of("(?:按照?(?:规定|要求|约定|办法|制度)|规定|要求|应当?|须|承诺)[^。；]*(?:日|天)(?:之?内|以内)[^。]{0,14}。[^。]{0,16}$");

    /** All that a text states. */
    static List<DayLimit> all(String text) {
        List<DayLimit> limits = new ArrayList<>();
        Matcher matcher = LIMIT.in(text);
        while (matcher.find()) {
            if (LEAST.isIn(text.substring(Math.max(0, matcher.start() - 24), matcher.start()))) {
                continue;
            }
            boolean behind = matcher.group("days") == null;
            limits.add(new DayLimit(
                    Numerals.count(matcher.group(behind ? "days2" : "days")),
                    matcher.group(behind ? "unit2" : "unit").equals("工作日"),
                    matcher.start(),
                    matcher.end(),
                    matcher.group()));
        }
        return limits;
    }

    /** The limit stated for the event where several are: 符合2个工作日内公告、7个工作日内备案的要求. */
    static Optional<DayLimit> in(String said, Optional<Event> event) {
        List<DayLimit> limits = all(said);
        List<DayLimit> named = limits.stream()
                .filter(limit ->
                        event.isPresent() && Event.in(limit.behind(said)).equals(event))
                .toList();
        boolean others = limits.size() > 1
                && limits.stream()
                        .anyMatch(limit -> Event.in(limit.behind(said)).isPresent());
        return named.stream()
                .findFirst()
                .or(() -> others ? Optional.empty() : limits.stream().findFirst());
    }

    /** 收件日期为2月8日，承诺办理时限7个工作日，办结日期为2月28日: the one limit that stands between the two days of a sentence. */
    static Optional<DayLimit> between(Day day, List<Day> days) {
        int at = days.indexOf(day);
        if (at != 1 && !(at > 1 && isParted(days.get(at - 2), days.get(at - 1)))) {
            return Optional.empty();
        }
        Day base = days.get(at - 1);
        String between = day.passage().text().substring(base.end(), day.start());
        List<DayLimit> limits = between.indexOf('。') < 0 || REQUIRED.isIn(between) ? all(between) : List.of();
        return limits.size() == 1 ? Optional.of(limits.get(0)) : Optional.empty();
    }

    private static boolean isParted(Day one, Day two) {
        return two.passage().text().substring(one.end(), two.start()).indexOf('。') >= 0;
    }

    /** The event a limit is a rule for: the one right after it. */
    Optional<Event> ruled(String text) {
        int to = end;
        while (to < text.length() && "，。；、".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        String before = text.substring(text.lastIndexOf('。', start) + 1, start);
        return RULE.isIn(before) ? Event.in(text.substring(end, to)).or(() -> Event.in(before)) : Optional.empty();
    }

    /** The words right behind a limit, up to the next mark. */
    String behind(String text) {
        int to = end;
        while (to < text.length() && "，。；、”".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(end, to);
    }

    boolean overrun(LocalDate from, LocalDate to, WorkingDays calendar) {
        return taken(from, to, calendar) > most(from, to, calendar);
    }

    long taken(LocalDate from, LocalDate to, WorkingDays calendar) {
        return known(from, to, calendar).orElse(ChronoUnit.DAYS.between(from, to));
    }

    private long most(LocalDate from, LocalDate to, WorkingDays calendar) {
        boolean guessed = working && known(from, to, calendar).isEmpty();
        return guessed ? days * 7L / 5 + 10 : days;
    }

    private Optional<Long> known(LocalDate from, LocalDate to, WorkingDays calendar) {
        return working ? calendar.between(from, to) : Optional.empty();
    }

    /** A deadline is only said to be kept after all where the calendar is known. */
    boolean isSure(Day base, Day day, WorkingDays calendar) {
        return !working || calendar.between(base.date(), day.date()).isPresent();
    }
}
