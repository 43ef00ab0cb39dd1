package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * Numbers told apart from their list: 产出指标6个…。产出指标包括…; 先后4次（3月14日、7月6日、11月22日）; 3类27台，即甲1台、乙2台…; 一是…二是…三是…。以上两方面; a column named
 * 三级指标 below 三级指标8个; 五项达标，一项未达标 of six.
 */
final class ListsCounted {

    private static final String NUMERAL = "(?<count>\\d{1,2}|[两二三四五六七八九]|[二三]?十[一二三四五六七八九]?)";
    private static final String ITEMS = "(?<list>[^，。；：]{2,24}(?:、[^，。；：、]{2,24}){1,24})";
    /** 产出指标6个, what is counted first. */
    private static final Sought NAMED = Sought.of(
            Pattern.compile(
                    "(?<name>[\\u4e00-\\u9fa5]{2,8}?)(?:共|有)?(?<![第\\d.])" + NUMERAL + "(?<unit>个|项|类|条)(?=[、，。；])"),
            "个项类条");

    private static final Sought TIMES = Sought.of(
            Pattern.compile(
                    "(?<![第\\d.])" + NUMERAL
                            + "(?<unit>次|期|场|轮|批)[^，。；：（\\d]{0,8}（(?:分别(?:为|于|在)|时间为|即)?(?<list>\\d{1,2}月\\d{1,2}日(?:(?:、|和|及)\\d{1,2}月\\d{1,2}日)+)）"),
            "次期场轮批",
            "日");
    /** 大型医用设备3类27台（套），即…: as many as are named, each with its number. */
    private static final Sought KINDS = Sought.of(
            Pattern.compile(
                    "(?<![第\\d.])" + NUMERAL
                            + "(?<unit>类|种|项|个品种|个品类)(?:共|合计)?(?<all>\\d{1,5})(?<each>台|套|辆|件|个|张|部|把|册|株|只|组)(?:（[^）]{1,4}）)?(?:，|：)(?:即|分别为|分别是|包括|其中|为)?：?(?<list>[^，。；：、]{1,24}?\\d{1,5}(?:台|套|辆|件|个|张|部|把|册|株|只|组)(?:、[^，。；：、]{1,24}?\\d{1,5}(?:台|套|辆|件|个|张|部|把|册|株|只|组))+)"),
            "类种项",
            "、");

    private static final Pattern EACH = Pattern.compile("(\\d{1,5})(?:台|套|辆|件|个|张|部|把|册|株|只|组)(?:（[^）]*）)?$");
    /** 以上两方面原因. */
    private static final Sought BACK = Sought.of(
            Pattern.compile("(?:以上|上述|前述|这)" + NUMERAL
                    + "(?<unit>个方面|方面|个|项|点|条|大|类)(?:[^，。；]{0,2})(?:原因|问题|因素|不足|困难|措施|工作|举措|建议|情况|做法)"),
            "以上这前",
            "方个项点条大类");
    /** 六项核心指标, 其中五项达标，一项未达标. */
    private static final Sought SPLIT = Sought.of(
            Pattern.compile(
                    "(?<![第\\d.])(?<count>\\d{1,3}|[一两二三四五六七八九十]{1,2})(?<unit>项|个|家|户|条)(?:指标|单位|项目)?(?:均|已)?(?<word>达标|完成|合格|通过|达到目标值?)，(?:其余|另|另有|仅|有)?(?<rest>\\d{1,3}|[一两二三四五六七八九十]{1,2})(?:项|个|家|户|条)(?:指标|单位|项目)?(?:未|没有|不)\\k<word>"),
            "未没不",
            "项个家户条");

    private static final Sought HEADING = Sought.of("(?<![第\\d.])(?<count>\\d{1,2})(?<unit>个|项)(?=[，。；：]|$)");
    private static final int LINES = 3;

    private ListsCounted() {}

    static void examine(Claims claims, int at, Ledger ledger) {
        Passage passage = claims.passages().get(at);
        named(passage, ledger);
        times(passage, ledger);
        kinds(passage, ledger);
        back(passage, ledger);
        split(passage, ledger);
        column(claims, passage, ledger);
    }

    /** 产出指标6个、效益指标3个。产出指标包括甲、乙…；: the list of what was counted stands further on. */
    private static void named(Passage passage, Ledger ledger) {
        Matcher words = NAMED.in(passage);
        while (words.find()) {
            String name = Sought.kept("^.*(?:设定|设置|包含|其中|共有|设有|设|和|与|及)").replaceFirst(words.group("name"), "");
            if (name.length() < 3) {
                continue;
            }
            Matcher list = Pattern.compile(
                            "[。；，]" + Pattern.quote(name) + "(?:具体)?(?:包括|分别为|分别是|为|有|：)" + ITEMS + "(?<end>等)?[。；]")
                    .matcher(passage.text())
                    .region(words.end(), passage.text().length());
            if (list.find() && list.group("end") == null && !list.group("list").endsWith("等")) {
                compare(passage, words, list.group("list").split("、", -1).length + joined(list.group("list")), ledger);
            }
        }
    }

    /** The last of a list may be two, joined by 和. */
    private static int joined(String list) {
        return Sought.kept(".*、[^、]{2,}(?:和|以及)[^、]{2,}").is(list) ? 1 : 0;
    }

    private static void times(Passage passage, Ledger ledger) {
        Matcher words = TIMES.in(passage);
        while (words.find()) {
            compare(passage, words, words.group("list").split("、|和|及", -1).length, ledger);
        }
    }

    /** Told where the numbers of the kinds make up the number of all, so that none is left out. */
    private static void kinds(Passage passage, Ledger ledger) {
        Matcher words = KINDS.in(passage);
        while (words.find()) {
            String[] items = words.group("list").split("、", -1);
            int sum = 0;
            for (String item : items) {
                Matcher each = EACH.matcher(item);
                sum += each.find() ? Integer.parseInt(each.group(1)) : 0;
            }
            if (sum == Integer.parseInt(words.group("all"))) {
                compare(passage, words, items.length, ledger);
            }
        }
    }

    private static void back(Passage passage, Ledger ledger) {
        Matcher words = BACK.in(passage);
        while (words.find()) {
            compare(passage, words, PointsFollowing.ordinals(passage.text().substring(0, words.start())), ledger);
        }
    }

    /** The two parts do not make up the number of all that the sentences before name in the same unit; the first is told. */
    private static void split(Passage passage, Ledger ledger) {
        Matcher words = SPLIT.in(passage);
        while (words.find()) {
            int rest = Numerals.count(words.group("rest"));
            int part = Numerals.count(words.group("count"));
            Matcher whole = Pattern.compile("(?<![第\\d.])(?<whole>\\d{1,3}|[一两二三四五六七八九十]{1,2})" + words.group("unit")
                            + "[^，。；\\d]{0,8}(?:指标|单位|项目|任务)")
                    .matcher(passage.text().substring(0, words.start()));
            List<Integer> wholes = new ArrayList<>();
            while (whole.find()) {
                wholes.add(Numerals.count(whole.group("whole")));
            }
            if (wholes.size() == 1 && part > 1 && wholes.get(0) > rest && part == wholes.get(0)) {
                String printed = words.group("count") + words.group("unit") + words.group("word");
                String right = CountedNames.print(
                        wholes.get(0) - rest, words.group("unit"), words.group("count") + words.group("unit"));
                tell(
                        passage,
                        words.start("count"),
                        words.end("word"),
                        printed,
                        right + words.group("word"),
                        wholes.get(0) - rest,
                        ledger);
            }
        }
    }

    /** 本项目共设三级指标8个 above a table with a column 三级指标 and seven numbered rows. */
    private static void column(Claims claims, Passage passage, Ledger ledger) {
        Matcher words = HEADING.in(passage);
        while (words.find()) {
            int line = passage.spot(words.start("count"), words.end()).line();
            String before =
                    Sought.kept("(?:共|有|为)$").replaceFirst(passage.text().substring(0, words.start()), "");
            for (Table table : claims.tables()) {
                boolean named = table.columns().stream()
                        .map(Table.Column::heading)
                        .anyMatch(heading -> heading.length() >= 3 && before.endsWith(heading));
                int first = named ? firstLine(table) : 0;
                int found = first > line && first <= line + LINES ? numbered(table.rows()) : 0;
                if (found > 2) {
                    compare(passage, words, found, ledger);
                }
            }
        }
    }

    private static int firstLine(Table table) {
        return table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .findFirst()
                .map(cell -> cell.spot().line())
                .orElse(0);
    }

    private static int numbered(List<Table.Row> rows) {
        int count = 0;
        for (Table.Row row : rows) {
            String number = row.cells().isEmpty() ? "" : row.cells().get(0).text();
            if (!number.equals(String.valueOf(count + 1))) {
                return row.total() ? count : 0;
            }
            count++;
        }
        return count;
    }

    private static void compare(Passage passage, Matcher words, int found, Ledger ledger) {
        int stated = Numerals.count(words.group("count"));
        String printed = words.group("count") + words.group("unit");
        if (stated > 1 && found > 1 && stated != found && Math.abs(found - stated) <= Math.max(2, stated / 3)) {
            String right = CountedNames.print(found, words.group("unit"), printed);
            tell(passage, words.start("count"), words.end("unit"), printed, right, found, ledger);
        }
    }

    private static void tell(
            Passage passage, int start, int end, String printed, String right, int found, Ledger ledger) {
        var where = passage.spot(start, end);
        boolean told = ledger.findsInLine(Kind.COUNT, where);
        if (!told) {
            ledger.find(
                    WrongCount.finding(Kind.COUNT, printed, Optional.of(right), found, where, List.of(passage.spot())));
        }
    }
}
