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
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * A ladder stated in the text, ≥95%得10分, 90%（含）-95%得8分 and so on, applied to the document's own figure: the value of what
 * the ladder is about, and the points given for it in the same section.
 */
final class StatedLadder implements Relation {

    private static final String LIMIT = "(?<%s>\\d{1,12}(?:\\.\\d{1,8})?)(?:%%|分)?(?<%s>（(?:不)?含[^）]{0,6}）)?";
    private static final Sought STEP = Sought.of(
            Pattern.compile(
                    "(?:(?<from>≥|>|不低于|大于等于|高于|大于|达到|超过|≤|<|低于|不足|小于|小于等于|不高于|不超过|在)?"
                            + String.format(LIMIT, "low", "lowtoo")
                            + "(?:(?:-|~|～|—|至|到)" + String.format(LIMIT, "high", "hightoo")
                            + "|(?:，|、)?(?:但|且|并)(?:在)?(?<below>≤|<|不超过|不高于|低于|小于|不足|未达到|不满)"
                            + String.format(LIMIT, "top", "toptoo")
                            + ")?(?<after>（含）以上|及以上|以上（含）|以上|（含）以下|及以下|以下（含）|以下|之间)?的?)[，：,]?(?:(?:计|得|为|给)(?<points>\\d{1,12}(?:\\.\\d{1,8})?)分|(?<none>不得分|不计分|得满分|计满分))"),
            "计得为给",
            "分",
            "0123456789");
    private static final Sought GOT = Sought.of("(?:得分|实得|得|(?<![合总共小累])计)(?:为|是|：)?$");
    private static final Sought RATE = Sought.of("(?<name>率|度|比例|比重|占比)(?:为|是|达到|达|：)?$");
    /** 占项目支出的66.72%，得4分. */
    private static final Sought SHARE = Sought.of("占[^，。；\\d]{2,16}的?$");

    private static final List<String> MEASURED = List.of("achieved", "execution-rate", "completion-rate");
    private static final Set<ScoreWords> WEIGHTS = Set.of(ScoreWords.WEIGHT, ScoreWords.NAMED);
    private static final Sought LOW_OPEN = Sought.of(">|高于|大于|超过");
    private static final Sought DOWN = Sought.of("≤|<|低于|不足|小于|小于等于|不高于|不超过");

    /** Values from low to high that give so many points. */
    private record Step(Exact low, boolean lowToo, Exact high, boolean highToo, Exact points) {

        boolean holds(Exact value) {
            int above = value.compareTo(low);
            int below = value.compareTo(high);
            return (above > 0 || (above == 0 && lowToo)) && (below < 0 || (below == 0 && highToo));
        }
    }

    @Override
    public String name() {
        return "stated-ladder";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Step> steps = List.of();
        Passage ruled = null;
        int age = 0;
        for (Passage passage : claims.passages()) {
            List<Step> own = steps(claims, passage);
            if (own.size() >= 2) {
                row(claims, passage, own, ledger);
                steps = own;
                ruled = passage;
                age = 0;
            } else if (Sought.kept("^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）).*")
                            .is(passage.text())
                    || ++age > 3) {
                steps = List.of();
            }
            if (!steps.isEmpty() && ruled != null) {
                apply(claims, passage, ruled, steps, ledger);
            }
        }
    }

    /** 预算执行率按以下标准计分：95%（含）以上得10分，…, for the row of a table that is called so. */
    private static void row(Claims claims, Passage passage, List<Step> steps, Ledger ledger) {
        Matcher matcher = STEP.in(passage);
        int first = -1;
        while (first < 0 && matcher.find()) {
            first = isStep(matcher) ? matcher.start() : -1;
        }
        if (first < 0) {
            return;
        }
        ScoreBook.of(claims).in(passage.text().substring(0, first)).ifPresent(entry -> {
            Optional<Figure> got = entry.score().flatMap(ScoreBook.Points::single);
            Optional<Figure> value = MEASURED.stream()
                    .flatMap(measure -> entry.figure(measure).stream())
                    .filter(figure -> figure.kind() == Figure.Kind.PERCENT)
                    .findFirst();
            if (got.isPresent() && value.isPresent()) {
                judge(value.get(), got.get(), steps, ledger);
            }
        });
    }

    /** The rows of tables that the text scores by steps of their own. */
    private record Ruled(Set<Table.Row> rows) {}

    static boolean isRuled(Claims claims, Table.Row row) {
        return claims.derived(Ruled.class, StatedLadder::ruled).rows().contains(row);
    }

    private static Ruled ruled(Claims claims) {
        Set<Table.Row> rows = new HashSet<>(RowRule.rows(claims));
        ScoreBook book = ScoreBook.of(claims);
        for (Passage passage : claims.passages()) {
            Matcher matcher = STEP.in(passage);
            int steps = 0;
            int first = -1;
            while (matcher.find()) {
                steps += isStep(matcher) ? 1 : 0;
                first = steps == 1 && first < 0 ? matcher.start() : first;
            }
            if (steps >= 2) {
                book.in(passage.text().substring(0, first))
                        .flatMap(ScoreBook.Entry::row)
                        .ifPresent(place -> rows.add(place.row()));
            }
        }
        return new Ruled(rows);
    }

    private static List<Step> steps(Claims claims, Passage passage) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.in(passage.text());
        while (matcher.find()) {
            if (isStep(matcher)) {
                Optional<Exact> points = points(claims, passage, matcher);
                points.flatMap(earned -> step(matcher, earned)).ifPresent(steps::add);
            }
        }
        return steps;
    }

    /** What a step earns; full marks are the weight that stands before the ladder. */
    private static Optional<Exact> points(Claims claims, Passage passage, Matcher step) {
        if (step.group("points") != null) {
            return Optional.of(Exact.parse(step.group("points")));
        }
        if (step.group("none").startsWith("不")) {
            return Optional.of(Exact.ZERO);
        }
        return claims.mentions(passage).stream()
                .map(Mention::figure)
                .filter(figure -> figure.kind() == Figure.Kind.POINTS && figure.end() <= step.start())
                .filter(figure -> WEIGHTS.contains(ScoreWords.of(figure, passage.text())))
                .reduce((one, two) -> two)
                .map(Figure::value);
    }

    /** 86.4%，得10分 is no step but what is held against the steps. */
    private static boolean isStep(Matcher matcher) {
        return matcher.group("from") != null
                || matcher.group("high") != null
                || matcher.group("top") != null
                || matcher.group("after") != null;
    }

    private static Optional<Step> step(Matcher matcher, Exact points) {
        Exact low = Exact.parse(matcher.group("low"));
        String from = Optional.ofNullable(matcher.group("from")).orElse("");
        String after = Sought.kept("^(以[上下])（含）$")
                .replaceAll(Optional.ofNullable(matcher.group("after")).orElse(""), "（含）$1");
        Exact far = Exact.of(1_000_000);
        if (matcher.group("high") != null) {
            Exact high = Exact.parse(matcher.group("high"));
            boolean lowToo = !"（不含）".equals(matcher.group("lowtoo"));
            boolean highToo = "（含）".equals(matcher.group("hightoo"));
            return low.compareTo(high) < 0
                    ? Optional.of(new Step(low, lowToo, high, highToo, points))
                    : Optional.of(new Step(high, highToo, low, lowToo && matcher.group("lowtoo") != null, points));
        }
        if (matcher.group("top") != null) {
            Exact top = Exact.parse(matcher.group("top"));
            boolean lowToo = !LOW_OPEN.is(from);
            boolean topToo =
                    Sought.kept("≤|不超过|不高于").is(matcher.group("below")) || "（含）".equals(matcher.group("toptoo"));
            return low.compareTo(top) < 0 && !DOWN.is(from)
                    ? Optional.of(new Step(low, lowToo, top, topToo, points))
                    : Optional.empty();
        }
        if (DOWN.is(from) || after.endsWith("以下")) {
            boolean too = from.contains("≤")
                    || (from.startsWith("不") && !from.equals("不足"))
                    || after.contains("含")
                    || after.startsWith("及")
                    || "（含）".equals(matcher.group("lowtoo"));
            return Optional.of(new Step(far.negate(), true, low, too, points));
        }
        boolean up = (!from.isEmpty() && !from.equals("在")) || after.endsWith("以上");
        return up ? Optional.of(new Step(low, !LOW_OPEN.is(from), far, true, points)) : Optional.empty();
    }

    private static void apply(Claims claims, Passage passage, Passage ruled, List<Step> steps, Ledger ledger) {
        int from = 0;
        if (passage.equals(ruled)) {
            Matcher matcher = STEP.in(passage);
            while (matcher.find()) {
                from = isStep(matcher) ? matcher.end() : from;
            }
        }
        Mention value = passage.equals(ruled) ? before(claims, passage) : null;
        for (Mention mention : claims.mentions(passage)) {
            Figure figure = mention.figure();
            boolean exact = figure.nearness() == Figure.Nearness.EXACT;
            if (figure.start() < from || mention.bracketed()) {
                continue;
            }
            if (figure.kind() == Figure.Kind.PERCENT
                    && exact
                    && (RATE.isIn(mention.before()) || SHARE.isIn(mention.before()))) {
                value = mention;
            } else if (value != null && figure.kind() == Figure.Kind.POINTS && GOT.isIn(mention.before())) {
                judge(value.figure(), figure, steps, ledger);
                return;
            }
        }
    }

    /** 完成率93.1%。评分标准：完成率达到95%得10分…: the value in front of its own ladder, by the name the ladder begins with. */
    private static @Nullable Mention before(Claims claims, Passage passage) {
        Matcher matcher = STEP.in(passage);
        int first = -1;
        while (first < 0 && matcher.find()) {
            first = isStep(matcher) ? matcher.start() : -1;
        }
        Mention value = null;
        for (Mention mention : claims.mentions(passage)) {
            Matcher rate = RATE.in(mention.before());
            boolean exact = mention.figure().nearness() == Figure.Nearness.EXACT;
            if (mention.figure().end() <= first
                    && mention.figure().kind() == Figure.Kind.PERCENT
                    && exact
                    && rate.find()) {
                String name = mention.before().substring(0, rate.end("name"));
                String end = name.substring(Math.max(0, name.length() - 3));
                value = passage.text().substring(0, first).endsWith(end) ? mention : value;
            }
        }
        return value;
    }

    private static void judge(Figure value, Figure got, List<Step> steps, Ledger ledger) {
        Exact measured = value.printed();
        List<Step> holding = steps.stream().filter(step -> step.holds(measured)).toList();
        if (holding.size() != 1 || got.value().equals(holding.get(0).points())) {
            return;
        }
        boolean known = steps.stream().anyMatch(step -> step.points().equals(got.value()));
        if (known) {
            ledger.check(new Check(
                    Kind.RULE,
                    "ladder-differs",
                    "",
                    value.text(),
                    new Equation(got, Side.constant(holding.get(0).points()), Side.ONE)));
        }
    }
}
