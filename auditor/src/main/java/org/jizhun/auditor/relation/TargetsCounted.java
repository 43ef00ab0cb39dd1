package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * How many indicators met their targets, or did not, against the one table of targets and results: 未达标指标3个, 12项指标达到目标值.
 */
final class TargetsCounted implements Relation {

    private static final String OF_KIND = "(?:三级|绩效|二级|(?<kind>产出|效益|满意度|数量|质量|时效|成本))*";
    private static final String COUNT = "(?<![第\\d.])(?<count>\\d{1,3}|[一二两三四五六七八九]|[二三]?十[一二三四五六七八九]?)(?<unit>个|项|条)";
    private static final String MISSED =
            "(?:未达标|不达标|未完成|没有完成|未能完成|未达到|未实现|未达成|未达)(?:年度|年初|预期|绩效|既定|设定|全年)*(?:目标任务|目标值|指标值|目标|指标|任务|要求|计划|预期)?(?:值|的)*";
    private static final String MET =
            "(?:达标|达到|完成|实现|达成)(?:了|或超过|并超过|及超过)?(?:年度|年初|预期|绩效|既定|设定|全年)*(?:目标任务|目标值|指标值|目标|任务|要求|计划|预期)(?:值)?";
    /** 未达标指标3个, 未达到目标值的指标有2项. */
    private static final Sought MISSED_NUMBER_LAST = Sought.of(
            Pattern.compile("(?<said>" + MISSED + ")" + OF_KIND + "(?:指标|任务|目标)(?:也|仅|只|共计|共|数|有|为|是|计|，)*" + COUNT),
            "未不没");
    /** 3项指标未完成, 有2个指标未达到年初目标值; 12项指标达到目标值. */
    private static final Sought NUMBER_FIRST = Sought.of(
            Pattern.compile(COUNT + OF_KIND + "(?:指标|任务|目标)?(?:均|都|已|全部)?(?<said>" + MISSED + "|" + MET
                    + ")(?!的?[^，。；]{0,6}率)"),
            "标成到现",
            "个项条");

    private static final Sought DONE = Sought.of("已?完成|已?达标|达到|已?达成|超额完成|已?实现|全部完成|是");
    private static final Sought EXECUTED = Sought.of("(?:全年|年度|项目|部门)*(?:预算|资金)?执行率");
    private static final int LEAST = 3;
    private static final int FAR = 3;

    /** Rows of a table by whether they meet their targets; {@code done} are those that words call so. */
    private record Tally(List<Figure> met, List<Figure> missed, int done, int unknown) {

        int rows() {
            return met.size() + missed.size() + done + unknown;
        }
    }

    @Override
    public String name() {
        return "targets-counted";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Table> tables = claims.tables().stream()
                .filter(table -> tally(table, "").rows() >= LEAST)
                .toList();
        if (tables.size() != 1) {
            return;
        }
        for (Passage passage : claims.passages()) {
            for (Sought sought : List.of(MISSED_NUMBER_LAST, NUMBER_FIRST)) {
                Matcher words = sought.in(passage);
                while (words.find()) {
                    judge(passage, words, tables.get(0), ledger);
                }
            }
        }
    }

    /** The rows of one kind of indicator, or of all where none is said. */
    private static Tally tally(Table table, String kind) {
        List<Figure> met = new ArrayList<>();
        List<Figure> missed = new ArrayList<>();
        int done = 0;
        int unknown = 0;
        Optional<Table.Column> targets = table.column("target");
        Optional<Table.Column> results = table.column("achieved");
        for (Table.Row row : targets.isPresent() && results.isPresent() ? table.rows() : List.<Table.Row>of()) {
            Passage wanted = row.cells().get(targets.get().index());
            Passage got = row.cells().get(results.get().index());
            Optional<Figure> target = row.figures().get(targets.get().index());
            Optional<Figure> achieved = row.figures().get(results.get().index());
            if (row.total()
                    || !isOf(kind, table, row)
                    || wanted.text().isBlank()
                    || got.text().isBlank()) {
                continue;
            }
            boolean like =
                    target.isPresent() && achieved.isPresent() && target.get().isLike(achieved.get());
            boolean sure = like && !TargetAndScore.AT_MOST.matcher(row.label()).find();
            if (sure) {
                int order = achieved.get().value().compareTo(target.get().value());
                boolean meets = TargetAndScore.AT_MOST.matcher(wanted.text()).find() ? order <= 0 : order >= 0;
                (meets ? met : missed).add(achieved.get());
            } else if (wanted.text().equals(got.text()) || DONE.is(got.text())) {
                done++;
            } else {
                unknown++;
            }
        }
        return new Tally(met, missed, done, unknown);
    }

    /** Rows of how much of the budget was spent, which those who count their indicators may leave out. */
    private static int executed(Table table, boolean missing) {
        int column = table.column("target").map(Table.Column::index).orElse(-1);
        return (int) table.rows().stream()
                .filter(row -> row.cells().stream().anyMatch(cell -> EXECUTED.is(cell.text())))
                .filter(row -> column >= 0 && isMissed(table, row) == missing)
                .count();
    }

    private static boolean isMissed(Table table, Table.Row row) {
        Optional<Figure> target = TargetRows.figure(table, row, "target");
        Optional<Figure> achieved = TargetRows.figure(table, row, "achieved");
        return target.isPresent()
                && achieved.isPresent()
                && achieved.get().value().compareTo(target.get().value()) < 0;
    }

    /** The kind stands in a cell of the row, or over the names of all rows: 产出指标. */
    private static boolean isOf(String kind, Table table, Table.Row row) {
        return kind.isEmpty()
                || table.columns().get(0).heading().startsWith(kind)
                || row.cells().stream().anyMatch(cell -> cell.text().startsWith(kind));
    }

    private static void judge(Passage passage, Matcher words, Table table, Ledger ledger) {
        String kind = Optional.ofNullable(words.group("kind")).orElse("");
        Tally tally = tally(table, kind);
        boolean all = !kind.isEmpty() && tally.rows() == Numerals.count(words.group("count")); // as AllTargetsMet holds
        if (tally.rows() == 0 || all) {
            return;
        }
        boolean missing = words.group("said").matches("[未不没].*");
        List<Figure> found = missing ? tally.missed() : tally.met();
        int number = found.size() + (missing ? 0 : tally.done());
        int stated = Numerals.count(words.group("count"));
        if (stated == number - executed(table, missing)
                || stated == number
                || tally.unknown() > 0
                || Math.abs(stated - number) > FAR
                || stated == 0) {
            return;
        }
        String unit = words.group("unit");
        String printed = words.group("count") + unit;
        ledger.find(WrongCount.finding(
                Kind.COUNT,
                printed,
                number == 0 ? Optional.empty() : Optional.of(CountedNames.print(number, unit, printed)),
                number,
                passage.spot(words.start("count"), words.end("unit")),
                found.stream().map(Figure::spot).toList()));
    }
}
