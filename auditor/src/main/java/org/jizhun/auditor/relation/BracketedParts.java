package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claim;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** Parts told in brackets right behind their whole: 86座水库（其中大型2座、中型9座、小型75座）, 120台（甲类50台、乙类70台）. */
final class BracketedParts {

    private static final Sought OPENS = Sought.of("（(?<which>其中[：，:]?|包括[：:]?|含|分别为)?(?=[^（）]{0,40}\\d)");
    private static final Sought NO_PART =
            Sought.of("(?:上年|去年|比|较|同比|目标|计划|每|均|占|截至|率|第|原|增加|减少|新增|调整|扣|得|不低于|不高于|以上|以下)[^，。；、\\d]{0,8}$");

    /** How far behind the whole the bracket may open. */
    private static final int NEAR = 16;

    private BracketedParts() {}

    static void enter(Claims claims, Passage passage, Ledger ledger) {
        String text = passage.text();
        Matcher opens = OPENS.in(passage);
        while (opens.find()) {
            int end = close(text, opens.start());
            if (end > 0) {
                check(claims, passage, opens.start(), opens.end(), end, opens.group("which") != null)
                        .ifPresent(ledger::check);
            }
        }
    }

    /** Where the bracket closes that opens there, others within it left out; -1 without one. */
    private static int close(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char character = text.charAt(i);
            depth += character == '（' ? 1 : character == '）' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<Check> check(Claims claims, Passage passage, int open, int from, int end, boolean said) {
        String text = passage.text();
        List<Claim> all = claims.claims(passage);
        Optional<Claim> whole = all.stream()
                .filter(claim -> claim.figure().end() <= open)
                .reduce((one, two) -> two)
                .filter(claim -> open - claim.figure().end() <= NEAR)
                .filter(claim -> Sought.kept("[^，。；：（）]*")
                        .is(text.substring(claim.figure().end(), open)));
        if (whole.isEmpty() || whole.get().figure().kind() != Figure.Kind.COUNT) {
            return Optional.empty();
        }
        Figure total = whole.get().figure();
        List<Figure> within = all.stream()
                .map(Claim::figure)
                .filter(figure -> figure.start() >= from && figure.end() <= end)
                .filter(figure -> !isDeeper(text, open, figure))
                .toList();
        List<Figure> parts =
                within.stream().filter(figure -> figure.isLike(total)).toList();
        boolean plain = parts.size() >= 2
                && total.nearness() == Figure.Nearness.EXACT
                && within.stream()
                        .allMatch(figure -> figure.isLike(total) && figure.nearness() == Figure.Nearness.EXACT)
                && parts.stream()
                        .noneMatch(part ->
                                NO_PART.isIn(text.substring(Math.max(from, part.start() - 14), part.start())));
        if (!plain) {
            return Optional.empty();
        }
        String words = (said ? "其中" : "") + text.substring(from, end);
        return PartsOfWhole.judged(total, parts, words, "", whole.get().label())
                .filter(check -> said
                        || check.equation().judge() != Verdict.DIFFERS
                        || PartsOfWhole.isExchanged(check.equation()))
                .map(check -> LastPart.instead(check, claims, whole.get()));
    }

    /** Whether a figure stands in a bracket within the bracket. */
    private static boolean isDeeper(String text, int open, Figure figure) {
        return text.lastIndexOf('（', figure.start()) > open
                && text.lastIndexOf('（', figure.start()) > text.lastIndexOf('）', figure.start());
    }
}
