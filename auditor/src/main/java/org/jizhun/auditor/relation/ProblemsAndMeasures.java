package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * Every problem the report names has a measure. A problem is a heading of the chapter on problems; it has a measure if its
 * own words come again, two neighbouring characters at least, in the chapter on measures. Where that chapter is missing, or
 * two headings fewer than problems, the same is said once.
 */
final class ProblemsAndMeasures implements Relation {

    private static final Sought CHAPTER = Sought.of("^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+(?:部分|章)).*");
    /** （二）制度保障方面。无。: nothing to mend. */
    private static final Pattern NOTHING = Pattern.compile("[。：](?:无|暂无|没有|未发现问题|不存在问题)。?$");

    private static final Pattern PROBLEMS = Pattern.compile(
            "(?<!(?:需要|需|应当|予以)(?:重点)?说明的|其他|其它|有关|若干|几个)(?:问题|不足|偏差|困难|短板|差距|薄弱环节)(?:(?:及|和|与|的)?(?:主要)?原因)?(?:分析|说明)?$");
    private static final Sought BOTH = Sought.of("(?:问题|不足).{0,10}(?:措施|建议|打算)");
    private static final Pattern MEASURES = Pattern.compile("措施|建议|下一步|下步|改进|整改|打算");
    private static final Sought HEADING = Sought.of(Pattern.compile(
            "^(?:（[一二三四五六七八九十]{1,3}）|\\d{1,2}[.、])[^。]{4,60}$|^(?:（[一二三四五六七八九十]{1,3}）|\\d{1,2}[.、])[^。]{4,40}。.*"));
    private static final Set<String> COMMON = Set.of(
            "提高", "加强", "进一", "一步", "有待", "不够", "工作", "管理", "水平", "情况", "存在", "问题", "完善", "需要", "部门", "预算", "项目", "绩效",
            "部分", "个别", "还需", "提升", "不足", "科学", "性有", "性不", "质量", "有序", "规范", "力度");

    private static final Pattern BEGIN_MEASURES = Pattern.compile("(?<=。)(?:下一步|下步|下阶段|今后|改进措施|整改措施|措施|工作措施|改进建议|针对)");
    private static final Sought AHEAD = Sought.of("下一步|下步|今后将|拟采取|改进措施[：:]|措施[：:]");
    private static final Sought ORDINAL = Sought.of(Pattern.compile("(?<=^|[：；。，])[一二三四五六七八九十]是"));
    /** What a general measure such as training may well answer. */
    private static final Sought OF_PEOPLE =
            Sought.of("意识|认识|理念|观念|重视|知晓|宣传|业务|能力|人员|素质|人才|队伍|水平|经验|学习|培训|专业|沟通|协调|政策|氛围|参与|责任");

    /** Measures that fit any report. */
    private static final Sought PLATITUDE = Sought.of(
            "^(?:（[^）]{1,3}）|\\d{1,2}[.、．]|[一二三四五六七八九十]是)?(?:进一步|不断|持续|切实)?(?:加强|加大|强化|抓好|做好|注重)(?:政策|业务|理论|相关|法规|人员|干部|日常)*(?:宣传|学习|培训|教育|组织领导|沟通协调|统筹协调|作风建设|队伍建设)");

    /** 针对…问题, 一是, ；: a measure of its own. */
    private static final Sought PARTED = Sought.of("针对|[一二三四五六七八九十]是|(?:^|[。；])\\d{1,2}[.、．](?!\\d)|；");
    /** So many words of what is said of a problem come again in measures for others. */
    private static final int MOST_BY_CHANCE = 4;

    private static final int SENTENCE = 20;
    private static final int TITLE = 3;

    private static final int SUBJECT = 4;
    private static final Sought NUMBERED = Sought.of("^(?:（[一二三四五六七八九十]+）|\\d+[.、])");

    /** A problem or a measure: what it is called, all that is said of it, and whether it is the first of its points. */
    private record Item(String title, String body, Passage passage, int start, int end, boolean begins) {}

    @Override
    public String name() {
        return "problems-and-measures";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Passage> passages = claims.passages();
        points(passages, ledger);
        ProblemLines.examine(passages, ledger);
        int problems = chapter(passages, 0, PROBLEMS);
        if (problems < 0 || BOTH.isIn(passages.get(problems).text())) {
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
        if (answers.isEmpty()) {
            return;
        }
        if (headings(answers).size() >= headings.size()) {
            paired(headings, passages.subList(problems + 1, end), headings(answers), answers, head(passages), ledger);
            return;
        }
        StringBuilder text = new StringBuilder();
        answers.stream()
                .filter(passage -> passage.text().length() >= SENTENCE
                        || HEADING.in(passage).find()
                        || "。；：".indexOf(passage.text().charAt(passage.text().length() - 1)) >= 0)
                .forEach(passage -> text.append(passage.text()));
        Optional<Passage> left = left(headings, headings(answers), text.toString());
        if (left.isPresent()) {
            String title = title(left.get().text());
            tell("measure-missing", left.get(), title, left.get().text().length(), ledger);
            return;
        }
        List<Passage> chapter = passages.subList(problems + 1, end);
        boolean told = false;
        for (Passage heading : headings) {
            if (!covered(body(heading, headings, chapter), text.toString())) {
                String title = title(heading.text());
                tell("measure-missing", heading, title, heading.text().length(), ledger);
                told = true;
            }
        }
        if (!told && units(answers) < headings.size()) {
            List<Item> items = headings.stream()
                    .map(heading -> new Item(
                            title(heading.text()),
                            body(heading, headings, chapter),
                            heading,
                            0,
                            heading.text().length(),
                            false))
                    .toList();
            lowest(items, text.toString(), head(passages)).ifPresent(item -> tell(item, ledger));
        }
    }

    /** How many measures there are: numbered ones, points, those parted by semicolons, or paragraphs. */
    private static int units(List<Passage> answers) {
        int parted = 0;
        for (Passage answer : answers) {
            Matcher part = PARTED.in(answer.text());
            while (part.find()) {
                parted++;
            }
        }
        int numbered = headings(answers).size();
        long paragraphs = answers.stream()
                .filter(answer -> answer.text().length() >= SENTENCE)
                .count();
        return Math.max(numbered, Math.max(numbered > 1 ? 0 : Math.toIntExact(paragraphs), parted));
    }

    /** The one problem whose heading shares a word at most with all measures, where every other shares two. */
    private static Optional<Item> lowest(List<Item> problems, String measures, String head) {
        List<Item> open = problems.stream()
                .filter(problem -> shared(problem.title(), measures) <= 1)
                .filter(problem -> !hasOwnWord(problem, problems, measures, head))
                .toList();
        return problems.size() >= 2
                        && open.size() == 1
                        && shared(open.get(0).body(), measures) <= MOST_BY_CHANCE
                        && !OF_PEOPLE.isIn(open.get(0).title())
                ? Optional.of(open.get(0))
                : Optional.empty();
    }

    /** 会计凭证管理不严, 严格凭证审核: the problem begins with a word of the measures that no other problem has. */
    private static boolean hasOwnWord(Item problem, List<Item> problems, String measures, String head) {
        String plain = NUMBERED.replaceFirst(problem.title(), "");
        return pairs(plain.substring(0, Math.min(SUBJECT, plain.length()))).stream()
                .filter(pair -> measures.contains(pair) && !head.contains(pair))
                .anyMatch(pair -> problems.stream()
                        .noneMatch(
                                other -> !other.equals(problem) && other.body().contains(pair)));
    }

    /** What the whole report is about, by its first lines. */
    private static String head(List<Passage> passages) {
        return passages.stream().limit(TITLE).map(Passage::text).reduce("", String::concat);
    }

    private static void tell(Item item, Ledger ledger) {
        tell("measure-missing", item.passage(), item.title(), item.start(), item.end(), ledger);
    }

    /** One measure fewer than problems, and one problem whose heading has no word of any measure: that one is left. */
    private static Optional<Passage> left(List<Passage> headings, List<Passage> answers, String text) {
        boolean general = answers.stream().anyMatch(answer -> PLATITUDE.isIn(title(answer.text())));
        List<Passage> open = headings.stream()
                .filter(heading -> !covered(title(heading.text()), text))
                .toList();
        return answers.size() >= 2 && headings.size() == answers.size() + 1 && open.size() == 1 && !general
                ? Optional.of(open.get(0))
                : Optional.empty();
    }

    /** As many measures as problems: one of them may be a platitude that answers no problem. */
    private static void paired(
            List<Passage> headings,
            List<Passage> chapter,
            List<Passage> answerHeadings,
            List<Passage> answers,
            String head,
            Ledger ledger) {
        List<Item> problems = new ArrayList<>();
        for (Passage heading : headings) {
            String title = title(heading.text());
            problems.add(new Item(title, body(heading, headings, chapter), heading, 0, title.length(), false));
        }
        List<Item> measures = new ArrayList<>();
        for (Passage heading : answerHeadings) {
            String title = title(heading.text());
            measures.add(new Item(title, body(heading, answerHeadings, answers), heading, 0, title.length(), false));
        }
        unanswered(problems, measures, head, ledger);
    }

    /** 一是…；二是… for the problems, and again for the measures, in chapters of their own or in one. */
    private static void points(List<Passage> passages, Ledger ledger) {
        for (int i = 0; i < passages.size(); i++) {
            String heading = passages.get(i).text();
            boolean both = BOTH.isIn(heading);
            if (!CHAPTER.is(heading)
                    || heading.length() > 40
                    || !(both || PROBLEMS.matcher(heading).find())) {
                continue;
            }
            int end = next(passages, i + 1);
            List<Item> problems = items(passages.subList(i + 1, end));
            List<Item> measures = new ArrayList<>();
            if (both) {
                int at = 1;
                while (at < problems.size() && !problems.get(at).begins()) {
                    at++;
                }
                measures.addAll(problems.subList(Math.min(at, problems.size()), problems.size()));
                problems = problems.subList(0, Math.min(at, problems.size()));
            } else {
                int chapter = chapter(passages, i + 1, MEASURES);
                if (chapter >= 0) {
                    List<Passage> answers = passages.subList(chapter + 1, next(passages, chapter + 1));
                    measures.addAll(items(answers));
                    if (measures.isEmpty()) {
                        headings(answers).forEach(answer -> measures.add(headed(answer)));
                    }
                }
            }
            boolean mixed = problems.stream().anyMatch(item -> AHEAD.isIn(item.body()));
            if (!mixed) {
                unanswered(problems, measures, head(passages), ledger);
            }
            return;
        }
    }

    private static Item headed(Passage heading) {
        String title = title(heading.text());
        return new Item(title, heading.text(), heading, 0, title.length(), false);
    }

    private static List<Item> items(List<Passage> passages) {
        List<Item> items = new ArrayList<>();
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
                items.add(new Item(text, text, passage, starts.get(i), starts.get(i) + text.length(), begins));
            }
        }
        return items;
    }

    /** Problems that share no word with any measure, where every measure answers some problem or is a platitude. */
    private static void unanswered(List<Item> problems, List<Item> measures, String head, Ledger ledger) {
        if (problems.size() < 2 || measures.size() < 2) {
            return;
        }
        StringBuilder all = new StringBuilder();
        measures.forEach(measure -> all.append(measure.body()).append(' '));
        List<Item> open = problems.stream()
                .filter(problem -> !covered(problem.body(), all.toString()))
                .filter(problem -> !OF_PEOPLE.isIn(problem.body()))
                .toList();
        StringBuilder asked = new StringBuilder();
        problems.forEach(problem -> asked.append(problem.body()).append(' '));
        boolean spare = measures.stream()
                .anyMatch(measure -> !covered(measure.body(), asked.toString()) && !PLATITUDE.isIn(measure.title()));
        if (open.isEmpty() && measures.size() < problems.size()) {
            lowest(problems, all.toString(), head).ifPresent(item -> tell(item, ledger));
            return;
        }
        boolean platitude = measures.size() < problems.size()
                || measures.stream().anyMatch(measure -> PLATITUDE.isIn(measure.title()));
        if (open.size() == 1 && !spare && platitude) {
            tell(open.get(0), ledger);
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

    private static int next(List<Passage> passages, int from) {
        int at = from;
        while (at < passages.size()
                && !CHAPTER.is(passages.get(at).text())
                && !Sought.kept("^附(?:件|表|录)?\\d{0,2}[：:].*|^附[件表录]\\d{0,2}$")
                        .is(passages.get(at).text())) {
            at++;
        }
        return at;
    }

    private static List<Passage> headings(List<Passage> passages) {
        List<Passage> headings = new ArrayList<>();
        for (Passage passage : passages) {
            if (HEADING.in(passage).matches()
                    && !NOTHING.matcher(passage.text()).find()) {
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
        Set<String> own = pairs(title);
        return own.stream().anyMatch(measures::contains) || own.isEmpty();
    }

    /** How many neighbouring pairs of characters, other than those of any report, both have; many where there are none. */
    static long shared(String title, String measures) {
        Set<String> own = pairs(title);
        return own.isEmpty()
                ? Integer.MAX_VALUE
                : own.stream().filter(measures::contains).count();
    }

    private static Set<String> pairs(String title) {
        String plain = Sought.kept("^(?:（[一二三四五六七八九十]+）|\\d+[.、])").replaceAll(title, "");
        Set<String> own = new HashSet<>();
        for (int i = 0; i + 2 <= plain.length(); i++) {
            String pair = plain.substring(i, i + 2);
            if (Sought.kept("[\\u4e00-\\u9fa5]{2}").is(pair) && !COMMON.contains(pair)) {
                own.add(pair);
            }
        }
        return own;
    }

    private static void tell(String code, Passage heading, String stated, int length, Ledger ledger) {
        tell(code, heading, stated, 0, length, ledger);
    }

    /** The message names the heading; what is quoted is all that the paragraph says of it. */
    private static void tell(String code, Passage heading, String title, int start, int end, Ledger ledger) {
        Problem problem = Problem.of(code, Place.NONE, "stated", title);
        ledger.find(Finding.of(
                Kind.COVERAGE,
                heading.text().substring(start, end),
                Optional.empty(),
                problem,
                heading.spot(start, end),
                List.of()));
    }
}
