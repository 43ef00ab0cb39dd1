package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * One person holds one post in one document, and a post of which there is one has one person: 局长周某 is no 副局长 some pages on,
 * and 局长张立明 no 张立鸣. A post of a leading group (组长, 成员) says nothing of the post in the office, nor does one of the party.
 */
final class PostsOfPeople implements Relation {

    private static final String SURNAME =
            "(?:欧阳|上官|诸葛|司马|司徒|夏侯|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商沙荣巫寇桑郎甄丛仲虞敖巩])";
    /** The post of an office, of which a person has one; 正 and 副 tell them apart. */
    private static final String POST =
            "(?:常务)?副?(?:局长|厅长|县长|市长|区长|镇长|乡长|主任|院长|校长|处长|科长|股长|司长|所长|站长|馆长|园长|书记|总经理|董事长|会计师|工程师|经理|秘书长|支队长|大队长|主席|专员|调研员|校医|教导员)|总会计师|总工程师|纪检组长|会计|出纳";
    /** 局党组书记、局长周牧川同志任组长; 副局长苏启明（. */
    private static final Sought NAMED = Sought.of(
            Pattern.compile("(?<last>" + POST + ")(?<name>" + SURNAME
                    + "[\\u4e00-\\u9fa5]{1,2})(?=同志|任|担任|为|牵头|主持|带队|出席|作|负责|分管|（|、|，|。|；|签|亲自|多次|率|$)"),
            "长任记理师员席计纳");

    private static final Pattern SINGLE = Pattern.compile(POST);
    private static final Sought OF_PARTY = Sought.of("书记|成员|委员|组长|负责人");
    private static final Sought FORMER = Sought.of("原|时任|前任|新任|曾任|拟任|接任|不再");

    private record Held(String posts, String last, Spot where, Spot name) {}

    @Override
    public String name() {
        return "posts-of-people";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Map<String, List<Held>> people = new LinkedHashMap<>();
        for (Passage passage : claims.passages()) {
            Matcher matcher = NAMED.in(passage.text());
            while (matcher.find()) {
                String posts = clause(passage.text(), matcher.start()) + matcher.group("last");
                if (FORMER.isIn(posts)) {
                    continue;
                }
                Held held = new Held(
                        posts,
                        matcher.group("last"),
                        passage.spot(matcher.start("last"), matcher.end("last")),
                        passage.spot(matcher.start("name"), matcher.end("name")));
                people.computeIfAbsent(matcher.group("name"), key -> new ArrayList<>())
                        .add(held);
            }
        }
        people.forEach((name, held) -> behind(claims, name, held));
        people.forEach((name, held) -> posts(name, held, ledger));
        names(people, ledger);
    }

    /** 周启航局长: a post behind a name that is known. */
    private static void behind(Claims claims, String name, List<Held> held) {
        for (Passage passage : claims.passages()) {
            String text = passage.text();
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
                int end = at + name.length();
                Matcher post = SINGLE.matcher(text).region(end, text.length());
                if (post.lookingAt()) {
                    Spot spot = passage.spot(end, post.end());
                    held.add(new Held(post.group(), post.group(), spot, passage.spot(at, end)));
                }
            }
        }
    }

    /** 局党组书记、 before 局长周某: the words of the clause. */
    private static String clause(String text, int at) {
        int from = at;
        while (from > 0 && "，。；：".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return text.substring(from, at);
    }

    /** The post told most often, else first, is right. */
    private static void posts(String name, List<Held> held, Ledger ledger) {
        Map<String, Integer> votes = new HashMap<>();
        held.forEach(one -> votes.merge(one.last(), 1, Integer::sum));
        if (votes.size() < 2) {
            return;
        }
        Held usual = held.get(0);
        for (Held one : held) {
            usual = votes.getOrDefault(one.last(), 0) > votes.getOrDefault(usual.last(), 0) ? one : usual;
        }
        for (Held one : held) {
            if (!one.last().equals(usual.last())
                    && !holds(one.posts(), usual.last())
                    && !holds(usual.posts(), one.last())
                    && !OF_PARTY.isIn(one.last())
                    && !OF_PARTY.isIn(usual.last())) {
                Problem problem = Problem.of(
                        "post-changes",
                        Place.NONE,
                        "stated",
                        one.last(),
                        "name",
                        name,
                        "expected",
                        usual.last(),
                        "line",
                        usual.where().line());
                ledger.find(Finding.of(
                        Kind.NAME,
                        one.last(),
                        Optional.of(usual.last()),
                        problem,
                        one.where(),
                        List.of(usual.where())));
                return;
            }
        }
    }

    /** Whether one of several posts told together is that post: 副局长兼办公室主任. */
    private static boolean holds(String posts, String post) {
        Matcher single = SINGLE.matcher(posts);
        while (single.find()) {
            if (single.group().equals(post)) {
                return true;
            }
        }
        return false;
    }

    /** Two names of one post of which there is one, that differ in one character behind the same surname. */
    private static void names(Map<String, List<Held>> people, Ledger ledger) {
        List<Map.Entry<String, List<Held>>> all = new ArrayList<>(people.entrySet());
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size() && all.size() <= 60; j++) {
                String one = all.get(i).getKey();
                String two = all.get(j).getKey();
                Held first = all.get(i).getValue().get(0);
                Held second = all.get(j).getValue().get(0);
                boolean samePost =
                        first.last().equals(second.last()) && !first.last().startsWith("副");
                if (samePost && isNear(one, two)) {
                    boolean later = all.get(j).getValue().size()
                            <= all.get(i).getValue().size();
                    tell(later ? two : one, later ? second : first, later ? one : two, later ? first : second, ledger);
                }
            }
        }
    }

    private static boolean isNear(String one, String two) {
        int apart = 0;
        for (int i = 0; i < Math.min(one.length(), two.length()); i++) {
            apart += one.charAt(i) == two.charAt(i) ? 0 : 1;
        }
        return one.length() == 3 && two.length() == 3 && apart == 1 && one.charAt(0) == two.charAt(0);
    }

    private static void tell(String wrong, Held where, String right, Held other, Ledger ledger) {
        Problem problem = Problem.of(
                "name-changes",
                Place.NONE,
                "stated",
                wrong,
                "expected",
                right,
                "line",
                other.name().line());
        ledger.find(Finding.of(Kind.NAME, wrong, Optional.of(right), problem, where.name(), List.of(other.name())));
    }
}
