package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claim;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Sentence;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * What is left: 应验收312项，实际验收290项，22项未按期验收; 到位2.28亿元，支出2.1亿元，剩余0.18亿元. It is the first less the second.
 */
final class Remainders implements Relation {

    private static final Sought LEFT_BEFORE = Sought.of(
            "(?:尚有|剩余|仍有|尚余|结余|缺口|还差|差额|余|核减|审减|节约|节省|节支|下浮|(?:尚未|还未|仍未|未)(?:支出|使用|拨付|到位|支付|下达|执行|兑付|发放|完成(?:投资|支付)?))(?:的)?(?:资金|金额|部分)?(?:为|达|共|计|合计)*$");
    /** What has piled up over years is not what is left of these two figures. */
    private static final Sought PILED_UP = Sought.of("累计结余|滚存|历年|历史|上年");

    private static final Sought LEFT_AFTER = Sought.of("^(?:[^，。；、\\d]{0,4})(?:未|尚未|没有|仍未|正在整改|正在办理)");
    /** What is not done yet, beside what is: 改造18个，已完工15个，在建3个. */
    private static final Sought UNDER_WAY = Sought.of(
            "(?:正?在建|在办|续建|正在(?:实施|办理|施工|推进|整改|建设)|未完工|未开工|未完成|尚未完成|未办结|未整改|待整改|待验收|未验收|未到位|逾期[^，。；、\\d]{0,4}|超期[^，。；、\\d]{0,4}|未按[期时][^，。；、\\d]{0,4}|延期[^，。；、\\d]{0,4}|不合格|未达标)(?:的)?(?:项目|任务|事项)?(?:有|为|共)?$");

    private static final Sought DONE = Sought.of("(?:已|完成|完工|办结|竣工|建成|到位|整改|验收|实施完毕)[^，。；、\\d]{0,6}$");

    private static final Sought DUE = Sought.of("应|计划|目标|任务|需要?|拟");
    private static final Sought YEAR_END =
            Sought.of("(?:年末|年终|年底)?(?:累计)?结转(?:和|与)?结余(?:资金)?(?:为|共)?$|(?:当年|本年)?收支结余(?:为)?$");
    private static final Pattern INCOME = Pattern.compile("^(?:部门|本年|全年|当年)?(?:总收入|收入总?合?计?总?额?)$");
    private static final Pattern EXPENSE = Pattern.compile("^(?:部门|本年|全年|当年)?(?:总支出|支出总?合?计?总?额?)$");
    private static final Sought BROUGHT_FORWARD =
            Sought.of(Pattern.compile("(?:年初|上年|以前年度)(?:财政拨款)?(?:结转|结余)|使用非财政拨款结余"));
    /** What else became of the rest: 收回财政, 调减, 上缴国库. */
    private static final Sought BESIDE = Sought.of("收回|上缴|缴回|交回|调减|核减|统筹|结余|结转|注销|盘活|退回");

    private static final Sought EACH = Sought.of("每|均");
    private static final int LONG = 3;
    /** 年初预算 where the rate is one of another base: the wrong whole may have been taken. */
    private static final Sought EARLY = Sought.of("年初|上年");

    private static final Set<String> WHOLE = Set.of("arrived", "adjusted", "budget");
    private static final int WINDOW = 6;
    /** A sentence ends at 。 and ； here, so that 到位…；支出…。结余… is three. */
    private static final int SENTENCES = 2;
    /** So far back may two figures stand that leave the printed one exactly. */
    private static final int EXACT_SENTENCES = 4;

    @Override
    public String name() {
        return "remainders";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 2; i < mentions.size(); i++) {
                if (isCarried(mentions, i)) {
                    continue;
                }
                int at = i;
                left(mentions, i, ledger)
                        .or(underWay(mentions, i, ledger))
                        .filter(check -> check.equation().judge() != Verdict.DIFFERS || !isOneOfSeveral(mentions, at))
                        .ifPresent(ledger::check);
            }
        }
        yearEnd(claims, ledger);
    }

    /** 结余55.82万元，其中省级结余1.60万元，县级结余27.84万元收回，其余为自筹资金: more is left than the two. */
    private static boolean isOneOfSeveral(List<Mention> mentions, int at) {
        Figure left = mentions.get(at).figure();
        String text = left.passage().text();
        int stop = text.indexOf('。', left.end());
        return text.substring(left.end(), stop < 0 ? text.length() : stop).contains("，其余")
                && text.substring(text.lastIndexOf('。', left.start()) + 1, left.start())
                        .contains("其中");
    }

    /** 年末结转 beside 年初结转 is what {@link CarryOver} and {@link OpeningAndClosing} hold. */
    private static boolean isCarried(List<Mention> mentions, int at) {
        return OpeningAndClosing.isClosing(mentions.get(at))
                && mentions.stream()
                        .anyMatch(other -> OpeningAndClosing.isOpening(other)
                                && other.isLike(mentions.get(at))
                                && !other.figure().value().isZero()
                                && Math.abs(other.sentence() - mentions.get(at).sentence()) <= 1);
    }

    /** Whole, done and under way in a row, and nothing of the kind after them. */
    private static Supplier<Optional<Check>> underWay(List<Mention> mentions, int at, Ledger ledger) {
        return () -> {
            Mention left = mentions.get(at);
            Mention done = mentions.get(at - 1);
            Mention whole = mentions.get(at - 2);
            boolean row = left.figure().kind() == Figure.Kind.COUNT
                    && left.isLike(done)
                    && left.isLike(whole)
                    && left.sentence() == whole.sentence()
                    && UNDER_WAY.isIn(left.before())
                    && DONE.isIn(done.before())
                    && (DUE.isIn(whole.before()) || whole.after().startsWith("应") || !DONE.isIn(whole.before()));
            boolean last = at + 1 == mentions.size()
                    || !mentions.get(at + 1).isLike(left)
                    || mentions.get(at + 1).sentence() != left.sentence();
            Check check = check(left, whole, done);
            boolean positive = check.equation()
                    .expected()
                    .filter(value -> value.signum() >= 0)
                    .isPresent();
            return row && last && positive && !ledger.judged(left.figure()) ? Optional.of(check) : Optional.empty();
        };
    }

    /** What is left at the end of a year is its income less its expense, where nothing was brought forward. */
    private static void yearEnd(Claims claims, Ledger ledger) {
        List<Claim> income = totals(claims, INCOME);
        List<Claim> expense = totals(claims, EXPENSE);
        boolean broughtForward = claims.passages().stream()
                .anyMatch(passage -> BROUGHT_FORWARD.in(passage).find());
        if (income.size() != 1 || expense.size() != 1 || broughtForward) {
            return;
        }
        Figure whole = income.get(0).figure();
        Figure done = expense.get(0).figure();
        for (Passage passage : claims.passages()) {
            for (Mention left : claims.mentions(passage)) {
                Equation equation = new Equation(left.figure(), Side.of(whole).minus(done), Side.ONE);
                boolean open = left.figure().kind() == Figure.Kind.AMOUNT
                        && YEAR_END.isIn(left.before())
                        && !ledger.judged(left.figure());
                boolean told = Near.tight(equation)
                        || equation.expected()
                                .filter(right -> NearMisses.isSlip(left.figure(), right))
                                .isPresent();
                if (open && told) {
                    String formula = whole.text() + " - " + done.text();
                    ledger.check(new Check(
                            Kind.DIFFERENCE, "difference-differs", left.claim().label(), formula, equation));
                }
            }
        }
    }

    /** The claims that give a total by name, each value once. */
    private static List<Claim> totals(Claims claims, Pattern name) {
        List<Claim> totals = new ArrayList<>();
        for (Sentence sentence : claims.sentences()) {
            for (Claim claim : sentence.claims()) {
                boolean known = totals.stream()
                        .anyMatch(other ->
                                other.figure().value().equals(claim.figure().value()));
                boolean amount = claim.figure().kind() == Figure.Kind.AMOUNT;
                if (amount
                        && !known
                        && name.matcher(Sought.kept("^(?:19|20)\\d{2}年度?").replaceAll(claim.label(), ""))
                                .matches()) {
                    totals.add(claim);
                }
            }
        }
        return totals;
    }

    private static Optional<Check> left(List<Mention> mentions, int at, Ledger ledger) {
        Mention left = mentions.get(at);
        boolean words = LEFT_BEFORE.isIn(left.before()) || (LEFT_AFTER.isIn(left.after()) && !isListed(mentions, at));
        boolean exact = left.figure().nearness() == Figure.Nearness.EXACT;
        if (PILED_UP.isIn(left.before()) || !words || !exact || !left.isMeasured() || ledger.judged(left.figure())) {
            return Optional.empty();
        }
        List<Mention> before = new ArrayList<>();
        for (int i = at - 1; i >= 0 && before.size() < WINDOW; i--) {
            Mention other = mentions.get(i);
            boolean each = other.bracketed() && EACH.isIn(other.before());
            if (other.isLike(left) && !each && left.sentence() - other.sentence() <= EXACT_SENTENCES) {
                before.add(other);
            }
        }
        for (Mention done : before) {
            for (Mention whole : before) {
                Check check = check(left, whole, done);
                if (!done.equals(whole) && Near.tight(check.equation())) {
                    Optional<Check> rated = EARLY.isIn(whole.before())
                            ? rated(left, mentions, ledger)
                                    .filter(other -> other.equation().inputs().contains(done.figure()))
                            : Optional.empty();
                    return rated.or(() -> Optional.of(check));
                }
            }
        }
        Optional<Check> rated = withOther(mentions, at, before)
                .or(() -> rated(left, mentions, ledger))
                .or(() -> ratedByAny(mentions, at));
        if (rated.isPresent()) {
            return rated.filter(check -> !isToldElsewhere(check, mentions));
        }
        boolean near = before.size() >= 2 && left.sentence() - before.get(1).sentence() <= SENTENCES;
        return near
                ? unfitting(left, before.get(1), before.get(0))
                        .or(() -> called(left, mentions))
                        .filter(check -> !isToldElsewhere(check, mentions))
                : Optional.empty();
    }

    private static boolean isToldElsewhere(Check check, List<Mention> mentions) {
        return Near.isAnother(
                check.equation(), mentions.stream().map(Mention::figure).toList());
    }

    /** 发现的23户中，14户为收入超标、6户为死亡未停发、3户为财产超标: one of a list and not what the list leaves. */
    private static boolean isListed(List<Mention> mentions, int at) {
        Mention one = mentions.get(at);
        return at + 1 < mentions.size()
                && mentions.get(at + 1).isLike(one)
                && mentions.get(at + 1).sentence() == one.sentence()
                && one.figure()
                                .passage()
                                .text()
                                .substring(
                                        one.figure().end(),
                                        mentions.get(at + 1).figure().start())
                                .indexOf('、')
                        >= 0;
    }

    /** 年末结转56.07万元，收回财政30.00万元: what is left lies in two places. */
    private static Optional<Check> withOther(List<Mention> mentions, int at, List<Mention> before) {
        Mention left = mentions.get(at);
        for (int i : new int[] {at + 1, at - 1}) {
            if (i < 0 || i >= mentions.size() || !BESIDE.isIn(mentions.get(i).before())) {
                continue;
            }
            Mention other = mentions.get(i);
            for (Mention done : before) {
                for (Mention whole : before) {
                    Side rest = Side.of(whole.figure()).minus(done.figure()).minus(other.figure());
                    Equation equation = new Equation(left.figure(), rest, Side.ONE);
                    boolean three = !done.equals(whole) && !other.equals(whole) && !other.equals(done);
                    if (three && other.isLike(left) && Near.tight(equation)) {
                        String formula = whole.figure().text() + " - "
                                + done.figure().text() + " - " + other.figure().text();
                        return Optional.of(new Check(
                                Kind.DIFFERENCE,
                                "difference-differs",
                                left.claim().label(),
                                formula,
                                equation));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** 总投资10800万元，…，到位10422万元，到位率96.50%，缺口378万元: the rate tells which figure of the paragraph is the whole. */
    private static Optional<Check> ratedByAny(List<Mention> mentions, int at) {
        Mention left = mentions.get(at);
        for (int i = at - 1; i >= 1 && mentions.get(i).sentence() == left.sentence(); i--) {
            Mention rate = mentions.get(i);
            Mention done = mentions.get(i - 1);
            boolean pair = rate.figure().kind() == Figure.Kind.PERCENT
                    && rate.figure().digits() > LONG
                    && done.isLike(left)
                    && !rate.figure().value().equals(Exact.ONE);
            for (int j = i - 2; pair && j >= 0; j--) {
                Mention whole = mentions.get(j);
                if (whole.isLike(left)
                        && Near.tight(new Equation(rate.figure(), Side.of(done.figure()), Side.of(whole.figure())))) {
                    return Optional.of(check(left, whole, done)).filter(any -> Near.within(any.equation(), 60));
                }
            }
        }
        return Optional.empty();
    }

    /** The two figures just before, in the same sentence, the first the larger. */
    private static Optional<Check> unfitting(Mention left, Mention whole, Mention done) {
        Check check = check(left, whole, done);
        boolean near = check.equation()
                        .expected()
                        .filter(right -> NearMisses.isExchange(left.figure(), right))
                        .isPresent()
                || Near.within(check.equation(), 50);
        boolean one = whole.sentence() == left.sentence()
                && done.sentence() == left.sentence()
                && whole.figure().value().compareTo(done.figure().value()) > 0;
        return one && near ? Optional.of(check) : Optional.empty();
    }

    /** 支出1728万元，使用率96%，尚余72万元: what the rate before is of, less what it is the rate for. */
    private static Optional<Check> rated(Mention left, List<Mention> mentions, Ledger ledger) {
        for (int i = mentions.indexOf(left) - 1; i >= 0; i--) {
            Mention rate = mentions.get(i);
            if (left.sentence() - rate.sentence() > 1 || rate.figure().kind() != Figure.Kind.PERCENT) {
                continue;
            }
            for (Check check : ledger.holding(rate.figure())) {
                List<Mention> pair = mentions.stream()
                        .filter(mention -> check.equation().inputs().contains(mention.figure()) && mention.isLike(left))
                        .sorted(Comparator.comparing(mention -> mention.figure().value()))
                        .toList();
                if (pair.size() == 2 && check.equation().inputs().size() == 2) {
                    Check rest = check(left, pair.get(1), pair.get(0));
                    return Optional.of(rest).filter(any -> Near.within(any.equation(), 60));
                }
            }
        }
        return Optional.empty();
    }

    /** 到位1890万元，支出1761.48万元。结余128.52万元: what the sentence before names by its measures. */
    private static Optional<Check> called(Mention left, List<Mention> mentions) {
        Optional<Mention> whole = Optional.empty();
        Optional<Mention> done = Optional.empty();
        for (Mention mention : mentions) {
            boolean before = mention.figure().start() < left.figure().start()
                    && left.sentence() - mention.sentence() <= SENTENCES
                    && mention.isLike(left)
                    && !mention.bracketed();
            String measure = before ? mention.measure().orElse("") : "";
            whole = WHOLE.contains(measure) ? Optional.of(mention) : whole;
            done = measure.equals("actual") ? Optional.of(mention) : done;
        }
        if (whole.isEmpty() || done.isEmpty()) {
            return Optional.empty();
        }
        Check check = check(left, whole.get(), done.get());
        return Optional.of(check)
                .filter(any -> any.equation().judge() != Verdict.DIFFERS
                        || Near.within(any.equation(), 50)
                        || any.equation()
                                .expected()
                                .filter(right -> NearMisses.isSlip(left.figure(), right))
                                .isPresent());
    }

    private static Check check(Mention left, Mention whole, Mention done) {
        return Checks.difference(Kind.DIFFERENCE, left.claim().label(), left.figure(), whole.figure(), done.figure());
    }
}
