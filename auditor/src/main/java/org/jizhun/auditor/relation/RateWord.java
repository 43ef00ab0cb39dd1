package org.jizhun.auditor.relation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.text.Sought;

/**
 * What a rate in running text says that it is of, 整改 of 整改率为98.2%, and whether a figure speaks of that.
 *
 * @param stem the words of the clause before 率, 比例, 进度 and the like
 * @param keys by which a figure speaks of it, see {@link #keys(String)}
 */
record RateWord(String stem, Set<String> keys) {

    private static final Sought RATE =
            Sought.of("(?<stem>[^，。；：（）\\d]{1,14}?)(?:率|度|比例|比率|占比|比重|进度|程度)(?:分别|仅|约|均|高|只|累计|已)*(?:为|是|达到|达|：|有)*$");
    private static final Sought OTHER =
            Sought.of("增长|增速|增幅|降幅|下降|上升|变动|提高|降低|平均|上年|去年|同期|目标|要求|规定|序时|标准|全国|全省|全市平均|控制在|不低于|不高于|高于|低于|得分");
    private static final Set<String> GENERAL = Set.of("资金", "项目", "预算", "实际", "总体", "整体", "综合", "比例", "年度", "情况", "指标");
    private static final List<Set<String>> ALIKE = List.of(
            Set.of("执行", "支出", "使用", "支付", "拨付", "开支", "兑付", "发放", "付款", "列支"),
            Set.of("完成", "实现", "建成", "办结", "完工", "竣工", "达成"),
            Set.of("回收", "收回"),
            Set.of("达标", "合格", "优良"),
            Set.of("签订", "签约"),
            Set.of("覆盖", "惠及"),
            Set.of("到位", "拨付", "下达"));

    /** 项目整体资金到位率, 综合执行率; 结转结余率. */
    private static final Sought OF_MORE = Sought.of("(?:整体|综合)[^，。；\\d]{0,10}$|结[转余][^，。；\\d]{0,4}率(?:为|是)?$");

    private static final Sought DISTANCE = Sought.of("(?:超过|超出|超|高于|多于|高出|多出|低于|少于|大于|小于|不及)[^，。；、\\d]{0,10}$");

    /** The word of a rate as told: 整改 of 整改率为. */
    static Optional<RateWord> of(Mention rate) {
        Matcher words = RATE.in(rate.before());
        return words.find()
                ? Optional.of(new RateWord(words.group("stem"), keys(words.group("stem"))))
                : Optional.empty();
    }

    /** Whether it is a change, a goal or a rate of others: no share of the figures around it. */
    static boolean isOfOther(Mention rate) {
        return OTHER.isIn(rate.before());
    }

    /** 实际开放床位650张，超过编制床位8.33%: by how much one of the figures is more, and no share. */
    static boolean isDistance(String before) {
        return DISTANCE.isIn(before);
    }

    /** Whether the words before a rate say that it is of more than the figures around: 县级配套计划…，到位…，项目整体资金到位率97.94%. */
    static boolean isOfMore(String before) {
        return OF_MORE.isIn(before);
    }

    /** Whether a figure is told with this word or one like it. */
    boolean isSpokenOf(Mention mention) {
        String around = mention.before() + " " + Sought.kept("[，。；、].*").replaceFirst(mention.after(), "");
        return keys.stream().anyMatch(around::contains);
    }

    /** 逾期额216.72万元，逾期率: the word of the rate, and one character for what it is. */
    boolean isCalled(Mention done) {
        return stem.length() >= 2
                && Sought.kept("(?:额|数|量|人数|金额|数量)?$")
                        .replaceFirst(done.before(), "")
                        .endsWith(stem);
    }

    /** 发现不规范6份，不规范率7.50%: the whole word of the rate names the figure just before it. */
    boolean isWholly(Mention done, Mention rate) {
        return stem.length() >= 2
                && done.sentence() == rate.sentence()
                && done.before().endsWith(stem)
                && done.figure().start() < rate.figure().start();
    }

    /** 甲县合格2617亩，合格率91%；乙县合格1690亩，合格率89%: what the rate speaks of, of another, is no whole. */
    boolean isBeside(Mention whole, Mention done) {
        String word = stem.substring(Math.max(0, stem.length() - 2));
        return word.length() == 2
                && !GENERAL.contains(word)
                && whole.before().endsWith(word)
                && done.before().endsWith(word);
    }

    /** Neighbouring characters of the word, those of words alike, and the word turned round. */
    static Set<String> keys(String stem) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i + 2 <= stem.length(); i++) {
            String pair = stem.substring(i, i + 2);
            if (!GENERAL.contains(pair)) {
                keys.add(pair);
            }
            ALIKE.stream().filter(alike -> alike.contains(pair)).forEach(keys::addAll);
        }
        return keys;
    }
}
