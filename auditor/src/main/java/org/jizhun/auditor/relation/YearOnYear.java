package org.jizhun.auditor.relation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claim;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Sentence;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * A change against last year in running text: {@code 支出1200万元，比上年1000万元增加200万元，增长20%}. Amount of change, rate of
 * change and the words 增长 and 下降 must fit the two figures.
 */
final class YearOnYear implements Relation {

    private static final Sought COMPARED =
            Sought.of("(?:比|较|与|同)?(?:上年度?|去年|上一年度?)(?:同期|决算数|支出|实际)?|(?:比|较|与|同)(?:19|20)\\d{2}年度?|同比|环比"
                    + "|(?:比|较|与)(?:当年|本年|全年|年初|调整后?)?(?:预算|计划)(?:安排)?数?(?=\\d)");
    private static final Sought LAST = Sought.of(
            "(?:上年度?|去年|上一年度?|上年同期|(?:比|较|与|同)(?:19|20)\\d{2}年度?|(?:比|较|与)(?:当年|本年|全年|年初|调整后?)?(?:预算|计划))(?:同期|决算数?|支出|实际|数|的|为|完成|安排)*$");
    private static final Pattern UP = Pattern.compile("(?:增长|增加|上升|提高|上涨|增幅|增产|增收|多|增)(?:了|为|达|约|率为|幅度为)*$");
    private static final Pattern DOWN = Pattern.compile("(?:下降|减少|降低|压减|压缩|减|降幅|减产|少|下滑|节约)(?:了|为|达|约|率为|幅度为)*$");

    /** 比2023年的7286万元增长3.31%，其中县级资金比上年…: what was compared with is not this year's. */
    private static final Sought AGAINST = Sought.of("(?:比|较)(?:上年度?|去年|(?:19|20)\\d{2}年度?)(?:同期)?[^，。；、\\d]{0,6}$");

    private static final Sought BASE = Sought.of("(?:[为占]|完成|达到?|相当于|约占|仅占)[^，。；、\\d]{0,10}$");

    private static final Sought MOVED = Sought.of(
            "(?:/[^，。；\\d]{1,4}?)?起?，?(增长|增加|上升|提高|提升|扩大|扩增|上涨|下降|减少|降低|压减|压缩|缩减|降|升|增|减)(?:到了?|至|为)(?:(?:(?:19|20)\\d{2}|今|本)年度?的?)?");

    /** 较2023年的1860万元增加186万元，达到2046万元: this year's figure comes last. */
    private static final Sought REACHING = Sought.of("(?:达到?|增至|增加到|增长到|提高到|降至|降到|减少到|升至|为)$");

    /** 上年决算支出为30461.90万元，同比增加1296.35万元. */
    private static final Sought OF_LAST_YEAR = Sought.of("(?:^|[，。；])(?:上年|去年|上一年)度?[^，。；、\\d]{0,10}$");

    /** How many times the printed rate two figures make that it is not of. */
    private static final int MANY_TIMES = 4;

    /** How many figures back this year's may stand. */
    private static final int EARLIER = 24;

    /** How many characters before a figure its year may stand. */
    private static final int WORDS = 16;

    private static final Sought NAMED_BASE =
            Sought.of("^[，（]?[比较](?<name>20\\d{2}年[^，。；、\\d]{2,12}?)(?:净?增加|增长|减少|下降|净?增|净?减)(?:了)?\\d");

    private static final int LONG = 4;

    @Override
    public String name() {
        return "year-on-year";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Deque<Claim> earlier = new ArrayDeque<>();
        for (Sentence sentence : claims.sentences()) {
            elsewhere(sentence, earlier, ledger);
            earlier.addAll(sentence.claims());
            while (earlier.size() > EARLIER) {
                earlier.removeFirst();
            }
            Matcher matcher = COMPARED.in(sentence.text());
            int from = 0;
            fromTo(sentence, ledger);
            while (matcher.find(from)) {
                from = matcher.end();
                comparison(claims, sentence, matcher.start() + sentence.start(), ledger);
            }
        }
    }

    /**
     * 与2023年相比，支出增加2316.58万元，增长5.06%: this year's figure stands in a sentence before. Any that gives the rate is it;
     * else one that carries the name of what changed, if the printed rate is a slip of what it gives.
     */
    private static void elsewhere(Sentence sentence, Deque<Claim> earlier, Ledger ledger) {
        if (sentence.claims().size() < 2 || !COMPARED.isIn(sentence.text())) {
            return;
        }
        List<Claim> claims = sentence.claims();
        for (int i = 0; i + 1 < claims.size(); i += 2) {
            if (!isElsewhere(
                    sentence,
                    i == 0 ? sentence.start() : claims.get(i - 1).figure().end(),
                    i,
                    earlier,
                    ledger)) {
                return;
            }
        }
    }

    /** One change with its rate, both told with words that go one way; whether another pair may follow. */
    private static boolean isElsewhere(Sentence sentence, int from, int at, Deque<Claim> earlier, Ledger ledger) {
        List<Claim> claims = sentence.claims();
        Figure change = claims.get(at).figure();
        Figure rate = claims.get(at + 1).figure();
        String text = sentence.passage().text();
        String before = text.substring(from, change.start());
        String between = text.substring(change.end(), rate.start());
        boolean up = UP.matcher(before).find() && UP.matcher(between).find();
        boolean down = DOWN.matcher(before).find() && DOWN.matcher(between).find();
        if (up == down || !measured(change) || rate.kind() != Figure.Kind.PERCENT) {
            return false;
        }
        String name = Sought.kept("^支总计各?$")
                .replaceAll(
                        Sought.kept("(?:增长|增加|上升|提高|下降|减少|降低|压减)+了?$")
                                .replaceAll(claims.get(at).label(), ""),
                        "支出总计");
        Optional<Check> called = Optional.empty();
        for (Claim claim : earlier) {
            Figure current = claim.figure();
            if (!measured(current) || !current.isLike(change)) {
                continue;
            }
            Side base = up ? Side.of(current).minus(change) : Side.of(current).plus(change);
            String formula = change.text() + " ÷ (" + current.text() + (up ? " - " : " + ") + change.text() + ")";
            Check check =
                    new Check(Kind.YOY, "growth-differs", name, formula, new Equation(rate, Side.of(change), base));
            if (Near.tight(check.equation())) {
                ledger.check(check);
                return true;
            }
            boolean slip = check.equation()
                    .expected()
                    .filter(right -> NearMisses.isSlip(rate, right))
                    .isPresent();
            boolean named = name.length() >= 2 && claim.label().contains(name);
            boolean same = name.length() >= 4 && claim.label().startsWith(name) && Near.within(check.equation(), 60);
            called = called.or(() -> Optional.of(check).filter(any -> (named && slip) || same));
        }
        called.ifPresent(ledger::check);
        return true;
    }

    /** 2025年年初预算2508.00万元，比2024年年初预算增加62.60万元: the one value that another place tells by the very name. */
    private static @Nullable Figure named(Claims claims, Sentence sentence, int at, Figure current) {
        Matcher words = NAMED_BASE.in(sentence.passage().text().substring(at));
        if (!words.find()) {
            return null;
        }
        String name = words.group("name");
        List<Figure> called = claims.sentences().stream()
                .flatMap(other -> other.claims().stream())
                .map(Claim::figure)
                .filter(figure -> figure.isLike(current) && figure.digits() >= LONG)
                .filter(figure ->
                        figure.passage().text().substring(0, figure.start()).endsWith(name))
                .toList();
        return called.stream().map(Figure::value).distinct().count() == 1 ? called.get(0) : null;
    }

    private static void comparison(Claims claims, Sentence sentence, int at, Ledger ledger) {
        Figure current = null;
        List<Figure> before = new ArrayList<>();
        Figure last = null;
        Figure change = null;
        Figure rate = null;
        Boolean up = null;
        List<Claim> all = sentence.claims();
        for (Claim claim : all) {
            Figure figure = claim.figure();
            String words = sentence.passage().text().substring(sentence.start(), figure.start());
            boolean yearly = words.endsWith("年均增长") || words.endsWith("年均下降");
            boolean rises = !yearly && UP.matcher(words).find();
            boolean falls = !yearly && DOWN.matcher(words).find();
            if (figure.end() <= at) {
                boolean explained = words.lastIndexOf('（') > words.lastIndexOf('）');
                boolean base = isBase(sentence, all, claim);
                current = measured(figure) && !explained && !base && !AGAINST.isIn(words) ? figure : current;
                before.add(figure);
            } else if (current == null
                    && last != null
                    && change != null
                    && REACHING.isIn(words)
                    && rate == null
                    && figure.isLike(last)) {
                current = figure;
            } else if (LAST.isIn(words) && last == null && change == null && rate == null && measured(figure)) {
                last = figure;
            } else if (rises || falls) {
                if (up != null && up != rises) {
                    boolean percent = figure.kind() == Figure.Kind.PERCENT && rate == null;
                    rate = percent && change != null && last != null ? figure : rate;
                    break;
                }
                up = rises;
                if (figure.kind() == Figure.Kind.PERCENT && rate == null) {
                    rate = figure;
                } else if (measured(figure) && change == null && rate == null) {
                    change = figure;
                }
            } else if (figure.kind() != Figure.Kind.PERCENT) {
                break;
            }
        }
        if (up != null && current == null && last != null && change != null && rate != null) {
            ledger.check(new Check(
                    Kind.YOY,
                    "growth-differs",
                    "",
                    Formulas.quotient(change, last),
                    new Equation(rate, Side.of(change), Side.of(last))));
        }
        if (current != null && change != null && rate != null && last == null) {
            Optional<Check> ofOther = ofOneBefore(before, change, rate);
            if (ofOther.isPresent()) {
                ledger.check(ofOther.get());
                return;
            }
        }
        if (up != null && current != null && change != null && last == null) {
            last = named(claims, sentence, at, current);
        }
        if (up != null && current != null && change != null && rate != null && last == null) {
            last = apart(before, current, change, up);
            current = last == null ? changed(before, current, change, rate, up) : before.get(before.indexOf(last) - 1);
        }
        if (up != null && current != null && last != null) {
            current = fitting(before, current, last, change, rate, up);
        }
        if (up != null && current != null && !isShareOrRate(current)) {
            checks(
                    new Comparison(
                            current,
                            Optional.ofNullable(last),
                            Optional.ofNullable(change),
                            Optional.ofNullable(rate),
                            up),
                    ledger);
        }
    }

    /** 完成928640万元，为调整预算962380万元的96.49%，比上年增长: what a rate is told of is no level of this year. */
    private static boolean isBase(Sentence sentence, List<Claim> all, Claim claim) {
        int next = all.indexOf(claim) + 1;
        if (next >= all.size() || all.get(next).figure().kind() != Figure.Kind.PERCENT) {
            return false;
        }
        Figure figure = claim.figure();
        String text = sentence.passage().text();
        String between = text.substring(figure.end(), all.get(next).figure().start());
        String before = text.substring(sentence.start(), figure.start());
        return between.equals("的") && BASE.isIn(before);
    }

    /** 支出14.62万元，未超过预算18万元，较上年的15.37万元下降4.88%: of several the one whose change is told; else the last. */
    private static Figure fitting(
            List<Figure> before,
            Figure current,
            Figure last,
            @Nullable Figure change,
            @Nullable Figure rate,
            boolean up) {
        Figure slipped = null;
        for (Figure figure : before) {
            if (measured(figure) && figure.isLike(last) && !last.value().isZero()) {
                Exact apart = figure.value().minus(last.value()).abs();
                boolean told = change != null
                        && change.isLike(last)
                        && change.rounded().holds(apart);
                boolean rated = rate != null
                        && rate.rounded().holds(apart.dividedBy(last.value().abs()));
                if (told || rated) {
                    return figure;
                }
                slipped = slipped == null && isSlipped(figure, last, change, up) ? figure : slipped;
            }
        }
        return slipped != null ? slipped : wholeOf(before, current, last, rate);
    }

    /** 计划612万元，其中中央460万元、县级54万元，比2022年的548万元增长11.68%: the whole and not its last part, where it comes nearer to the rate. */
    private static Figure wholeOf(List<Figure> before, Figure current, Figure last, @Nullable Figure rate) {
        String text = current.passage().text();
        int parts = text.lastIndexOf("其中", current.start());
        Figure whole = null;
        for (Figure figure : before) {
            whole = figure.isLike(current) && figure.end() <= parts ? figure : whole;
        }
        if (whole == null || rate == null || last.value().isZero()) {
            return current;
        }
        Exact far = current.value()
                .minus(last.value())
                .dividedBy(last.value())
                .abs()
                .minus(rate.value())
                .abs();
        Exact near = whole.value()
                .minus(last.value())
                .dividedBy(last.value())
                .abs()
                .minus(rate.value())
                .abs();
        return near.compareTo(far) < 0 ? whole : current;
    }

    /** 1864起，其中…92起，比上年的1702起增加144起: what last year's figure and the change make, but for two digits exchanged. */
    private static boolean isSlipped(Figure figure, Figure last, @Nullable Figure change, boolean up) {
        if (change == null || !change.isLike(last)) {
            return false;
        }
        Exact made = up ? last.value().plus(change.value()) : last.value().minus(change.value());
        return NearMisses.isExchange(figure, made);
    }

    /** 决算46.48万元，2022年度为45.56万元，同比增加0.92万元: the last of two figures that lie as far apart as is said. */
    private static @Nullable Figure apart(List<Figure> before, Figure current, Figure change, boolean up) {
        int at = before.indexOf(current);
        if (at < 1 || !current.isLike(change) || !before.get(at - 1).isLike(change)) {
            return null;
        }
        Exact difference = before.get(at - 1).value().minus(current.value());
        return change.rounded().holds(up ? difference : difference.negate()) ? current : null;
    }

    /** 2022年支出3402.55万元，2023年较上年减少264.42万元，降幅7.77%: the figure told is last year's. */
    private static Optional<Check> ofOneBefore(List<Figure> before, Figure change, Figure rate) {
        return before.stream()
                .filter(figure -> figure.isLike(change) && !figure.value().isZero() && isOfYearBefore(figure, change))
                .map(last -> new Check(
                        Kind.YOY,
                        "growth-differs",
                        "",
                        Formulas.quotient(change, last),
                        new Equation(rate, Side.of(change), Side.of(last))))
                .filter(check -> Near.tight(check.equation()))
                .findFirst();
    }

    /** Whether the year before a figure is followed by the next one before the change. */
    private static boolean isOfYearBefore(Figure figure, Figure change) {
        String text = figure.passage().text();
        String before = text.substring(Math.max(0, figure.start() - WORDS), figure.start());
        if (OF_LAST_YEAR.isIn(before)) {
            return true;
        }
        return YearsOfSections.onlyYear(before)
                .filter(year -> text.substring(figure.end(), change.start()).contains(year + 1 + "年"))
                .isPresent();
    }

    /** Of several figures before the comparison the one that gives the rate of change; else the last. */
    private static Figure changed(List<Figure> before, Figure last, Figure change, Figure rate, boolean up) {
        for (Figure figure : before) {
            if (measured(figure) && figure.isLike(change)) {
                Side base = up ? Side.of(figure).minus(change) : Side.of(figure).plus(change);
                if (Near.tight(new Equation(rate, Side.of(change), base))) {
                    return figure;
                }
            }
        }
        return last;
    }

    /** 由上年的320件下降到256件，降幅20%. */
    private static void fromTo(Sentence sentence, Ledger ledger) {
        List<Claim> claims = sentence.claims();
        for (int i = 0; i + 2 < claims.size(); i++) {
            Figure from = claims.get(i).figure();
            Figure to = claims.get(i + 1).figure();
            Figure rate = claims.get(i + 2).figure();
            String text = sentence.passage().text();
            Matcher moved = MOVED.in(text.substring(from.end(), to.start()));
            String before = text.substring(to.end(), rate.start());
            changed(from, to, rate, moved, before, ledger);
            if (i + 3 < claims.size() && rate.isLike(to) && moved.matches()) {
                before = text.substring(rate.end(), claims.get(i + 3).figure().start());
                rate = claims.get(i + 3).figure();
            }
            boolean changed =
                    (UP.matcher(before).find() || DOWN.matcher(before).find()) && !AverageGrowth.isNamed(before);
            if (measured(from)
                    && from.kind() == to.kind()
                    && from.unit().equals(to.unit())
                    && moved.matches()
                    && changed
                    && rate.kind() == Figure.Kind.PERCENT
                    && before.length() <= 10) {
                boolean up = UP.matcher(before).find();
                checks(new Comparison(to, Optional.of(from), Optional.empty(), Optional.of(rate), up), ledger);
            }
        }
    }

    /** 由18家增加到21家，增加3家. */
    private static void changed(Figure from, Figure to, Figure change, Matcher moved, String before, Ledger ledger) {
        boolean words = UP.matcher(before).find() || DOWN.matcher(before).find();
        boolean like = measured(from) && from.isLike(to) && to.isLike(change) && before.length() <= 6;
        if (moved.matches() && words && like) {
            boolean up = to.value().compareTo(from.value()) > 0;
            Figure more = up ? to : from;
            Figure less = up ? from : to;
            ledger.check(Checks.difference(Kind.YOY, "", change, more, less));
        }
    }

    private static boolean isShareOrRate(Figure figure) {
        return figure.kind() == Figure.Kind.PERCENT;
    }

    private static boolean measured(Figure figure) {
        return figure.kind() == Figure.Kind.AMOUNT || figure.kind() == Figure.Kind.COUNT;
    }

    private record Comparison(
            Figure current, Optional<Figure> last, Optional<Figure> change, Optional<Figure> rate, boolean up) {

        /** Told are an amount and a rate of change that fit last year's figure and each other, but not the figure taken for this year's. */
        boolean isOfAnother(Figure last) {
            return rate.isPresent()
                    && change.filter(figure -> figure.isLike(last)).isPresent()
                    && !last.value().isZero()
                    && Near.tight(new Equation(rate.get(), Side.of(change.get()), Side.of(last)))
                    && !change.get()
                            .rounded()
                            .holds(current.value().minus(last.value()).abs());
        }

        /** 门诊431905人次、急诊54415人次，较上年的442115人次增长9.00%: the rate is of no change like that. */
        boolean isFarFromRate(Figure last) {
            Exact apart = current.value().minus(last.value()).abs();
            return !last.value().isZero()
                    && rate.filter(told -> told.value()
                                            .abs()
                                            .times(Exact.of(MANY_TIMES))
                                            .compareTo(
                                                    apart.dividedBy(last.value().abs()))
                                    < 0)
                            .isPresent();
        }

        boolean alike(Figure other) {
            return other.kind() == current.kind()
                    && (current.kind() == Figure.Kind.AMOUNT || other.unitSize().equals(current.unitSize()));
        }
    }

    private static void checks(Comparison comparison, Ledger ledger) {
        Figure current = comparison.current();
        Optional<Figure> last = comparison.last().filter(comparison::alike);
        Optional<Figure> change = comparison.change().filter(comparison::alike);
        if (last.isPresent()) {
            if (direction(comparison, last.get(), ledger)) {
                return;
            }
            Side difference = comparison.up()
                    ? Side.of(current).minus(last.get())
                    : Side.of(last.get()).minus(current);
            String text = comparison.up()
                    ? current.text() + " - " + last.get().text()
                    : last.get().text() + " - " + current.text();
            change.ifPresent(figure -> ledger.check(
                    new Check(Kind.YOY, "difference-differs", "", text, new Equation(figure, difference, Side.ONE))));
            comparison
                    .rate()
                    .filter(figure -> !RatesRespectively.isFirst(figure))
                    .ifPresent(figure -> ledger.check(new Check(
                            Kind.YOY,
                            "growth-differs",
                            "",
                            "(" + text + ") ÷ " + last.get().text(),
                            new Equation(figure, difference, Side.of(last.get())))));
        } else if (change.isPresent() && comparison.rate().isPresent()) {
            Side base = comparison.up()
                    ? Side.of(current).minus(change.get())
                    : Side.of(current).plus(change.get());
            String text = change.get().text() + " ÷ (" + current.text() + (comparison.up() ? " - " : " + ")
                    + change.get().text() + ")";
            ledger.check(new Check(
                    Kind.YOY,
                    "growth-differs",
                    "",
                    text,
                    new Equation(comparison.rate().get(), Side.of(change.get()), base)));
        }
    }

    /** 增长 where the figure fell, 下降 where it rose. */
    private static boolean direction(Comparison comparison, Figure last, Ledger ledger) {
        Figure current = comparison.current();
        boolean rose = current.value().compareTo(last.value()) > 0;
        boolean apart = !current.rounded().meets(last.rounded());
        if (!apart || rose == comparison.up()) {
            return false;
        }
        if (comparison.isOfAnother(last) || comparison.isFarFromRate(last)) {
            return true;
        }
        Figure told = comparison.rate().or(comparison::change).orElse(current);
        String text = told.passage().text();
        int from = Math.max(0, told.start() - 6);
        String before = text.substring(from, told.start());
        Matcher matcher = (comparison.up() ? UP : DOWN).matcher(before);
        int start = matcher.find() ? from + matcher.start() : told.start();
        String word = text.substring(start, Math.min(start + 2, told.start()));
        String right = comparison.up() ? "下降" : "增长";
        ledger.find(WrongWord.changed(word, right, told.passage().spot(start, told.end()), current, last));
        return true;
    }
}
