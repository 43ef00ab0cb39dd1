package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * A problem or a measure of a report.
 *
 * @param title what it is called
 * @param body all that is said of it
 * @param begins whether it is the first of its points
 */
record ReportPoint(String title, String body, Passage passage, int start, int end, boolean begins) {

    private static final Pattern BEGIN_MEASURES = Pattern.compile("(?<=。)(?:下一步|下步|下阶段|今后|改进措施|整改措施|措施|工作措施|改进建议|针对)");
    private static final Sought ORDINAL = Sought.of(Pattern.compile("(?<=^|[：；。，])[一二三四五六七八九十]是"));

    /** The headings of a chapter, each with what is said below it. */
    static List<ReportPoint> ofHeadings(List<Passage> headings, List<Passage> chapter) {
        return headings.stream()
                .map(heading -> {
                    String title = Chapters.title(heading.text());
                    String body = Chapters.body(heading, headings, chapter);
                    return new ReportPoint(title, body, heading, 0, title.length(), false);
                })
                .toList();
    }

    static ReportPoint headed(Passage heading) {
        String title = Chapters.title(heading.text());
        return new ReportPoint(title, heading.text(), heading, 0, title.length(), false);
    }

    /** 一是…；二是…. */
    static List<ReportPoint> inText(List<Passage> passages) {
        List<ReportPoint> items = new ArrayList<>();
        for (Passage passage : passages) {
            Matcher matcher = ORDINAL.in(passage);
            List<Integer> starts = new ArrayList<>();
            while (matcher.find()) {
                starts.add(matcher.end());
            }
            for (int i = 0; i < starts.size(); i++) {
                int to = i + 1 < starts.size()
                        ? starts.get(i + 1) - 2
                        : passage.text().length();
                String text = Sought.kept("[；。]+$")
                        .replaceAll(BEGIN_MEASURES.split(passage.text().substring(starts.get(i), to), 2)[0], "");
                boolean begins = passage.text().charAt(starts.get(i) - 2) == '一';
                items.add(new ReportPoint(text, text, passage, starts.get(i), starts.get(i) + text.length(), begins));
            }
        }
        return items;
    }
}
