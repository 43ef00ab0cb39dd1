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
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

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

    /** 预期目标, 实际完成情况: labels of a form, on lines of their own. */
    private static final Sought GOALS_BELOW = Sought.of("(?:年度|年初)?(?:总体|预期|设定|绩效|工作)*目标(?:（[^）]*）)?");

    private static final Sought RESULTS_BELOW = Sought.of("(?:全年|年度|目标)?(?:实际)?(?:目标)?(?:完成|达成|实现)情况(?:（[^）]*）)?");
    private static final Sought VERB = Sought.of("^(?:建设|新建|完成|安装|开展|实施|推进|实现|建成|新增|改造|购置)");
    private static final int TITLE_LINES = 2;

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
            return GoalAnswers.RESULTS_INLINE.isIn(passage)
                    || RESULTS_BELOW.is(passage.text())
                    || (heading.find() && OF_RESULTS.isIn(heading.group("title")));
        });
        long headings =
                passages.stream().filter(passage -> HEADING.in(passage).find()).count();
        if (!told && headings < StatedGoal.LEAST) {
            return;
        }
        boolean listing = false;
        boolean underGoals = false;
        List<StatedGoal> chapter = new ArrayList<>();
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
                chapter.addAll(StatedGoal.of(claims, passage, 0));
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
                chapter.addAll(StatedGoal.of(claims, passage, from));
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

    private static void list(Claims claims, List<StatedGoal> goals, Ledger ledger) {
        if (goals.size() < StatedGoal.LEAST) {
            return;
        }
        Set<String> title = ofTitle(claims);
        goals.forEach(goal -> goal.pairs().removeAll(title));
        Set<Integer> own = new HashSet<>();
        goals.forEach(goal -> own.add(goal.passage().order()));
        List<StatedGoal> byAnswer = new ArrayList<>(goals);
        Map<StatedGoal, Integer> answered = new HashMap<>();
        goals.forEach(goal -> answered.put(goal, GoalAnswers.answered(claims, goal, own)));
        byAnswer.sort(Comparator.comparing(goal -> answered.getOrDefault(goal, GoalAnswers.ALL)));
        int least = answered.getOrDefault(byAnswer.get(0), GoalAnswers.ALL);
        int next = answered.getOrDefault(byAnswer.get(1), GoalAnswers.ALL);
        boolean vague = byAnswer.get(0).isVague() || byAnswer.get(0).isResult();
        if (vague || least >= GoalAnswers.MISSING || next < GoalAnswers.MISSING || next - least < GoalAnswers.APART) {
            return;
        }
        StatedGoal goal = byAnswer.get(0);
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
}
