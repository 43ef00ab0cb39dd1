package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/** The share of the year gone by, 序时进度, in per cent, that spending is held against. */
final class ElapsedShare {

    private static final Sought TOLD =
            Sought.of("(?:时序|序时|时间)进度(?:要求)?(?:应|按)?(?:为|是|达到|：|（)?(?<value>\\d{1,3}(?:\\.\\d+)?)%");
    private static final Pattern MONTHS = Pattern.compile("1(?:月)?[—\\-～~至](?<last>\\d{1,2})月");
    private static final int TITLE_LINES = 6;

    private ElapsedShare() {}

    /** The one value that the document gives it. */
    static Optional<Exact> told(Claims claims) {
        List<Exact> values = claims.passages().stream()
                .flatMap(passage -> TOLD.in(passage).results().map(found -> Exact.parse(found.group(1))))
                .distinct()
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** What the document says it is, else that of the months in the title. */
    static Optional<Exact> toldOrOfTitle(Claims claims) {
        return told(claims)
                .or(() -> claims.passages().stream()
                        .limit(TITLE_LINES)
                        .map(passage -> MONTHS.matcher(passage.text()))
                        .filter(Matcher::find)
                        .map(months -> Exact.of(Integer.parseInt(months.group("last")))
                                .times(Exact.HUNDRED)
                                .dividedBy(Exact.of(12)))
                        .findFirst());
    }
}
