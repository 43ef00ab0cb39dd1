package org.jizhun.auditor.relation;

import java.util.ArrayList;
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
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/**
 * One part that is larger than its whole: 合同金额1612.75万元，其中小微企业1708.20万元; 固定资产2481万元，固定资产中在用资产2495万元. A rate right
 * after it tells what the part should be, if it is one slip away.
 */
final class PartOverWhole implements Relation {

    private static final String OF_WHICH = "其中";
    /** 固定资产中在用资产, 人员经费中，工资: the part names its whole. */
    private static final Sought NAMED = Sought.of(
            "(?:^|[，。；：、])(?<name>[\\u4e00-\\u9fa5]{3,12})中[，：]?(?:的)?[\\u4e00-\\u9fa5（）“”]{2,16}?(?:为|共|达)?$");

    /** 已铺设的38.6公里管网中，顶管施工: the whole itself stands before 中. */
    private static final Sought WHOLE_FIRST =
            Sought.of("^(?:的)?[\\u4e00-\\u9fa5]{1,8}中，(?:有)?[\\u4e00-\\u9fa5（）“”]{2,16}?(?:为|共|达)?$");

    /** What went up or down may be more than what is left of it, and last year's is no whole of this one. */
    private static final Sought CHANGE =
            Sought.of("增加|减少|增长|下降|增|减|多|少|超|结余|盈余|缺口|节约|上年|去年|同期|人均|户均|平均|每|标准|单价|不低于|不超过|目标|计划|净|折旧|抵扣");

    private static final int SLIP_DIGITS = 3;

    /** More than that many times as much is another unit, not a slip. */
    private static final Exact MANY = Exact.of(9);

    @Override
    public String name() {
        return "part-over-whole";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            if (passage.text().indexOf('中') < 0) {
                continue;
            }
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 1; i < mentions.size(); i++) {
                int at = i;
                whole(mentions, i, passage.text()).ifPresent(whole -> part(mentions, at, whole, ledger));
            }
        }
    }

    /** The largest figure of its kind before 其中, or the one that goes by the name before 中. */
    private static Optional<Mention> whole(List<Mention> mentions, int at, String text) {
        Mention part = mentions.get(at);
        String between = text.substring(
                mentions.get(at - 1).figure().end(), part.figure().start());
        if (!part.isMeasured() || !exact(part.figure()) || part.bracketed() || CHANGE.isIn(between)) {
            return Optional.empty();
        }
        List<Mention> wholes = new ArrayList<>();
        boolean larger = false;
        Matcher named = NAMED.in(between);
        boolean parts = between.contains(OF_WHICH);
        Mention last = mentions.get(at - 1);
        if (!parts && WHOLE_FIRST.isIn(between) && last.isLike(part) && exact(last.figure())) {
            return Optional.of(last);
        }
        boolean called = !parts && named.find();
        for (int i = at - 1;
                (parts || called) && i >= 0 && part.sentence() - mentions.get(i).sentence() <= 1;
                i--) {
            Mention other = mentions.get(i);
            boolean fits = called
                    ? other.before().endsWith(named.group("name"))
                    : other.sentence() == mentions.get(at - 1).sentence() && !CHANGE.isIn(other.before());
            if (other.isLike(part) && exact(other.figure()) && fits) {
                wholes.add(other);
            }
            // 绩效目标共9项，其中产出5项、效益4项: the part may be one of what stands before them all
            larger |= parts
                    && other.isLike(part)
                    && !fits
                    && other.figure().value().compareTo(part.figure().value()) >= 0;
        }
        return larger
                ? Optional.empty()
                : wholes.stream()
                        .reduce((one, two) ->
                                one.figure().value().compareTo(two.figure().value()) >= 0 ? one : two);
    }

    private static boolean exact(Figure figure) {
        return figure.nearness() == Figure.Nearness.EXACT;
    }

    private static void part(List<Mention> mentions, int at, Mention whole, Ledger ledger) {
        Figure part = mentions.get(at).figure();
        Figure all = whole.figure();
        if (part.rounded().low().compareTo(all.rounded().high()) <= 0
                || all.value().signum() <= 0) {
            return;
        }
        Optional<Check> unit = inAnotherUnit(mentions, at, whole).or(() -> partInAnotherUnit(mentions, at, whole));
        if (unit.isPresent()) {
            ledger.check(unit.get());
            return;
        }
        if (part.value().compareTo(all.value().times(MANY)) > 0) {
            return;
        }
        Optional<Figure> rate = rate(mentions, at);
        boolean meant =
                rate.filter(share -> share.value().compareTo(Exact.ONE) > 0).isPresent();
        List<Exact> right = rate.map(share -> slips(part, all, share)).orElse(List.of());
        if (right.size() == 1 && !meant) {
            ledger.check(new Check(
                    Kind.BREAKDOWN,
                    "part-over-whole",
                    whole.claim().label(),
                    all.text() + " × " + rate.map(Figure::text).orElse(""),
                    new Equation(part, Side.constant(right.get(0)), Side.ONE)));
        } else if (!meant && !ledger.doubts(part) && !ledger.doubts(all)) {
            boolean wholeIsWrong =
                    !ledger.holding(part).isEmpty() && ledger.holding(all).isEmpty();
            Figure wrong = wholeIsWrong ? all : part;
            Problem problem = Problem.of(
                    "part-over-whole",
                    Place.NONE,
                    "stated",
                    part.text(),
                    "subject",
                    "",
                    "formula",
                    all.text(),
                    "expected",
                    "—");
            ledger.find(Finding.of(
                    Kind.BREAKDOWN,
                    wrong.text(),
                    Optional.empty(),
                    problem,
                    wrong.spot(),
                    List.of((wholeIsWrong ? part : all).spot())));
        }
    }

    /** 债务余额4.63亿元，其中一般债务218450万元、专项债务244400万元: all parts make up the whole but for a power of ten. */
    private static Optional<Check> inAnotherUnit(List<Mention> mentions, int at, Mention whole) {
        List<Figure> parts = new ArrayList<>();
        for (int i = at;
                i < mentions.size()
                        && mentions.get(i).sentence() == mentions.get(at).sentence();
                i++) {
            Figure figure = mentions.get(i).figure();
            boolean another = figure.isLike(whole.figure()) && exact(figure);
            if (!another || !figure.unit().equals(mentions.get(at).figure().unit())) {
                break;
            }
            parts.add(figure);
        }
        Check check = Checks.sum(Kind.UNIT, whole.claim().label(), whole.figure(), parts);
        return parts.size() > 1
                        && check.equation()
                                .expected()
                                .filter(right -> NearMisses.isWrongUnit(whole.figure(), right))
                                .isPresent()
                ? Optional.of(check)
                : Optional.empty();
    }

    /** 债务余额0.38亿元，其中一般债务1500亿元、专项债务2300万元: the one part is what the other leaves but for its unit. */
    private static Optional<Check> partInAnotherUnit(List<Mention> mentions, int at, Mention whole) {
        if (at + 1 >= mentions.size()
                || mentions.get(at + 1).sentence() != mentions.get(at).sentence()
                || !mentions.get(at + 1).isLike(whole)) {
            return Optional.empty();
        }
        Figure part = mentions.get(at).figure();
        Check check = Checks.difference(
                Kind.UNIT,
                mentions.get(at).claim().label(),
                part,
                whole.figure(),
                mentions.get(at + 1).figure());
        return check.equation()
                        .expected()
                        .filter(right -> NearMisses.isWrongUnit(part, right))
                        .isPresent()
                ? Optional.of(check)
                : Optional.empty();
    }

    /** The share of the whole that is told right after the part. */
    private static Optional<Figure> rate(List<Mention> mentions, int at) {
        return Optional.of(at + 1)
                .filter(next -> next < mentions.size())
                .map(mentions::get)
                .filter(next -> next.figure().kind() == Figure.Kind.PERCENT
                        && next.sentence() == mentions.get(at).sentence())
                .map(Mention::figure);
    }

    /** The values one slip away from the printed part that are the told share of the whole. */
    private static List<Exact> slips(Figure part, Figure whole, Figure share) {
        List<Exact> values = new ArrayList<>();
        if (Sought.kept("\\D").replaceAll(share.text(), "").length() < SLIP_DIGITS) {
            return values;
        }
        List<Exact> near = new ArrayList<>(NearMisses.exchanges(part));
        near.addAll(NearMisses.otherDigits(part));
        for (Exact value : near) {
            if (share.rounded().holds(value.dividedBy(whole.value())) && !values.contains(value)) {
                values.add(value);
            }
        }
        return values;
    }
}
