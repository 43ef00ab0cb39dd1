package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;

/**
 * The word for a change where the two figures go the other way: 由0.512降低到0.586; 年初3580万元，调增455.50万元，调整后3124.50万元;
 * 执行率63.90%，慢于序时进度（58.33%）5.57个百分点.
 */
final class ReckonedDirections implements Relation {

    private static final Sought MOVED = Sought.of(
            "^[^，。；\\d]{0,6}?(?<word>增加|增长|上升|提高|提升|上涨|扩大|升|增|减少|下降|降低|压减|缩短|延长|缩小|回落|降|减)(?:至|到了?|为)[^，。；\\d]{0,6}$");

    private static final Pattern TREND =
            Pattern.compile("，?(?:呈)?(?:逐年|逐季|逐月|逐步|持续|连年)(?<word>上升|增长|提高|增加|提升|下降|减少|降低|回落)");

    private static final Sought CHANGED =
            Sought.of("^[，（]?(?:同比|较上年|比上年|与上年相比)，?(?:略有|有所|明显|小幅)?(?<word>增加|增长|上升|提高|下降|减少|降低)(?=[，。；）])");

    private static final Sought FROM = Sought.of("(?:由|从)[^，。；]*$");

    private static final Sought UP = Sought.of("^(?:增|上|提|扩|升|高|快|超|领|多|追|新|涨|净增|延)");

    private static final Sought COMPARES = Sought.of("(?<word>高于|高出|快于|超过|超出|领先|低于|慢于|落后|滞后)[^，。；\\d]{0,14}$");

    private static final Sought FIRST = Sought.of("(?:年初|期初|原)[^，。；\\d]{0,14}$");

    private static final Sought ADJUSTED = Sought.of("调整后|调整为|全年预算|最终|年末|期末");

    @Override
    public String name() {
        return "reckoned-directions";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (List<Told> paragraph : Told.OfText.of(claims).paragraphs()) {
            for (int i = 0; i < paragraph.size(); i++) {
                Told told = paragraph.get(i);
                if (i > 0) {
                    trend(paragraph, i, ledger);
                    level(paragraph.get(i - 1), told, ledger);
                    moved(paragraph.get(i - 1), told, ledger);
                }
                if (told.role().isChange() && told.isMeasured()) {
                    adjusted(told, paragraph, ledger);
                }
                if (told.figure().kind() == Figure.Kind.PERCENTAGE_POINTS) {
                    points(told, paragraph, ledger);
                }
            }
            DistanceWords.examine(paragraph, ledger);
        }
    }

    /** 分别为1.68元、1.72元和1.18元，逐年上升: each must go that way. */
    private static void trend(List<Told> paragraph, int last, Ledger ledger) {
        Told end = paragraph.get(last);
        Matcher words =
                TREND.matcher(end.text()).region(end.figure().end(), end.text().length());
        if (!words.lookingAt()) {
            return;
        }
        boolean up = isUp(words.group("word"));
        for (int i = last;
                i > 0
                        && paragraph.get(i - 1).isLike(end)
                        && paragraph.get(i - 1).inSentenceOf(end);
                i--) {
            Told one = paragraph.get(i - 1);
            Told two = paragraph.get(i);
            String between =
                    end.text().substring(one.figure().end(), two.figure().start());
            if (!Sought.kept("[、和及]|[、，]?[^，。；\\d]{0,6}").is(between)) {
                return;
            }
            int order = two.figure().value().compareTo(one.figure().value());
            if (order != 0 && order > 0 != up) {
                tell(
                        two.figure().text(),
                        "",
                        end.figure().passage(),
                        two.figure().start(),
                        two,
                        one,
                        ledger);
                return;
            }
        }
    }

    /** 2023年支出1.85万元，2022年支出1.85万元，同比略有下降. */
    private static void level(Told one, Told two, Ledger ledger) {
        Matcher words = CHANGED.in(two.mention().after() + rest(two));
        boolean pair = one.isMeasured()
                && one.isLike(two)
                && one.role().isLevel()
                && two.role().isLevel()
                && (one.role() == Role.EARLIER) != (two.role() == Role.EARLIER)
                && one.inSentenceOf(two)
                && one.figure().value().equals(two.figure().value());
        if (pair && words.find()) {
            int start = two.figure().end() + words.start("word");
            tell(words.group("word"), "持平", two.figure().passage(), start, one, two, ledger);
        }
    }

    /** What follows the clause of a figure. */
    private static String rest(Told told) {
        String text = told.text();
        int from = told.figure().end() + told.mention().after().length();
        return text.substring(from, Math.min(text.length(), from + 16));
    }

    /** 由0.512降低到0.586. */
    private static void moved(Told from, Told to, Ledger ledger) {
        Passage passage = to.figure().passage();
        String text = passage.text();
        String head = text.substring(0, from.figure().start());
        Matcher words = MOVED.in(text.substring(from.figure().end(), to.figure().start()));
        boolean alike = from.figure().kind() == to.figure().kind()
                && from.figure().unit().equals(to.figure().unit())
                && from.inSentenceOf(to);
        if (alike && FROM.isIn(head.substring(Math.max(0, head.length() - 30))) && words.find()) {
            String word = words.group("word");
            int order = to.figure().value().compareTo(from.figure().value());
            if (order != 0 && (order > 0) != isUp(word)) {
                tell(
                        word,
                        OppositeWords.of(word).orElse(order > 0 ? "提高" : "降低"),
                        passage,
                        from.figure().end() + words.start("word"),
                        to,
                        from,
                        ledger);
            }
        }
    }

    /** 年初3580万元，调增455.50万元，调整后3124.50万元. */
    private static void adjusted(Told change, List<Told> paragraph, Ledger ledger) {
        Optional<Told> first = paragraph.stream()
                .filter(other -> other.isBefore(change)
                        && other.isLike(change)
                        && !other.role().isChange())
                .filter(other -> FIRST.isIn(other.mention().before()) && other.sentencesFrom(change) <= 1)
                .reduce((one, two) -> two);
        Optional<Told> then = paragraph.stream()
                .filter(other -> change.isBefore(other) && other.isLike(change) && other.sentencesFrom(change) <= 1)
                .filter(other -> ADJUSTED.isIn(other.mention().before()))
                .findFirst();
        if (first.isEmpty() || then.isEmpty()) {
            return;
        }
        Told one = first.get();
        Told two = then.get();
        boolean rose = two.figure().value().compareTo(one.figure().value()) > 0;
        boolean told = change.figure()
                .rounded()
                .holds(two.figure().value().minus(one.figure().value()).abs());
        String before = change.mention().before();
        String word = Sought.kept("^(..).*$").replaceAll(Role.word(before), "$1");
        if (told && !word.isEmpty() && rose == (change.role() == Role.FALL)) {
            int start = change.figure().start() - before.length() + before.lastIndexOf(word);
            tell(word, rose ? "调增" : "调减", change.figure().passage(), start, two, one, ledger);
        }
    }

    /** 63.90%，慢于序时进度（58.33%）5.57个百分点: the two right before, whose distance it is. */
    private static void points(Told told, List<Told> paragraph, Ledger ledger) {
        int at = paragraph.indexOf(told);
        if (at < 2) {
            return;
        }
        Told base = paragraph.get(at - 1);
        Told value = null;
        for (int i = at - 2; i >= 0 && value == null; i--) {
            boolean rate = paragraph.get(i).figure().kind() == Figure.Kind.PERCENT
                    && paragraph.get(i).inSentenceOf(told);
            value = rate ? paragraph.get(i) : null;
        }
        String text = told.text();
        Matcher words = COMPARES.in(text.substring(0, base.figure().start()));
        boolean adjoins = base.figure().kind() == Figure.Kind.PERCENT
                && Sought.kept("[）)]?的?")
                        .is(text.substring(base.figure().end(), told.figure().start()));
        if (value == null || !adjoins || !words.find()) {
            return;
        }
        boolean above = value.figure().value().compareTo(base.figure().value()) > 0;
        Side distance = above
                ? Side.of(value.figure()).minus(base.figure())
                : Side.of(base.figure()).minus(value.figure());
        String word = words.group("word");
        boolean holds = Near.rounded(new Equation(told.figure(), distance, Side.ONE));
        if (holds && above != isUp(word)) {
            tell(
                    word,
                    OppositeWords.of(word).orElse(""),
                    told.figure().passage(),
                    words.start("word"),
                    value,
                    base,
                    ledger);
        }
    }

    private static boolean isUp(String word) {
        return UP.isIn(word);
    }

    private static void tell(
            String stated, String expected, Passage passage, int start, Told now, Told then, Ledger ledger) {
        Spot where = passage.spot(start, start + stated.length());
        boolean told = ledger.findsInLine(Kind.DIRECTION, where);
        if (told || WrongWord.isReversed(passage, start)) {
            return;
        }
        Optional<String> right = Optional.of(expected).filter(word -> !word.isEmpty());
        ledger.find(WrongWord.compared(stated, right, where, now.figure(), then.figure()));
    }
}
