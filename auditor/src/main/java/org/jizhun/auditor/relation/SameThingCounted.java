package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * How many criteria, indicators, fields, units or offices the whole has, said in several places with different numbers.
 * Fields and second-level criteria of one half of a scheme are the same things under two names.
 */
final class SameThingCounted implements Relation {

    private static final Sought COUNTED = Sought.of(
            Pattern.compile(
                    "(?<![第\\d.十])(?<count>\\d{1,3}|[两二三四五六七八九]|十[一二三四五六七八九]?)(?<unit>个|项|家|名|人)(?<noun>方面|一级指标|二级指标|三级指标|产出指标|效益指标|满意度指标|下属单位|下属事业单位|事业单位|二级预算单位|基层预算单位|二级单位|直属单位|预算单位|内设机构|处室|内设处室|科室|内设科室|绩效指标|重点任务|重点项目)"),
            "面标位构室务目",
            "个项家名人",
            "0123456789两二三四五六七八九十");
    private static final Sought NOUN_FIRST = Sought.of(
            Pattern.compile(
                    "(?<noun>产出指标|效益指标|满意度指标|绩效指标|一级指标|二级指标|三级指标|内设机构|内设处室|内设科室|下属单位|下属事业单位|在职人员|在编人员|实有人数|编制数|在编在职人员|退休人员)(?:共|共计|总数)?(?<count>\\d{1,4}|[两二三四五六七八九]|十[一二三四五六七八九]?)(?<unit>个|项|家|名|人)"),
            "标构室位员数",
            "个项家名人",
            "0123456789两二三四五六七八九十");
    private static final Sought SUBJECT =
            Sought.of("(?:经济|社会|生态)效益|可持续影响|产出(?:数量|质量|时效|成本)|履职效能|管理效能|整体支出|决策|过程|产出|效益|项目支出|专项");
    /** 社会效益下设三级指标5个: of what the words before have under them. */
    private static final Sought PART = Sought.of("(?:^|[，。；：、])(?<name>[\\u4e00-\\u9fa5]{2,10}?)(?:下设|项下|中设|下有|共设)$");

    private static final Sought EARLIER =
            Sought.of("上年|去年|上一年|原有?|增加|减少|新增|未完成|未达|其中|超额|完成了|(?:有|的|对|在|涉及|其余|另|已|中|部分|每|各|某|该|这)$");

    /** 个别绩效指标未完成，涉及产出指标1个: of those that the sentence is about. */
    private static final Sought SOME = Sought.of("(?:未|没有|未能)(?:完全|全部|按期)?(?:完成|达标|达到|实现)|[扣失]分|涉及");

    /** @param sentence where its sentence begins in the passage */
    private record Mention(Passage passage, int sentence, Spot spot, int count, String printed, String unit) {}

    @Override
    public String name() {
        return "same-thing-counted";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Map<String, List<Mention>> mentions = new LinkedHashMap<>();
        for (Passage passage : claims.passages()) {
            collect(passage, COUNTED.in(passage), mentions);
            collect(passage, NOUN_FIRST.in(passage), mentions);
        }
        mentions.values().forEach(same -> compare(same, ledger));
    }

    private static void collect(Passage passage, Matcher matcher, Map<String, List<Mention>> mentions) {
        while (matcher.find()) {
            String clause = clause(passage.text(), matcher.start());
            if (EARLIER.isIn(clause) || SOME.isIn(sentence(passage.text(), matcher.start()))) {
                continue;
            }
            String printed = matcher.group("count") + matcher.group("unit");
            int count = Character.isDigit(printed.charAt(0))
                    ? Integer.parseInt(matcher.group("count"))
                    : Numerals.value(matcher.group("count"));
            Spot spot = passage.spot(matcher.start("count"), matcher.end("unit"));
            mentions.computeIfAbsent(key(passage, matcher), key -> new ArrayList<>())
                    .add(new Mention(
                            passage,
                            passage.text().lastIndexOf('。', matcher.start()),
                            spot,
                            count,
                            printed,
                            matcher.group("unit")));
        }
    }

    /** The words of the same sentence before the number. */
    private static String sentence(String text, int at) {
        return text.substring(text.lastIndexOf('。', at) + 1, at);
    }

    /** The words of the same clause before the number. */
    private static String clause(String text, int at) {
        int from = at;
        while (from > 0 && "，。；：、！？".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return text.substring(from, at);
    }

    private static String key(Passage passage, Matcher matcher) {
        String noun = matcher.group("noun");
        String sentence =
                passage.text().substring(passage.text().lastIndexOf('。', matcher.start()) + 1, matcher.start());
        Matcher subject = SUBJECT.in(sentence);
        String about = "";
        while (subject.find()) {
            about = subject.group();
        }
        Matcher part = PART.in(passage.text().substring(0, matcher.start()));
        about = part.find() ? part.group("name") : about;
        boolean scheme = noun.endsWith("级指标") || noun.equals("方面");
        String thing =
                noun.equals("方面") ? "二级指标" : noun.replace("下属事业单位", "下属单位").replace("内设处室", "处室");
        return scheme ? about + "/" + thing : thing;
    }

    private static void compare(List<Mention> same, Ledger ledger) {
        Map<Integer, Long> votes = new LinkedHashMap<>();
        same.forEach(mention -> votes.merge(mention.count(), 1L, Long::sum));
        if (votes.size() != 2 || same.size() > 6) {
            return;
        }
        // two numbers in one sentence are told of different things, and 尚未移交的退休人员0人 of those who are not there
        boolean apart = same.stream()
                .noneMatch(one -> one.count() == 0
                        || same.stream()
                                .anyMatch(two -> one.count() != two.count()
                                        && one.sentence() == two.sentence()
                                        && one.passage().equals(two.passage())));
        if (!apart) {
            return;
        }
        int right = same.get(0).count();
        for (Map.Entry<Integer, Long> vote : votes.entrySet()) {
            right = vote.getValue() > votes.getOrDefault(right, 0L) ? vote.getKey() : right;
        }
        for (Mention mention : same) {
            if (mention.count() != right) {
                tell(mention, same, right, ledger);
            }
        }
    }

    private static void tell(Mention wrong, List<Mention> same, int right, Ledger ledger) {
        boolean chinese = !Character.isDigit(wrong.printed().charAt(0));
        String expected = (chinese ? Numerals.print(right) : String.valueOf(right)) + wrong.unit();
        List<Spot> because = same.stream()
                .filter(mention -> !mention.equals(wrong))
                .map(Mention::spot)
                .toList();
        Problem problem = Problem.of(
                "count-elsewhere",
                Place.NONE,
                "stated",
                wrong.printed(),
                "expected",
                expected,
                "line",
                because.get(0).line());
        ledger.find(Finding.of(Kind.COUNT, wrong.printed(), Optional.of(expected), problem, wrong.spot(), because));
    }
}
