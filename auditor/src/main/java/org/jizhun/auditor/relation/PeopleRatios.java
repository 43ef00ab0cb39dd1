package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * How many there are of one kind for each of another: 生师比17.91:1, 医护比1:1.44, 生师比15.36, with the numbers of both anywhere in the
 * document, those of the same paragraph before others.
 */
final class PeopleRatios implements Relation {

    private static final String NUMBER = "\\d+(?:\\.\\d+)?";
    private static final Sought RATIO = Sought.of(
            Pattern.compile("(?<one>[生师医护床男女])(?<two>[生师医护床男女])比(?:例)?(?:约)?(?:为|是|达到?|：)?(?<ratio>(?<left>" + NUMBER
                    + ")(?:[:：∶](?<right>" + NUMBER + "))?)(?![\\d.%])"),
            "比",
            "生师医护床男女");

    private static final Map<String, Pattern> KINDS = Map.of(
            "生", named("在校(?:学生|生)?(?:总数|总人数|人数)?|(?<!毕业|师范|实习)学生(?:总数|人数)?|在籍学生|全日制(?:在校)?生|在园幼儿"),
            "师", named("(?:专任|任课|专职)教师(?:总数|人数)?|(?<!双师型|兼职|外聘|外籍)教师(?:总数|人数)?"),
            "医", named("(?:执业|助理|（助理）)*医[师生](?:总数|人数)?"),
            "护", named("(?:注册|执业)?护士(?:总数|人数)?|护理人员"),
            "床", named("(?:编制|开放|实有|设置|实际开放)*(?:床位|病床)(?:总数|数)?"),
            "男", named("男(?:性|生|职工|学员)?"),
            "女", named("女(?:性|生|职工|学员)?"));

    @Override
    public String name() {
        return "people-ratios";
    }

    private static Pattern kind(String character) {
        return Optional.ofNullable(KINDS.get(character)).orElseThrow();
    }

    private static Pattern named(String word) {
        return Pattern.compile("(?:" + word + ")(?:总数|人数)?(?:（[^）]{1,8}）)?(?:共有|共计|共|为|有|达)?$");
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            Matcher ratio = RATIO.in(passage);
            while (ratio.find()) {
                ratio(claims, passage, ratio, ledger);
            }
        }
    }

    private static void ratio(Claims claims, Passage passage, Matcher words, Ledger ledger) {
        boolean inverse = words.group("right") != null && words.group("left").equals("1");
        boolean readable =
                words.group("right") == null || inverse || words.group("right").equals("1");
        int at = words.start(inverse ? "right" : "left");
        Optional<Figure> printed = claims.figures(passage).stream()
                .filter(figure -> figure.start() == at)
                .findFirst();
        if (!readable || printed.isEmpty() || printed.get().nearness() != Figure.Nearness.EXACT) {
            return;
        }
        List<Figure> one = CountsByWord.named(claims, kind(words.group("one")), passage, Figure.Kind.COUNT);
        List<Figure> two = CountsByWord.named(claims, kind(words.group("two")), passage, Figure.Kind.COUNT);
        if (one.isEmpty() || two.isEmpty()) {
            return;
        }
        for (Figure first : one) {
            for (Figure second : two) {
                Check check = check(printed.get(), inverse ? second : first, inverse ? first : second);
                if (Near.tight(check.equation())) {
                    ledger.check(check);
                    return;
                }
            }
        }
        Check nearest = check(printed.get(), (inverse ? two : one).get(0), (inverse ? one : two).get(0));
        if (nearest.equation().judge() == Verdict.DIFFERS && isFar(nearest.equation())) {
            return;
        }
        ledger.check(nearest);
    }

    /** Three times as much is a ratio of others. */
    private static boolean isFar(Equation equation) {
        Exact right = equation.expected().orElse(Exact.ZERO);
        Exact printed = equation.result().value();
        Exact three = Exact.of(3);
        return printed.compareTo(right.times(three)) > 0 || right.compareTo(printed.times(three)) > 0;
    }

    private static Check check(Figure ratio, Figure top, Figure bottom) {
        return Checks.quotient("", ratio, top, bottom);
    }
}
