package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * A number of things against the things named: after it ({@code 3个单位：甲、乙、丙}), before it ({@code 甲、乙和丙三个方面}), or
 * as the points that follow ({@code 存在以下三个问题：一是…二是…}). A list that ends with 等 names only some.
 */
final class CountAgainstList implements Relation {

    private static final String NUMERAL = "(?<count>\\d{1,2}|[两二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?)";
    private static final String ITEM = "[^、，。；：！？（）和及与]{2,24}(?:（[^）]{1,20}）)?";
    private static final String UNIT = "(?<unit>个|项|家|类|大类|方面|名|种|条|部|处|所|期|场|批|门|支|座|份|件|栋|幢)";
    private static final Sought AFTER = Sought.of(
            Pattern.compile("(?<![第\\d.])" + NUMERAL + UNIT
                    + "(?<noun>[^、，。；：！？（）\\d]{0,12}?)(?:：|，?(?:分别是：?|分别为：?|包括：?|即：?|即为：?|具体为：?|具体包括：?|依次为：?))(?<list>"
                    + ITEM
                    + "(?:(?:、|和|及|以及|与)" + ITEM
                    + "){1,20})(?<end>等|[。；，]|$)"),
            "：别括即体",
            "、和及与",
            "0123456789两二三四五六七八九十");
    private static final Sought BEFORE = Sought.of(
            Pattern.compile(
                    "(?:从|由|为|按照?|包括|括|分为|下设|围绕|是|(?<![与建施])设(?!科|处|股|室)|开展|涉及|涵盖|覆盖|内设|设有|包含|分布在|深入|惠及)(?<list>" + ITEM
                            + "(?:、" + ITEM
                            + "){0,20}(?:和|及|以及|与|、)" + ITEM + "?)(?<end>等)?(?:共|这|共计)?(?<![第\\d.])" + NUMERAL
                            + "(?<unit>个?)(?:方面|环节|维度|部分|领域|层面|一级指标|二级指标|三级指标|大类|单位|处室|(?:内设机构|机构|科室|股室|县区|区县|县|区|乡镇|街道|镇|部门|标段|阶段|方向|板块|品种)(?![\\u4e00-\\u9fa5&&[^的。，；]]))"),
            "面节度分域标类位室构区县镇道门段向块种",
            "、和及与",
            "0123456789两二三四五六七八九十");
    private static final Sought LISTED = Sought.of(
            Pattern.compile("(?:下设|下属单位有|下属单位包括|所属单位有|所属单位包括|设有|内设有|分别是|分别为)(?<list>" + ITEM + "(?:、" + ITEM
                    + "){1,20}(?:(?:和|及|以及|与)" + ITEM + ")?)(?<end>等)?(?:共|共计)?(?<![第\\d.])" + NUMERAL
                    + "(?<unit>家|个|所)[\\u4e00-\\u9fa5]{0,6}(?=[。，；])"),
            "设属别",
            "、",
            "家个所");
    /** 黄灯项目5个，为甲、乙、丙; 下属单位3家（甲、乙、丙）. */
    private static final Sought NOUN_FIRST = Sought.of(
            Pattern.compile(
                    "(?:项目|单位|部门|指标|学校|医院|企业|服务站|站点|驿站|县区|区县|乡镇|街道|村|合同|问题|科室|处室|股室|机构|中心|标段|专项|课题|园区)(?:共|共有|有|为|计)?(?<![第\\d.])"
                            + NUMERAL
                            + "(?<unit>个|项|家|所|类|份|处)(?:，(?:[前后]者|其中)?(?:分别|具体)?(?:为|是|即)：?|，(?:分别)?(?:位于|分布在|设在|建在)|，?分别是|（(?:分别为|分别是|即|为|包括)?：?)(?<list>"
                            + ITEM + "(?:(?:、|和|及|以及|与)" + ITEM
                            + "){1,20})(?<end>等|[。；）]|，(?=[^，。；、]{0,10}(?:\\d|共|合计|均))|$)"),
            "为是即（于在",
            "、和及与",
            "0123456789两二三四五六七八九十");

    /** 3个社区（康宁社区、滨河社区）. */
    private static final Sought BRACKETED = Sought.of(
            Pattern.compile("(?<![第\\d.])" + NUMERAL
                    + "(?<unit>个|家|所)(?<noun>[^、，。；：！？（）\\d]{0,10}(?:[县区市镇乡村院校所站局]|社区|街道|单位|部门|机构|公司|企业|中心|学校|标段|科室|处室|项目))（(?:分别为|分别是|即|为|包括)?：?(?<list>"
                    + ITEM + "(?:(?:、|和|及|以及|与)" + ITEM + "){1,20})(?<end>等)?）"),
            "（",
            "、和及与",
            "0123456789两二三四五六七八九十");

    private static final String LAST = "[\\d两一二三四五六七八九十]";
    /** Lists with the number that each has in it, which is found sooner. */
    private static final Map<Sought, Sought> COUNTS = counts();

    private static Map<Sought, Sought> counts() {
        Map<Sought, Sought> counts = new LinkedHashMap<>();
        counts.put(AFTER, Sought.of(LAST + "[个项家类大方名种条部处所期场批门支座份件栋幢]"));
        counts.put(BEFORE, Sought.of(LAST + "个?[方环维部领层一二三大单处内机科股县区乡街镇标阶板品]"));
        counts.put(LISTED, Sought.of(LAST + "[家个所][\\u4e00-\\u9fa5]{0,6}[。，；]"));
        counts.put(BRACKETED, Sought.of(LAST + "[个家所][^、，。；：！？（）\\d]{1,12}（"));
        counts.put(NOUN_FIRST, Sought.of(LAST + "[个项家所类份处][，（]"));
        return counts;
    }

    /** 绩效目标共6项：（1）…（2）…, 五个问题：①…②…. */
    private static final Sought ENUMERATED = Sought.of(
            Pattern.compile("(?<![第\\d.])" + NUMERAL
                    + "(?<unit>个|项|条|类|方面|点)(?<noun>[^，。；：！？\\d]{0,12})：(?=（1）|（一）|①|1[.．、](?!\\d))"),
            "：",
            "（①1",
            "0123456789两二三四五六七八九十");
    /** 为群众出行、就医提供便利: no names. */
    private static final Sought PURPOSE = Sought.of("提供|创造|带来|营造|奠定|打下|贡献|作出|做出");

    private static final Pattern MARK =
            Pattern.compile("（(\\d{1,2})）|（([一二三四五六七八九十]{1,3})）|([①-⑳])|(?<![\\d.])(\\d{1,2})[.．、](?!\\d)");
    /** 汽车运用与维修 among names parted by marks: 与 parts nothing in the last one either. */
    private static final Sought AND_WITHIN = Sought.of(".{2,}与.{2,}");
    /** 和 in 和谐 parts nothing. */
    private static final Sought WORD_WITH_AND = Sought.of("和谐|和平|和睦|和解|温和|饱和|总和|缓和|祥和|共和");

    private static final Sought POINTS_ANNOUNCED = Sought.of(
            Pattern.compile(
                    "(?:以下|下列|如下|存在|主要有|有|发现|查出|查找出|梳理出|反映出|提出|归纳为|总结为|采取|采取了|抓好|做好)了?(?<count>\\d{1,2}|[两二三四五六七八九]|十[一二三四五六七八九]?)(?<unit>个|项|条|点|方面|类)(?:[^，。；：]{0,10}(?:问题|不足|方面|措施|原因|工作|建议|情况|任务|经验|做法)[：。]|[^，。；：]{0,10}：)"),
            "个项条点方类",
            "0123456789两二三四五六七八九十");

    /** 偏离30%以上的指标有3项：: how many of those that follow lie beyond a limit. */
    private static final Pattern BEYOND =
            Pattern.compile("\\d[^，。；]{0,8}(?:以上|以下|以内)[^，。；]{0,14}$|(?:超过|高于|低于|不足|超出|未达)[^，。；]{0,24}$");
    /** A heading that counts what stands in the paragraph below it: 存在的四方面问题. */
    private static final Sought HEADED = Sought.of(
            "(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\\d{1,2}[.、．])?[^，。；：]{0,20}?(?<![第\\d])(?<count>[两二三四五六七八九]|\\d)(?<unit>个方面|方面|大|个|项|条|点|类)(?:的|主要|突出|共性)*(?:问题|不足|短板|措施|建议|举措|做法|经验|原因)[：]?");

    /** What {@link #LINES_ANNOUNCED} ends with. */
    private static final String ANNOUNCING = "：。为下括是表示";

    private static final Sought LINES_ANNOUNCED = Sought.of(
            Pattern.compile(
                    "(?<![第\\d.])" + NUMERAL + UNIT
                            + "[^，。；：\\d]{0,12}(?:，[^，。；：\\d]{0,14}(?:如下|见下表|详见下表|下表所示|见附表|列示|见下)[^，。；\\d]{0,4}[：。]?|，(?:具体(?:情况)?|详细情况|名单|明细|分别|详情)?(?:为|如下|见下表|是|列示如下|包括[^，。；：\\d]{0,12})[：。]?|如下[：。]?|：)$"),
            "个项家类面名种条部处所期场批门支座份件栋幢",
            "：为下括是表示",
            "0123456789两二三四五六七八九十");

    /** 执行情况如下（金额单位：万元）：. */
    private static final Sought UNIT_TOLD = Sought.of("（(?:金额)?单位：[^（）]{1,8}）(?=：$)");

    /** Characters of a word that names of one kind end in. */
    private static final int ENDING = 2;

    @Override
    public String name() {
        return "count-against-list";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Passage> passages = claims.passages();
        Set<String> rows = claims.tables().stream()
                .flatMap(table -> table.rows().stream())
                .map(Table.Row::label)
                .collect(Collectors.toSet());
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            String text =
                    passage.text().indexOf('和') < 0 ? passage.text() : WORD_WITH_AND.replaceAll(passage.text(), "禾谐");
            COUNTS.forEach((list, count) -> {
                if (list.mayBeIn(passage) && count.isIn(passage)) {
                    named(passage, list.in(text), ledger);
                }
            });
            CountedNames.tell(passage, rows, ledger);
            enumerated(passage, ledger);
            points(passages, i, ledger);
            headed(passages, i, ledger);
            linesAfter(claims, i, ledger);
            ListsCounted.examine(claims, i, ledger);
            NamedTwice.examine(passage, ledger);
        }
    }

    /** 纳入决算编制范围的单位共6个，具体为： and then one a line, or one a row of a table. */
    private static void linesAfter(Claims claims, int at, Ledger ledger) {
        Passage passage = claims.passages().get(at);
        String text = passage.text().endsWith("：") ? UNIT_TOLD.replaceAll(passage.text(), "") : passage.text();
        boolean announces = !text.isEmpty() && ANNOUNCING.indexOf(text.charAt(text.length() - 1)) >= 0;
        Matcher matcher = announces ? LINES_ANNOUNCED.in(text) : null;
        if (matcher != null && matcher.find() && !isBeyond(text, matcher)) {
            int stated = count(matcher.group("count"));
            int found = PointsFollowing.after(claims.passages(), at);
            found = found > 0 ? found : PointsFollowing.rowsAfter(claims, at);
            if (stated > 1 && found > 1 && found != stated && Math.abs(found - stated) <= Math.max(2, stated / 3)) {
                tell(passage, matcher, found, ledger);
            }
        }
    }

    private static void named(Passage passage, Matcher matcher, Ledger ledger) {
        while (matcher.find()) {
            boolean some =
                    "等".equals(matcher.group("end")) || matcher.group("list").endsWith("等");
            int stated = count(matcher.group("count"));
            List<String> items = items(matcher.group("list"));
            boolean figures = items.stream()
                    .map(item -> Sought.kept("（[^（）]{1,20}）$").replaceFirst(item, ""))
                    .anyMatch(item -> Sought.kept(".*\\d+(?:\\.\\d+)?(?:万元|元|%|分|个|人|家|项|名|次).*")
                            .is(item));
            boolean agrees = counts(matcher.group("list")).contains(stated);
            boolean points = PointsFollowing.begins(matcher.group("list")) || PURPOSE.isIn(matcher.group("list"));
            if (!some
                    && !figures
                    && !points
                    && !isQuotedBefore(items)
                    && stated > 1
                    && items.size() > 1
                    && !agrees
                    && near(items, stated)) {
                tell(passage, matcher, nearest(counts(matcher.group("list")), stated), ledger);
            }
        }
    }

    /** 按“里程、区位、资金量”三个维度抽取4个乡镇: the quotation ends before what is counted. */
    private static boolean isQuotedBefore(List<String> items) {
        String last = items.isEmpty() ? "" : items.get(items.size() - 1);
        return last.indexOf('”') >= 0 && last.indexOf('“') < 0 && !last.endsWith("”");
    }

    /** Far more or fewer names than the number show that the list is of something else. */
    private static boolean near(List<String> items, int stated) {
        return Math.abs(items.size() - stated) <= Math.max(2, stated / 3)
                && items.stream().noneMatch(item -> item.length() > 18);
    }

    /** Marks of one kind that count on from 1 within the paragraph. */
    private static void enumerated(Passage passage, Ledger ledger) {
        Matcher matcher = ENUMERATED.in(passage.text());
        while (matcher.find()) {
            Matcher mark = MARK.matcher(passage.text())
                    .region(matcher.end(), passage.text().length());
            int kind = 0;
            int found = 0;
            while (mark.find()) {
                int own = mark.group(1) != null ? 1 : mark.group(2) != null ? 2 : mark.group(3) != null ? 3 : 4;
                kind = kind == 0 ? own : kind;
                int number = own == 3 ? mark.group(3).charAt(0) - '①' + 1 : count(mark.group(own));
                if (own == kind && number == found + 1) {
                    found++;
                }
            }
            int stated = count(matcher.group("count"));
            boolean near = found != stated && Math.abs(found - stated) <= Math.max(2, stated / 3);
            if (stated > 1 && found > 1 && near && !isBeyond(passage.text(), matcher)) {
                tell(passage, matcher, found, ledger);
            }
        }
    }

    private static boolean isBeyond(String text, Matcher matcher) {
        return BEYOND.matcher(text.substring(0, matcher.start("count"))).find();
    }

    /** （二）项目管理中存在的四方面问题 as a heading, 一是…二是…三是 below it. */
    private static void headed(List<Passage> passages, int at, Ledger ledger) {
        Matcher heading = HEADED.whole(passages.get(at));
        if (heading.matches() && at + 1 < passages.size()) {
            int stated = count(heading.group("count"));
            int found = PointsFollowing.goingOn(
                    passages, at + 1, passages.get(at + 1).text());
            if (found > 1 && found != stated && Math.abs(found - stated) <= 2) {
                tell(passages.get(at), heading, found, ledger);
            }
        }
    }

    private static void points(List<Passage> passages, int at, Ledger ledger) {
        Passage passage = passages.get(at);
        Matcher matcher = POINTS_ANNOUNCED.in(passage);
        while (matcher.find()) {
            int stated = count(matcher.group("count"));
            String rest = passage.text().substring(matcher.end());
            int found =
                    rest.isBlank() ? PointsFollowing.after(passages, at) : PointsFollowing.goingOn(passages, at, rest);
            if (stated > 1 && found > 1 && found != stated && !isBeyond(passage.text(), matcher)) {
                tell(passage, matcher, found, ledger);
            }
        }
    }

    private static void tell(Passage passage, Matcher matcher, int found, Ledger ledger) {
        String unit = matcher.group("unit");
        String printed = matcher.group("count") + unit;
        String right = CountedNames.print(found, unit, printed);
        ledger.find(WrongCount.finding(
                Kind.COUNT,
                printed,
                Optional.of(right),
                found,
                passage.spot(matcher.start("count"), matcher.end("unit")),
                List.of(passage.spot(matcher.start(), matcher.end()))));
    }

    private static List<String> items(String list) {
        List<String> items = new ArrayList<>();
        for (String item : list.split("、|以及|(?<=.{2})(?:和|及|与)(?=.{2})", -1)) {
            if (!item.isBlank()) {
                items.add(item);
            }
        }
        return items;
    }

    /**
     * How many names a list may hold: 与 and 和 inside a name part nothing, as in 书车改装与设备安装; before the last one 和 and 及
     * part two, and 与 may do either.
     */
    private static Set<Integer> counts(String list) {
        String[] names = list.split("、", -1);
        String last = names[names.length - 1];
        boolean parted = Sought.kept(".{2,}(?:和|及).{2,}").is(last);
        boolean within = Arrays.stream(names).limit(names.length - 1).anyMatch(AND_WITHIN::isIn);
        boolean either =
                names.length == 1 || (!within && Sought.kept(".{2,}与.{2,}").is(last));
        Set<Integer> counts = new HashSet<>();
        if ((parted || either) && !isOneName(names)) {
            counts.add(names.length + 1);
        }
        if (!parted || names.length <= 2 || mayBeOneName(names)) {
            counts.add(names.length);
        }
        if (names.length == 1) {
            counts.add(items(list).size());
        }
        return counts;
    }

    /** Where 与 or 和 may part two names or none, the number next to what is said. */
    private static int nearest(Set<Integer> counts, int stated) {
        return counts.stream()
                .min(Comparator.comparingInt(count -> Math.abs(count - stated)))
                .orElse(stated);
    }

    /** Where all of several names end in one word, 办公室, and 自然资源 before 和 does not, it is none of its own. */
    private static boolean isOneName(String[] names) {
        String last = names[names.length - 1];
        String ending = last.length() < 3 ? "" : last.substring(last.length() - ENDING);
        return names.length > 3
                && last.length() > ENDING + 2
                && mayBeOneName(names)
                && Arrays.stream(names).allMatch(name -> name.length() > ENDING && name.endsWith(ending));
    }

    /** 社会事务办公室、自然资源和生态环境办公室: all names end alike, and what stands before 和 does not. */
    static boolean mayBeOneName(String[] names) {
        String last = names[names.length - 1];
        String ending = last.substring(last.length() - 1);
        int and = Math.max(last.lastIndexOf('和'), last.lastIndexOf('及'));
        return names.length > 2
                && and >= 0 // 与 may part two names as well as none
                && !last.substring(0, and).endsWith(ending)
                && Arrays.stream(names).allMatch(name -> name.endsWith(ending));
    }

    private static int count(String text) {
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : Numerals.value(text);
    }
}
