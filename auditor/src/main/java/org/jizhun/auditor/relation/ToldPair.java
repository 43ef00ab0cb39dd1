package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;

/**
 * What something is and what it was, or is held against, of which a text tells the distance: the two that stand nearest before it, or
 * behind it in brackets, and are named so by the words before them.
 *
 * @param now what it is
 * @param then what it was
 */
record ToldPair(Told now, Told then) {

    /** Sentences, which also ； ends, that a pair may reach back over. */
    private static final int SENTENCES = 2;

    /** Characters between a change and what stands in brackets or right behind it: （上年为320万元）. */
    private static final int BEHIND = 16;

    private static final Sought FROM = Sought.of("(?:由|从)[^，。；、\\d]{0,14}$");

    /** The pair that a change is told of, by words. */
    static Optional<ToldPair> of(List<Told> paragraph, Told change, Predicate<Told> alike) {
        List<Told> levels = new ArrayList<>();
        Told behind = null;
        for (Told other : paragraph) {
            boolean level = other.role().isLevel()
                    && alike.test(other)
                    && !other.figure().value().isZero();
            if (level && other.isBefore(change) && other.sentencesFrom(change) <= SENTENCES) {
                levels.add(other);
            } else if (level
                    && behind == null
                    && change.isBefore(other)
                    && other.role() == Role.EARLIER
                    && other.sentencesFrom(change) <= 1
                    && other.figure().start() - change.figure().end() <= BEHIND) {
                behind = other;
            }
        }
        Optional<Told> then = Optional.ofNullable(behind).or(() -> last(levels, other -> other.role() == Role.EARLIER));
        if (then.isEmpty()) {
            return Optional.empty();
        }
        Told was = then.get();
        Optional<Told> now = FROM.isIn(was.mention().before())
                ? levels.stream().filter(was::isBefore).findFirst()
                : Optional.empty();
        return now.or(() -> last(
                        levels,
                        other -> other.role() == Role.VALUE && other.mention().bracketed() == false))
                .filter(is -> !is.equals(was) && is.isLike(was))
                .map(is -> new ToldPair(is, was));
    }

    /**
     * Two figures of one name that the change is told of, the earlier one in another sentence or paragraph: 支付率68.35% … 支付率91.80%，高出上年23.45个百分点.
     *
     * @param around the figures of the paragraphs before as well
     */
    static Optional<ToldPair> named(List<Told> around, Told change, Predicate<Told> alike) {
        String name = name(change.mention().before());
        List<Told> levels = around.stream()
                .filter(other -> other.isBefore(change) && other.role().isLevel() && alike.test(other))
                .filter(other ->
                        !other.figure().value().isZero() && !other.mention().bracketed())
                .toList();
        Optional<Told> now = last(
                levels,
                other -> other.role() == Role.VALUE
                        && other.paragraph() == change.paragraph()
                        && (name.length() < 2
                                ? other.inSentenceOf(change)
                                : isShortened(name, name(other.mention().before()))));
        if (now.isEmpty()) {
            return Optional.empty();
        }
        String own = name(now.get().mention().before());
        return last(
                        levels,
                        other -> other.role() == Role.EARLIER
                                && other.isLike(now.get())
                                && own.length() >= 2
                                && endsAlike(name(other.mention().before()), own))
                .map(then -> new ToldPair(now.get(), then));
    }

    /** 采购总额 of 政府采购支出总额: all of its characters in their order. */
    private static boolean isShortened(String name, String full) {
        int at = 0;
        for (int i = 0; i < full.length() && at < name.length(); i++) {
            at += full.charAt(i) == name.charAt(at) ? 1 : 0;
        }
        return at == name.length();
    }

    private static boolean endsAlike(String one, String two) {
        String end = two.substring(Math.max(0, two.length() - 3));
        return one.endsWith(end);
    }

    /** What a figure is called, without its year, the word for its change and what joins it. */
    private static String name(String before) {
        String word = Role.word(before);
        String plain = (word.isEmpty() ? before : before.replace(word, ""))
                .replaceAll("(?:高出|[高低快慢多少]于?|超出)(?=上年|去年|同期|20|$)", "");
        return Sought.kept("(?:比|较|与|同)?(?:上年|去年|上一年|20\\d{2}年)(?:度|末|同期|底)?(?:相比)?|同比|[的各净也均仅为达到约是：:]")
                .replaceAll(plain, "");
    }

    private static Optional<Told> last(List<Told> levels, Predicate<Told> wanted) {
        return levels.stream().filter(wanted).reduce((one, two) -> two);
    }

    boolean rose() {
        return now.figure().value().compareTo(then.figure().value()) > 0;
    }

    Figure more() {
        return rose() ? now.figure() : then.figure();
    }

    Figure less() {
        return rose() ? then.figure() : now.figure();
    }

    Side distance() {
        return Side.of(more()).minus(less());
    }

    String formula() {
        return more().text() + " - " + less().text();
    }
}
