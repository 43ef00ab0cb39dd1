package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * Shares of one whole told in paragraphs of their own: （一）一般公共服务支出10584.29万元，占82.75%. （二）社会保障和就业支出1206.44万元，占9.43%. The
 * whole is a figure above them that most of the shares are of, two at least; the others must be of it as well.
 */
final class SharesInParagraphs implements Relation {

    private static final Sought SHARE =
            Sought.of("^(?:（[^）]{1,20}）)?，?占(?:比|总数|总额|总支出|总收入|全部|合计|总计|本年支出(?:合计)?|支出合计|总人数)?(?:的|为|达|约|比重|比例)*$");
    private static final int FEWEST = 3;

    /** How many figures above the shares the whole may stand. */
    private static final int ABOVE = 40;

    private record Share(Mention part, Mention share, int order) {}

    @Override
    public String name() {
        return "shares-in-paragraphs";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Mention> above = new ArrayList<>();
        List<Share> run = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            Optional<Share> own = share(mentions, passage.order());
            if (own.isEmpty() || (!run.isEmpty() && !goesOn(run.get(run.size() - 1), own.get()))) {
                vote(run, above, ledger);
                run.clear();
            }
            own.ifPresent(run::add);
            if (run.size() <= 1) {
                (run.isEmpty() ? mentions : List.<Mention>of())
                        .stream().filter(Mention::isMeasured).forEach(above::add);
            }
        }
        vote(run, above, ledger);
    }

    /** The one share that a paragraph tells of its first figure. */
    private static Optional<Share> share(List<Mention> mentions, int order) {
        if (mentions.size() < 2 || !mentions.get(0).isMeasured()) {
            return Optional.empty();
        }
        Mention part = mentions.get(0);
        for (Mention share : mentions.subList(1, mentions.size())) {
            boolean told = share.figure().kind() == Figure.Kind.PERCENT
                    && share.sentence() == part.sentence()
                    && SHARE.is(share.before());
            if (told) {
                return Optional.of(new Share(part, share, order));
            }
        }
        return Optional.empty();
    }

    private static boolean goesOn(Share last, Share next) {
        return next.order() == last.order() + 1 && next.part().isLike(last.part());
    }

    private static void vote(List<Share> run, List<Mention> above, Ledger ledger) {
        if (run.size() < FEWEST) {
            return;
        }
        Mention best = null;
        long most = Math.max(1, run.size() / 2);
        for (int i = above.size() - 1; i >= Math.max(0, above.size() - ABOVE); i--) {
            Mention whole = above.get(i);
            long fitting = run.stream()
                    .filter(each -> whole.isLike(each.part())
                            && !whole.figure().value().isZero()
                            && Near.tight(check(each, whole).equation()))
                    .count();
            if (fitting > most) {
                most = fitting;
                best = whole;
            }
        }
        if (best != null) {
            Mention whole = best;
            run.stream()
                    .filter(each -> !ledger.judged(each.share().figure()))
                    .forEach(each -> ledger.check(check(each, whole)));
        }
    }

    private static Check check(Share each, Mention whole) {
        return Checks.quotient(
                each.part().claim().label(), each.share().figure(), each.part().figure(), whole.figure());
    }
}
