package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;

/**
 * What is left: 应验收312项，实际验收290项，22项未按期验收; 到位2.28亿元，支出2.1亿元，剩余0.18亿元. It is the first less the second.
 */
final class Remainders implements Relation {

    private static final Pattern LEFT_BEFORE = Pattern.compile("(?:尚有|剩余|仍有|尚余|结余|缺口|还差|余)(?:资金|金额)?(?:为|达)?$");
    /** What has piled up over years is not what is left of these two figures. */
    private static final Pattern PILED_UP = Pattern.compile("累计结余|滚存|历年|历史|上年");

    private static final Pattern LEFT_AFTER = Pattern.compile("^(?:[^，。；\\d]{0,4})(?:未|尚未|没有|仍未|正在整改|正在办理)");
    private static final int WINDOW = 4;

    @Override
    public String name() {
        return "remainders";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 2; i < mentions.size(); i++) {
                left(mentions, i, ledger).ifPresent(ledger::check);
            }
        }
    }

    private static Optional<Check> left(List<Mention> mentions, int at, Ledger ledger) {
        Mention left = mentions.get(at);
        boolean words = LEFT_BEFORE.matcher(left.before()).find()
                || LEFT_AFTER.matcher(left.after()).find();
        boolean exact = left.figure().nearness() == Figure.Nearness.EXACT;
        if (PILED_UP.matcher(left.before()).find()
                || !words
                || !exact
                || !left.isMeasured()
                || ledger.judged(left.figure())) {
            return Optional.empty();
        }
        List<Mention> before = new ArrayList<>();
        for (int i = at - 1; i >= 0 && before.size() < WINDOW; i--) {
            Mention other = mentions.get(i);
            if (other.isLike(left) && left.sentence() - other.sentence() <= 1) {
                before.add(other);
            }
        }
        for (Mention done : before) {
            for (Mention whole : before) {
                Check check = check(left, whole, done);
                if (!done.equals(whole) && Near.tight(check.equation())) {
                    return Optional.of(check);
                }
            }
        }
        return before.size() < 2 ? Optional.empty() : unfitting(left, before.get(1), before.get(0));
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

    private static Check check(Mention left, Mention whole, Mention done) {
        return new Check(
                Kind.DIFFERENCE,
                "difference-differs",
                left.claim().label(),
                whole.figure().text() + " - " + done.figure().text(),
                new Equation(left.figure(), Side.of(whole.figure()).minus(done.figure()), Side.ONE));
    }
}
