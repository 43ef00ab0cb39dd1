package org.jizhun.auditor.relation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.problem.Problem;

/** Where the number of days that something took is right, and the last of the two days is a slip in its month or in a digit. */
final class SlippedDay {

    /** 不得晚于采购活动开始前30日, 不少于20日. */
    private static final Sought LEAST = Sought.of("(?:不得?少于|不低于|不短于|至少|满|提前)$|(?:不得?晚于|不得?迟于|至少|应当?|须)[^，。；]{0,20}前$");

    private static final Sought LIMIT =
            Sought.of(Pattern.compile("(?<![\\d月])(?<days>\\d{1,3})个?(?:工作日|日历天|自然日|日|天)"), "日天");

    private SlippedDay() {}

    /**
     * 3月4日发出，4月29日签订，间隔25天，未超过30日: the number is what the sentence goes on with, and a slip in the month, or in a digit of the day,
     * makes the last day what it should be.
     */
    static boolean find(
            Passage passage, Matcher words, DayPair pair, int stated, long taken, WorkingDays calendar, Ledger ledger) {
        Day last = pair.to();
        LocalDate right = words.group("unit").contains("工作")
                ? calendar.add(pair.from().date(), stated).orElse(last.date())
                : pair.from().date().plusDays(stated);
        boolean month = right.getDayOfMonth() == last.date().getDayOfMonth()
                && right.getMonthValue() != last.date().getMonthValue();
        boolean digit = right.getMonthValue() == last.date().getMonthValue()
                && isSlip(right.getDayOfMonth(), last.date().getDayOfMonth());
        if (right.equals(last.date())
                || !(month
                        || (digit
                                && (isParted(passage.text(), stated, taken) || isToldAgain(passage.text(), words))))) {
            return false;
        }
        String ofYear = right.getMonthValue() + "月" + right.getDayOfMonth() + "日";
        String expected = last.text().startsWith("20") ? right.getYear() + "年" + ofYear : ofYear;
        Problem problem =
                WrongTerm.end(last.text(), expected, pair.from().text(), words.group("days") + words.group("unit"));
        ledger.find(Finding.of(
                Kind.DEADLINE,
                last.text(),
                Optional.of(expected),
                problem,
                last.spot(),
                List.of(pair.from().spot(), passage.spot(words.start("days"), words.end("unit")))));
        return true;
    }

    /** Another first digit, a digit too many (20 for 2) or too few, or both exchanged. */
    private static boolean isSlip(int right, int printed) {
        String one = String.valueOf(right);
        String two = String.valueOf(printed);
        String turned = new StringBuilder(one).reverse().toString();
        return (right - printed) % 10 == 0 || one.startsWith(two) || two.startsWith(one) || turned.equals(two);
    }

    /** 5月27日发出，5月11日签订，距…15日: the contract is before the award, and another month puts it so many days after. */
    static boolean findReversed(
            Passage passage, Matcher words, DayPair pair, int stated, WorkingDays calendar, Ledger ledger) {
        boolean reversed = pair.to().date().isBefore(pair.from().date());
        LocalDate right = pair.from().date().plusDays(stated);
        boolean month = right.getDayOfMonth() == pair.to().date().getDayOfMonth();
        return reversed && month && find(passage, words, pair, stated, 0, calendar, ledger);
    }

    /** 工期120日历天，7月24日前（自签订之日起120日历天内）完工: the number stands twice. */
    private static boolean isToldAgain(String text, Matcher words) {
        String rest = text.substring(0, words.start("days")) + "，" + text.substring(words.end("days"));
        return Pattern.compile("(?<!\\d)" + words.group("days") + "(?:个)?(?:日历|工作)?[天日]")
                .matcher(rest)
                .find();
    }

    /** Whether a limit of the text lies between the days as told and as they are, so that only the number told keeps it. */
    private static boolean isParted(String text, int stated, long taken) {
        Matcher limit = LIMIT.in(text);
        boolean parted = false;
        while (limit.find()) {
            int days = Integer.parseInt(limit.group("days"));
            boolean least = LEAST.isIn(text.substring(0, limit.start()));
            parted |= least ? taken < days && days <= stated : stated <= days && days < taken && stated != days;
        }
        return parted;
    }
}
