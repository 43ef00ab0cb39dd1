package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Goals set for the year come again where the report says what became of them. A goal with a figure is taken up by a sentence
 * that has two of its pairs of neighbouring characters, or one and its unit, or a figure of its unit that is near; one without
 * by any of its pairs. Told only where the other goals of the same list are taken up.
 */
final class GoalsAndResults implements Relation {

    private static final Sought HEADING = Sought.of(
            Pattern.compile(
                    "^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\\d{1,2}(?:\\.\\d{1,2})?[.、．]?(?!\\d))(?<title>[^。；：，]{2,24})。?$"));
    private static final Sought OF_GOALS = Sought.of("目标|年度任务|工作任务|主要任务");
    /** 偏离绩效目标的原因和改进措施: no goals are set there. */
    private static final Sought OF_PROBLEMS = Sought.of("偏离|原因|问题|措施|建议|改进|不足|说明");

    private static final Sought OF_RESULTS = Sought.of("完成|实现|达成|结果|产出|执行|效果|成效|得分|分析|评价|监控|进展|进度|运行");
    private static final Sought ANNOUNCED = Sought.of(
            Pattern.compile(
                    "(?:年度(?:绩效|总体|工作|管理|主要|重点)?(?:目标|任务)|绩效目标|管理目标|年初(?:设定|制定|确定)?的?(?:绩效)?目标|总体目标|全年目标|工作任务|主要任务)(?:是|为|如下|包括|有?[两二三四五六七八九十]+[项个方面]+)?[:：]"
                            + "|^(?:（[一二三四五六七八九十]）|[一二三四五六七八九十]、|\\d[.、．])?(?:年度|项目|总体|年初)*(?:绩效)?(?:总体)?目标(?:设定)?(?:情况)?[。：](?=一是|1[.、]|（1）|①)"));
    /** 1.主次干道机械化清扫率不低于92%；, a line of its own below 年度目标为：. */
    private static final Sought LISTED =
            Sought.of("^(?:\\d{1,2}[.、．](?!\\d)|（\\d{1,2}）|（[一二三四五六七八九十]）|[①-⑳]|[一二三四五六七八九十]是)[^。]{4,60}[；。]$");

    private static final Pattern POINT =
            Pattern.compile("(?:^|[；，。：])(?:[一二三四五六七八九十]是|\\d{1,2}[.、．](?!\\d)|（\\d{1,2}）|（[一二三四五六七八九十]）|[①-⑳])");
    private static final Sought COMMON = Sought.of(
            "建设|新建|完成|安装|开展|实施|组织|推进|实现|达到|建成|新增|改造|举办|提供|全年|年度|全市|全县|全区|全镇|不少于|以上|左右|年底|确保|做好|加强|提高|提升|工作|项目|目标|任务|计划|进一步|实行|培育|办好|购置|修通|新修|铺设|整修|支持|数量");
    /** A goal with a figure ends with it. */
    private static final Sought END = Sought.of("(?:（[^）]*）)?(?:及?以上|左右|以内|及?以下)?");

    /** 同比增长6.3%: says something of the goal before, and is none. */
    private static final Sought COMPARED = Sought.of("^(?:同比|环比|较上年|比上年|较去年|比去年|增长|增幅|下降|其中|占|分别)");
    /** 预期目标, 实际完成情况: labels of a form, on lines of their own. */
    private static final Sought GOALS_BELOW = Sought.of("(?:年度|年初)?(?:总体|预期|设定|绩效|工作)*目标(?:（[^）]*）)?");

    private static final Sought RESULTS_BELOW = Sought.of("(?:全年|年度|目标)?(?:实际)?(?:目标)?(?:完成|达成|实现)情况(?:（[^）]*）)?");
    /** 目标完成情况：老旧小区改造8个全部完工, in one line. */
    private static final Sought RESULTS_INLINE =
            Sought.of("(?:^|[。；])(?:全年|年度|目标)?(?:绩效)?(?:目标|任务)?(?:实际)?(?:完成|达成|实现)情况：(?=.)");

    private static final Sought VERB = Sought.of("^(?:建设|新建|完成|安装|开展|实施|推进|实现|建成|新增|改造|购置)");

    private static final String TIME = "个?(?:工作日|日历天|天|日|小时|月|年)";
    /** Units that count anything. */
    private static final Sought ANYTHING = Sought.of("个|项|家|次|人|名|处|份|场|件|户|万元|元|%|人次|" + TIME);

    /** Some twenty are no goal that one could miss. */
    private static final Pattern RESULT =
            Pattern.compile("，?(?:均|已)?(?:优于|达到|完成|超过|高于|低于|为|超额)[^，。；]{0,8}(?:目标|计划|任务)");

    private static final Sought VAGUE = Sought.of("\\d余|约\\d|近\\d|等[^，。；]{0,6}\\d");

    private static final int ALL = 100;
    /** Less than that of a goal, in hundredths, is no answer. */
    private static final int MISSING = 30;
    /** By so much every other goal of the list is answered better. */
    private static final int APART = 15;
    /** So much is as good as all: no goal of less than {@link #MISSING} is nearer to it than {@link #APART}. */
    private static final int ANSWERED = MISSING + APART;

    private static final int LONGEST = 30;
    private static final int LONGEST_POINT = 80;
    private static final int LEAST = 3;
    private static final int TITLE_LINES = 2;

    /**
     * @param pairs of neighbouring characters that say what it is about
     * @param head the last two characters of what it names
     * @param units that its figures count, those of time apart
     */
    private record Goal(
            String words,
            Passage passage,
            int start,
            int end,
            Set<String> pairs,
            List<Figure> figures,
            String head,
            List<String> units) {}

    @Override
    public String name() {
        return "goals-and-results";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        claims.tables().forEach(table -> EmptyResults.examine(table, ledger));
        List<Passage> passages = claims.passages();
        boolean told = passages.stream().anyMatch(passage -> {
            Matcher heading = HEADING.in(passage);
            return RESULTS_INLINE.isIn(passage)
                    || RESULTS_BELOW.is(passage.text())
                    || (heading.find() && OF_RESULTS.isIn(heading.group("title")));
        });
        long headings =
                passages.stream().filter(passage -> HEADING.in(passage).find()).count();
        if (!told && headings < LEAST) {
            return;
        }
        boolean listing = false;
        boolean underGoals = false;
        List<Goal> chapter = new ArrayList<>();
        for (Passage passage : passages) {
            Matcher heading = HEADING.in(passage);
            boolean results = RESULTS_BELOW.is(passage.text());
            if (results || GOALS_BELOW.is(passage.text())) {
                underGoals = !results;
                list(claims, chapter, ledger);
                chapter = new ArrayList<>();
                continue;
            }
            if (listing && LISTED.isIn(passage)) {
                chapter.addAll(goals(claims, passage, 0));
                continue;
            }
            if (heading.find()) {
                listing = false;
                String title = heading.group("title");
                underGoals = OF_GOALS.isIn(title) && !OF_RESULTS.isIn(title) && !OF_PROBLEMS.isIn(title);
                list(claims, chapter, ledger);
                chapter = new ArrayList<>();
                continue;
            }
            Matcher announced = ANNOUNCED.in(passage);
            int from = announced.find() ? announced.end() : underGoals ? 0 : -1;
            listing = from == passage.text().length();
            if (from >= 0) {
                chapter.addAll(goals(claims, passage, from));
            }
        }
        list(claims, chapter, ledger);
    }

    /** What the title names says nothing of one goal: 城市管理 in a report of the 城市管理局. */
    private static Set<String> ofTitle(Claims claims) {
        Set<String> pairs = new HashSet<>();
        claims.passages().stream()
                .limit(TITLE_LINES)
                .filter(line -> Sought.kept("[^。：；]{1,60}").is(line.text()))
                .forEach(line -> {
                    for (int i = 0; i + 2 <= line.text().length(); i++) {
                        pairs.add(line.text().substring(i, i + 2));
                    }
                });
        return pairs;
    }

    /** The goals of a list: its points, else its clauses that have figures. */
    private static List<Goal> goals(Claims claims, Passage passage, int from) {
        String text = passage.text();
        int stop = resultsOf(text, from);
        List<Integer> starts = new ArrayList<>();
        Matcher point = POINT.matcher(text);
        point.region(from, stop).useAnchoringBounds(true);
        while (point.find()) {
            starts.add(point.end());
        }
        List<Goal> goals = new ArrayList<>();
        if (starts.size() >= LEAST || (starts.size() == 1 && starts.get(0) <= from + 4)) {
            for (int i = 0; i < starts.size(); i++) {
                int end = i + 1 < starts.size() ? starts.get(i + 1) : stop;
                goal(claims, passage, starts.get(i), end).ifPresent(goals::add);
            }
            return goals;
        }
        int start = from;
        for (int at = from; at <= stop; at++) {
            if (at == stop || "，；。、".indexOf(text.charAt(at)) >= 0) {
                int first = start;
                int last = at;
                boolean counted = claims.figures(passage).stream()
                        .anyMatch(figure -> figure.kind() != Figure.Kind.PLAIN
                                && figure.start() >= first
                                && figure.end() <= last
                                && END.is(text.substring(figure.end(), last)));
                if (counted) {
                    goal(claims, passage, start, at).ifPresent(goals::add);
                }
                start = counted || at == stop || text.charAt(at) != '、' ? at + 1 : start;
            }
        }
        return goals;
    }

    /** Where the results begin that stand in one paragraph with the goals; its end without any. */
    private static int resultsOf(String text, int from) {
        Matcher results = RESULTS_INLINE.in(text);
        while (results.find()) {
            if (results.start() >= from) {
                return results.start() + 1;
            }
        }
        return text.length();
    }

    private static Optional<Goal> goal(Claims claims, Passage passage, int start, int end) {
        String own = passage.text().substring(start, end);
        String words = Sought.kept("[；。，].*$")
                .replaceAll(
                        Sought.kept("[；。，](?:[一二三四五六七八九十]是|\\d{1,2}[.、．]|（[^）]{1,2}）|[①-⑳])?$")
                                .replaceAll(own, ""),
                        "");
        List<Figure> figures = claims.figures(passage).stream()
                .filter(figure -> figure.start() >= start && figure.end() <= end)
                .toList();
        List<String> units = figures.stream()
                .map(Figure::unit)
                .filter(unit -> !unit.isEmpty() && !Sought.kept(TIME).is(unit))
                .toList();
        Set<String> pairs = pairs(words.length() < own.length() && own.length() <= LONGEST_POINT ? own : words);
        return pairs.size() < 2
                        || words.length() > LONGEST
                        || Sought.kept("[^，。；]{0,6}(?:目标|任务)").is(words)
                        || COMPARED.isIn(words)
                ? Optional.empty()
                : Optional.of(
                        new Goal(words, passage, start, start + words.length(), pairs, figures, head(words), units));
    }

    private static Set<String> pairs(String words) {
        Set<String> pairs = new HashSet<>();
        for (String run : COMMON.replaceAll(words, " ").split("[^\\u4e00-\\u9fa5]+", -1)) {
            for (int i = 0; i + 2 <= run.length(); i++) {
                pairs.add(run.substring(i, i + 2));
            }
        }
        return pairs;
    }

    /** 综合差错率2.1‰，优于目标值: what was reached, told in the paragraph of the goals. */
    private static boolean isResult(Goal goal) {
        String text = goal.passage().text();
        int end = Math.min(text.length(), goal.start() + goal.words().length());
        return RESULT.matcher(text).region(end, text.length()).lookingAt();
    }

    private static void list(Claims claims, List<Goal> goals, Ledger ledger) {
        if (goals.size() < LEAST) {
            return;
        }
        Set<String> title = ofTitle(claims);
        goals.forEach(goal -> goal.pairs().removeAll(title));
        Set<Integer> own = new HashSet<>();
        goals.forEach(goal -> own.add(goal.passage().order()));
        List<Goal> byAnswer = new ArrayList<>(goals);
        Map<Goal, Integer> answered = new HashMap<>();
        goals.forEach(goal -> answered.put(goal, answered(claims, goal, own)));
        byAnswer.sort(Comparator.comparing(goal -> answered.getOrDefault(goal, ALL)));
        int least = answered.getOrDefault(byAnswer.get(0), ALL);
        int next = answered.getOrDefault(byAnswer.get(1), ALL);
        boolean vague = VAGUE.isIn(byAnswer.get(0).words()) || isResult(byAnswer.get(0));
        if (vague || least >= MISSING || next < MISSING || next - least < APART) {
            return;
        }
        Goal goal = byAnswer.get(0);
        Matcher verb = VERB.in(goal.words());
        int start = goal.start() + (verb.find() ? verb.end() : 0);
        Problem problem = Problem.of("goal-without-result", Place.NONE, "stated", goal.words());
        ledger.find(Finding.of(
                Kind.COVERAGE,
                goal.words(),
                Optional.empty(),
                problem,
                goal.passage().spot(start, goal.end()),
                List.of()));
    }

    /**
     * How much of a goal comes again, in hundredths: the most that one sentence or row of a table outside the list has of it, or
     * {@link #ANSWERED} as soon as that much is found.
     */
    private static int answered(Claims claims, Goal goal, Set<Integer> own) {
        int most = 0;
        for (Answers answers : Answers.of(claims)) {
            if (answers.passage() == null || !own.contains(answers.passage().order())) {
                most = Math.max(most, answered(goal, answers.sentences(), answers.figures()));
            } else if (answers.results() > 0) {
                int results = answers.results();
                List<Figure> figures = answers.figures().stream()
                        .filter(figure -> figure.start() > results)
                        .toList();
                List<String> sentences = sentences(answers.passage().text().substring(results));
                most = Math.max(most, answered(goal, sentences, figures));
            }
            if (most >= ANSWERED) {
                return ANSWERED;
            }
        }
        return most;
    }

    private static List<String> sentences(String text) {
        return List.of(text.split("[。；]", -1));
    }

    /**
     * A paragraph or a row of a table, in which a goal can come again.
     *
     * @param passage the paragraph; null for a row
     * @param results where its results begin, if goals stand before them; else 0
     */
    private record Answers(@Nullable Passage passage, int results, List<String> sentences, List<Figure> figures) {

        /** All of the document: parted once, or every goal would part it anew. */
        static List<Answers> of(Claims claims) {
            return claims.derived(All.class, All::new).answers;
        }

        private static final class All {
            private final List<Answers> answers = new ArrayList<>();

            All(Claims claims) {
                for (Passage passage : claims.passages()) {
                    int results = resultsOf(passage.text(), 0);
                    answers.add(new Answers(
                            passage,
                            results < passage.text().length() ? results : 0,
                            GoalsAndResults.sentences(passage.text()),
                            claims.figures(passage)));
                }
                for (Table table : claims.tables()) {
                    for (Table.Row row : table.rows()) {
                        StringBuilder text = new StringBuilder();
                        row.cells().forEach(cell -> text.append(cell.text()).append(' '));
                        List<Figure> figures =
                                row.figures().stream().flatMap(Optional::stream).toList();
                        answers.add(new Answers(null, 0, List.of(text.toString()), figures));
                    }
                }
            }
        }
    }

    private static int answered(Goal goal, List<String> sentences, List<Figure> figures) {
        for (Figure figure : figures) {
            if (goal.figures().stream().anyMatch(wanted -> isNear(figure, wanted))) {
                return ALL;
            }
        }
        int most = 0;
        for (String sentence : sentences) {
            int shared = 0;
            for (String pair : goal.pairs()) {
                shared += sentence.contains(pair) ? 1 : 0;
            }
            int part =
                    goal.pairs().isEmpty() ? ALL : shared * ALL / goal.pairs().size();
            boolean answers = goal.figures().isEmpty()
                    ? shared >= 1
                    : (!goal.head().isEmpty() && sentence.contains(goal.head()))
                            || (shared >= 1 && goal.units().stream().anyMatch(unit -> isCounted(sentence, unit)))
                            || (shared >= 2 && part >= MISSING / 2);
            most = Math.max(most, answers ? Math.max(part, ANSWERED) : part);
        }
        return most;
    }

    /** Whether a unit stands behind a digit somewhere. */
    private static boolean isCounted(String sentence, String unit) {
        for (int at = sentence.indexOf(unit, 1); at > 0; at = sentence.indexOf(unit, at + 1)) {
            if (sentence.charAt(at - 1) >= '0' && sentence.charAt(at - 1) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** The last two characters of what a goal names: 平台 of 建设智慧旅游平台1个. */
    private static String head(String words) {
        String noun = Sought.kept("(?:不少于|达到|共|约|至少|不低于)+$")
                .replaceAll(Sought.kept("[\\d.]+.*$").replaceAll(words, ""), "");
        return noun.length() < 4 ? "" : noun.substring(noun.length() - 2);
    }

    /** A figure of one unit that is half to twice the goal's. */
    private static boolean isNear(Figure figure, Figure wanted) {
        boolean telling = !ANYTHING.is(wanted.unit());
        return telling
                && figure.isLike(wanted)
                && figure.kind() != Figure.Kind.PERCENT
                && figure.kind() != Figure.Kind.PLAIN
                && (!Sought.kept("人|名|人次").is(figure.thing()) || Near.within(figure.value(), wanted.value(), 25))
                && figure.value().plus(figure.value()).compareTo(wanted.value()) >= 0
                && figure.value().compareTo(wanted.value().plus(wanted.value())) <= 0;
    }
}
