package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * One goal of a list.
 *
 * @param words as told, without what counts it and what explains it
 * @param pairs of neighbouring characters that say what it is about
 * @param figures that stand in it
 * @param head the last two characters of what it names
 * @param units that its figures count, those of time apart
 */
record StatedGoal(
        String words,
        Passage passage,
        int start,
        int end,
        Set<String> pairs,
        List<Figure> figures,
        String head,
        List<String> units) {

    private static final Pattern POINT =
            Pattern.compile("(?:^|[；，。：])(?:[一二三四五六七八九十]是|\\d{1,2}[.、．](?!\\d)|（\\d{1,2}）|（[一二三四五六七八九十]）|[①-⑳])");
    private static final Sought COMMON = Sought.of(
            "建设|新建|完成|安装|开展|实施|组织|推进|实现|达到|建成|新增|改造|举办|提供|全年|年度|全市|全县|全区|全镇|不少于|以上|左右|年底|确保|做好|加强|提高|提升|工作|项目|目标|任务|计划|进一步|实行|培育|办好|购置|修通|新修|铺设|整修|支持|数量");

    /** A goal with a figure ends with it. */
    private static final Sought END = Sought.of("(?:（[^）]*）)?(?:及?以上|左右|以内|及?以下)?");

    /** 同比增长6.3%: says something of the goal before, and is none. */
    private static final Sought COMPARED = Sought.of("^(?:同比|环比|较上年|比上年|较去年|比去年|增长|增幅|下降|其中|占|分别)");

    /** 优于目标值, ，建成示范乡镇2个: what was reached. */
    private static final Pattern RESULT = Pattern.compile(
            "，?(?:已|共)?(?:建成|建立|创建)[^，。；\\d]{0,12}\\d|，?(?:均|已)?(?:优于|达到|完成|超过|高于|低于|为|超额)[^，。；]{0,8}(?:目标|计划|任务)");

    private static final Sought VAGUE = Sought.of("\\d余|约\\d|近\\d|等[^，。；]{0,6}\\d");
    static final String TIME = "个?(?:工作日|日历天|天|日|小时|月|年)";
    private static final int LONGEST = 30;
    private static final int LONGEST_POINT = 80;
    static final int LEAST = 3;

    /** The goals of a list: its points, else its clauses that have figures. */
    static List<StatedGoal> of(Claims claims, Passage passage, int from) {
        String text = passage.text();
        int stop = GoalAnswers.resultsOf(text, from);
        List<Integer> starts = new ArrayList<>();
        Matcher point = POINT.matcher(text);
        point.region(from, stop).useAnchoringBounds(true);
        while (point.find()) {
            starts.add(point.end());
        }
        List<StatedGoal> goals = new ArrayList<>();
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

    private static Optional<StatedGoal> goal(Claims claims, Passage passage, int start, int end) {
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
                : Optional.of(new StatedGoal(
                        words, passage, start, start + words.length(), pairs, figures, head(words), units));
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

    /** The last two characters of what a goal names: 平台 of 建设智慧旅游平台1个. */
    private static String head(String words) {
        String noun = Sought.kept("(?:不少于|达到|共|约|至少|不低于)+$")
                .replaceAll(Sought.kept("[\\d.]+.*$").replaceAll(words, ""), "");
        return noun.length() < 4 ? "" : noun.substring(noun.length() - 2);
    }

    /** 20余场: no goal that one could miss. */
    boolean isVague() {
        return VAGUE.isIn(words);
    }

    /** 综合差错率2.1‰，优于目标值: what was reached, told in the paragraph of the goals. */
    boolean isResult() {
        String text = passage.text();
        int last = Math.min(text.length(), start + words.length());
        return RESULT.matcher(text).region(last, text.length()).lookingAt();
    }
}
