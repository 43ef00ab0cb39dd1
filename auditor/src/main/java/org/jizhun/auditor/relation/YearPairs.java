package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
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
 * A change against last year where both years' figures stand nearby under their years or 上年 and 本年, in any order: the
 * amount and the rate of change; and an amount of change whose rate, right after it, goes the other way.
 */
final class YearPairs implements Relation {

    private static final Sought UP = Sought.of("(?:增长|增加|上升|提高|上涨|增幅|多|增)(?:了|为|达|约|率为|幅度为)*$");
    private static final Sought DOWN = Sought.of("(?:下降|减少|降低|压减|压缩|减|降幅|少|下滑|节约)(?:了|为|达|约|率为|幅度为)*$");
    private static final Sought RATE_AFTER =
            Sought.of("^[^，。；]{0,3}，(?:同比)?(?<word>增长|下降|上升|降低|增幅|降幅|减少|增加)(?:为|了|达|率为|幅度为)*$");
    private static final Sought YEAR = Sought.of("(?<year>20\\d{2})年");
    private static final Sought MANY_YEARS = Sought.of("年均|平均|分别|累计|复合|两年|三年|五年|目标|计划|要求|力争|预计");
    /** 完成比上年下降3%的节能目标: what was to be reached. */
    private static final Sought OF_TARGET = Sought.of("^(?:以上)?的[^，。；\\d]{0,8}(?:目标|任务|要求|指标)");

    private static final Sought LAST = Sought.of("上年|去年|上一年|同期");

    /** How many figures back this year's may stand where it gives the rate exactly. */
    private static final int FURTHER = 14;

    private static final int LONG = 3;

    @Override
    public String name() {
        return "year-pairs";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 0; i < mentions.size(); i++) {
                opposite(mentions, i, passage.text(), ledger);
                change(mentions, i, passage.text(), ledger);
            }
        }
    }

    private static void change(List<Mention> mentions, int at, String text, Ledger ledger) {
        Mention told = mentions.get(at);
        boolean up = UP.isIn(told.before());
        boolean down = DOWN.isIn(told.before());
        boolean percent = told.figure().kind() == Figure.Kind.PERCENT;
        if (MANY_YEARS.isIn(told.before())
                || OF_TARGET.isIn(told.after())
                || up == down
                || ledger.judged(told.figure())
                || !(percent || told.isMeasured())) {
            return;
        }
        if (NowAndThen.of(mentions, at, up).filter(pair -> pair.rose() != up).isPresent()) {
            return; // the word is wrong, which Directions tells
        }
        Optional<Check> best = Optional.empty();
        for (int current = at - 1; current >= Math.max(0, at - 6); current--) {
            for (int last = behind(mentions, at); last >= Math.max(0, at - 6); last--) {
                Optional<Check> check = current == last || last == at
                        ? Optional.empty()
                        : check(mentions.get(current), mentions.get(last), told, up, text);
                if (check.isPresent() && Near.tight(check.get().equation())) {
                    ledger.check(check.get());
                    return;
                }
                boolean other = isOtherBetween(mentions, Math.max(current, last), at);
                best = best.or(() -> other ? Optional.empty() : check);
            }
        }
        best.filter(YearPairs::isNear)
                .filter(check -> !isOfOther(check, mentions, at))
                .or(() -> further(mentions, at, up))
                .filter(check -> mentions.stream()
                        .noneMatch(
                                mention -> check.equation().bottom().weights().containsKey(mention.figure())
                                        && Role.change(mention.before()).isChange()))
                .ifPresent(ledger::check);
    }

    /** 本年收入较上年的5037.86万元增加378.59万元，增长7.51%: the rate behind is of this change and last year's figure, so that this year's is another one. */
    private static boolean isOfOther(Check check, List<Mention> mentions, int at) {
        Mention told = mentions.get(at);
        if (!told.isMeasured() || at + 1 >= mentions.size() || Likely.isDigitSlip(check.equation())) {
            return false;
        }
        Figure rate = mentions.get(at + 1).figure();
        return rate.kind() == Figure.Kind.PERCENT
                && rate.digits() >= LONG
                && mentions.get(at + 1).sentence() == told.sentence()
                && check.equation().inputs().stream()
                        .anyMatch(last -> Near.tight(new Equation(rate, Side.of(told.figure()), Side.of(last))));
    }

    /** 决算支出148.37万元。其中：…。较上年决算数163.52万元下降9.26%: this year's figure before its parts, where it gives the rate but for a slip. */
    private static Optional<Check> further(List<Mention> mentions, int at, boolean up) {
        Figure rate = mentions.get(at).figure();
        Mention last = mentions.get(Math.max(0, at - 1));
        boolean told = at > 0
                && rate.kind() == Figure.Kind.PERCENT
                && rate.digits() >= LONG
                && last.isMeasured()
                && last.sentence() == mentions.get(at).sentence()
                && LAST.isIn(last.before());
        for (int i = at - 2; told && i >= Math.max(0, at - FURTHER); i--) {
            Mention current = mentions.get(i);
            boolean far = current.isLike(last)
                    && !current.bracketed()
                    && !isFar(current.figure(), last.figure())
                    && !LAST.isIn(current.before())
                    && last.sentence() - current.sentence() <= 3;
            Figure more = up ? current.figure() : last.figure();
            Figure less = up ? last.figure() : current.figure();
            if (!far) {
                continue;
            }
            Equation equation = new Equation(rate, Side.of(more).minus(less), Side.of(last.figure()));
            Equation overNow = new Equation(rate, equation.top(), Side.of(current.figure()));
            boolean rightWay = more.value().compareTo(less.value()) > 0;
            boolean overWrong = rate.digits() > LONG && Near.tight(overNow);
            boolean meant = Near.tight(equation) || (rightWay && (overWrong || Likely.isDigitSlip(equation)));
            if (meant) {
                String formula = "(" + more.text() + " - " + less.text() + ") ÷ "
                        + last.figure().text();
                return Optional.of(new Check(Kind.YOY, "growth-differs", "", formula, equation));
            }
        }
        return Optional.empty();
    }

    /** 门诊213万人次，较上年的189万人次增加24万人次；出院78216人次，较上年增长9.6%: what stands between is what grew. */
    private static boolean isOtherBetween(List<Mention> mentions, int pair, int at) {
        for (int i = pair + 1; i < at; i++) {
            Mention other = mentions.get(i);
            boolean changed = UP.isIn(other.before()) || DOWN.isIn(other.before());
            boolean same = other.isLike(mentions.get(pair)) && !EachWords.isEach(other.before());
            if (other.isMeasured() && same && !changed) {
                return true;
            }
        }
        return false;
    }

    /** The last year's figure may stand in brackets behind, the rate of change between: 减少0.17万元，降幅5.57%（上年为3.05万元）. */
    private static int behind(List<Mention> mentions, int at) {
        for (int i = at + 1; i < mentions.size() && i <= at + 2; i++) {
            boolean rate = mentions.get(i).figure().kind() == Figure.Kind.PERCENT;
            if (mentions.get(i).bracketed()) {
                return i;
            }
            if (!rate || mentions.get(at).figure().kind() == Figure.Kind.PERCENT) {
                break;
            }
        }
        return at - 1;
    }

    /** 人均90元 beside 上年3.05万元: no two years of one thing. */
    private static boolean isFar(Figure one, Figure two) {
        Exact times = Exact.of(50);
        return one.value().abs().times(times).compareTo(two.value().abs()) < 0
                || two.value().abs().times(times).compareTo(one.value().abs()) < 0;
    }

    private static boolean isNear(Check check) {
        Figure result = check.equation().result();
        boolean slip = check.equation()
                .expected()
                .filter(right -> NearMisses.isSlip(result, right))
                .isPresent();
        return slip || check.equation().judge() != Verdict.DIFFERS || Near.within(check.equation(), 60);
    }

    private static Optional<Check> check(Mention current, Mention last, Mention told, boolean up, String text) {
        boolean percent = told.figure().kind() == Figure.Kind.PERCENT;
        boolean near = told.sentence() - current.sentence() <= 1 && told.sentence() - last.sentence() <= 1;
        boolean like = current.isMeasured() && current.isLike(last) && (percent || told.isLike(current));
        Optional<Integer> own = year(told, text);
        boolean ofAnotherYear =
                own.isPresent() && year(current, text).filter(own.get()::equals).isEmpty();
        boolean forOne = EachWords.isEach(current.before())
                && !current.figure().unit().equals(last.figure().unit()); // 人均900元 beside 上年3.05万元
        if (ofAnotherYear
                || forOne
                || current.bracketed()
                || !near
                || !like
                || last.figure().value().isZero()
                || isFar(current.figure(), last.figure())
                || !follow(current, last, text)) {
            return Optional.empty();
        }
        Side difference = up
                ? Side.of(current.figure()).minus(last.figure())
                : Side.of(last.figure()).minus(current.figure());
        Figure more = up ? current.figure() : last.figure();
        Figure less = up ? last.figure() : current.figure();
        String formula = more.text() + " - " + less.text();
        if (more.value().compareTo(less.value()) < 0) {
            return Optional.empty();
        }
        Check check = percent
                ? new Check(
                        Kind.YOY,
                        "growth-differs",
                        "",
                        "(" + formula + ") ÷ " + last.figure().text(),
                        new Equation(told.figure(), difference, Side.of(last.figure())))
                : new Check(
                        Kind.YOY, "difference-differs", "", formula, new Equation(told.figure(), difference, Side.ONE));
        return Optional.of(check);
    }

    /** Whether the words put the second figure one year before the first. */
    private static boolean follow(Mention current, Mention last, String text) {
        Optional<Integer> now = year(current, text);
        Optional<Integer> before = year(last, text);
        if (now.isPresent() && before.isPresent()) {
            return now.get() - before.get() == 1;
        }
        return LAST.isIn(last.before()) && !LAST.isIn(current.before()) && before.isEmpty();
    }

    /** The year named in the clause of a figure, or in the clause before it. */
    private static Optional<Integer> year(Mention mention, String text) {
        int from = Math.max(0, mention.figure().start() - mention.before().length());
        String own = text.substring(from, mention.figure().start());
        Matcher matcher = YEAR.in(own);
        Optional<Integer> year = Optional.empty();
        while (matcher.find()) {
            year = Optional.of(Integer.parseInt(matcher.group("year")));
        }
        return year;
    }

    /** 比上年增加2.16万元，下降8.18%. */
    private static void opposite(List<Mention> mentions, int at, String text, Ledger ledger) {
        if (at == 0) {
            return;
        }
        Mention rate = mentions.get(at);
        Mention change = mentions.get(at - 1);
        Matcher after = RATE_AFTER.in(
                text.substring(change.figure().end(), rate.figure().start()));
        boolean percent = rate.figure().kind() == Figure.Kind.PERCENT && change.isMeasured();
        if (!percent || !after.find()) {
            return;
        }
        boolean rose = UP.isIn(change.before());
        boolean fell = DOWN.isIn(change.before());
        boolean up = UP.isIn(after.group("word"));
        boolean wordBefore = NowAndThen.of(mentions, at - 1, rose)
                .filter(pair -> pair.rose() != rose)
                .isPresent();
        if (rose != fell && rose != up && !wordBefore) {
            int start = rate.figure().start() - (after.group().length() - after.start("word"));
            String right = rose ? "增长" : "下降";
            Problem problem = Problem.of(
                    "direction-opposite",
                    Place.NONE,
                    "stated",
                    after.group("word"),
                    "expected",
                    right,
                    "change",
                    change.before() + change.figure().text());
            ledger.find(Finding.of(
                    Kind.DIRECTION,
                    after.group("word"),
                    Optional.of(right),
                    problem,
                    rate.figure().passage().spot(start, rate.figure().end()),
                    List.of(change.figure().spot())));
        }
    }
}
