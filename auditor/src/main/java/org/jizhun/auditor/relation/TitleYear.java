package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;

/**
 * The year that the title of a report names: in the line that ends with 报告, in the line before it where the title is broken over two, or in
 * brackets behind it. Titles of two years (…预算执行情况和2024年预算草案的报告) and of several (2022—2024年度) name none.
 */
final class TitleYear {

    private static final Sought TITLE =
            Sought.of(Pattern.compile("(?<year>20\\d{2})年?度?.{0,30}(?:自评报告|评价报告|绩效报告|监控报告|决算|自评情况|自评说明|自评总结|报告)"));
    /** 专项资金绩效评价报告（2023年度）, in one line or two. */
    private static final Sought BEHIND = Sought.of("(?:报告|说明|总结)（(?<year>20\\d{2})年度?）$");
    /** 水务局2023年度部门整体支出: goes on in the next line. */
    private static final Sought BROKEN = Sought.of("(?<year>20\\d{2})年(?:度|1)?[^，。；：《》]{2,30}$");

    private static final Sought REST = Sought.of("^[^，。；：《》\\d]{0,24}(?:报告|自评说明|自评总结)(?:（[^）]{0,8}）)?$");
    /** 与2024年预算草案的报告: the second half of a title that speaks of two years. */
    private static final Sought TWO_YEARS = Sought.of("20\\d{2}年[^，。；]{0,12}预算(?:草案|安排)");

    /** 2022—2024年度绩效评价报告 evaluates several years. */
    private static final Sought RANGE = Sought.of("20\\d{2}年?度?[—–~～至到-]{1,2}20\\d{2}年");

    private static final Sought ALONE = Sought.of("^（(?<year>20\\d{2})年度?）$");
    private static final Sought REPORT = Sought.of("^[^，。；：\\d]{4,60}(?:报告|自评说明|自评总结)$");

    private static final int FIRST = 6;
    private static final int LONGEST = 60;

    private TitleYear() {}

    /** The year and where the title stands. */
    static Optional<Map.Entry<String, Spot>> of(List<Passage> passages) {
        int first = Math.min(FIRST, passages.size());
        for (int i = 0; i < first; i++) {
            Passage passage = passages.get(i);
            boolean several = TWO_YEARS.isIn(passage.text()) || RANGE.isIn(passage.text());
            if (passage.text().length() > LONGEST || several) {
                continue;
            }
            for (Sought pattern : List.of(TITLE, BEHIND)) {
                Matcher matcher = pattern.in(passage);
                if (matcher.find()) {
                    return Optional.of(Map.entry(matcher.group("year"), passage.spot(matcher.start(), matcher.end())));
                }
            }
            Matcher alone = ALONE.in(passage);
            if (i > 0 && REPORT.isIn(passages.get(i - 1)) && alone.find()) {
                return Optional.of(Map.entry(alone.group("year"), passage.spot(alone.start(), alone.end())));
            }
            Matcher broken = BROKEN.in(passage);
            boolean goesOn = i + 1 < passages.size() && REST.isIn(passages.get(i + 1));
            if (goesOn && broken.find()) {
                return Optional.of(Map.entry(broken.group("year"), passage.spot(broken.start(), broken.end())));
            }
        }
        return Optional.empty();
    }
}
