package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Problem;

/** A term line by line: 发行日期：2023年8月22日, 债券期限：15年, 到期日：2033年8月22日. The end follows from the other two. */
final class TermLines {

    private static final Sought BEGIN = Sought.of("(?:发行|起息|签订|签署|开工|起始|开始|生效|启动|起租|聘任|投保|验收)(?:日期?|时间|之日)?：$");
    private static final Sought END = Sought.of("(?:到期|届满|期满|终止|截止|兑付|结束|计划竣工|计划完工|约定竣工|应竣工)(?:日期?|时间|之日)?：$");
    private static final Sought LENGTH =
            Sought.of("(?:期限?|年限|工期)：(?:共|为)?(?<number>\\d{1,3}|[一二三四五六七八九十]{1,3})个?(?<unit>月|年)(?:期)?[。；]?$");
    private static final int LONGEST = 60;

    private TermLines() {}

    static void examine(Claims claims, Ledger ledger) {
        List<Passage> block = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            int colon = passage.text().indexOf('：');
            if (colon > 0 && colon <= 12 && passage.text().length() <= LONGEST) {
                block.add(passage);
            } else {
                judge(block, ledger);
                block.clear();
            }
        }
        judge(block, ledger);
    }

    private static void judge(List<Passage> block, Ledger ledger) {
        List<Day> begins = days(block, BEGIN);
        List<Day> ends = days(block, END);
        List<Passage> lengths = block.stream().filter(LENGTH::isIn).toList();
        if (begins.size() != 1 || ends.size() != 1 || lengths.size() != 1) {
            return;
        }
        Matcher length = LENGTH.in(lengths.get(0));
        if (!length.find()) {
            return;
        }
        int number = Numerals.count(length.group("number"));
        int months = length.group("unit").equals("年") ? 12 * number : number;
        Day begin = begins.get(0);
        Day end = ends.get(0);
        var right = begin.date().plusMonths(months);
        boolean fits = Math.abs(right.toEpochDay() - end.date().toEpochDay()) <= 2;
        boolean slip = Math.abs(right.getDayOfMonth() - end.date().getDayOfMonth()) <= 1;
        if (number <= 0 || fits || !slip) {
            return;
        }
        var due = end.date().getDayOfMonth() == right.getDayOfMonth() ? right : right.minusDays(1);
        String expected = Day.print(due);
        Problem problem = WrongTerm.end(
                end.text(),
                expected,
                begin.text(),
                length.group("number") + (length.group("unit").equals("年") ? "年" : "个月"));
        ledger.find(Finding.of(
                Kind.DATE,
                end.text(),
                Optional.of(expected),
                problem,
                end.spot(),
                List.of(begin.spot(), lengths.get(0).spot())));
    }

    private static List<Day> days(List<Passage> block, Sought label) {
        return block.stream()
                .flatMap(passage -> Day.of(passage).stream())
                .filter(day -> label.isIn(day.passage().text().substring(0, day.start())))
                .toList();
    }
}
