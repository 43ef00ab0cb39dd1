package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * A length of time told as that of something: 期限15年, 总工期30个月, 36个月的免费运维期.
 *
 * @param what what it is the length of, as 工期; empty where that follows
 * @param text as printed, with its unit
 * @param printed the number as printed
 */
record ToldTerm(String what, int number, boolean years, int start, int end, String text, String printed) {

    /** 期限15年, 总工期30个月, 服务期均为一年, 36个月的免费运维期, 15年期. */
    private static final Sought LENGTH = Sought.of(
            Pattern.compile(
                    "(?<what>(?:合同|[\\u4e00-\\u9fa5&&[^同上下本前分学假长短定近初后中早晚远届逾延到按超预汛首末年]])期|期(?=限)|周期|年限|为期)限?"
                            + "(?:共|共计|约定|要求|总计|定|均|都)*(?:为|是|：)?(?<length>(?<number>\\d{1,3}|[一两二三四五六七八九十]{1,3})(?<unit>个月|周?年))(?!半|内|以内|之内|以上|左右|多|余|前|后|度|级)"
                            + "|(?<![\\d第])(?<length2>(?<number2>\\d{1,3}|[一两二三四五六七八九十]{1,3})(?<unit2>个月|年))(?:期(?!间|末|初|中)|的[^，。；、\\d]{0,8}(?:期|期限|服务)(?![间末初中]))"),
            "期限",
            "月年");

    private static final Sought NOT_THE_TERM = Sought.of("(?:已过|已满|剩余|尚余|还有|超过|不少于|不超过|提前|延长|延误|滞后|约|近)$");

    static List<ToldTerm> of(String text) {
        List<ToldTerm> lengths = new ArrayList<>();
        Matcher matcher = LENGTH.in(text);
        while (matcher.find()) {
            boolean first = matcher.group("length") != null;
            String number = matcher.group(first ? "number" : "number2");
            int value = Numerals.count(number);
            int start = matcher.start(first ? "length" : "length2");
            int before = Math.max(0, matcher.start() - 4);
            boolean own = !NOT_THE_TERM.isIn(text.substring(before, matcher.start()))
                    && !NOT_THE_TERM.isIn(text.substring(before, start));
            if (value > 0 && own) {
                lengths.add(new ToldTerm(
                        first ? matcher.group("what") : "",
                        value,
                        matcher.group(first ? "unit" : "unit2").endsWith("年"),
                        start,
                        matcher.end(first ? "length" : "length2"),
                        matcher.group(first ? "length" : "length2"),
                        number));
            }
        }
        return lengths;
    }

    int months() {
        return years ? number * 12 : number;
    }

    /** Whether the length is told elsewhere, as 建设期24个月 is. */
    boolean isToldAgain(Claims claims, String length, Passage passage, int at) {
        boolean told = claims.passages().stream()
                .anyMatch(other -> other.order() == passage.order()
                        ? isTerm(other.text(), length, at)
                        : isTerm(other.text(), length, -1));
        return told
                || claims.manuscript().grids().stream()
                        .flatMap(grid -> grid.body().stream())
                        .flatMap(List::stream)
                        .anyMatch(cell -> cell.text().equals(length));
    }

    private boolean isTerm(String text, String length, int but) {
        for (int at = text.indexOf(length); at >= 0; at = text.indexOf(length, at + 1)) {
            boolean number = at > 0 && Character.isDigit(text.charAt(at - 1));
            String before = text.substring(Math.max(0, at - 8), at);
            boolean term = what.isEmpty()
                    ? Sought.kept(".*(?:期|期限|为期|历时|年限)[^，。；]{0,4}").is(before)
                    : before.contains(what);
            if (at != but && !number && term) {
                return true;
            }
        }
        return false;
    }
}
