package org.jizhun.server.budget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.server.platform.Rejection;

/** Rates of execution in sentences: 截至3月底，某市某局支出执行率为97.71%。 */
final class BulletinText {

    private static final Pattern SENTENCE = Pattern.compile("[。;；\\n]");
    private static final Pattern STATED = Pattern.compile("(?:(?:" + BulletinTable.RATE
            + ")[^\\d。;；%]{0,12}|\\d{1,2}\\s*月(?:份|末|底)?[^\\d。;；%]{0,6})(?<rate>\\d{1,3}(?:\\.\\d{1,6})?)\\s*%");
    private static final Pattern OFFICE = Pattern.compile("[\\p{IsHan}]{2,20}(?:局|委员会|厅|办公室|中心|法院|检察院|医院|学校)");
    private static final int BEFORE = 8;

    private BulletinText() {}

    /**
     * The sentences that name the department count; all where none names any.
     *
     * @throws Rejection if rates are told of others only
     */
    static List<BulletinTable.Rate> rates(String field, String text, Set<String> names) {
        if (!BulletinTable.RATE.matcher(text).find()) {
            return List.of();
        }
        List<String> sentences = Arrays.stream(SENTENCE.split(text)).toList();
        List<String> own = sentences.stream()
                .filter(sentence -> names.stream().anyMatch(sentence::contains))
                .toList();
        if (own.isEmpty()) {
            Matcher other = OFFICE.matcher(text);
            if (other.find()) {
                throw Rejection.at(
                        field,
                        "bulletin-department-missing",
                        "expected",
                        String.join("、", names),
                        "found",
                        other.group());
            }
        }
        List<BulletinTable.Rate> rates = rates(own);
        return rates.isEmpty() ? rates(sentences) : rates;
    }

    private static List<BulletinTable.Rate> rates(List<String> sentences) {
        List<BulletinTable.Rate> rates = new ArrayList<>();
        for (String sentence : sentences) {
            Matcher rate = STATED.matcher(sentence);
            while (rate.find()) {
                String before = sentence.substring(0, rate.start("rate"));
                String near = sentence.substring(Math.max(0, rate.start() - BEFORE), rate.start("rate"));
                if (!BulletinTable.OTHER_RATE.matcher(near).find()) {
                    rates.add(new BulletinTable.Rate(month(before), rate.group("rate") + "%", Map.of()));
                }
            }
        }
        return rates;
    }

    /** The last month named before the rate. */
    private static String month(String before) {
        Matcher month = Bulletin.MONTH.matcher(before);
        String last = "";
        while (month.find()) {
            last = month.group();
        }
        return last;
    }
}
