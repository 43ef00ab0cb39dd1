package org.jizhun.auditor.relation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claim;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Measures;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.text.Passage;
import org.jizhun.kernel.quantity.Exact;

/**
 * A share is the part divided by the whole: in a table with a share column and a total row, and in text such as {@code
 * 支出1000万元，其中基本支出600万元，占60%}.
 */
final class ShareOfTotal implements Relation {

    private static final int EARLIER = 24;

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
                .filter(mention -> !mention.bracketed() || ToldShare.isSaid(mention.before()))
                .map(Mention::claim)
                .toList();
    }

    /** The shares of one paragraph: each is held against the first whole that fits it, or that fits another share. */
    private static void passage(
            List<Claim> claims, List<Claim> earlier, DocumentFigures document, Alibi alibi, Ledger ledger) {
        List<ToldShare> shares = ToldShare.all(claims);
        List<Figure> wholes = new ArrayList<>();
        for (ToldShare share : shares) {
            share.candidates().stream() // nothing is no share of anything
                    .filter(whole -> !share.rate().value().isZero() && share.fits(whole))
                    .forEach(wholes::add);
        }
        Optional<Figure> above = wholes.isEmpty() && shares.size() >= 2 ? above(shares, earlier) : Optional.empty();
        Optional<Figure> madeUp = madeUp(shares, wholes);
        for (ToldShare share : shares) {
            if (madeUp.isPresent() && !share.fits(madeUp.get())) {
                ledger.check(share.of(madeUp.get()));
            } else {
                Optional<Figure> elsewhere =
                        above.or(() -> document(share, document)).or(() -> named(share, earlier));
                check(share, wholes, elsewhere, alibi).ifPresent(ledger::check);
            }
        }
    }

    /** The whole that all parts make up to the last digit and all shares but one are shares of: the one is too, whatever else it may fit. */
    private static Optional<Figure> madeUp(List<ToldShare> shares, List<Figure> wholes) {
        if (shares.size() < LEAST) {
            return Optional.empty();
        }
        Exact sum = shares.stream().map(share -> share.part().value()).reduce(Exact.ZERO, Exact::plus);
        return wholes.stream()
                .filter(whole -> whole.value().equals(sum))
                .filter(whole ->
                        shares.stream().filter(share -> !share.fits(whole)).count() == 1)
                .findFirst();
    }

    /** The figure of an earlier paragraph that all shares but one, and two at least, are shares of. */
    private static Optional<Figure> above(List<ToldShare> shares, List<Claim> earlier) {
        Figure best = null;
        long most = 1;
        for (Claim claim : earlier) {
            Figure whole = claim.figure();
            long fitting = shares.stream()
                    .filter(share -> share.part().isLike(whole) && share.fits(whole))
                    .count();
            if (fitting > most && fitting >= shares.size() - 1) {
                most = fitting;
                best = whole;
            }
        }
        return Optional.ofNullable(best);
    }

    /** 占全年支出的34.10% where the whole stands elsewhere in the document. */
    private static Optional<Figure> document(ToldShare share, DocumentFigures document) {
        return Measures.standard()
                .ending(share.base())
                .filter(ending -> Subjects.plain(ending.before()).isEmpty())
                .flatMap(ending -> document.of(ending.measure()))
                .filter(whole -> whole.isLike(share.part()));
    }

    private static boolean isMeasured(Figure figure) {
        return figure.kind() == Figure.Kind.AMOUNT || figure.kind() == Figure.Kind.COUNT;
    }

    /** 占预算收入总计的98% where an earlier paragraph gives the 预算收入总计. */
    private static Optional<Figure> named(ToldShare share, List<Claim> earlier) {
        String base = ToldShare.plain(share.base());
        List<Figure> called = earlier.stream()
                .filter(claim ->
                        base.length() >= 2 && ToldShare.plain(claim.label()).endsWith(base))
                .map(Claim::figure)
                .filter(whole -> whole.isLike(share.part()))
                .filter(whole -> base.length() >= 3 || share.fits(whole))
                .toList();
        return called.stream()
                .filter(share::fits)
                .findFirst()
                .or(() -> called.stream().filter(share::isSlipOf).findFirst())
                .or(() -> called.stream().findFirst());
    }

    private static Optional<Check> check(
            ToldShare share, List<Figure> wholes, Optional<Figure> elsewhere, Alibi alibi) {
        List<Check> checks =
                new ArrayList<>(share.candidates().stream().map(share::of).toList());
        elsewhere
                .filter(whole -> whole.value().compareTo(share.part().value()) >= 0)
                .ifPresent(whole -> checks.add(share.of(whole)));
        Optional<Check> right = share.ofNamed(checks)
                .or(() -> checks.stream()
                        .filter(check -> Near.tight(check.equation()))
                        .findFirst())
                .or(() -> checks.stream()
                        .filter(check -> elsewhere.isEmpty() && !share.isNamed() && isProven(check.equation(), wholes))
                        .reduce((one, two) -> two));
        if (right.isPresent()) {
            return right;
        }
        return checks.isEmpty() && share.isNamed() ? share.slipped() : likely(share, checks, wholes, elsewhere, alibi);
    }

    /** The first that is not far off and whose whole belongs to the share: by its sentence, by name or by the other shares. */
    private static Optional<Check> likely(
            ToldShare share, List<Check> checks, List<Figure> wholes, Optional<Figure> elsewhere, Alibi alibi) {
        return checks.stream()
                .filter(check -> Near.within(check.equation(), 60))
                .filter(check ->
                        elsewhere.isEmpty() || check.equation().inputs().contains(elsewhere.get()))
                .filter(check -> ToldShare.isInSentence(check.equation())
                        || share.isOfCalled(check.equation())
                        || elsewhere.isPresent()
                        || isOfOne(check.equation(), wholes))
                .filter(check -> isOfOne(check.equation(), wholes) || !share.isOfPart(check.equation()))
                .findFirst()
                .map(check -> share.isOfCalled(check.equation())
                                || elsewhere
                                        .filter(whole -> share.isNamed()
                                                && check.equation().inputs().contains(whole))
                                        .isPresent()
                        ? check
                        : alibi.instead(check));
    }

    private static boolean isOfOne(Equation equation, List<Figure> wholes) {
        return equation.inputs().stream().anyMatch(wholes::contains);
    }

    /** Whether two other shares beside it have this whole: however far off, it is one of the same. */
    private static boolean isProven(Equation equation, List<Figure> wholes) {
        return wholes.stream().filter(equation.inputs()::contains).count() > 1;
    }
}
