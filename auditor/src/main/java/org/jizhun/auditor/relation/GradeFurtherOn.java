package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.quantity.Exact;

/**
 * A grade told further on in the paragraph than its score, the cut-offs between them: 自评得分91.22分，其中…。90分（含）以上为优，…，自评等级为“良”. It is of
 * the score that is called the same (再评价得分, 再评价等级), else of the last total before it.
 */
record GradeFurtherOn(Exact score, String printed, String grade, Spot where, Spot because) {

    private static final Sought SAID = Sought.of(
            Pattern.compile(
                    "(?<who>[\\u4e00-\\u9fa5]{0,6}?)(?:等级|等次|级别|档次|评级)(?:评定|评价)?(?:结果)?(?:评定为|确定为|评为|为|是|属于|：)[“\"‘]?(?<grade>优秀|良好|优|良|中等|中|差|较差)[”\"’]?(?:等?[级次档])?(?=[。，；、）（”]|$)"),
            "级次档",
            "优良中差");
    /** 自评得分91.22分, 综合评分为85.5分, and no limit: 得分在90分（含）以上. */
    private static final Pattern SCORE = Pattern.compile(
            "(?<who>[\\u4e00-\\u9fa5]{0,8}?)(?:总得分|得分|评分|总分)(?:结果)?(?:合计)?(?:为|是|达|：)?(?<score>\\d{2,3}(?:\\.\\d{1,2})?)分(?!（|及|以|[-—~～至])");

    private static final Sought OTHER = Sought.of("上年|去年|上一年|其中|指标|平均|县|区|镇|单位|项目[一二三四五]");

    /** The grades of a paragraph whose score stands further back. */
    static List<GradeFurtherOn> of(Passage passage, Supplier<Set<Integer>> graded) {
        List<GradeFurtherOn> found = new ArrayList<>();
        Matcher said = SAID.in(passage);
        Set<Integer> known = null;
        while (said.find()) {
            known = known == null ? graded.get() : known;
            if (!known.contains(said.start("grade"))) {
                score(passage, said, found);
            }
        }
        return found;
    }

    /** Where such grades stand, whether their score is found or not. */
    static List<Integer> places(Passage passage) {
        List<Integer> places = new ArrayList<>();
        Matcher said = SAID.in(passage);
        while (said.find()) {
            places.add(said.start("grade"));
        }
        return places;
    }

    private static void score(Passage passage, Matcher said, List<GradeFurtherOn> found) {
        Matcher score = SCORE.matcher(passage.text()).region(0, said.start());
        int start = -1;
        int end = -1;
        boolean same = false;
        int others = 0;
        while (score.find()) {
            if (isPart(passage.text(), score.start())) {
                continue;
            }
            boolean own = named(score.group("who"), said.group("who"));
            others += OTHER.isIn(score.group("who")) ? 1 : 0;
            if (!OTHER.isIn(score.group("who")) && (own || !same)) {
                same = own;
                start = score.start("score");
                end = score.end("score");
            }
        }
        if (start < 0
                || others > 0
                || GradeAgainstCutoff.isLowered(passage.text(), end, said.start("grade"))
                || OTHER.isIn(said.group("who"))) {
            return;
        }
        String printed = passage.text().substring(start, end);
        found.add(new GradeFurtherOn(
                Exact.parse(printed),
                printed,
                said.group("grade"),
                passage.spot(said.start("grade"), said.end("grade")),
                passage.spot(start, end + 1)));
    }

    /** 综合得分90.58分，其中：履职效能自评得分48.96分; 管理效能自评得分41.62分: no part of a total has a grade. */
    private static boolean isPart(String text, int at) {
        return text.substring(text.lastIndexOf('。', at) + 1, at).contains("其中");
    }

    private static boolean named(String score, String grade) {
        String who = Sought.kept("^.*(?:据此|其|该|对应|绩效)").replaceAll(grade, "");
        return !who.isEmpty() && score.endsWith(who);
    }
}
