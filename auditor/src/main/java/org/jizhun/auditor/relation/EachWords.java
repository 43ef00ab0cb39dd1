package org.jizhun.auditor.relation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.text.Sought;

/** Words right before a figure that say it is told for one of something: 人均, 平均每期, 每亩补助, 单价. */
final class EachWords {

    private static final Sought EACH = Sought.of(
            "(?:(?<head>人次|户次|人|户|亩|校|批次|条|趟|站|村|班|床|生|件|次|台|车|头|项目|笔|单|公里|平方米|场|期|册|公顷)均(?!衡|匀)|(?:(?:平均)?每(?:一|个)?|单)(?<unit>人次|项目|日吨|人|名|户|亩|公里|千米|米|平方米|个|台|套|辆|车|期|场|次|座|处|家|所|件|项|村|吨|床|份|头|株|公顷|课时|小时|天|月|间|生|班|所|棵|盏|株|口|眼|起|册|块|幅|支|根|部|艘|公斤|立方米|批次|尾|羽|只|条|篇|套次|趟|站|片|组|架|道|井|泵|学时|平方公里|标箱|标准箱|千瓦时|度|宗|案|单位|企业|学校|学生|学员)|平均(?!每)|单位[^，。；、\\d]{0,6}成本|(?:单价|造价|均价|(?<!高)标准(?!化))(?=[^，。；]{0,6}$))[^，。；：\\d]{0,16}$");
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("人", "人|名|人次|位"),
            Map.entry("名", "人|名|人次"),
            Map.entry("人次", "人|人次"),
            Map.entry("次", "人次|次|场次|台次|车次"),
            Map.entry("户次", "户次"),
            Map.entry("尾", "尾"),
            Map.entry("日吨", "吨"),
            Map.entry("户", "户|家"),
            Map.entry("企业", "家|户|个"),
            Map.entry("学校", "所|个"),
            Map.entry("单位", "个|家"),
            Map.entry("学生", "人|名|人次"),
            Map.entry("学员", "人|名|人次"),
            Map.entry("亩", "亩"),
            Map.entry("生", "人|名|人次"),
            Map.entry("公里", "公里|千米"),
            Map.entry("个", "个"),
            Map.entry("台", "台|套"),
            Map.entry("车", "辆|台"),
            Map.entry("床", "张|床"),
            Map.entry("校", "所|个"),
            Map.entry("班", "个|班"),
            Map.entry("册", "册|本"),
            Map.entry("村", "个|村"),
            Map.entry("日", "天|日"),
            Map.entry("项目", "个|项|项目"));
    /** 2447.18元/平方米. */
    private static final Sought BEHIND = Sought.of("^(?:平方米|立方米|公里|千米|人次|户次|批次|标准箱|千瓦时|公顷|公斤|项目|[\\u4e00-\\u9fa5])");

    private static final Sought OTHER =
            Sought.of("[月季年日][人户]均|人月均|收入|GDP|产值|不超过|不低于|上年|去年|最高|最低|限额|(?<!每人|每亩|每户)每年|每月|每天|发现|扣|满意|可支配");
    private static final Sought BY_DAY = Sought.of("(?:[人生]均|每[人名生位])(?:每)?[天日][^，。；：\\d]{0,6}$");
    static final Set<String> DAYS = Set.of("天", "日");

    private EachWords() {}

    /** The words where they stand and say so, of this year and of no limit or income; the matcher has found them. */
    static Optional<Matcher> in(String before) {
        Matcher words = EACH.in(before);
        return words.find() && !OTHER.isIn(before) ? Optional.of(words) : Optional.empty();
    }

    /** 人均每天, 每人每天: for one of each of two things, which {@link ReckonedCosts} holds. */
    static boolean isByDay(String before) {
        return BY_DAY.isIn(before);
    }

    /** Whether the words right before a figure say that it is told for one of something. */
    static boolean isEach(String before) {
        return EACH.isIn(before);
    }

    /** The unit that a figure is told for one of, where words before it say that it is told for one. */
    static Optional<Pattern> unitOf(Mention each, String text) {
        return each.figure().nearness() == Figure.Nearness.EXACT
                ? in(each.before()).filter(EachWords::isNamed).map(words -> unit(words, each, text))
                : Optional.empty();
    }

    static boolean isNamed(Matcher words) {
        return words.group("head") != null || words.group("unit") != null;
    }

    /** What matches the things it is told for one of; anything where the words do not name them. */
    static Pattern unit(Matcher words, Mention each, String text) {
        String named = words.group("head") == null ? words.group("unit") : words.group("head");
        int end = each.figure().end();
        if (named == null && text.startsWith("/", end)) {
            Matcher behind = BEHIND.in(text.substring(end + 1));
            named = behind.find() ? behind.group() : null;
        }
        return Pattern.compile(named == null ? ".+" : UNITS.getOrDefault(named, Pattern.quote(named)));
    }
}
