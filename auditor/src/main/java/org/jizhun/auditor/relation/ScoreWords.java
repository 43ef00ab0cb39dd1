package org.jizhun.auditor.relation;

import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.text.Sought;

/** What a number of points is in running text, told by the words around it. */
enum ScoreWords {
    /** （满分10分）; 分值6分; 4分，得4分. */
    WEIGHT,
    /** 资金到位率4分，…: a weight where a score follows, else a score, as only the rest of the paragraph tells. */
    NAMED,
    /** 得9.5分; 实得8分; 自评得分19分. */
    GOT,
    /** 扣1分. */
    TAKEN,
    /** 各扣0.5分, 每个扣0.5分 after the number of cases: so much for each. */
    TAKEN_EACH,
    /** 共扣2.5分. */
    ALL_TAKEN,
    /** 每发现一处扣0.5分: a rule, nothing that was taken. */
    RULE,
    /** 90%以上得10分: a step of a ladder. */
    STEP,
    /** 三项合计11分; 小计9分; 本项得14分. */
    SUM,
    /** 总得分92分. */
    TOTAL,
    OTHER;

    private static final Sought RULES = Sought.of(
            "(?:每|(?:发现|出现|发生|存在|逾期|超期)一(?![般些定致系直切]))[^。；，扣]{0,24}(?:，[^。；，扣\\d]{0,12})?，?(?:相应|酌情)?扣(?:减|除|其)?[^，。；：\\d]{0,8}$");
    private static final Sought EACH = Sought.of("(?:各|每[个项处件笔份次条家例人户天日])(?:[^，。；\\d]{0,4})扣(?:减|除)?$");
    private static final Sought STEPS = Sought.of(
            "(?:\\d(?:\\.\\d+)?(?:%|个|天|日|项|分|次)?(?:（[^）]{1,6}）)?(?:及|或)?(?:以上|以下|以内|之间|的)?(?:的)?|达标的?|未达标的?|合格的?)[：]?(?:计|得|为|给|赋)(?:满分)?$"
                    + "|(?:以上|以下|以内|之间|不足|未达到|未完成|全部完成|按时完成|的)(?:的)?[：，]?(?:计|得|给|赋)$");
    private static final Sought LIMITS =
            Sought.of("(?:≥|>|≤|<)\\d+(?:\\.\\d+)?%?，(?:计|得|给)$|在\\d[^，。；]{1,16}(?:之间|以内)，(?:计|得|给)$");
    private static final Sought OUT_OF = Sought.of("(?:总分值?|总权重|共)(?:为|是|：)?$");
    private static final Sought WEIGHTS = Sought.of("(?:分值|满分|权重|标准分|基准分)(?:各?为|是|：|共|均为)?$");
    /** 三项合计11分; 本项得14分; 以上三项合计，履职效能共得48.02分. */
    private static final Sought SUMS = Sought.of(
            "(?:(?:以上|上述|这)(?:各|[两二三四五六七八九\\d]{1,2})?(?:项|个|类|部分|方面|指标)*(?:合计|共计|相加|总计|累计)，[^，。；\\d]{2,10}?(?:共计?|合计|总计|自评|实际)?得分?|(?:以上|上述|这)?(?:[两二三四五六七八九\\d]{1,2}(?:项|个|类|部分|方面)(?:[^，。；\\d]{0,4})?|各项|以上)?(?:合计|共计|小计|总计|合共|共)(?:得|实得|得分|评分)?|本(?:项|部分|指标|类|类指标|项指标)(?:合计|共|实际)*得分?)(?:为|是|：)?$");

    private static final Sought TOTALS =
            Sought.of("(?:总得分|总分|综合得分|最终得分|综合评分|自评总分|评价总分|总体得分|绩效得分|综合评价得分|自评得分|评价得分|绩效评价得分|绩效自评得分|总评得分)(?:为|是|：|达)?$");
    private static final Sought OF_WEIGHTS = Sought.of("(?:分值|权重|满分)(?:合计|共计|小计|总计|合共|共)(?:为)?$");
    private static final Sought ALL = Sought.of(
            "(?:合计|共计?|累计|总共|一共|综合|总计|小计)(?:扣除|扣减|扣|减|失|丢)(?:去|掉)?(?:分)?(?:为)?$|(?:(?:扣|失|丢|减)分(?:合计|共计|总计|累计|总分)|总(?:扣|失|丢)分)(?:为)?$");
    /** 上述两项合计扣2分, below a table: of its rows, and of no item before. */
    private static final Sought OF_ROWS = Sought.of("(?:^|[。；])(?:上述|上表|表中)[^，。；\\d]{0,12}$");

    private static final Sought TAKES = Sought.of("(?:扣除|扣减|扣分|扣掉|减分|减去|失分|丢分|扣|减|失|丢)(?:了|为|：)?$");
    /** 每项扣0.5分，最多扣2分. */
    private static final Sought MOST = Sought.of("(?:最多|最高|至多|上限|不超过)(?:累计|可|共|合计|不超过)*(?:扣减|扣除|扣|减)(?:了|为)?$");

    private static final Sought GETS = Sought.of("(?:得分|实得|得|自评|评分|评为|计|认定|核定|评定|判定)(?:为|是|：)?$");
    private static final Sought NOT_GOT = Sought.of("(?:上年|去年|同期|不|可|应|再|只能|最高|最多|平均|满)得?分?(?:为)?$|每[^，。；：]{0,20}$");
    private static final Sought THEN_SCORE =
            Sought.of("^(?:）|，|中|里)?(?:，)?(?:实际|自评|评价|实|最终|本项|该项)*(?:得|评|计)(?:分)?(?:为|是|：)?(?=\\d|满)");
    /** 95分以上为A档, 80分（含）至90分为良: the end of a band. */
    private static final Sought BOUND = Sought.of("^(?:（不?含[^）]{0,6}）)?(?:及?以[上下]|（含）以[上下]|不满|不足|未满|[-—~～至到]\\d)");

    private static final Sought NAME =
            Sought.of("(?:^|[，。；：、）\"”])(?:其中[，：]?|[一二三四五六七八九]是|（?\\d[）.、．])?[\\u4e00-\\u9fa5“”\"/-]{2,24}$");
    private static final Sought NO_NAME =
            Sought.of("[扣得计评减]|每|共$|达到|超过|低于|高于|提高|下降|上年|去年|不满|不足|未满|给出|打出|评出|为$|了$|至$|到$|仅$|约$");

    /** Whether the words behind a number of points make it the end of a band: 90分（含）以上为优. */
    static boolean isBound(Figure figure) {
        String text = figure.passage().text();
        return BOUND.isIn(text.substring(figure.end(), Math.min(text.length(), figure.end() + 16)));
    }

    /** The role of a number of points in its paragraph. */
    static ScoreWords of(Mention mention, String text) {
        return of(mention.figure(), text);
    }

    static ScoreWords of(Figure figure, String text) {
        String before = text.substring(Math.max(0, figure.start() - 60), figure.start());
        if (RULES.isIn(before)) {
            return EACH.isIn(before)
                            && !Sought.kept(".*(?:发现|出现|发生|存在|超|逾|标准|规定)[^，。；]*$")
                                    .is(before)
                    ? TAKEN_EACH
                    : RULE;
        }
        if (EACH.isIn(before)) {
            return TAKEN_EACH;
        }
        if (ALL.isIn(before)) {
            return OF_ROWS.isIn(before) ? OTHER : ALL_TAKEN;
        }
        if (MOST.isIn(before)) {
            return OTHER;
        }
        if (TAKES.isIn(before)) {
            return TAKEN;
        }
        if (STEPS.isIn(before) || LIMITS.isIn(before)) {
            return STEP;
        }
        return score(figure, before, text);
    }

    private static ScoreWords score(Figure figure, String before, String text) {
        String after = text.substring(figure.end(), Math.min(text.length(), figure.end() + 16));
        if (WEIGHTS.isIn(before) || (OUT_OF.isIn(before) && THEN_SCORE.isIn(after))) {
            return WEIGHT;
        }
        if (TOTALS.isIn(before) && BOUND.isIn(after)) {
            return OTHER;
        }
        if (TOTALS.isIn(before) && figure.value().compareTo(org.jizhun.kernel.quantity.Exact.of(40)) > 0) {
            return TOTAL;
        }
        if (SUMS.isIn(before)) {
            return OF_WEIGHTS.isIn(before) ? OTHER : SUM;
        }
        if (GETS.isIn(before)) {
            return NOT_GOT.isIn(before) ? OTHER : GOT;
        }
        if (BOUND.isIn(after)) {
            return OTHER;
        }
        boolean weighs = before.endsWith("（") || THEN_SCORE.isIn(after);
        String clause = Sought.kept("^.*[，。；：、）”\\d]").replaceFirst(before, "");
        Matcher name = NAME.in(before);
        boolean named = name.find() && !NO_NAME.isIn(clause);
        return weighs ? WEIGHT : named ? NAMED : OTHER;
    }
}
