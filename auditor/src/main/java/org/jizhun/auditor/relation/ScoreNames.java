package org.jizhun.auditor.relation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.text.Sought;

/** What scored things are called: the words before their points, freed of what is said of every one of them. */
final class ScoreNames {

    /** 绩效管理类指标分值 before 15分: what leads from a name to its points. */
    private static final Pattern LEADS = Pattern.compile(
            "(?:（|：|共|合计|满分|总分|分值|权重|标准分|设定|自评|评价|实际|综合|最终|本项|该项|仅|也|均|得分率?|实得|得|评分|扣减|扣除|扣分|扣|失分|失|减分|减|了|为|是|达到?)*$");
    /** （一）, 2., 一是, 其中: what stands before a name. */
    private static final Sought BEFORE = Sought.of(
            "^(?:第?[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十\\d]{1,3}）|\\d{1,2}[.、．]|[①-⑳]|[一二三四五六七八九十]是|其中[，：]?|其他|从|在|对|即|分别|全年|本次|本项目|我局|我单位)+");
    /** 决策类指标, 产出指标情况分析: what a name may end with and be the same. */
    private static final Sought ENDS = Sought.of("(?:（[^）]*）|类|部分|方面|维度|一级|指标|情况|分析|得分|评分|完成情况|环节|层面|来看|看|上)+$");

    private static final Sought MARKS = Sought.of("[\\s“”\"'‘’《》]");
    private static final Sought SHARE = Sought.of("效能$");
    private static final String STOPS = "，。；：、（）！？";

    private ScoreNames() {}

    /** A name without blanks, numbers, brackets and the words that say no more than that it is scored. */
    static String plain(String name) {
        String bare = MARKS.replaceAll(name, "");
        bare = BEFORE.replaceFirst(bare, "");
        String kept = ENDS.replaceFirst(bare, "");
        return SHARE.replaceFirst(kept.isEmpty() ? bare : kept, "");
    }

    /** The name in the clause that ends with a figure; empty where the figure follows a mark at once. */
    static String before(String text, int end) {
        int to = lead(text, end);
        int from = to;
        while (from > 0 && STOPS.indexOf(text.charAt(from - 1)) < 0 && !isDigit(text, from - 1)) {
            from--;
        }
        String name = plain(text.substring(from, to));
        return name.equals("分") ? "" : name;
    }

    /** 10. of a list ends nothing, 10分 does. */
    private static boolean isDigit(String text, int at) {
        return Character.isDigit(text.charAt(at));
    }

    private static int lead(String text, int end) {
        Matcher leads = LEADS.matcher(text).region(Math.max(0, end - 16), end);
        return leads.find() ? leads.start() : end;
    }

    /** What a heading names: （二）过程情况（20分，得17.6分）. */
    static String ofHeading(String text) {
        String bare = BEFORE.replaceFirst(MARKS.replaceAll(text, ""), "");
        int end = 0;
        while (end < bare.length() && STOPS.indexOf(bare.charAt(end)) < 0 && !Character.isDigit(bare.charAt(end))) {
            end++;
        }
        return plain(bare.substring(0, end));
    }
}
