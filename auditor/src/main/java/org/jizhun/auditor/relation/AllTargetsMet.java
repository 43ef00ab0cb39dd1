package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * One word on several results: 学生满意度91.3%……用人单位满意度88.2%，两项满意度指标均达到年度指标值. Each of them that a table has with a target it does not
 * reach contradicts that.
 */
final class AllTargetsMet {

    private static final Sought SAID = Sought.of(
            Pattern.compile(
                    "(?:(?:以上|上述|各|(?<count>[两二三四五六七八九十]|\\d{1,2}))[项个类]?[^，。；\\d]{0,10}?)(?:均|全部|都|全都)(?:已|已经|如期|能)?(?:达到|完成|实现|超过|高于|优于|达成)(?:或超过|或优于|了)?(?:年度|年初|预期|绩效|既定|设定|全年|预定)*(?:目标|任务|要求|指标|计划)值?(?![的\\d])"),
            "均全都",
            "目任要指计");
    private static final Sought NOT = Sought.of("未|没|除|外|基本|大部分|多数|主要");
    private static final Sought EACH = Sought.of("^(?:以上|上述|各|[两二三四五六七八九十\\d])");
    private static final Sought EXCEPT = Sought.of("(?:除|未|没有)[^。；]*$");
    private static final Sought KIND = Sought.of("产出|效益|满意度");
    private static final Sought LESS_IS_MORE =
            Sought.of("成本|费用|单价|时间|时长|天数|时限|周期|投诉|差错|事故|死亡|发病|超标|能耗|排放|空置|流失|失业|负债|上访|信访|违规|退货|故障");
    private static final int NAME = 12;

    /** A result of a table that misses its target. */
    private record Missed(Table.Row row, Figure target, Figure achieved) {}

    /** All of the document, found once. */
    private record AllMissed(List<Missed> rows) {}

    private AllTargetsMet() {}

    static void tell(Claims claims, List<Mention> mentions, Passage passage, Ledger ledger) {
        Matcher said = SAID.in(passage);
        while (said.find()) {
            int sentence = passage.text().lastIndexOf('。', said.start());
            if (NOT.isIn(said.group())) {
                continue;
            }
            List<Mention> told = told(mentions, said.start(), sentence, said.group("count"));
            Optional<Missed> own = missed(claims, told, passage);
            own.or(() -> ofTableBefore(claims, passage, said))
                    .filter(missed -> !ledger.doubts(missed.achieved()))
                    .ifPresent(missed -> TargetAndScore.tell(
                            "target-missed-said-met",
                            said.group(),
                            passage.spot(said.start(), said.end()),
                            missed.achieved(),
                            ledger));
        }
    }

    /** Whether a place stands in words on several results, which are told of all of them. */
    static boolean isSaid(Passage passage, int at) {
        Matcher said = SAID.in(passage);
        while (said.find()) {
            if (said.start() <= at && at < said.end()) {
                return true;
            }
        }
        return false;
    }

    /** The results that the words are about: so many before them, or those of the sentence. */
    private static List<Mention> told(List<Mention> mentions, int end, int sentence, @Nullable String count) {
        List<Mention> told = new ArrayList<>();
        for (Mention mention : mentions) {
            boolean rate = mention.figure().kind() == Figure.Kind.PERCENT;
            if (rate && mention.figure().end() <= end && (mention.figure().start() > sentence)) {
                told.add(mention);
            }
        }
        int last = count == null ? told.size() : Numerals.count(count);
        return told.size() <= last ? told : told.subList(told.size() - last, told.size());
    }

    private static Optional<Missed> missed(Claims claims, List<Mention> told, Passage passage) {
        List<Missed> rows = claims.derived(AllMissed.class, AllTargetsMet::read).rows();
        return rows.stream()
                .filter(row -> told.stream()
                        .anyMatch(mention ->
                                mention.figure().value().equals(row.achieved().value())
                                        && mention.figure().isLike(row.achieved())
                                        && isNamed(
                                                row.row(),
                                                passage.text(),
                                                mention.figure().start())))
                .findFirst();
    }

    /** 四项产出指标全部达到年度目标 right behind a table: one of its rows misses the target, and its rate of completion says so too. */
    private static Optional<Missed> ofTableBefore(Claims claims, Passage passage, Matcher said) {
        Optional<Table> table = claims.tables().stream()
                .filter(one -> one.grid().order() < passage.order()
                        && passage.order() - one.grid().order() <= 2)
                .reduce((one, two) -> two);
        if (table.isEmpty()
                || !EACH.isIn(said.group())
                || EXCEPT.isIn(passage.text().substring(0, said.start()))) {
            return Optional.empty();
        }
        List<Table.Row> rows =
                table.get().rows().stream().filter(row -> !row.total()).toList();
        String count = said.group("count");
        boolean all = count == null || Numerals.count(count) == rows.size();
        Matcher kind = KIND.in(said.group());
        boolean other = kind.find()
                && rows.stream()
                        .flatMap(row -> row.cells().stream())
                        .anyMatch(cell -> KIND.isIn(cell) && !cell.text().contains(kind.group()));
        if (!all || other) {
            return Optional.empty();
        }
        Optional<Table.Column> rates = table.get().column("completion-rate");
        return claims.derived(AllMissed.class, AllTargetsMet::read).rows().stream()
                .filter(missed -> rows.contains(missed.row())
                        && !LESS_IS_MORE.isIn(missed.row().label()))
                .filter(missed -> rates.flatMap(column -> missed.row().figures().get(column.index()))
                        .map(rate -> rate.value().compareTo(Exact.ONE) < 0 || rate.kind() != Figure.Kind.PERCENT)
                        .orElse(rates.isEmpty()))
                .findFirst();
    }

    /** Whether the words before a figure share two characters in a row with a name of the row. */
    private static boolean isNamed(Table.Row row, String text, int at) {
        String before = text.substring(Math.max(0, at - 2 * NAME), at);
        for (int i = 0; i + 2 <= row.label().length(); i++) {
            if (before.contains(row.label().substring(i, i + 2))) {
                return true;
            }
        }
        return false;
    }

    private static AllMissed read(Claims claims) {
        List<Missed> rows = new ArrayList<>();
        for (Table table : claims.tables()) {
            Optional<Table.Column> targets = table.column("target");
            Optional<Table.Column> results = table.column("achieved");
            for (Table.Row row : targets.isPresent() && results.isPresent() ? table.rows() : List.<Table.Row>of()) {
                Optional<Figure> target = row.figures().get(targets.get().index());
                Optional<Figure> achieved = row.figures().get(results.get().index());
                String cell = row.cells().get(targets.get().index()).text();
                boolean below = target.isPresent()
                        && achieved.isPresent()
                        && target.get().isLike(achieved.get())
                        && !TargetAndScore.AT_MOST.matcher(cell + row.label()).find()
                        && achieved.get().value().compareTo(target.get().value()) < 0;
                if (below) {
                    rows.add(new Missed(row, target.get(), achieved.get()));
                }
            }
        }
        return new AllMissed(rows);
    }
}
