package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** So many of a thing, which the words before the number name in one place and those behind it in another: 处置网格事件9386件, 9386件网格事件. */
final class NumbersNamed {

    private static final int MOST_NAMED = 300;
    private static final int FEW_CHARACTERS = 2;
    private static final int MORE_CHARACTERS = 4;
    private static final Sought GOAL = Sought.of("目标|计划|拟|任务|力争|确保|将");
    private static final Sought LONG_COUNT = Sought.of("\\d{2,}");
    private static final Sought FILLER = Sought.of("(?:共计?|总计|合计|达到?|为|约)+$");
    private static final Set<String> GENERAL = Set.of("个", "项", "家", "条", "件", "次", "人", "名", "人次", "户");
    private static final Sought SOME = Sought.of("其中|上年|去年|新增|增加|减少|比|较|其余|另|每|第|抽取|抽出|涉及|中有|发现|已|未|完成了|计划|目标");

    private NumbersNamed() {}

    static void examine(Claims claims, Ledger ledger) {
        Map<String, List<Counted>> byName = new HashMap<>();
        int kept = 0;
        for (Passage passage : claims.passages()) {
            for (Mention mention : claims.mentions(passage)) {
                boolean told = mention.figure().kind() == Figure.Kind.COUNT
                        && mention.figure().nearness() == Figure.Nearness.EXACT
                        && LONG_COUNT.begins(mention.figure().text())
                        && !SOME.isIn(mention.before())
                        && !GOAL.isIn(sentence(mention));
                if (!told) {
                    continue;
                }
                first(mention, byName).ifPresent(other -> {
                    Check check = ToldOtherwise.check(Kind.CROSS_REFERENCE, "", mention.figure(), other.figure());
                    if (check.equation().judge() != Verdict.DIFFERS || Near.within(check.equation(), 15)) {
                        ledger.check(check);
                    }
                });
                if (kept < MOST_NAMED) {
                    Counted counted = Counted.of(mention, kept++);
                    byName.computeIfAbsent(counted.name(), key -> new ArrayList<>())
                            .add(counted);
                }
            }
        }
    }

    /** The first of all that the words behind a number of things name. */
    private static Optional<Mention> first(Mention mention, Map<String, List<Counted>> byName) {
        String after = mention.after();
        return Stream.of(FEW_CHARACTERS, MORE_CHARACTERS)
                .filter(length -> length <= after.length())
                .flatMap(length -> byName.getOrDefault(after.substring(0, length), List.of()).stream()
                        .filter(counted -> isNamed(counted, mention))
                        .limit(1))
                .min(Comparator.comparingInt(Counted::rank))
                .map(Counted::mention);
    }

    /** The sentence of a figure as far as the figure. */
    private static String sentence(Mention mention) {
        String text = mention.figure().passage().text();
        return text.substring(
                text.lastIndexOf('。', mention.figure().start()) + 1,
                mention.figure().start());
    }

    /** A number of things with the end of the words before it, by which another place names them. */
    private record Counted(Mention mention, String name, int rank) {

        static Counted of(Mention mention, int rank) {
            String name = FILLER.replaceFirst(mention.before(), "");
            int least = GENERAL.contains(mention.figure().thing()) ? MORE_CHARACTERS : FEW_CHARACTERS;
            return new Counted(mention, name.length() < least ? "" : name.substring(name.length() - least), rank);
        }
    }

    private static boolean isNamed(Counted counted, Mention two) {
        Mention one = counted.mention();
        boolean apart =
                one.figure().passage().order() != two.figure().passage().order() || one.sentence() != two.sentence();
        return apart && one.isLike(two);
    }
}
