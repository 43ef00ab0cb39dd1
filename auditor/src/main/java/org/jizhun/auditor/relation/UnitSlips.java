package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/**
 * Units of money that cannot be meant: 8.35亿万元; 由1.86亿元增至2.51万元; and 第一批债券资金1200万元 where 第一批 was 1.2亿元 in a sentence before.
 */
final class UnitSlips implements Relation {

    private static final Sought DOUBLE =
            Sought.of(Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?(?<unit>亿万元|万亿万元|万万元|亿亿元|万元元|元万元)"), "亿万元");

    private static final Sought MOVED =
            Sought.of("(?<word>增长|增加|提高|提升|扩大|上升|增|下降|减少|降低|压减|降|减)(?:到|至|为)(?:(?:(?:19|20)\\d{2}|今|本)年度?的?)?$");
    /** 第一批, 二期, 一标段: which of several. */
    private static final Sought ORDINAL = Sought.of("(?<ordinal>第[一二三四五六七八九十\\d]+[批期笔次标]|[一二三四五六七八九]期)");

    private static final Sought HELD = Sought.of("(?:比|较|与)[^，。；\\d]{0,14}$");
    private static final Sought APART = Sought.of("^(?:相比)?，?(?:降低|减少|增加|低于?|高于?|少|多|节约|节省|超出?|高出)(?:了|支出)?$");

    private static final int LONG = 5;
    private static final int SURE = 3;

    @Override
    public String name() {
        return "unit-slips";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Mention> numbered = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            Matcher twice = DOUBLE.in(passage);
            while (twice.find()) {
                twice(claims, passage, twice, ledger);
            }
            List<Mention> mentions = claims.mentions(passage);
            UnitByQuotient.examine(claims, passage, mentions, ledger);
            for (int i = 0; i < mentions.size(); i++) {
                Mention mention = mentions.get(i);
                if (i > 0) {
                    moved(mentions.get(i - 1), mention, ledger);
                    tenThousandfold(mentions.get(i - 1), mention, ledger);
                }
                if (i > 1) {
                    distant(mentions.get(i - 2), mentions.get(i - 1), mention, ledger);
                }
                ordinal(mention).ifPresent(ordinal -> again(mention, ordinal, numbered, ledger));
            }
        }
    }

    private static void twice(Claims claims, Passage passage, Matcher twice, Ledger ledger) {
        String number = twice.group()
                .substring(0, twice.group().length() - twice.group("unit").length());
        Exact value = Exact.parse(number.replace(",", ""));
        Optional<String> unit = claims.mentions(passage).stream()
                .map(Mention::figure)
                .filter(figure -> figure.kind() == Figure.Kind.AMOUNT && figure.end() < twice.start())
                .flatMap(figure -> List.of("亿元", "万元").stream()
                        .filter(own -> value.times(own.equals("亿元") ? Exact.of(100_000_000) : Exact.of(10_000))
                                .equals(figure.value())))
                .findFirst();
        String expected = number + unit.orElse(twice.group("unit").startsWith("亿") ? "亿元" : "万元");
        tell(twice.group(), expected, passage, twice.start(), twice.end(), List.of(), ledger);
    }

    /** 由2021年的1.86亿元增至2023年的2.51万元: a rise to a thousandth. */
    private static void moved(Mention from, Mention to, Ledger ledger) {
        Figure one = from.figure();
        Figure two = to.figure();
        Matcher words = MOVED.in(to.before());
        boolean pair = one.kind() == Figure.Kind.AMOUNT
                && two.kind() == Figure.Kind.AMOUNT
                && from.sentence() == to.sentence()
                && !one.unit().equals(two.unit())
                && !two.value().isZero()
                && words.find();
        if (!pair) {
            return;
        }
        boolean up = "增长增加提高提升扩大上升增".contains(words.group("word"));
        boolean wrong = up
                ? two.value().times(Exact.of(500)).compareTo(one.value()) < 0
                : two.value().compareTo(one.value().times(Exact.of(500))) > 0;
        if (wrong) {
            String number =
                    two.text().substring(0, two.text().length() - two.unit().length());
            tell(two.text(), number + one.unit(), two.passage(), two.start(), two.end(), List.of(one), ledger);
        }
    }

    /** 罚没收入438.6万元，全额上缴国库4386000万元: the same digits ten thousand times over, of which the yuan were meant. */
    private static void tenThousandfold(Mention before, Mention mention, Ledger ledger) {
        Figure one = before.figure();
        Figure two = mention.figure();
        Exact times = Exact.of(10_000);
        boolean amounts = one.kind() == Figure.Kind.AMOUNT
                && two.kind() == Figure.Kind.AMOUNT
                && one.unit().equals("万元")
                && two.unit().equals("万元")
                && before.sentence() == mention.sentence()
                && two.digits() > LONG
                && digits(one).length() >= SURE
                && two.value().equals(one.value().times(times));
        if (amounts) {
            String number =
                    two.text().substring(0, two.text().length() - two.unit().length());
            tell(two.text(), number + "元", two.passage(), two.start(), two.end(), List.of(one), ledger);
        }
    }

    /** 费用7836.82万元，比控制目标8000元低163.18元: a distance that is right to the last digit in the unit of the other two. */
    private static void distant(Mention one, Mention other, Mention distance, Ledger ledger) {
        Figure two = one.figure();
        boolean told = List.of(one, other, distance).stream()
                        .allMatch(mention ->
                                mention.figure().kind() == Figure.Kind.AMOUNT && mention.sentence() == one.sentence())
                && other.figure().unit().equals(distance.figure().unit())
                && !two.unit().equals(other.figure().unit())
                && two.text().endsWith(two.unit())
                && two.digits() >= SURE
                && HELD.isIn(other.before())
                && APART.isIn(distance.before());
        Exact apart = other.figure().printed().minus(two.printed()).abs();
        if (told && apart.equals(distance.figure().printed())) {
            String number =
                    two.text().substring(0, two.text().length() - two.unit().length());
            tell(
                    two.text(),
                    number + other.figure().unit(),
                    two.passage(),
                    two.start(),
                    two.end(),
                    List.of(other.figure()),
                    ledger);
        }
    }

    /** The ordinal in the words before an amount, the last one. */
    private static Optional<String> ordinal(Mention mention) {
        if (mention.figure().kind() != Figure.Kind.AMOUNT) {
            return Optional.empty();
        }
        String text = mention.figure().passage().text();
        int from = Math.max(
                        text.lastIndexOf('；', mention.figure().start()),
                        text.lastIndexOf('。', mention.figure().start()))
                + 1;
        Matcher ordinal = ORDINAL.in(text.substring(from, mention.figure().start()));
        Optional<String> last = Optional.empty();
        while (ordinal.find()) {
            last = Optional.of(ordinal.group("ordinal"));
        }
        return last;
    }

    /** The same digits of the same part of a whole in another unit, ten, a hundred or ten thousand times apart. */
    private static void again(Mention mention, String ordinal, List<Mention> numbered, Ledger ledger) {
        Figure two = mention.figure();
        for (Mention earlier : numbered) {
            Figure one = earlier.figure();
            boolean same = ordinal(earlier).filter(ordinal::equals).isPresent()
                    && !one.unit().equals(two.unit())
                    && !one.value().equals(two.value())
                    && digits(one).equals(digits(two))
                    && NearMisses.isWrongUnit(two, one.value());
            if (same && !ledger.judged(two)) {
                ledger.check(new Check(
                        Kind.UNIT, "unit-differs", "", one.text(), new Equation(two, Side.of(one), Side.ONE)));
                return;
            }
        }
        numbered.add(mention);
    }

    private static String digits(Figure figure) {
        return Sought.kept("^0+|0+$")
                .replaceAll(Sought.kept("\\D").replaceAll(figure.printed().toString(), ""), "");
    }

    private static void tell(
            String stated, String expected, Passage passage, int start, int end, List<Figure> because, Ledger ledger) {
        Problem problem = Problem.of(
                "unit-differs",
                Place.NONE,
                "subject",
                "",
                "stated",
                stated,
                "expected",
                expected,
                "formula",
                because.isEmpty() ? expected : because.get(0).text());
        ledger.find(Finding.of(
                Kind.UNIT,
                stated,
                Optional.of(expected),
                problem,
                passage.spot(start, end),
                because.stream().map(Figure::spot).toList()));
    }
}
