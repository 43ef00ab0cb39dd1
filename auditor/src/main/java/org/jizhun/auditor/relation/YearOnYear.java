package org.jizhun.auditor.relation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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

    /** 比上年减少0.17万元，降幅5.57%（上年为3.05万元）. */
    private static final Sought LAST_TOLD = Sought.of("[（，](?:上年度?|去年|上年同期|去年同期|20\\d{2}年度?)(?:为|是|：)?$");

    /** 比2023年的7286万元增长3.31%，其中县级资金比上年…: what was compared with is not this year's. */
    private static final Sought AGAINST = Sought.of("(?:比|较)(?:上年度?|去年|(?:19|20)\\d{2}年度?)(?:同期)?[^，。；、\\d]{0,6}$");

    private static final Sought BASE = Sought.of("(?:[为占]|完成|达到?|相当于|约占|仅占)[^，。；、\\d]{0,10}$");

    /** 较2023年的1860万元增加186万元，达到2046万元: this year's figure comes last. */
    private static final Sought REACHING = Sought.of("(?:达到?|增至|增加到|增长到|提高到|降至|降到|减少到|升至|为)$");

    /** How many figures back this year's may stand. */
    private static final int EARLIER = 24;

    private static final Sought NAMED_BASE =
            Sought.of("^[，（]?[比较](?<name>20\\d{2}年[^，。；、\\d]{2,12}?)(?:净?增加|增长|减少|下降|净?增|净?减)(?:了)?\\d");

    private static final Sought YEAR = Sought.of("(?<year>20\\d{2})年");
    private static final Sought LATER =
            Sought.of("^[，；](?<year>20\\d{2})年度?[^，。；、\\d]{0,8}(?:比|较)(?:20\\d{2}年|上年|去年|上一年)");

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
            FromTo.enter(sentence, ledger);
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
        boolean up = YearComparison.UP.matcher(before).find()
                && YearComparison.UP.matcher(between).find();
        boolean down = YearComparison.DOWN.matcher(before).find()
                && YearComparison.DOWN.matcher(between).find();
        if (up == down || !YearComparison.isMeasured(change) || rate.kind() != Figure.Kind.PERCENT) {
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
            if (!YearComparison.isMeasured(current) || !current.isLike(change)) {
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
            boolean rises = !yearly && YearComparison.UP.matcher(words).find();
            boolean falls = !yearly && YearComparison.DOWN.matcher(words).find();
            if (figure.end() <= at) {
                boolean explained = words.lastIndexOf('（') > words.lastIndexOf('）');
                boolean base = isBase(sentence, all, claim);
                current = YearComparison.isMeasured(figure) && !explained && !base && !AGAINST.isIn(words)
                        ? figure
                        : current;
                before.add(figure);
            } else if (current == null
                    && last != null
                    && change != null
                    && REACHING.isIn(words)
                    && rate == null
                    && figure.isLike(last)) {
                current = figure;
            } else if (LAST.isIn(words)
                    && last == null
                    && change == null
                    && rate == null
                    && YearComparison.isMeasured(figure)) {
                last = figure;
            } else if (last == null
                    && current != null
                    && change != null
                    && figure.isLike(current)
                    && LAST_TOLD.isIn(words)) {
                boolean rose = current.value().compareTo(figure.value()) > 0;
                last = up != null && rose == up ? figure : null; // else the word is wrong, which Directions tells
                break;
            } else if (rises || falls) {
                if (up != null && up != rises) {
                    boolean percent = figure.kind() == Figure.Kind.PERCENT && rate == null;
                    rate = percent && change != null && last != null ? figure : rate;
                    break;
                }
                up = rises;
                if (figure.kind() == Figure.Kind.PERCENT && rate == null) {
                    rate = figure;
                } else if (YearComparison.isMeasured(figure) && change == null && rate == null) {
                    change = figure;
                }
            } else if (figure.kind() != Figure.Kind.PERCENT) {
                break;
            }
        }
        if (current != null && last == null && change != null && isOfYearBefore(sentence, before, current, change)) {
            last = current;
            current = null;
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
            Optional<Check> ofOther = ThisYear.ofOneBefore(before, change, rate);
            if (ofOther.isPresent()) {
                ledger.check(ofOther.get());
                return;
            }
        }
        if (up != null && current != null && change != null && last == null) {
            last = named(claims, sentence, at, current);
        }
        if (up != null && current != null && change != null && rate != null && last == null) {
            last = ThisYear.apart(before, current, change, up);
            current = last == null
                    ? ThisYear.changed(before, current, change, rate, up)
                    : before.get(before.indexOf(last) - 1);
        }
        if (up != null && current != null && last == null && change != null && rate != null) {
            Optional<Figure> now = sinceThen(claims, sentence, current, change, rate, up);
            last = now.isPresent() ? current : null;
            current = now.orElse(current);
        }
        if (up != null && current != null && last != null) {
            current = ThisYear.fitting(before, current, last, change, rate, up);
        }
        if (up != null && current != null && !isShareOrRate(current)) {
            new YearComparison(
                            current,
                            Optional.ofNullable(last),
                            Optional.ofNullable(change),
                            Optional.ofNullable(rate),
                            up)
                    .enter(ledger);
        }
    }

    /** 2021年支出652.30万元，2022年较上年增加36.50万元: the words of the change name a year after that of the figure before it. */
    private static boolean isOfYearBefore(Sentence sentence, List<Figure> before, Figure figure, Figure change) {
        String text = sentence.passage().text();
        int at = before.indexOf(figure);
        if (figure.end() > change.start() || at < 0) {
            return false;
        }
        int from = at == 0 ? sentence.start() : before.get(at - 1).end();
        int own = lastYear(text.substring(from, figure.start()));
        Matcher later = LATER.in(text.substring(figure.end(), change.start()));
        return own > 0 && later.find() && Integer.parseInt(later.group("year")) == own + 1;
    }

    private static int lastYear(String text) {
        Matcher year = YEAR.in(text);
        int last = 0;
        while (year.find()) {
            last = Integer.parseInt(year.group("year"));
        }
        return last;
    }

    /** 2023年在校生2875人…。2022年为2914人，同比减少39人，降幅1.34%: the figure before the change is last year's, where this year's stands before it. */
    private static Optional<Figure> sinceThen(
            Claims claims, Sentence sentence, Figure then, Figure change, Figure rate, boolean up) {
        Exact now = up ? then.value().plus(change.value()) : then.value().minus(change.value());
        return !Near.tight(new Equation(rate, Side.of(change), Side.of(then)))
                ? Optional.empty()
                : claims.figures(sentence.passage()).stream()
                        .filter(figure -> figure.end() <= then.start() && figure.isLike(then))
                        .filter(figure -> figure.value().equals(now))
                        .findFirst();
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

    private static boolean isShareOrRate(Figure figure) {
        return figure.kind() == Figure.Kind.PERCENT;
    }
}
