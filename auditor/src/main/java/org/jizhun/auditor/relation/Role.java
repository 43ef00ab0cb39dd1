package org.jizhun.auditor.relation;

import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.text.Sought;

/**
 * What the words right before a figure say it is, in whatever sentence it stands: 净增152人 is a {@link #RISE}, 尚余12.48万元 what is
 * {@link #LEFT}, 由0.512 an {@link #EARLIER} value, 增幅4.77% a {@link #RISE} told as a rate. Where the words say nothing it is a
 * {@link #VALUE}.
 */
enum Role {
    /** How much something is. */
    VALUE,
    /** How much it was, or what it is held against. */
    EARLIER,
    /** By how much it rose; in the unit of the thing, in percentage points, or as a rate of what it was. */
    RISE,
    FALL,
    /** What is left of a whole. */
    LEFT,
    /** So much for one. */
    EACH,
    /** A target, a limit or a standard. */
    BOUND;

    /** 了, 额为, 幅度达 between a word for a change and its figure. */
    private static final String FILLED = "(?:了|额|数|额度|率|幅度?|比例|金额|资金|经费|为|达到?|是|共|各|合计|约|近|仅|人民币|同比|比上年)*[:：]?";

    private static final Sought ROSE = Sought.of(
            "(?:净?增(?:加|长|收|产|支|幅|量|速|至)?|上升|提高|提升|升高|上涨|扩大|攀升|多支出?|多收入?|多缴|多拨|增支|超额|多|新增|超支|高出?|涨幅|升幅|超出|上浮|多出|调增|追加|抬升|延长)"
                    + FILLED + "$");
    private static final Sought FELL = Sought.of(
            "(?:减(?:少|收|产|支|幅)?|下降|降低|降幅|压减|压缩|缩减|核减|调减|少支出?|少收入?|少缴|减支|少|低|回落|下滑|收窄|缩短|下浮|降|压降|精简|收回|调出|跌幅|下调)"
                    + FILLED + "$");

    private static final Sought REMAINS = Sought.of(
            "(?:结余|结转|剩余|余下|下余|余额|余款|尾款|缺口|差额|结存|净值|净额|净资产|节约|节省|节支|未(?:支|拨|使|付|到|执|完|动|用)|尚[有余需欠差未]|还[有剩差需]|仍[有需差余]|相差|差距|待[付拨])[^，。；、\\d]{0,8}$");

    /** 比年初预算的, 与上年同期: what is held against stands next. */
    private static final Sought AGAINST =
            Sought.of("(?:比|较|与|同)(?:上|去|前|往|年初|期初|预算|计划|目标|概算|原|全|改造|实施|20\\d{2})[^，。；、\\d]{0,12}$");

    /** 由年初的985万元核减为: the word for the change belongs to both, and how much it is now comes next. */
    private static final Sought MOVED = Sought.of("(?:由|从)[^，。；]*\\d[^，。；]*(?:为|至|到)$");

    /** 预算由320万元调减至: what it was, since what it became follows. */
    private static final Sought LEFT_FOR = Sought.of("^[^，。；、\\d]{0,10}(?:至|到|为)[^，。；、\\d]{0,6}$");

    private static final Sought LEAVING = Sought.of("(?:由|从)[^，。；、\\d]{0,10}$");

    /** 收回问卷172份: what came back is no fall. */
    private static final Sought CAME_BACK = Sought.of("(?:收回|回收|交回|返回)[^，。；、\\d]{0,6}$");

    private static final java.util.Set<String> SHEETS = java.util.Set.of("份", "张");

    private static final Sought THIS_YEAR = Sought.of("本年|今年|当年|全年|本期|目前");

    private static final Sought MORE = Sought.of("[高增升提快超多扩]|领先|优于");
    private static final Sought FEWER = Sought.of("[低降落减慢少缩]|滞后|收窄|不及");

    private static final Sought BOUNDED =
            Sought.of("(?:目标|指标值|要求|标准|上限|下限|限额|不低于|不高于|不超过|不少于|控制在|规定|最高|最低|满分|分值|权重)[^，。；、\\d]{0,6}$|[≥≤><]$");

    /** 优于“三年下降30%”的目标: what is aimed at, however it is told. */
    private static final Sought AIMED =
            Sought.of("^(?:以上|以内|以下)?[”’\"]?的?(?:目标|控制|考核|预期|规划|约束)(?:目标|要求|指标|任务|标准|值)?(?![\\u4e00-\\u9fa5]{0,2}\\d)");

    /** @param year the latest year that the text around speaks of: a figure of that year is no earlier one */
    static Role of(Mention mention, int year) {
        String before = mention.before();
        Role points = ofPoints(mention);
        if (points != VALUE) {
            return points;
        }
        if (!mention.figure().nearness().equals(Figure.Nearness.EXACT)) {
            return BOUND;
        }
        boolean left = LEAVING.isIn(before) && LEFT_FOR.isIn(mention.after());
        if (left && mention.figure().kind() == Figure.Kind.COUNT) {
            return EARLIER; // 平均等候时间由9.6天缩短到4.2天: an average, of which the text tells what it was
        }
        if (EachWords.isEach(before) || isForOne(mention)) {
            return EACH;
        }
        if (BOUNDED.isIn(before) || AIMED.isIn(mention.after())) {
            return BOUND;
        }
        Role change = isMoved(mention) || isBack(mention) ? VALUE : change(before);
        if (change != VALUE) {
            return change;
        }
        boolean thisYear = THIS_YEAR.isIn(before);
        boolean earlier = !thisYear
                && NowAndThen.yearOfSentence(mention).map(own -> own < year).orElse(false);
        return earlier || NowAndThen.saysThen(mention) || left || AGAINST.isIn(before) ? EARLIER : VALUE;
    }

    /** 800元/吨. */
    private static boolean isForOne(Mention mention) {
        return mention.figure().kind() == Figure.Kind.AMOUNT && mention.after().startsWith("/");
    }

    private static boolean isBack(Mention mention) {
        return SHEETS.contains(mention.figure().thing()) && CAME_BACK.isIn(mention.before());
    }

    private static Role ofPoints(Mention mention) {
        if (mention.figure().kind() != Figure.Kind.PERCENTAGE_POINTS) {
            return VALUE;
        }
        boolean more = MORE.isIn(mention.before());
        boolean fewer = FEWER.isIn(mention.before());
        return more == fewer ? LEFT : more ? RISE : FALL;
    }

    private static boolean isMoved(Mention mention) {
        String text = mention.figure().passage().text();
        int from = mention.figure().start();
        while (from > 0 && "，。；".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return MOVED.isIn(text.substring(from, mention.figure().start()));
    }

    /** Whether a word for a change, or for a rest, stands right before. */
    static Role change(String before) {
        boolean rose = ROSE.isIn(before);
        boolean fell = FELL.isIn(before);
        if (rose != fell) {
            return rose ? RISE : FALL;
        }
        return REMAINS.isIn(before) ? LEFT : VALUE;
    }

    boolean isChange() {
        return this == RISE || this == FALL;
    }

    /** Whether the figure says how much something is or was. */
    boolean isLevel() {
        return this == VALUE || this == EARLIER;
    }

    /** The word for the change as it is printed: 压减 of 较上年压减. */
    static String word(String before) {
        Matcher rose = ROSE.in(before);
        Matcher fell = FELL.in(before);
        if (rose.find()) {
            return before.substring(rose.start());
        }
        return fell.find() ? before.substring(fell.start()) : "";
    }
}
