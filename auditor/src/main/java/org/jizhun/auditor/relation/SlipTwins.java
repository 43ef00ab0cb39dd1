package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * One fact told twice in other words, once with two digits exchanged: 惠及学生12,460人 … 受益学生12,640人. Two figures of one unit
 * and four digits or more, that are each other's exchange and share a word, are no accident where one of them is in no other
 * relation; that one is told, or of two such the one that the document prints less often, else the later. A long figure of the text is held
 * against the cells of tables too, without a word in common.
 */
final class SlipTwins implements Relation {

    private static final int LONG = 4;

    /** Digits that are no accident without a word in common. */
    private static final int VERY_LONG = 6;

    private static final Sought IN_FORMULA = Sought.of("[＝=÷×/]（?$");
    private static final Sought STANDARD = Sought.of("[人户亩生床村]均|每|单价|标准");
    private static final Sought ONE_OF_MANY = Sought.of("第[一二三四五六七八九十\\d]{1,2}(?:批|期|次|轮|季度|标段|阶段|笔)|[一二三四五]标段");

    @Override
    public String name() {
        return "slip-twins";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Map<String, List<Mention>> byDigits = new HashMap<>();
        for (Passage passage : claims.passages()) {
            for (Mention mention : claims.mentions(passage)) {
                boolean exact = mention.figure().nearness() == Figure.Nearness.EXACT;
                boolean inFormula = mention.figure().kind() == Figure.Kind.PLAIN && IN_FORMULA.isIn(mention.before());
                if ((mention.isMeasured() || inFormula)
                        && exact
                        && mention.figure().digits() >= LONG
                        && !isRound(mention.figure())) {
                    byDigits.computeIfAbsent(key(mention.figure()), key -> new ArrayList<>())
                            .add(mention);
                }
            }
        }
        byDigits.values().forEach(alike -> ToldOtherwise.exchanged(alike, Mention::figure, SlipTwins::areOne, ledger));
        inTables(claims, byDigits, ledger);
    }

    /** 剩余预算22952.20万元 and a cell of 22925.20 that its row explains: so many digits need no word in common. */
    private static void inTables(Claims claims, Map<String, List<Mention>> byDigits, Ledger ledger) {
        for (Table table : claims.tables()) {
            for (Table.Row row : table.rows()) {
                for (Figure cell :
                        row.figures().stream().flatMap(Optional::stream).toList()) {
                    if (cell.tellingDigits() < LONG + 1 || cell.digits() < VERY_LONG) {
                        continue;
                    }
                    List<Mention> alike = byDigits.getOrDefault(key(cell), List.of());
                    boolean known = alike.stream()
                            .anyMatch(mention -> mention.figure().printed().equals(cell.printed()));
                    if (alike.size() == 1 && !known && isOf(alike.get(0).figure(), cell, ledger)) {
                        ToldOtherwise.exchanged(alike.get(0).figure(), cell, ledger);
                    }
                }
            }
        }
    }

    private static boolean isOf(Figure told, Figure cell, Ledger ledger) {
        return told.isLike(cell)
                && told.unitSize().equals(cell.unitSize())
                && NearMisses.isExchange(told, cell.value())
                && !ledger.related().contains(told)
                && ledger.confirms(cell)
                && !ledger.doubts(cell);
    }

    /** 2400元 and 2040元 are easily two prices. */
    private static boolean isRound(Figure figure) {
        return figure.printed()
                        .toString()
                        .replaceAll("\\D", "")
                        .replaceFirst("0+$", "")
                        .length()
                < LONG - 1;
    }

    /** The digits in order: what an exchange leaves as it is. */
    private static String key(Figure figure) {
        char[] digits = figure.printed().toString().toCharArray();
        Arrays.sort(digits);
        return new String(digits);
    }

    private static boolean areOne(Mention earlier, Mention later) {
        boolean standards = isStandard(later) && isStandard(earlier);
        return !standards
                && !areTwo(earlier, later)
                && unitsFit(later.figure(), earlier.figure())
                && NearMisses.isExchange(later.figure(), inUnitOf(later.figure(), earlier.figure()))
                && shareWord(later, earlier)
                && PlacedFigure.of(later).isOfSameTimeAs(PlacedFigure.of(earlier));
    }

    /** 亩均补助2400元；综合亩均补助2040元: two standards side by side are two things. */
    private static boolean isStandard(Mention mention) {
        return STANDARD.isIn(mention.before());
    }

    /** 2022年接待12.46万人次，2023年接待12.64万人次; 第一批1,350万元，第二批1,530万元. */
    static boolean areTwo(Mention one, Mention two) {
        Optional<Integer> first = NowAndThen.year(one);
        Optional<Integer> second = NowAndThen.year(two);
        boolean years = first.isPresent() && second.isPresent() && !first.equals(second);
        return years || ONE_OF_MANY.isIn(one.before()) || ONE_OF_MANY.isIn(two.before());
    }

    /** A bare figure in a formula, such as ＝3014.40÷3250, leaves its unit out. */
    private static boolean unitsFit(Figure one, Figure two) {
        return one.unit().equals(two.unit())
                || one.unit().isEmpty()
                || two.unit().isEmpty();
    }

    private static Exact inUnitOf(Figure one, Figure other) {
        return other.printed().times(one.unitSize());
    }

    /** Two neighbouring characters, of the words right before either figure, that are no general word. */
    private static boolean shareWord(Mention one, Mention two) {
        String words = one.figure().unit().isEmpty()
                ? one.figure().passage().text().substring(0, one.figure().start())
                : one.before();
        String label = one.claim().label();
        return GeneralWords.shareOther(words, two.before())
                || (!label.isEmpty() && label.equals(two.claim().label()));
    }
}
