package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** Chapters of a report, as places in its paragraphs, and the numbered headings below them. */
final class Chapters {

    private static final String NUMBER = "[一二三四五六七八九十]{1,3}";
    private static final String CHAPTERS = NUMBER + "、|第" + NUMBER + "(?:部分|章)";
    private static final Sought CHAPTER = Sought.of("^(?:" + CHAPTERS + ").*");
    private static final String LINE = "[^，。；]{0,40}$";
    private static final Sought CHAPTER_LINE = Sought.of("^(?:" + CHAPTERS + ")" + LINE);
    private static final Sought SECTION_LINE = Sought.of("^(?:" + CHAPTERS + "|（" + NUMBER + "）)" + LINE);

    /** （二）制度保障方面。无。: nothing to mend; 3.验收偏差见前文说明。: nothing said here. */
    private static final Pattern NOTHING = Pattern.compile(
            "[。：](?:无|暂无|没有|未发现问题|不存在问题)。?$|^[^。]{0,40}(?:详?见|已在)(?:本报告|前文|上文|附[件表])?(?:第[一二三四五六七八九十]部分|前述|前文|上文|附[件表])[^。，]{0,10}。?$");

    private static final Sought HEADING = Sought.of(Pattern.compile(
            "^(?:（[一二三四五六七八九十]{1,3}）|\\d{1,2}[.、])[^。]{4,60}$|^(?:（[一二三四五六七八九十]{1,3}）|\\d{1,2}[.、])[^。]{4,40}。.*"));

    private Chapters() {}

    /** The first from there on whose title has one of the words; -1 for none. */
    static int find(List<Passage> passages, int from, Pattern words) {
        for (int i = from; i < passages.size(); i++) {
            String text = passages.get(i).text();
            if (CHAPTER.is(text)
                    && text.length() <= 40
                    && (words.matcher(text).find()
                            || words.matcher(broken(passages, i)).find())) {
                return i;
            }
        }
        return -1;
    }

    /** The rest of a heading that is broken over two lines. */
    private static String broken(List<Passage> passages, int at) {
        String next = at + 1 < passages.size() ? passages.get(at + 1).text() : "";
        boolean rest = passages.get(at).text().length() >= 16
                && next.length() <= 20
                && Sought.kept("[\\u4e00-\\u9fa5、“”]+").is(next)
                && !HEADING.in(passages.get(at + 1)).find();
        return rest ? next : "";
    }

    static boolean isTitle(String text) {
        return CHAPTER.is(text);
    }

    /** Whether it is the title of a chapter and nothing else: 二、2023年决算情况. */
    static boolean isTitleLine(Passage passage) {
        return CHAPTER_LINE.isIn(passage);
    }

    /** Whether it is the title of a chapter, or of a section one level below, and nothing else: （三）上年结转情况. */
    static boolean isSectionLine(Passage passage) {
        return SECTION_LINE.isIn(passage);
    }

    static boolean isHeading(Passage passage) {
        return HEADING.in(passage).find();
    }

    /** Where the next chapter or the annex begins. */
    static int next(List<Passage> passages, int from) {
        int at = from;
        while (at < passages.size()
                && !CHAPTER.is(passages.get(at).text())
                && !Sought.kept("^附(?:件|表|录)?\\d{0,2}[：:].*|^附[件表录]\\d{0,2}$")
                        .is(passages.get(at).text())) {
            at++;
        }
        return at;
    }

    /** Those of numbered points, save where nothing is said below. */
    static List<Passage> headings(List<Passage> passages) {
        List<Passage> headings = new ArrayList<>();
        for (Passage passage : passages) {
            if (HEADING.in(passage).matches()
                    && !NOTHING.matcher(passage.text()).find()) {
                headings.add(passage);
            }
        }
        return headings;
    }

    /** The first sentence of a heading. */
    static String title(String text) {
        int stop = text.indexOf('。');
        return stop < 0 ? text : text.substring(0, stop);
    }

    /** A heading with what is said under it. */
    static String body(Passage heading, List<Passage> headings, List<Passage> chapter) {
        StringBuilder body = new StringBuilder(heading.text());
        int at = chapter.indexOf(heading) + 1;
        while (at < chapter.size() && !headings.contains(chapter.get(at))) {
            body.append(chapter.get(at++).text());
        }
        return body.toString();
    }
}
