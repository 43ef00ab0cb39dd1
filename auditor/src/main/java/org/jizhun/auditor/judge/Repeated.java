package org.jizhun.auditor.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * How often a document prints a value. A long figure printed twice was seldom wrong twice, so that it is the last to be
 * mended, and a correction to a value that stands elsewhere is the likeliest.
 */
public final class Repeated {

    public static final Repeated NOTHING = new Repeated(Map.of(), Set.of(), List.of());

    private static final int LONG = 4;

    private static final int WORDS = 9;

    private static final int WORDS_AFTER = 4;

    private static final Exact FEW = Exact.of(5);

    /** By the digits as printed, since tables often leave their unit to the caption. */
    private final Map<Exact, Integer> times;

    /** Rates such as 91.20%, which two rows may share, but which a correction seldom meets by accident. */
    private final Set<Exact> rates;

    /** Numbers of things too short to tell themselves, of which the words before must be alike; and long amounts. */
    private final List<Figure> things;

    private Repeated(Map<Exact, Integer> times, Set<Exact> rates, List<Figure> things) {
        this.times = times;
        this.rates = rates;
        this.things = things;
    }

    public static Repeated of(Collection<Figure> figures) {
        Map<Exact, Integer> times = new HashMap<>();
        Set<Exact> rates = new HashSet<>();
        List<Figure> things = new ArrayList<>();
        for (Figure figure : figures) {
            if (figure.kind() == Figure.Kind.COUNT && figure.printed().compareTo(FEW) > 0) {
                things.add(figure);
            }
            if (figure.kind() == Figure.Kind.AMOUNT && figure.digits() > LONG) {
                things.add(figure);
            }
            if (figure.digits() > LONG || isLong(figure.printed().toString())) {
                times.merge(figure.printed(), 1, Integer::sum);
            } else if (figure.kind() == Figure.Kind.PERCENT && figure.digits() == LONG) {
                rates.add(figure.printed());
            }
        }
        return new Repeated(times, rates, things);
    }

    /** Whether the printed value stands in another place as well. */
    boolean elsewhere(Figure figure) {
        return times.getOrDefault(figure.printed(), 0) > 1 || isCountedAgain(figure);
    }

    /** 共有车辆11辆, and further on 公务用车保有量11辆: as many of the same thing, named alike. */
    private boolean isCountedAgain(Figure figure) {
        if (figure.kind() != Figure.Kind.COUNT || figure.printed().compareTo(FEW) <= 0) {
            return false;
        }
        String words = before(figure);
        return things.stream()
                .anyMatch(other -> other.value().equals(figure.value())
                        && other.isLike(figure)
                        && !inOneSentence(other, figure)
                        && isAlike(words, before(other) + after(other)));
    }

    /**
     * Whether another number of the same things, told in the same paragraph, makes an equation right in the place of this one: 有效问卷298份 for
     * 收回306份 in a rate of 93.13%, which is of the wrong figure then and no slip of this one.
     */
    boolean anotherGives(Equation equation, Figure input) {
        return things.stream()
                .filter(other -> other.isLike(input)
                        && !other.value().equals(input.value())
                        && other.passage().equals(input.passage()))
                .anyMatch(other -> equation.judge(Map.of(input, other.value())) == Verdict.AGREES);
    }

    /** 公务用车保有量9辆, where 共有车辆8辆 stands further on: whether the same things, named alike, are told to be so many elsewhere. */
    public boolean countedAs(Figure figure, Exact value) {
        String words = before(figure);
        return value.compareTo(FEW) > 0 && counted(figure, value).anyMatch(other -> isAlike(words, before(other)));
    }

    /** ≥900家 in a cell of its own: as many of the same things, whose name stands in another cell. */
    boolean isCell(Figure figure, Exact value) {
        return counted(figure, value)
                .anyMatch(
                        other -> other.passage().text().length() <= other.text().length() + 2);
    }

    /** So many of the same things in other paragraphs and cells. */
    private Stream<Figure> counted(Figure figure, Exact value) {
        return things.stream()
                .filter(other -> figure.kind() == Figure.Kind.COUNT
                        && figure.unitSize().equals(Exact.ONE)
                        && other.value().equals(value)
                        && other.isLike(figure)
                        && !other.passage().equals(figure.passage()));
    }

    private static boolean inOneSentence(Figure one, Figure two) {
        int from = Math.min(one.end(), two.end());
        int to = Math.max(one.start(), two.start());
        return one.passage().equals(two.passage())
                && (to <= from || one.passage().text().substring(from, to).indexOf('。') < 0);
    }

    private static boolean isAlike(String one, String two) {
        return one.chars().distinct().filter(word -> two.indexOf(word) >= 0).count() >= 2;
    }

    /** The words right behind a figure: 76家【助餐点中】. */
    private static String after(Figure figure) {
        String text = figure.passage().text();
        String words = text.substring(figure.end(), Math.min(text.length(), figure.end() + WORDS_AFTER));
        return Sought.kept("[，。；：、\\d].*").replaceFirst(words, "");
    }

    /** The words right before a figure. */
    private static String before(Figure figure) {
        String text = figure.passage().text();
        String words = text.substring(Math.max(0, figure.start() - WORDS), figure.start());
        return Sought.kept(".*[，。；：、\\d]").replaceFirst(words, "");
    }

    /** Whether another figure of the document is printed as this one would be after mending it to a value. */
    public boolean known(Figure figure, Exact value) {
        Exact printed = value.dividedBy(figure.unitSize());
        return times.containsKey(printed) || (figure.kind() == Figure.Kind.PERCENT && rates.contains(printed));
    }

    /** The same for values with digits enough of their own, zeros at the end not counted. */
    public boolean surelyKnown(Figure figure, Exact value) {
        return known(figure, value) && isLong(value.dividedBy(figure.unitSize()).toString());
    }

    private static boolean isLong(String digits) {
        int count = 0;
        boolean leading = true;
        for (int i = 0; i < digits.length(); i++) {
            char character = digits.charAt(i);
            leading &= character == '0';
            count += !leading && character >= '0' && character <= '9' ? 1 : 0;
        }
        return count >= LONG;
    }
}
