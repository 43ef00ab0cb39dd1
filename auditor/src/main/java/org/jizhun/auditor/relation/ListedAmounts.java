package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * So many projects, each with its name and its amount: 新增债券2.35亿元，安排用于4个项目：甲9800万元、乙6200万元、丙4500万元、丁3000万元. There are as many amounts as are
 * said, and they make up the amount before.
 */
final class ListedAmounts implements Relation {

    private static final Sought ANNOUNCED = Sought.of(
            Pattern.compile(
                    "(?<![第\\d.])(?<count>\\d{1,2}|[两二三四五六七八九十]{1,2})(?<unit>个|项|家|类)(?:子)?(?<noun>项目|标段|工程|单位|方向|县区|县|乡镇|专项|部门|企业|园区|课题)[^，。；：\\d]{0,6}：(?:其中[，：]?|分别[为是])?"),
            "：",
            "个项家类");
    private static final Sought FIRST = Sought.of("[^，。；、：\\d]{2,24}");
    private static final Sought NEXT = Sought.of("(?:（[^（）]{1,20}）)?[、；，](?:以及|和)?[^，。；、：\\d]{2,24}");
    private static final Sought CLOSED = Sought.of("^(?:（[^（）]{1,20}）)?[。；]");

    /** How many more or fewer names than said may still be those that were meant. */
    private static final int APART = 2;

    @Override
    public String name() {
        return "listed-amounts";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            Matcher announced = ANNOUNCED.in(passage);
            while (announced.find()) {
                List<Mention> mentions = claims.mentions(passage);
                List<Figure> listed = listed(mentions, passage.text(), announced.end());
                if (listed.size() >= 2) {
                    count(passage, announced, listed, ledger);
                    whole(mentions, announced.start(), listed).ifPresent(ledger::checkUnlessKnown);
                }
            }
        }
    }

    /** The amounts of a list of names that ends its sentence; none where it goes on otherwise. */
    private static List<Figure> listed(List<Mention> mentions, String text, int from) {
        List<Figure> listed = new ArrayList<>();
        int end = from;
        for (Mention mention : mentions) {
            Figure figure = mention.figure();
            if (figure.start() < end) {
                continue;
            }
            String name = text.substring(end, figure.start());
            boolean next = figure.kind() == Figure.Kind.AMOUNT && (listed.isEmpty() ? FIRST : NEXT).is(name);
            if (!next) {
                break;
            }
            listed.add(figure);
            end = figure.end();
        }
        return CLOSED.isIn(text.substring(end)) ? listed : List.of();
    }

    private static void count(Passage passage, Matcher announced, List<Figure> listed, Ledger ledger) {
        int stated = Numerals.count(announced.group("count"));
        int found = listed.size();
        if (stated < 2 || stated == found || Math.abs(stated - found) > APART) {
            return;
        }
        String printed = announced.group("count") + announced.group("unit");
        ledger.find(WrongCount.finding(
                Kind.COUNT,
                printed,
                Optional.of(CountedNames.print(found, announced.group("unit"), printed)),
                found,
                passage.spot(announced.start("count"), announced.end("unit")),
                listed.stream().map(Figure::spot).toList()));
    }

    /** The amount before, in the same sentence, which they make up, or would but for its unit or a digit. */
    private static Optional<Check> whole(List<Mention> mentions, int before, List<Figure> listed) {
        Optional<Mention> whole = mentions.stream()
                .filter(mention -> mention.figure().end() <= before)
                .filter(mention -> mention.figure().kind() == Figure.Kind.AMOUNT && !mention.bracketed())
                .reduce((one, two) -> two);
        int sentence = mentions.stream()
                .filter(mention -> mention.figure().equals(listed.get(0)))
                .mapToInt(Mention::sentence)
                .findFirst()
                .orElse(-1);
        return whole.filter(mention -> mention.sentence() == sentence)
                .map(mention -> Checks.sum(Kind.SUM, mention.claim().label(), mention.figure(), listed))
                .filter(check -> {
                    Figure total = check.equation().result();
                    Exact sum = check.equation().expected().orElse(total.value());
                    return check.equation().judge() != Verdict.DIFFERS
                            || NearMisses.isWrongUnit(total, sum)
                            || Likely.isDigitSlip(check.equation());
                });
    }
}
