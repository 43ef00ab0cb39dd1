package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** 第一批3月20日，第二批7月12日，第三批次年…: three or more of one series come one after the other; the one day that is out of order is told. */
final class DaysInSeries {

    private static final Sought NUMBERED = Sought.of("第(?<rank>[一二三四五六七八九十]|\\d)(?<what>批|次|期|轮|笔|阶段)[^，。；、]{0,10}$");
    private static final int LEAST = 3;

    private DaysInSeries() {}

    static void examine(Claims claims, Passage passage, Ledger ledger) {
        Map<String, List<Day>> series = new LinkedHashMap<>();
        if (passage.text().indexOf('第') < 0) {
            return;
        }
        for (Day day : DaysOfText.of(claims).of(passage)) {
            Matcher rank = NUMBERED.in(day.before());
            if (rank.find()) {
                List<Day> own = series.computeIfAbsent(rank.group("what"), key -> new ArrayList<>());
                if (Numerals.count(rank.group("rank")) == own.size() + 1) {
                    own.add(day);
                }
            }
        }
        series.values().stream().filter(days -> days.size() >= LEAST).forEach(days -> judge(days, ledger));
    }

    private static void judge(List<Day> days, Ledger ledger) {
        List<Day> odd = new ArrayList<>();
        for (Day day : days) {
            List<Day> others = new ArrayList<>(days);
            others.remove(day);
            if (!isInOrder(days) && isInOrder(others)) {
                odd.add(day);
            }
        }
        if (odd.size() == 1) {
            Day wrong = odd.get(0);
            int at = days.indexOf(wrong);
            Day before = days.get(at > 0 ? at - 1 : 1);
            Dates.tellBefore(wrong, before, ledger);
        }
    }

    private static boolean isInOrder(List<Day> days) {
        for (int i = 1; i < days.size(); i++) {
            if (days.get(i).date().isBefore(days.get(i - 1).date())) {
                return false;
            }
        }
        return true;
    }
}
