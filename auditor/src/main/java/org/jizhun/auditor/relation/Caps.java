package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/** What a document says of the most that counts: 按单月最高100%计算, 超过100%的按100%计. */
final class Caps {

    private static final Sought CAP = Sought.of(
            Pattern.compile(
                    "(?:单[月项个县户次]|各[月项]|最高|上限)[^，。；\\d]{0,6}?(?:最高|不超过)?(?:按|为)?(?<most>100(?:\\.0+)?)%(?:计算|计|封顶)|"
                            + "(?:超过|大于|高于|超出)(?<limit>\\d+(?:\\.\\d+)?)%的?，?(?:部分)?(?:均|一律|都)?(?:按照?|以|视为|计为?|记为?|取)(?:照)?(?<cap>\\d+(?:\\.\\d+)?)%(?:计算|计|计入|封顶|处理)?"),
            "%",
            "单各最上超大高");

    /** A cap and the passage that states it. */
    private record Stated(int order, Exact most) {}

    private final List<Stated> stated = new ArrayList<>();
    private final Set<Exact> all = new HashSet<>();

    private Caps() {}

    static Caps of(Claims claims) {
        return claims.derived(Caps.class, Caps::read);
    }

    private static Caps read(Claims claims) {
        Caps caps = new Caps();
        for (Passage passage : claims.passages()) {
            Matcher words = CAP.in(passage);
            Optional<Exact> most = words.find() ? most(words) : Optional.empty();
            if (most.isPresent()) {
                caps.stated.add(new Stated(passage.order(), most.get()));
                caps.all.add(most.get());
            }
        }
        return caps;
    }

    /** The cap that a passage states, or one of the two before it. */
    Optional<Exact> near(Passage passage) {
        return stated.stream()
                .filter(cap -> cap.order() <= passage.order() && cap.order() >= passage.order() - 2)
                .map(Stated::most)
                .findFirst();
    }

    /** Whether any passage states that more than this counts as this. */
    boolean isCap(Exact rate) {
        return all.contains(rate);
    }

    /** Whether a figure is the most that counts, as in 按单月最高100%计算, and none of the figures that it is said of. */
    static boolean isOfCap(Figure figure) {
        Matcher words = CAP.in(figure.passage().text());
        while (words.find()) {
            if (words.start() <= figure.start() && figure.end() <= words.end() + 1) {
                return true;
            }
        }
        return false;
    }

    /** The cap in words that were found: what is more counts as this; empty where more counts as something else. */
    private static Optional<Exact> most(Matcher words) {
        String most = words.group("most") == null ? words.group("cap") : words.group("most");
        boolean same = words.group("most") != null || words.group("limit").equals(most);
        return same ? Optional.of(Exact.parse(most).dividedBy(Exact.HUNDRED)) : Optional.empty();
    }
}
