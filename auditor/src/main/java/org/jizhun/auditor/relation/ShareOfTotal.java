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
import org.jizhun.auditor.claim.Measures;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A share is the part divided by the whole: in a table with a share column and a total row, and in text such as {@code
 * 支出1000万元，其中基本支出600万元，占60%}.
 */
final class ShareOfTotal implements Relation {

    private static final Sought SHARE = Sought.of("占(?<base>[^，。；、\\d]{0,14}?)(?:的|比例|比重|比|为|约|达|达到)*$");
    /** The share tells by name what it is the share of: 中央资金占75.36%, or several at once: 分别占. */
    private static final Sought NAMED = Sought.of(
            "[，、；](?:其中[，：]?)?(?<name>分别|(?!(?:仅|约|共|合计|总计|均|各|大约|已|也|则|又|实际|其|累计|金额|资金)占)[\\u4e00-\\u9fa5A-Za-z“”]{2,16}?)(?:各|均)?占[^，。；、]*$");

    private static final Sought ANY_WHOLE = Sought.of("(?:总额|总数|全部|总支出|总收入|支出|收入|预算|本年|全年|部门|合同|资金|当年|总|额|合计|金额)*");

    private static final int EARLIER = 24;

    /** Digits of a share that an exchange of two of them gives by no accident. */
    private static final int LONG = 4;

    /** Shares beside each other that must have one whole, at least. */
    private static final int LEAST = 3;

    @Override
    public String name() {
        return "share-of-total";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        claims.tables().forEach(table -> ShareColumns.enter(table, ledger));
        DocumentFigures document = DocumentFigures.of(claims);
        Alibi alibi = Alibi.of(claims);
        Deque<Claim> earlier = new ArrayDeque<>();
        for (Passage passage : claims.passages()) {
            passage(plain(claims.mentions(passage)), List.copyOf(earlier), document, alibi, ledger);
            claims.claims(passage).stream()
                    .filter(claim -> isMeasured(claim.figure()))
                    .forEach(earlier::addFirst);
            while (earlier.size() > EARLIER) {
                earlier.removeLast();
            }
        }
    }

    /** Without what brackets explain, unless it is a share: 债券2100万元（期限10年，利率2.77%），占总投资的66.55%. */
    private static List<Claim> plain(List<Mention> mentions) {
        return mentions.stream()
                .filter(mention -> !mention.bracketed() || SHARE.isIn(mention.before()))
                .map(Mention::claim)
                .toList();
    }

    /** The shares of one paragraph: each is held against the first whole that fits it, or that fits another share. */
    private static void passage(
            List<Claim> claims, List<Claim> earlier, DocumentFigures document, Alibi alibi, Ledger ledger) {
        List<Integer> shares = new ArrayList<>();
        for (int i = 1; i < claims.size(); i++) {
            if (isShare(claims, i)) {
                shares.add(i);
            }
        }
        List<Figure> wholes = new ArrayList<>();
        for (int share : shares) {
            candidates(claims, share).stream() // nothing is no share of anything
                    .filter(whole -> !claims.get(share).figure().value().isZero() && fits(claims, share, whole))
                    .forEach(wholes::add);
        }
        Optional<Figure> above =
                wholes.isEmpty() && shares.size() >= 2 ? above(claims, shares, earlier) : Optional.empty();
        Optional<Figure> madeUp = madeUp(claims, shares, wholes);
        for (int share : shares) {
            if (madeUp.isPresent() && !fits(claims, share, madeUp.get())) {
                Claim part = claims.get(share - 1);
                ledger.check(check(part.label(), claims.get(share).figure(), part.figure(), madeUp.get()));
                continue;
            }
            share(
                    claims,
                    share,
                    wholes,
                    above.or(() -> document(claims, share, document)).or(() -> named(claims, share, earlier)),
                    alibi,
                    ledger);
        }
    }

    /** The whole that all parts make up to the last digit and all shares but one are shares of: the one is too, whatever else it may fit. */
    private static Optional<Figure> madeUp(List<Claim> claims, List<Integer> shares, List<Figure> wholes) {
        if (shares.size() < LEAST) {
            return Optional.empty();
        }
        Exact sum = shares.stream()
                .map(share -> claims.get(share - 1).figure().value())
                .reduce(Exact.ZERO, Exact::plus);
        return wholes.stream()
                .filter(whole -> whole.value().equals(sum))
                .filter(whole -> shares.stream()
                                .filter(share -> !fits(claims, share, whole))
                                .count()
                        == 1)
                .findFirst();
    }

    /** The figure of an earlier paragraph that all shares but one, and two at least, are shares of. */
    private static Optional<Figure> above(List<Claim> claims, List<Integer> shares, List<Claim> earlier) {
        Figure best = null;
        long most = 1;
        for (Claim claim : earlier) {
            Figure whole = claim.figure();
            long fitting = shares.stream()
                    .filter(share -> claims.get(share - 1).figure().isLike(whole) && fits(claims, share, whole))
                    .count();
            if (fitting > most && fitting >= shares.size() - 1) {
                most = fitting;
                best = whole;
            }
        }
        return Optional.ofNullable(best);
    }

    /** 占全年支出的34.10% where the whole stands elsewhere in the document. */
    private static Optional<Figure> document(List<Claim> claims, int share, DocumentFigures document) {
        Matcher words = SHARE.in(between(claims, share));
        return words.find()
                ? Measures.standard()
                        .ending(words.group("base"))
                        .filter(ending -> Subjects.plain(ending.before()).isEmpty())
                        .flatMap(ending -> document.of(ending.measure()))
                        .filter(whole -> whole.isLike(claims.get(share - 1).figure()))
                : Optional.empty();
    }

    private static boolean isMeasured(Figure figure) {
        return figure.kind() == Figure.Kind.AMOUNT || figure.kind() == Figure.Kind.COUNT;
    }

    /** 占预算收入总计的98% where an earlier paragraph gives the 预算收入总计. */
    private static Optional<Figure> named(List<Claim> claims, int share, List<Claim> earlier) {
        Matcher words = SHARE.in(between(claims, share));
        String base = words.find() ? plain(words.group("base")) : "";
        List<Figure> called = earlier.stream()
                .filter(claim -> base.length() >= 2 && plain(claim.label()).endsWith(base))
                .map(Claim::figure)
                .filter(whole -> whole.isLike(claims.get(share - 1).figure()))
                .filter(whole -> base.length() >= 3 || fits(claims, share, whole))
                .toList();
        return called.stream()
                .filter(whole -> fits(claims, share, whole))
                .findFirst()
                .or(() -> called.stream()
                        .filter(whole -> isSlip(claims, share, whole))
                        .findFirst())
                .or(() -> called.stream().findFirst());
    }

    /** Whether the share, or its part with two digits exchanged, is that of a whole. */
    private static boolean isSlip(List<Claim> claims, int share, Figure whole) {
        Figure rate = claims.get(share).figure();
        Figure part = claims.get(share - 1).figure();
        Equation equation = check("", rate, part, whole).equation();
        return equation.expected()
                        .filter(right -> NearMisses.isExchange(rate, right))
                        .isPresent()
                || NearMisses.exchanges(part).stream()
                        .anyMatch(value -> rate.rounded().holds(value.dividedBy(whole.value())));
    }

    private static void share(
            List<Claim> claims, int at, List<Figure> wholes, Optional<Figure> elsewhere, Alibi alibi, Ledger ledger) {
        Figure rate = claims.get(at).figure();
        Figure part = claims.get(at - 1).figure();
        String label = claims.get(at - 1).label();
        List<Check> checks = new ArrayList<>(candidates(claims, at).stream()
                .map(whole -> check(label, rate, part, whole))
                .toList());
        elsewhere
                .filter(whole -> whole.value().compareTo(part.value()) >= 0)
                .ifPresent(whole -> checks.add(check(label, rate, part, whole)));
        Optional<Check> ofNamed = ofNamed(claims, at, checks);
        if (ofNamed.isPresent()) {
            ledger.check(ofNamed.get());
            return;
        }
        Optional<Check> fitting =
                checks.stream().filter(check -> Near.tight(check.equation())).findFirst();
        if (fitting.isPresent()) {
            ledger.check(fitting.get());
            return;
        }
        Optional<Check> proven = checks.stream()
                .filter(check -> elsewhere.isEmpty() && !isNamed(claims, at) && isProven(check.equation(), wholes))
                .reduce((one, two) -> two);
        if (proven.isPresent()) {
            ledger.check(proven.get());
            return;
        }
        if (checks.isEmpty() && isNamed(claims, at)) {
            slipped(claims, at).ifPresent(ledger::check);
            return;
        }
        checks.stream()
                .filter(check -> Near.within(check.equation(), 60))
                .filter(check ->
                        elsewhere.isEmpty() || check.equation().inputs().contains(elsewhere.get()))
                .filter(check -> sameSentence(check.equation())
                        || isCalled(claims, at, check.equation())
                        || elsewhere.isPresent()
                        || check.equation().inputs().stream().anyMatch(wholes::contains))
                .filter(check -> check.equation().inputs().stream().anyMatch(wholes::contains)
                        || !isPart(claims, at, check.equation(), part))
                .findFirst()
                .map(check -> isCalled(claims, at, check.equation())
                                || elsewhere
                                        .filter(whole -> isNamed(claims, at)
                                                && check.equation().inputs().contains(whole))
                                        .isPresent()
                        ? check
                        : alibi.instead(check))
                .ifPresent(ledger::check);
    }

    /** 老年人10.73万人…1.62万人，占老年人口的15.01%: the whole has another name, and the share of it is this one with two digits exchanged. */
    private static Optional<Check> slipped(List<Claim> claims, int at) {
        Figure rate = claims.get(at).figure();
        Figure part = claims.get(at - 1).figure();
        List<Check> slips = claims.subList(0, at - 1).stream()
                .map(Claim::figure)
                .filter(figure -> figure.isLike(part) && figure.value().compareTo(part.value()) > 0)
                .map(whole -> check(claims.get(at - 1).label(), rate, part, whole))
                .filter(check -> rate.digits() >= LONG
                        && check.equation()
                                .expected()
                                .filter(right -> NearMisses.isExchange(rate, right))
                                .isPresent())
                .toList();
        return slips.size() == 1 ? Optional.of(slips.get(0)) : Optional.empty();
    }

    /** Whether two other shares beside it have this whole: however far off, it is one of the same. */
    private static boolean isProven(Equation equation, List<Figure> wholes) {
        return wholes.stream().filter(equation.inputs()::contains).count() > 1;
    }

    /** 发放420份，收回412份，有效405份，占收回问卷的96.43%: of what was 收回, though of what was 发放 it would be right. */
    private static Optional<Check> ofNamed(List<Claim> claims, int at, List<Check> checks) {
        Matcher words = SHARE.in(between(claims, at));
        String base = words.find() ? words.group("base") : "";
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
    private static boolean isCalled(List<Claim> claims, int at, Equation equation) {
        Matcher words = SHARE.in(between(claims, at));
        String base = words.find() ? plain(words.group("base")) : "";
        return base.length() >= 3
                && claims.stream()
                        .filter(claim -> equation.inputs().contains(claim.figure()))
                        .anyMatch(claim -> plain(claim.label()).endsWith(base));
    }

    private static String plain(String base) {
        return Sought.kept("(?:总计|合计|总额|共计|总量|总数|总人数|总户数)$").replaceAll(base, "");
    }

    /** Whether the words name what the share is of: 占一般公共预算支出的75%. */
    private static boolean isNamed(List<Claim> claims, int at) {
        Matcher words = SHARE.in(between(claims, at));
        return words.find() && !ANY_WHOLE.is(words.group("base"));
    }

    /** A whole that is itself given as a share, and not named as the base, is another part. */
    private static boolean isPart(List<Claim> claims, int at, Equation equation, Figure part) {
        boolean named = isNamed(claims, at);
        for (int i = 0; i + 1 < claims.size(); i++) {
            Figure figure = claims.get(i).figure();
            if (!named
                    && isShare(claims, i + 1)
                    && !figure.equals(part)
                    && equation.inputs().contains(figure)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameSentence(Equation equation) {
        Figure result = equation.result();
        int from = equation.inputs().stream().mapToInt(Figure::start).min().orElse(0);
        return !result.passage()
                .text()
                .substring(Math.min(from, result.start()), result.start())
                .contains("。");
    }

    private static boolean isShare(List<Claim> claims, int at) {
        if (at < 1) {
            return false;
        }
        Figure rate = claims.get(at).figure();
        Figure part = claims.get(at - 1).figure();
        String before = between(claims, at);
        Matcher named = NAMED.in(before);
        boolean other = named.find() && !claims.get(at - 1).label().contains(named.group("name"));
        return !other
                && rate.kind() == Figure.Kind.PERCENT
                && part.kind() != Figure.Kind.PERCENT
                && before.length() <= 30
                && !before.contains("。")
                && SHARE.isIn(before);
    }

    /** Figures before the part, of its kind and not smaller; where the words name the whole, only figures named so. */
    private static List<Figure> candidates(List<Claim> claims, int at) {
        Figure part = claims.get(at - 1).figure();
        Matcher words = SHARE.in(between(claims, at));
        String base = words.find() ? words.group("base") : "";
        boolean any = ANY_WHOLE.is(base);
        return claims.subList(0, at - 1).stream()
                .filter(claim -> any || claim.label().contains(plain(base)))
                .map(Claim::figure)
                .filter(figure -> figure.isLike(part) && figure.value().compareTo(part.value()) >= 0)
                .toList();
    }

    private static String between(List<Claim> claims, int at) {
        Figure part = claims.get(at - 1).figure();
        int to = Math.max(part.end(), claims.get(at).figure().start());
        return part.passage().text().substring(part.end(), to);
    }

    private static boolean fits(List<Claim> claims, int share, Figure whole) {
        Figure rate = claims.get(share).figure();
        Figure part = claims.get(share - 1).figure();
        return !whole.value().isZero()
                && Near.tight(check("", rate, part, whole).equation());
    }

    private static Check check(String subject, Figure rate, Figure part, Figure whole) {
        return Checks.quotient(subject, rate, part, whole);
    }
}
