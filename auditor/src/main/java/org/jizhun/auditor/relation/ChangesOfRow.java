package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
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
import org.jizhun.kernel.quantity.Rounding;

/**
 * A change told of what stands in a table row: 企业所得税13962万元，增长6.5%, where the row of that name has 13540, 13962 and 3.1. Which figure of the row is the earlier one,
 * the row shows itself, by a rate of change that two of its figures give, or the headings by their years. A change that any figure of the row gives is meant so.
 */
final class ChangesOfRow {

    private static final int LONG = 4;
    private static final int SHORTEST = 3;
    private static final Sought YEAR = Sought.of("(?<year>20\\d{2})年?");
    private static final Sought PLAIN =
            Sought.of("小计$|合计$|（[^）]{0,6}）|\\s|^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\\d{1,2}[.、])|^其中[：:]?");
    private static final Sought IS = Sought.of("(?:完成|实现|安排|预计|达到?|为|共|是)+$");
    private static final Sought OF_ROW =
            Sought.of("(?:^|[，；])(?<name>[\\u4e00-\\u9fa5]{3,12}?)(?:比|较)(?:上年|去年|上一年)(?:同期)?(?:增加|减少|增长|下降)(?:了)?$");
    private static final Sought PLANNED = Sought.of("预算|计划|目标|任务|概算");

    /** The figures of a row that are told and held against. */
    private record Pair(Figure now, Figure then) {

        boolean rose() {
            return now.value().compareTo(then.value()) > 0;
        }

        Check check(Mention change) {
            Figure more = rose() ? now : then;
            Figure less = rose() ? then : now;
            boolean rate = change.figure().kind() == Figure.Kind.PERCENT;
            String difference = more.text() + " - " + less.text();
            return new Check(
                    Kind.YOY,
                    rate ? "growth-differs" : "difference-differs",
                    "",
                    rate ? "(" + difference + ") ÷ " + then.text() : difference,
                    new Equation(change.figure(), Side.of(more).minus(less), rate ? Side.of(then) : Side.ONE));
        }
    }

    private ChangesOfRow() {}

    static void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.tables().isEmpty() ? List.<Passage>of() : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 0; i < mentions.size(); i++) {
                Mention change = mentions.get(i);
                Role role = Role.change(change.before());
                if (role.isChange() && change.figure().nearness() == Figure.Nearness.EXACT) {
                    Optional<Mention> level = level(mentions, i);
                    if (level.isPresent()) {
                        ofLevel(claims, level.get(), change, role, ledger);
                    } else {
                        ofYears(claims, change, role, ledger);
                    }
                }
            }
        }
    }

    /** What the change is told of: the last amount or number before it in the sentence, nothing but rates between. */
    private static Optional<Mention> level(List<Mention> mentions, int at) {
        Mention change = mentions.get(at);
        for (int i = at - 1; i >= 0 && mentions.get(i).sentence() == change.sentence(); i--) {
            Mention level = mentions.get(i);
            if (level.isMeasured()) {
                boolean told = level.figure().digits() >= LONG
                        && !Role.change(level.before()).isChange()
                        && level.figure().nearness() == Figure.Nearness.EXACT;
                return Optional.of(level).filter(any -> told);
            }
        }
        return Optional.empty();
    }

    private static void ofLevel(Claims claims, Mention level, Mention change, Role role, Ledger ledger) {
        if (ledger.judged(change.figure())) {
            return;
        }
        String name = IS.replaceFirst(level.before(), "");
        Set<Pair> pairs = new LinkedHashSet<>();
        List<Pair> all = new ArrayList<>();
        for (Table table : claims.tables()) {
            for (Table.Row row : table.rows()) {
                String label = PLAIN.replaceAll(row.label(), "");
                if (label.length() >= SHORTEST && !row.total() && name.endsWith(label) && !isOfMore(name, label)) {
                    pairs(row, level.figure(), all, pairs);
                }
            }
        }
        if (pairs.size() != 1 || all.stream().anyMatch(pair -> isTold(pair, change, role))) {
            return;
        }
        boolean otherBase = PLANNED.isIn(change.before());
        if (!otherBase) {
            judge(pairs.iterator().next(), change, role, ledger);
        }
    }

    /** 不合格批次 is not 合格批次, though it ends so. */
    private static boolean isOfMore(String name, String label) {
        int at = name.length() - label.length();
        return at > 0 && "非不未其".indexOf(name.charAt(at - 1)) >= 0;
    }

    /** All other figures of a row that has the level, and among them those whose rate of change the row prints. */
    private static void pairs(Table.Row row, Figure level, List<Pair> all, Set<Pair> shown) {
        List<Figure> cells = row.figures().stream().flatMap(Optional::stream).toList();
        for (Figure now : cells) {
            if (!isSame(now, level)) {
                continue;
            }
            for (Figure then : cells) {
                if (then != now
                        && then.isLike(now)
                        && !then.value().isZero()
                        && !then.value().equals(now.value())) {
                    Pair pair = new Pair(now, then);
                    all.add(pair);
                    boolean rated =
                            cells.stream().anyMatch(rate -> rate != now && rate != then && isRateOf(rate, pair));
                    if (rated) {
                        shown.add(pair);
                    }
                }
            }
        }
    }

    private static boolean isSame(Figure cell, Figure level) {
        return cell.isLike(level)
                ? cell.value().equals(level.value())
                : cell.kind() == Figure.Kind.PLAIN && cell.printed().equals(level.printed());
    }

    private static boolean isRateOf(Figure rate, Pair pair) {
        Exact times = pair.now()
                .value()
                .minus(pair.then().value())
                .times(Exact.HUNDRED)
                .dividedBy(pair.then().value());
        // a bare 3.1 below 比上年增长% may have the unit of the table's amounts
        boolean mayBe = rate.kind() == Figure.Kind.PERCENT
                || rate.kind() == Figure.Kind.PLAIN
                || rate.kind() == pair.now().kind();
        return mayBe
                && rate.scale() > 0
                && rate.digits() >= 2
                && times.round(Rounding.halfUp(rate.scale())).equals(rate.printed());
    }

    private static boolean isTold(Pair pair, Mention change, Role role) {
        return pair.rose() == (role == Role.RISE)
                && Near.tight(pair.check(change).equation());
    }

    /** 修复文物比上年增加22件, where the row 修复文物 has a figure for each year: the last two. */
    private static void ofYears(Claims claims, Mention change, Role role, Ledger ledger) {
        Matcher said = OF_ROW.in(change.before());
        if (!said.find() || ledger.judged(change.figure())) {
            return;
        }
        List<Pair> pairs = new ArrayList<>();
        for (Table table : claims.tables()) {
            List<Table.Column> years = table.columns().stream()
                    .filter(column -> YEAR.is(column.heading()))
                    .toList();
            for (Table.Row row : years.size() < 2 ? List.<Table.Row>of() : table.rows()) {
                if (PLAIN.replaceAll(row.label(), "").equals(said.group("name"))) {
                    Optional<Figure> now =
                            row.figures().get(years.get(years.size() - 1).index());
                    Optional<Figure> then =
                            row.figures().get(years.get(years.size() - 2).index());
                    if (now.isPresent()
                            && then.isPresent()
                            && !then.get().value().isZero()) {
                        pairs.add(new Pair(now.get(), then.get()));
                    }
                }
            }
        }
        if (pairs.size() == 1 && Near.tight(pairs.get(0).check(change).equation())) {
            judge(pairs.get(0), change, role, ledger);
        }
    }

    /** The word goes the other way and the change is theirs, or the change is not. */
    private static void judge(Pair pair, Mention change, Role role, Ledger ledger) {
        Check check = pair.check(change);
        if (pair.rose() == (role == Role.RISE)) {
            ledger.check(check);
        } else if (Near.tight(check.equation())) {
            String words = Role.word(change.before());
            String word = words.substring(0, Math.min(2, words.length()));
            int start = change.figure().start() - words.length();
            ledger.check(check);
            ledger.find(WrongWord.compared(
                    word,
                    OppositeWords.of(word),
                    change.figure().passage().spot(start, start + word.length()),
                    pair.now(),
                    pair.then()));
        }
    }
}
