package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * Two scores of one thing, by its own office and by who looked again: 自评96.5分，复核得分89.2分，核减7.3分. The distance is theirs, 高 and 低 go the
 * way of the figures, and what was changed altogether is the sum of the changes (由10分调减为8分，…，累计调减4.5分).
 */
final class ScoreDifferences implements Relation {

    private static final Pattern DISTANCE = Pattern.compile(
            "(?<word>核减|核增|调减|调增|下调|上调|相差|高出|高|低|减少|增加|提高|下降|偏差|差)(?:了|为|：|约)?(?:分数)?$|(?:高于|低于|超过)(?:[^，。；\\d]{0,10}?)(?:自评|复核|复评|评价|初评|审核)[^，。；\\d]{0,6}$");
    /** 评价得分高于自评得分3分. */
    private static final Sought VERB = Sought.of("(?<word>高|低|超过)于?(?<other>[^，。；\\d]{2,14})$");

    private static final Sought ALTOGETHER =
            Sought.of("(?:累计|合计|共计?|总共|总计|[两二三四五六七八九十]项)[^，。；\\d]{0,4}(?:核减|核增|调减|调增|下调|上调|调整|减少|扣减)(?:了|为)?$");
    private static final Sought FROM = Sought.of("由(?:自评|原|原来|初评|原自评)?(?:的|得分)*$");
    private static final Sought TO = Sought.of("^(?:调减|调增|调整|核减|核增|核定|下调|上调|调|改|减|降|修正|降低|提高)(?:为|至|到)$");
    private static final Sought OWN = Sought.of("自评|初评|自查|自我评价");
    private static final Sought AGAIN = Sought.of("复核|复评|复查|再评价|重新评价|重评|财政评价|评价|第三方|审核|核定|抽评|抽查");
    private static final Pattern COMPARED = Pattern.compile(
            "(?<one>[^，。；\\d]{0,16}?)(?:比|较|与)(?<other>[^，。；\\d]{2,16}?)(?:相比)?(?:，)?(?:的)?(?<word>高出|高|低)(?:了)?$");
    private static final Sought OTHER_BASE = Sought.of("上年|去年|同期|平均|目标|满分|指标|其中|部分|最[高低]|每");
    private static final Pattern WORD = Pattern.compile("(?<word>高出|高|低)(?:了)?$");
    private static final Sought NO_SCORE = Sought.of("满分|分值|权重|扣|每|平均|上年|去年");

    @Override
    public String name() {
        return "score-differences";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            if (passage.text().indexOf('分') >= 0) {
                List<Mention> points = claims.mentions(passage).stream()
                        .filter(mention -> mention.figure().kind() == Figure.Kind.POINTS
                                && mention.figure().nearness() == Figure.Nearness.EXACT)
                        .toList();
                changes(points, ledger);
                for (int i = 2; i < points.size(); i++) {
                    distance(points, i, ledger);
                }
            }
        }
    }

    /** 由10分调减为8分，由15分调减为12.5分，累计调减4.5分. */
    private static void changes(List<Mention> points, Ledger ledger) {
        List<Figure> from = new ArrayList<>();
        List<Figure> to = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Mention mention = points.get(i);
            boolean changed = i > 0 && FROM.isIn(points.get(i - 1).before()) && TO.is(mention.before());
            if (changed) {
                from.add(points.get(i - 1).figure());
                to.add(mention.figure());
            } else if (from.size() >= 2 && ALTOGETHER.isIn(mention.before())) {
                Side side = Side.of(from);
                for (Figure figure : to) {
                    side = side.minus(figure);
                }
                Equation equation = new Equation(mention.figure(), side, Side.ONE);
                boolean other =
                        equation.expected().filter(value -> value.signum() > 0).isPresent();
                if (other && (equation.judge() != Verdict.DIFFERS || Near.within(equation, 60))) {
                    ledger.check(new Check(Kind.SUM, "sum-differs", "", Formulas.combined(from, to), equation));
                }
                return;
            }
        }
    }

    private static void distance(List<Mention> points, int at, Ledger ledger) {
        Mention told = points.get(at);
        Matcher words = DISTANCE.matcher(told.before());
        if (!words.find()
                || OTHER_BASE.isIn(told.before())
                || ALTOGETHER.isIn(told.before())
                || ledger.judged(told.figure())) {
            return;
        }
        Optional<Mention> own = last(points, at, true);
        Optional<Mention> again = last(points, at, false);
        if (own.isEmpty() || again.isEmpty()) {
            return;
        }
        Figure first = own.get().figure();
        Figure second = again.get().figure();
        boolean falls = first.value().compareTo(second.value()) > 0;
        Equation equation =
                new Equation(told.figure(), Side.of(falls ? first : second).minus(falls ? second : first), Side.ONE);
        if (first.value().equals(second.value())) {
            return;
        }
        ledger.check(new Check(
                Kind.DIFFERENCE,
                "difference-differs",
                "",
                Formulas.combined(List.of(falls ? first : second), List.of(falls ? second : first)),
                equation));
        if (equation.judge() != Verdict.DIFFERS) {
            direction(told, own.get(), again.get(), ledger);
        }
    }

    /** The last score before that the office gave itself, or that others gave it. */
    private static Optional<Mention> last(List<Mention> points, int at, boolean own) {
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            Mention mention = points.get(i);
            String name = Sought.kept("^.*(?:较|比|与)").replaceFirst(mention.before(), "");
            boolean score = !NO_SCORE.isIn(mention.before())
                    && !DISTANCE.matcher(mention.before()).find();
            boolean ofOwn = OWN.isIn(name);
            if (score && (own ? ofOwn : !ofOwn && AGAIN.isIn(name))) {
                return Optional.of(mention);
            }
        }
        return Optional.empty();
    }

    /** 复核得分91分，…，复核得分比自评得分高: the way must be that of the figures. */
    private static void direction(Mention told, Mention own, Mention again, Ledger ledger) {
        Matcher words = COMPARED.matcher(told.before());
        String before = told.before();
        Figure base = null;
        Figure subject = null;
        Matcher verb = VERB.in(before);
        boolean turned = verb.find() && Sought.kept(".*(?:自评|复核|复评|评价|初评|审核).*").is(verb.group("other"));
        if (turned) {
            boolean ofOwn = OWN.isIn(verb.group("other"));
            base = (ofOwn ? own : again).figure();
            subject = (ofOwn ? again : own).figure();
        } else if (words.find() && OWN.isIn(words.group("other"))) {
            base = own.figure();
            subject = again.figure();
        } else if (words.find(0) && AGAIN.isIn(words.group("other"))) {
            base = again.figure();
            subject = own.figure();
        } else if (Sought.kept("^(?:低|高|高出)(?:了)?$|.*(?:得分|评分)[高低](?:了)?$").is(before)) {
            Mention last = own.figure().start() > again.figure().start() ? own : again;
            if (Sought.kept(".*(?:较|比)[^，。；]*").is(last.before()) && before.length() <= 3) {
                base = last.figure();
                subject = last.equals(own) ? again.figure() : own.figure();
            }
        }
        if (base == null || subject == null) {
            return;
        }
        boolean higher = subject.value().compareTo(base.value()) > 0;
        Matcher word = turned ? verb : WORD.matcher(before);
        if ((!turned && !word.find()) || Sought.kept("高.*|超过").is(word.group("word")) == higher) {
            return;
        }
        String stated = word.group("word");
        String right = higher ? "高" : "低";
        int start = told.figure().start() - before.length() + word.start("word");
        ledger.find(WrongWord.compared(
                stated,
                Optional.of(right),
                told.figure().passage().spot(start, start + stated.length()),
                subject,
                base));
    }
}
