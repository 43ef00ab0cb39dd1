package org.jizhun.auditor.relation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/**
 * Two rates and how far apart they are: 满意度92.6%, 比上年90.1%提高2.5个百分点. The word must go the way of the figures, and a
 * difference of rates is told in percentage points, not in per cent.
 */
final class PercentagePoints implements Relation {

    private static final Pattern UP = Pattern.compile("(?:提高|提升|上升|增长|增加|高于|高出|高|快|多|超出|超过|超)(?:了|出)?$");
    private static final Pattern DOWN = Pattern.compile("(?:下降|降低|减少|低于|低|慢|少|回落|落后|滞后|下滑|差)(?:了)?$");
    private static final Sought BASE = Sought.of(
            "(?:(?<!占)比|较|同比|对比|高于|低于|快于|慢于)[^，。；、\\d]{0,10}(?:20\\d{2}(?:年度?|届))?[^，。；、\\d]{0,8}$|(?:与|同)[^，。；、\\d]{0,2}(?:20\\d{2}年|上年|去年|全国|全省|全市|全区|全县|时序|序时|目标|计划|年初|同期|平均|年度|时间|预期|往年|考核|标准|预定|规定|规划|批复|核定|省定|市定|国家|要求|控制)[^，。；、\\d]{0,8}$");
    private static final Sought FROM = Sought.of("(?:由|从)[^，。；\\d]{0,6}(?:20\\d{2}年度?的?)?$");
    private static final Sought TO = Sought.of("^(?:提高|提升|上升|增长|下降|降低|减少|降|升|提)(?:到了?|至|为)(?:20\\d{2}年度?的?)?$");
    private static final Sought BASED = Sought.of("(?:上年|去年|同期|全国|全省|全市|平均|序时|目标|年初|计划|标准|20\\d{2}年|要求)");

    /** What two years have is a change over a year; how far a rate is from a norm is a difference. */
    private static final Sought LAST_YEAR = Sought.of("上年|去年|同期|同比|20\\d{2}年");

    private static final Sought EXACT_BASE = Sought.of("(?:时序|序时|时间)进度|目标|标准|要求|指标值|计划");
    /** 满意度94.51%，目标为93%，较上年提高: a target between the rate and what it is held against. */
    private static final Sought TARGET = Sought.of("^[，（、]?(?:[^，。；、\\d]{0,6}(?:目标|指标|标准|要求|计划)值?)(?:为|是|：|应达到?)?$");

    private static final Sought COMPARING =
            Sought.of("(?<word>高于|快于|高出|超过?|低于|慢于|落后|滞后)[^，。；、\\d]{2,16}（[^，。；、\\d]{0,6}$");
    /** 低于 of 低于90%的目标值1.3个百分点. */
    private static final Sought AHEAD = Sought.of("(?<word>高于|快于|高出|超过|低于|慢于)[^，。；、\\d]{0,6}$");

    private static final Sought THEN = Sought.of("^[，（]?(?:上年度?|去年|上年同期|去年同期|同期|20\\d{2}年度?)(?:同期)?(?:为|是|：)?$");
    private static final Sought ALONE = Sought.of("^[，]?(?:同比|较上年|比上年)?(?:提高|提升|上升|增长|增加|下降|降低|减少|回落|下滑)(?:了)?$");

    private static final Sought IN_BRACKETS = Sought.of("^（?(?:上年度?|去年|上年同期|去年同期|同期|20\\d{2}年度?)(?:为|是|：)?$");
    private static final String NORMS = "(?<name>(?:时序|序时|时间|应达|应达到|目标|计划|应有|规定|要求)进度|全(?:省|市|区|县|国)平均(?:水平|进度)?)";
    private static final Sought NORM =
            Sought.of("(?:" + NORMS + "(?:要求)?(?:应)?(?:为|是|达到|：|（)?|(?<due>(?:支付|支出|执行)进度)应(?:为|达到?|当达到))$");
    private static final Sought AGAINST =
            Sought.of("(?<word>低于|高于|快于|慢于|落后于?|滞后于?|超过?|领先于?|高出)" + NORMS + "(?:要求)?(?:约)?$");

    private static final Sought BESIDE = Sought.of(
            Pattern.compile("，?(?:均|已|仍)?(?<word>低于|高于|快于|慢于|落后于?|滞后于?|超过?|领先于?)" + NORMS + "(?:要求)?(?=[，。；）]|$)"));
    private static final Sought PROGRESS = Sought.of("(?:执行|支出|支付|预算|资金)[^，。；、\\d]{0,4}(?:率|进度)(?:仅|约|已|为|是|达到?|：)*$");

    @Override
    public String name() {
        return "percentage-points";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Map<String, Figure> bases = bases(claims);
        RowNames rows = RowNames.of(claims);
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            mentions.forEach(rate -> beside(rate, bases, passage, ledger));
            for (int i = 0; i < mentions.size(); i++) {
                ofRow(mentions, i, bases, rows, ledger);
            }
            for (int i = 1; i < mentions.size(); i++) {
                if (i >= 2) {
                    difference(mentions, i, ledger);
                }
                Mention told = mentions.get(i);
                PointsByName.apart(mentions, i).ifPresent(apart -> percent(told, apart, false, ledger));
                named(mentions, i, bases, ledger);
                inBrackets(mentions, i, ledger);
            }
        }
    }

    /** 优良天数比例86.3%，同比上升1.5个百分点（上年同期84.8%）. */
    private static void inBrackets(List<Mention> mentions, int at, Ledger ledger) {
        if (at + 1 >= mentions.size()) {
            return;
        }
        Mention told = mentions.get(at);
        Figure current = mentions.get(at - 1).figure();
        Mention base = mentions.get(at + 1);
        boolean up = UP.matcher(told.before()).find();
        boolean down = DOWN.matcher(told.before()).find();
        boolean bracketed = base.bracketed()
                && !told.bracketed()
                && IN_BRACKETS.isIn(base.before())
                && current.kind() == Figure.Kind.PERCENT
                && base.figure().kind() == Figure.Kind.PERCENT
                && mentions.get(at - 1).sentence() == told.sentence();
        boolean exact = !isWide(told.figure()) && !isWide(current) && !isWide(base.figure());
        if (bracketed && exact && up != down && told.figure().kind() == Figure.Kind.PERCENTAGE_POINTS) {
            Side rise = Side.of(current).minus(base.figure());
            Side fall = Side.of(base.figure()).minus(current);
            points(
                    told,
                    told.before(),
                    Kind.YOY,
                    new Equation(told.figure(), up ? rise : fall, Side.ONE),
                    up,
                    current,
                    base.figure(),
                    ledger);
        }
    }

    /** The rates that the document gives a name others are compared with, where it gives one value only. */
    private static Map<String, Figure> bases(Claims claims) {
        Map<String, Figure> bases = new HashMap<>();
        Map<String, Figure> against = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (Passage passage : claims.passages()) {
            for (Mention mention : claims.mentions(passage)) {
                Matcher name = NORM.in(mention.before());
                if (mention.figure().kind() == Figure.Kind.PERCENT && name.find()) {
                    // 低于时序进度15.33% may be a distance: the norm itself only where it is told nowhere else
                    Map<String, Figure> where = AGAINST.isIn(mention.before()) ? against : bases;
                    Figure known = where.putIfAbsent(named(name), mention.figure());
                    if (where == bases
                            && known != null
                            && !known.value().equals(mention.figure().value())) {
                        several.add(named(name));
                    }
                }
            }
        }
        bases.keySet().removeAll(several);
        several.forEach(against::remove);
        against.forEach(bases::putIfAbsent);
        return bases;
    }

    private static String named(Matcher norm) {
        return plain(norm.group("name") == null ? norm.group("due") : norm.group("name"));
    }

    private static String plain(String name) {
        return Sought.kept("时序|序时|时间|应达到?|应有|规定|要求|目标|计划|支付|支出|执行").replaceAll(name, "时序");
    }

    /** 执行进度48.30%，低于时序进度26.70个百分点: the norm's own figure stands elsewhere. */
    private static void named(List<Mention> mentions, int at, Map<String, Figure> bases, Ledger ledger) {
        Mention told = mentions.get(at);
        Mention rate = measured(mentions, at);
        Matcher words = AGAINST.in(told.before());
        boolean percent = told.figure().kind() == Figure.Kind.PERCENT;
        if ((told.figure().kind() != Figure.Kind.PERCENTAGE_POINTS && !percent)
                || NORM.isIn(rate.before())
                || rate.figure().kind() != Figure.Kind.PERCENT
                || rate.sentence() != told.sentence()
                || isWide(told.figure())
                || !words.find()
                || ledger.judged(told.figure())) {
            return;
        }
        Figure base = bases.get(plain(words.group("name")));
        if (!percent) {
            fromBase(told, rate.figure(), words, bases, ledger);
        } else if (base != null && !base.value().equals(told.figure().value())) {
            boolean above = rate.figure().value().compareTo(base.value()) > 0;
            Side apart =
                    above ? Side.of(rate.figure()).minus(base) : Side.of(base).minus(rate.figure());
            percent(told, new Equation(told.figure(), apart, Side.ONE), true, ledger);
        }
    }

    /** 执行率51.57%，序时进度为58.33%，低于序时进度6.76个百分点: the rate before the norm's own figure. */
    private static Mention measured(List<Mention> mentions, int at) {
        Mention last = mentions.get(at - 1);
        boolean norm =
                at > 1 && NORM.isIn(last.before()) && mentions.get(at - 2).sentence() == last.sentence();
        return norm ? mentions.get(at - 2) : last;
    }

    /** 智慧平台项目因设计调整，执行率低于序时进度35.17个百分点: the rate itself stands in the row of a table. */
    private static void ofRow(List<Mention> mentions, int at, Map<String, Figure> bases, RowNames rows, Ledger ledger) {
        Mention told = mentions.get(at);
        Matcher words = AGAINST.in(told.before());
        boolean open = told.figure().kind() == Figure.Kind.PERCENTAGE_POINTS
                && !isWide(told.figure())
                && words.find()
                && PROGRESS.isIn(told.before().substring(0, words.start()))
                && !ledger.judged(told.figure());
        if (!open || rows.isEmpty()) {
            return;
        }
        String text = told.figure().passage().text();
        int end = told.figure().start() - told.before().length();
        int from = Math.max(text.lastIndexOf('。', end - 1), text.lastIndexOf('；', end - 1)) + 1;
        List<Figure> rates = rows.in(text.substring(from, end)).stream()
                .flatMap(found -> found.places().stream())
                .flatMap(place -> {
                    List<Table.Column> columns = RowsCounted.columns(place.table(), "执行率");
                    return columns.size() == 1
                            ? place.row().figures().get(columns.get(0).index()).stream()
                            : Stream.<Figure>empty();
                })
                .toList();
        if (rates.size() == 1) {
            fromBase(told, rates.get(0), words, bases, ledger);
        }
    }

    private static void fromBase(Mention told, Figure rate, Matcher words, Map<String, Figure> bases, Ledger ledger) {
        Figure base = bases.get(plain(words.group("name")));
        boolean up = Sought.kept("高于|快于|超过?|领先于?|高出").is(words.group("word"));
        if (base != null) {
            Side distance = up ? Side.of(rate).minus(base) : Side.of(base).minus(rate);
            points(
                    told,
                    told.before(),
                    Kind.DIFFERENCE,
                    new Equation(told.figure(), distance, Side.ONE),
                    up,
                    rate,
                    base,
                    ledger);
        }
    }

    /** 执行率为44.00%，快于序时进度, where the norm's own figure, 58.33%, stands elsewhere and no distance is told. */
    private static void beside(Mention rate, Map<String, Figure> bases, Passage passage, Ledger ledger) {
        Figure own = rate.figure();
        Matcher words = BESIDE.in(passage.text().substring(own.end()));
        if (own.kind() != Figure.Kind.PERCENT || isWide(own) || !PROGRESS.isIn(rate.before()) || !words.lookingAt()) {
            return;
        }
        Figure base = bases.get(plain(words.group("name")));
        boolean up = Sought.kept("高于|快于|超过?|领先于?").is(words.group("word"));
        int order = base == null ? 0 : own.value().compareTo(base.value());
        if (base != null && order != 0 && (order > 0) != up) {
            int start = own.end() + words.start("word");
            ledger.find(WrongWord.compared(
                    words.group("word"),
                    OppositeWords.of(words.group("word"))
                            .or(() -> OppositeWords.of(words.group("word").replaceFirst("于$", ""))),
                    passage.spot(start, own.end() + words.end("name")),
                    own,
                    base));
        }
    }

    private static void difference(List<Mention> mentions, int at, Ledger ledger) {
        Mention told = mentions.get(at);
        boolean moved = FROM.isIn(mentions.get(at - 2).before())
                && TO.isIn(mentions.get(at - 1).before());
        Figure base = mentions.get(moved ? at - 2 : at - 1).figure();
        Figure current = (moved ? mentions.get(at - 1) : compared(mentions, at)).figure();
        String words = told.before().equals("）") ? ownWord(mentions.get(at - 1)) : told.before();
        Matcher ahead = AHEAD.in(mentions.get(at - 1).before());
        boolean named = Sought.kept("的[^，。；\\d]{0,6}").is(words) && ahead.find();
        words = named ? ahead.group("word") : words;
        boolean up = UP.matcher(words).find();
        boolean down = DOWN.matcher(words).find();
        boolean rates = base.kind() == Figure.Kind.PERCENT && current.kind() == Figure.Kind.PERCENT;
        boolean compared = moved
                || isOfThen(mentions, at)
                || (BASE.isIn(mentions.get(at - 1).before())
                        && told.sentence() == mentions.get(at - 1).sentence()
                        && told.before().length() <= 8);
        if (up == down || !rates || !compared || isWide(told.figure()) || (isWide(base) && !named) || isWide(current)) {
            return;
        }
        boolean norm = base.scale() == 0
                && (named || EXACT_BASE.isIn(mentions.get(at - 1).before()));
        Equation equation = norm
                ? fromNorm(told.figure(), current, base.value(), up)
                : new Equation(
                        told.figure(),
                        up ? Side.of(current).minus(base) : Side.of(base).minus(current),
                        Side.ONE);
        if (told.figure().kind() == Figure.Kind.PERCENT) {
            percent(told, equation, moved, ledger);
        } else if (told.figure().kind() == Figure.Kind.PERCENTAGE_POINTS) {
            boolean yearly = moved
                    || LAST_YEAR.isIn(told.before())
                    || LAST_YEAR.isIn(mentions.get(at - 1).before());
            points(told, words, yearly ? Kind.YOY : Kind.DIFFERENCE, equation, up, current, base, ledger);
        }
    }

    /** 满意度96.40%，上年同期为94.15%，提高2.25: the year before between the two, told by itself. */
    private static boolean isOfThen(List<Mention> mentions, int at) {
        Mention told = mentions.get(at);
        Mention then = mentions.get(at - 1);
        Mention now = mentions.get(at - 2);
        return THEN.is(then.before())
                && ALONE.is(told.before())
                && told.sentence() == then.sentence()
                && now.sentence() == then.sentence()
                && !now.bracketed();
    }

    /** A target or the share of the year gone by is no measurement: 50% is 50.00%. */
    private static Equation fromNorm(Figure told, Figure current, Exact norm, boolean up) {
        Map<Figure, Exact> weight = Map.of(current, up ? Exact.ONE : Exact.ONE.negate());
        return new Equation(told, new Side(weight, up ? norm.negate() : norm), Side.ONE);
    }

    /** 低于 of 低于序时进度（50%）3.2个百分点. */
    private static String ownWord(Mention base) {
        Matcher word = COMPARING.in(base.before());
        return base.bracketed() && word.find() ? word.group("word") : "";
    }

    /** The rate that is compared: the last one before the base that is no base itself. */
    private static Mention compared(List<Mention> mentions, int at) {
        for (int i = at - 2;
                i >= 0 && mentions.get(i).sentence() == mentions.get(at).sentence();
                i--) {
            Mention rate = mentions.get(i);
            boolean base = BASE.isIn(rate.before()) || TARGET.isIn(rate.before());
            if (rate.figure().kind() == Figure.Kind.PERCENT && !base) {
                return rate;
            }
        }
        return mentions.get(at - 2);
    }

    private static boolean isWide(Figure figure) {
        return figure.nearness() != Figure.Nearness.EXACT;
    }

    private static void points(
            Mention told,
            String words,
            Kind kind,
            Equation equation,
            boolean up,
            Figure current,
            Figure base,
            Ledger ledger) {
        if (current.value().equals(base.value())) {
            return; // a rate held against itself was misread
        }
        boolean other = equation.expected().filter(value -> value.signum() < 0).isPresent();
        Equation turned = new Equation(
                told.figure(),
                up ? Side.of(base).minus(current) : Side.of(current).minus(base),
                Side.ONE);
        if (other && turned.judge() != Verdict.DIFFERS) {
            direction(told, words, up, current, base, ledger);
        } else if (equation.judge() != Verdict.DIFFERS || !other || ledger.doubts(current)) {
            String formula = up ? current.text() + " - " + base.text() : base.text() + " - " + current.text();
            ledger.check(new Check(kind, "difference-differs", "", formula, equation));
        }
    }

    private static void direction(Mention told, String words, boolean up, Figure current, Figure base, Ledger ledger) {
        Matcher word = (up ? UP : DOWN).matcher(words);
        String stated = word.find() ? word.group() : told.before();
        String right = OppositeWords.of(stated).orElse(up ? "下降" : "提高");
        int start =
                told.figure().passage().text().lastIndexOf(stated, told.figure().start());
        ledger.find(WrongWord.changed(
                stated, right, told.figure().passage().spot(start, told.figure().end()), current, base));
    }

    /** 提高2.5% where the rates are exactly 2.5 points apart. */
    private static void percent(Mention told, Equation equation, boolean moved, Ledger ledger) {
        Figure figure = told.figure();
        boolean based = moved || BASED.isIn(figure.passage().text().substring(0, figure.start()));
        boolean exact = equation.expected().filter(figure.value()::equals).isPresent()
                && !figure.value().isZero();
        if (exact && based) {
            String expected = figure.text().replace("%", "") + "个百分点";
            Problem problem =
                    Problem.of("points-not-percent", Place.NONE, "stated", figure.text(), "expected", expected);
            ledger.find(Finding.of(
                    Kind.UNIT,
                    figure.text(),
                    Optional.of(expected),
                    problem,
                    figure.spot(),
                    equation.inputs().stream().map(Figure::spot).toList()));
        }
    }
}
