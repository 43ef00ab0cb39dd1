package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * Every problem the report names has a measure. A problem is a heading of the chapter on problems; it has a measure if its
 * own words come again, two neighbouring characters at least, in the chapter on measures. Where that chapter is missing, or
 * two headings fewer than problems, the same is said once.
 */
final class ProblemsAndMeasures implements Relation {

    private static final Pattern CHAPTER = Pattern.compile("^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+(?:部分|章)).*");
    private static final Pattern PROBLEMS = Pattern.compile("(?:问题|不足)(?:及原因(?:分析)?)?$");
    private static final Pattern BOTH = Pattern.compile("(?:问题|不足).{0,10}(?:措施|建议|打算)");
    private static final Pattern MEASURES = Pattern.compile("措施|建议|下一步|改进|整改|工作打算");
    private static final Pattern HEADING = Pattern.compile(
            "^(?:（[一二三四五六七八九十]{1,3}）|\\d{1,2}[.、])[^。]{4,60}$|^(?:（[一二三四五六七八九十]{1,3}）|\\d{1,2}[.、])[^。]{4,40}。.*");
    private static final Set<String> COMMON = Set.of(
            "提高", "加强", "进一", "一步", "有待", "不够", "工作", "管理", "水平", "情况", "存在", "问题", "完善", "需要", "部门", "预算", "项目", "绩效",
            "部分", "个别", "还需", "提升", "不足", "科学", "性有", "性不", "质量", "有序", "规范", "力度");

    @Override
    public String name() {
        return "problems-and-measures";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Passage> passages = claims.passages();
        int problems = chapter(passages, 0, PROBLEMS);
        if (problems < 0 || BOTH.matcher(passages.get(problems).text()).find()) {
            return;
        }
        int end = next(passages, problems + 1);
        int measures = chapter(passages, problems + 1, MEASURES);
        List<Passage> headings = headings(passages.subList(problems + 1, end));
        if (measures < 0) {
            if (!headings.isEmpty()) {
                Passage heading = passages.get(problems);
                tell("measures-none", heading, heading.text(), heading.text().length(), ledger);
            }
            return;
        }
        List<Passage> answers = passages.subList(measures + 1, next(passages, measures + 1));
        if (headings(answers).size() >= headings.size()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        answers.forEach(passage -> text.append(passage.text()));
        for (Passage heading : headings) {
            if (!covered(body(heading, headings, passages.subList(problems + 1, end)), text.toString())) {
                String title = title(heading.text());
                tell("measure-missing", heading, title, title.length(), ledger);
            }
        }
    }

    /** A problem's heading with what is said under it. */
    private static String body(Passage heading, List<Passage> headings, List<Passage> chapter) {
        StringBuilder body = new StringBuilder(heading.text());
        int at = chapter.indexOf(heading) + 1;
        while (at < chapter.size() && !headings.contains(chapter.get(at))) {
            body.append(chapter.get(at++).text());
        }
        return body.toString();
    }

    private static int chapter(List<Passage> passages, int from, Pattern words) {
        for (int i = from; i < passages.size(); i++) {
            String text = passages.get(i).text();
            if (CHAPTER.matcher(text).matches()
                    && text.length() <= 40
                    && words.matcher(text).find()) {
                return i;
            }
        }
        return -1;
    }

    private static int next(List<Passage> passages, int from) {
        int at = from;
        while (at < passages.size() && !CHAPTER.matcher(passages.get(at).text()).matches()) {
            at++;
        }
        return at;
    }

    private static List<Passage> headings(List<Passage> passages) {
        List<Passage> headings = new ArrayList<>();
        for (Passage passage : passages) {
            if (HEADING.matcher(passage.text()).matches()) {
                headings.add(passage);
            }
        }
        return headings;
    }

    private static String title(String text) {
        int stop = text.indexOf('。');
        return stop < 0 ? text : text.substring(0, stop);
    }

    private static boolean covered(String title, String measures) {
        String plain = title.replaceAll("^(?:（[一二三四五六七八九十]+）|\\d+[.、])", "");
        Set<String> own = new HashSet<>();
        for (int i = 0; i + 2 <= plain.length(); i++) {
            String pair = plain.substring(i, i + 2);
            if (pair.matches("[\\u4e00-\\u9fa5]{2}") && !COMMON.contains(pair)) {
                own.add(pair);
            }
        }
        return own.stream().anyMatch(measures::contains) || own.isEmpty();
    }

    private static void tell(String code, Passage heading, String stated, int length, Ledger ledger) {
        Problem problem = Problem.of(code, Place.NONE, "stated", stated);
        ledger.find(Finding.of(Kind.COVERAGE, stated, Optional.empty(), problem, heading.spot(0, length), List.of()));
    }
}
