package org.jizhun.auditor.relation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * Names right before their number, whatever is counted: 内设办公室、财务科、人事科六个职能科室; titles: 《预算管理办法》《采购细则》3项制度; and names
 * before 等 that are more than their number: 甲、乙、丙、丁等3个镇.
 */
final class CountedNames {

    private static final String NUMERAL = "(?<count>[二两三四五六七八九]|[二三]?十[一二三四五六七八九]?|\\d{1,2})";
    private static final String UNIT = "(?<unit>个|家|项|所|类|大类|种|条|门|名|部|份|支|处|县|市|区|镇|乡|村)";

    private static final Sought BEFORE = Sought.of(
            Pattern.compile(
                    "(?<list>[^、，。；：！？（）\\d年]{2,24}(?:、[^、，。；：！？（）\\d]{2,16}){1,24})(?<end>等)?(?:共计|共)?(?<![第\\d.])"
                            + NUMERAL + UNIT
                            + "(?<noun>[\\u4e00-\\u9fa5]{0,10})"),
            "、",
            "个家项所类种条门名部份支处县市区镇乡村");
    /** What {@link #BEFORE} ends with. */
    private static final Sought NUMBER = Sought.of("、[^、，。；：！？（）\\d]{2,16}(?:等)?(?:共计|共)?" + NUMERAL + UNIT);
    /** 《预算管理办法》《合同管理办法》4项制度, 《甲》《乙》和《丙》等3个文件. */
    private static final Sought TITLES = Sought.of(
            Pattern.compile("(?<list>《[^》]{2,40}》(?:(?:、|和|及|以及|与|，)?《[^》]{2,40}》)+)(?<end>等)?(?:共计|共)?" + NUMERAL
                    + "(?<unit>个|项|部|份|件|种|门|本|篇)"),
            "》",
            "个项部份件种门本篇");
    /** 修订了4项制度：《甲》《乙》《丙》. */
    private static final Sought THEN_TITLES = Sought.of(
            Pattern.compile(
                    "(?<![第\\d.])" + NUMERAL + "(?<unit>个|项|部|份|件|种|门|本|篇)[^，。；：《》\\d]{1,12}(?:：|，(?:即|分别为|分别是|包括|具体为))"
                            + "(?<list>《[^》]{2,40}》(?:(?:、|和|及|以及|与|，)?《[^》]{2,40}》)+)(?<end>等)?"),
            "》",
            "个项部份件种门本篇");

    private static final Pattern TITLE = Pattern.compile("《[^》]+》");
    private static final Set<String> KINDS = Set.of("类", "大类", "种", "项");
    private static final Set<String> PLACE = Set.of(
            "县", "市", "区", "镇", "乡", "村", "县区", "区县", "乡镇", "镇街", "街道", "社区", "学校", "医院", "公司", "企业", "银行", "中心");
    /** What is counted, after a word that tells which: 职能科室, 行政村, 重点乡镇. */
    private static final Pattern COUNTED = Pattern.compile(
            "(?:内设|支持|下属|所属|直属|职能|业务|重点|主要|相关|试点|行政|贫困|示范|项目|子|受益|专业|二级|一级|基层|预算|参建|主管|责任|牵头|具体|核心|关键|专项|民生|常规|考核|评价){0,2}"
                    + "(?<word>方面|方向|工作|任务|环节|领域|要素|维度|部分|工程|项目|内容|类别|类型|阶段|板块|专题|举措|措施|制度|行动|课程|专业|工种|岗位|产业|行业|品种|功能|模块|子?系统|平台|指标|标段|税种|支出|收入|资金|险种|群体|人群|服务|活动|单位|部门|科室|处室|股室|机构|中心|学校|医院|企业|公司|银行|县区|区县|县|区|市|乡镇|镇街|乡|镇|街道|社区|村|片区|园区|院系|系|班级|场馆)");

    private static final Sought OFFICE = Sought.of("[科室处股办局院所站队部]$|中心$|委$|大队$");

    /** 开展、覆盖 and the like begin what is done in so many places, and are no names. */
    private static final Sought DONE = Sought.of(
            "^(?:完成|开展|实施|新建|改造|建设|建成|推进|修建|维修|安装|购置|采购|组织|支持|支付|补助|整治|治理|覆盖|涉及|惠及|培训|举办|宣传|检查|整改|解决|提升|落实|加强|做好)");

    private static final Sought OPEN = Sought.of("其他|其余|之外|以外|除|分别|各|均|每|前|后|主要|新增|另|又|余|不含|或|中的?$");
    private static final Sought EARLIER = Sought.of("(?:[^、，。；：！？（）]{2,24}(?:（[^）]{1,20}）)?、)+$");
    private static final int LEAST = 3;
    /** So many short names after the first are no works done in villages. */
    private static final int SURE = 4;

    private CountedNames() {}

    /** @param rows the names that rows of tables have, each of which is one thing whatever 和 or 与 it has */
    static void tell(Passage passage, Set<String> rows, Ledger ledger) {
        if (BEFORE.mayBeIn(passage) && NUMBER.isIn(passage)) {
            names(passage, rows, ledger);
        }
        for (Sought titles : List.of(TITLES, THEN_TITLES)) {
            Matcher matcher = titles.in(passage);
            while (matcher.find()) {
                titles(passage, matcher, ledger);
            }
        }
    }

    private static void names(Passage passage, Set<String> rows, Ledger ledger) {
        Matcher matcher = BEFORE.in(passage);
        while (matcher.find()) {
            boolean some = matcher.group("end") != null || matcher.group("list").endsWith("等");
            String list = matcher.group("list").replaceFirst("等$", "");
            int earlier = earlier(passage.text(), matcher.start());
            int stated = Numerals.count(matcher.group("count"));
            OptionalInt own = number(list, rows);
            OptionalInt found = own.isPresent() ? OptionalInt.of(own.getAsInt() + earlier) : own;
            // 预算执行率和产出、效益、满意度四类: the first are two
            boolean two = found.isPresent()
                    && found.getAsInt() + 1 == stated
                    && Sought.kept(".{2,}(?:和|及).{2,}").is(list.split("、", -1)[0]);
            boolean known = found.isPresent()
                    && !two
                    && found.getAsInt() >= LEAST
                    && stated > 1
                    && found.getAsInt() != stated
                    && (some ? found.getAsInt() > stated : Math.abs(found.getAsInt() - stated) <= 2)
                    && !OPEN.isIn(some ? list.substring(list.indexOf('、')) : list)
                    && areNames(list.split("、", -1), matcher.group("noun"), matcher.group("unit"));
            if (known && !isTold(passage, matcher, ledger)) {
                add(passage, matcher, found.getAsInt(), ledger);
            }
        }
    }

    /** How many names of the list stand before a bracket in it: 办公室（财务科）、人事科、…. */
    private static int earlier(String text, int start) {
        Matcher names = EARLIER.in(text.substring(0, start));
        return names.find()
                ? Math.toIntExact(names.group()
                        .chars()
                        .filter(character -> character == '、')
                        .count())
                : 0;
    }

    /** How many names there are, if that is sure: the last may be two joined by 和 or 及. */
    private static OptionalInt number(String list, Set<String> rows) {
        String[] names = list.split("、", -1);
        String last = names[names.length - 1];
        if (rows.contains(last)) {
            return OptionalInt.of(names.length);
        }
        if (Sought.kept(".{2,}(?:以及|和|及).{2,}").is(last)) {
            if (CountAgainstList.mayBeOneName(names)) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(names.length + 1);
        }
        return Sought.kept(".*[与和及].*").is(last) ? OptionalInt.empty() : OptionalInt.of(names.length);
    }

    /**
     * Whether the names can be what is counted. Places and offices must be called so: three works done in two villages are
     * no villages.
     */
    private static boolean areNames(String[] names, String noun, String unit) {
        List<String> others = Arrays.stream(names)
                .skip(1)
                .flatMap(name -> Arrays.stream(name.split("(?<=.{2})(?:以及|和|及)(?=.{2})")))
                .toList();
        boolean done = others.stream().anyMatch(name -> (DONE.isIn(name) && !OFFICE.isIn(name)) || name.length() > 14);
        Matcher counted = COUNTED.matcher(PLACE.contains(unit) ? unit + noun : noun);
        boolean said = counted.lookingAt();
        if (done || (!said && !KINDS.contains(unit))) {
            return false;
        }
        String word = said ? counted.group("word") : "";
        if (!PLACE.contains(word)) {
            return true;
        }
        String last = word.substring(word.length() - 1);
        long called = others.stream()
                .filter(name ->
                        name.endsWith(last) || Sought.kept(".*[县市区镇乡村院校]").is(name))
                .count();
        boolean bare = others.size() >= SURE && others.stream().allMatch(name -> name.length() <= 3);
        return 2 * called >= others.size() || bare;
    }

    private static void titles(Passage passage, Matcher matcher, Ledger ledger) {
        int stated = Numerals.count(matcher.group("count"));
        int found = (int) TITLE.matcher(matcher.group("list")).results().count();
        boolean some = matcher.group("end") != null;
        boolean wrong = stated > 1 && (some ? found > stated : found != stated);
        if (wrong && !isTold(passage, matcher, ledger)) {
            add(passage, matcher, found, ledger);
        }
    }

    private static boolean isTold(Passage passage, Matcher matcher, Ledger ledger) {
        return ledger.findsInLine(Kind.COUNT, passage.spot(matcher.start("count"), matcher.end("unit")));
    }

    private static void add(Passage passage, Matcher matcher, int found, Ledger ledger) {
        String unit = matcher.group("unit");
        String printed = matcher.group("count") + unit;
        ledger.find(WrongCount.finding(
                Kind.COUNT,
                printed,
                Optional.of(print(found, unit, printed)),
                found,
                passage.spot(matcher.start("count"), matcher.end("unit")),
                List.of(passage.spot(matcher.start(), matcher.end()))));
    }

    /** A number written the way the printed one is: 五个 for 六个, 5个 for 6个. */
    static String print(int found, String unit, String printed) {
        boolean chinese = !Character.isDigit(printed.charAt(0));
        String number =
                !chinese ? String.valueOf(found) : found == 2 && !unit.startsWith("大") ? "两" : Numerals.print(found);
        return number + unit;
    }
}
