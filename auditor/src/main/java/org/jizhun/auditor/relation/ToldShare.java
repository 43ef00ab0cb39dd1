package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claim;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.text.Sought;

/**
 * A share that running text tells right behind its part: 基本支出600万元，占总支出的60%.
 *
 * @param claims the figures of its paragraph
 * @param at which of them the share is; the part is the one before
 */
record ToldShare(List<Claim> claims, int at) {

    private static final Sought SHARE = Sought.of("占(?<base>[^，。；、\\d]{0,14}?)(?:的|比例|比重|比|为|约|达|达到)*$");

    /** The share tells by name what it is the share of: 中央资金占75.36%, or several at once: 分别占. */
    private static final Sought NAMED = Sought.of(
            "[，、；](?:其中[，：]?)?(?<name>分别|(?!(?:仅|约|共|合计|总计|均|各|大约|已|也|则|又|实际|其|累计|金额|资金)占)[\\u4e00-\\u9fa5A-Za-z“”]{2,16}?)(?:各|均)?占[^，。；、]*$");

    private static final Sought ANY_WHOLE = Sought.of("(?:总额|总数|全部|总支出|总收入|支出|收入|预算|本年|全年|部门|合同|资金|当年|总|额|合计|金额)*");

    /** Digits of a share that an exchange of two of them gives by no accident. */
    private static final int LONG = 4;

    /** Characters between a part and its share, at most. */
    private static final int FAR = 30;

    /** Whether the words before a figure say that it is a share. */
    static boolean isSaid(String before) {
        return SHARE.isIn(before);
    }

    /** The shares of a paragraph. */
    static List<ToldShare> all(List<Claim> claims) {
        List<ToldShare> shares = new ArrayList<>();
        for (int i = 1; i < claims.size(); i++) {
            ToldShare share = new ToldShare(claims, i);
            if (share.isOne()) {
                shares.add(share);
            }
        }
        return shares;
    }

    private boolean isOne() {
        return rate().kind() == Figure.Kind.PERCENT && part().kind() != Figure.Kind.PERCENT && isSaid();
    }

    private boolean isSaid() {
        String before = between();
        Matcher named = NAMED.in(before);
        boolean other = named.find() && !label().contains(named.group("name"));
        return !other && before.length() <= FAR && !before.contains("。") && SHARE.isIn(before);
    }

    Figure rate() {
        return claims.get(at).figure();
    }

    Figure part() {
        return claims.get(at - 1).figure();
    }

    private String label() {
        return claims.get(at - 1).label();
    }

    private String between() {
        int to = Math.max(part().end(), rate().start());
        return part().passage().text().substring(part().end(), to);
    }

    /** What the words say it is a share of; empty where they do not. */
    String base() {
        Matcher words = SHARE.in(between());
        return words.find() ? words.group("base") : "";
    }

    /** What it is called without the word for a sum: 老年人口总数 is 老年人口. */
    static String plain(String base) {
        return Sought.kept("(?:总计|合计|总额|共计|总量|总数|总人数|总户数)$").replaceAll(base, "");
    }

    Check of(Figure whole) {
        return Checks.quotient(label(), rate(), part(), whole);
    }

    boolean fits(Figure whole) {
        return !whole.value().isZero() && Near.tight(of(whole).equation());
    }

    /** Whether the share, or its part with two digits exchanged, is that of a whole. */
    boolean isSlipOf(Figure whole) {
        return !whole.value().isZero()
                && (of(whole)
                                .equation()
                                .expected()
                                .filter(right -> NearMisses.isExchange(rate(), right))
                                .isPresent()
                        || NearMisses.exchanges(part()).stream()
                                .anyMatch(value -> rate().rounded().holds(value.dividedBy(whole.value()))));
    }

    /** Figures before the part, of its kind and not smaller; where the words name the whole, only figures named so. */
    List<Figure> candidates() {
        String base = base();
        boolean any = ANY_WHOLE.is(base);
        return claims.subList(0, at - 1).stream()
                .filter(claim -> any || claim.label().contains(plain(base)))
                .map(Claim::figure)
                .filter(this::mayBeOf)
                .toList();
    }

    private boolean mayBeOf(Figure whole) {
        return whole.isLike(part()) && whole.value().compareTo(part().value()) >= 0;
    }

    /** Whether the words name what the share is of: 占一般公共预算支出的75%. */
    boolean isNamed() {
        Matcher words = SHARE.in(between());
        return words.find() && !ANY_WHOLE.is(words.group("base"));
    }

    /** 发放420份，收回412份，有效405份，占收回问卷的96.43%: of what was 收回, though of what was 发放 it would be right. */
    Optional<Check> ofNamed(List<Check> checks) {
        String base = base();
        List<Figure> named = claims.subList(0, at - 1).stream()
                .filter(claim -> claim.label().length() >= 2 && base.startsWith(claim.label()))
                .map(Claim::figure)
                .toList();
        return checks.stream()
                .filter(check -> named.size() == 1 && check.equation().inputs().contains(named.get(0)))
                .filter(check -> Near.within(check.equation(), 5))
                .findFirst();
    }

    /** Whether an earlier figure carries the very name that the share is said to be of. */
    boolean isOfCalled(Equation equation) {
        String base = plain(base());
        return base.length() >= 3
                && claims.stream()
                        .filter(claim -> equation.inputs().contains(claim.figure()))
                        .anyMatch(claim -> plain(claim.label()).endsWith(base));
    }

    /** A whole that is itself given as a share, and not named as the base, is another part. */
    boolean isOfPart(Equation equation) {
        return !isNamed()
                && all(claims).stream()
                        .map(ToldShare::part)
                        .anyMatch(other ->
                                !other.equals(part()) && equation.inputs().contains(other));
    }

    /** 老年人10.73万人…1.62万人，占老年人口的15.01%: the whole has another name, and the share of it is this one with two digits exchanged. */
    Optional<Check> slipped() {
        List<Check> slips = claims.subList(0, at - 1).stream()
                .map(Claim::figure)
                .filter(figure -> figure.isLike(part()) && figure.value().compareTo(part().value()) > 0)
                .map(this::of)
                .filter(check -> rate().digits() >= LONG
                        && check.equation()
                                .expected()
                                .filter(right -> NearMisses.isExchange(rate(), right))
                                .isPresent())
                .toList();
        return slips.size() == 1 ? Optional.of(slips.get(0)) : Optional.empty();
    }

    /** Whether all figures of an equation stand in one sentence. */
    static boolean isInSentence(Equation equation) {
        Figure result = equation.result();
        int from = equation.inputs().stream().mapToInt(Figure::start).min().orElse(0);
        return !result.passage()
                .text()
                .substring(Math.min(from, result.start()), result.start())
                .contains("。");
    }
}
