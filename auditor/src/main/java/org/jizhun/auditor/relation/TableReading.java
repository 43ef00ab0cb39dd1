package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;

/**
 * What the paragraph beside a table reads from its total row, or from its only one: 抽检覆盖率96.3% below 应检 1126, 实检 1084; 培训学员1796人次 below
 * 参训人次 1796. A rate that two figures of that row give is theirs, and so is one that is theirs but for a slip of the pen; a
 * number of the row's own unit whose digits are exchanged is told where the sentence reads another figure from the row.
 */
final class TableReading implements Relation {

    /** Digits of a rate or a number that no accident makes another's slip. */
    private static final int LONG = 3;

    private static final int WIDEST = 6;

    @Override
    public String name() {
        return "table-reading";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Table table : claims.tables()) {
            Optional<Table.Row> row = read(table);
            if (row.isPresent()) {
                for (Passage passage : beside(claims, table)) {
                    paragraph(claims.mentions(passage), table, row.get(), ledger);
                }
            }
        }
    }

    /** The total row or the only one of a narrow table. */
    private static Optional<Table.Row> read(Table table) {
        List<Table.Row> totals = table.rows().stream()
                .filter(row -> row.total() || table.rows().size() == 1)
                .toList();
        return totals.size() == 1 && table.columns().size() <= WIDEST ? Optional.of(totals.get(0)) : Optional.empty();
    }

    private static List<Passage> beside(Claims claims, Table table) {
        int order = table.grid().order();
        return claims.passages().stream()
                .filter(passage -> Math.abs(passage.order() - order) <= 1)
                .toList();
    }

    private static void paragraph(List<Mention> mentions, Table table, Table.Row row, Ledger ledger) {
        List<Figure> cells = row.figures().stream().flatMap(Optional::stream).toList();
        for (Mention mention : mentions) {
            Figure figure = mention.figure();
            boolean open = figure.nearness() == Figure.Nearness.EXACT
                    && figure.digits() >= LONG
                    && !ledger.judged(figure)
                    && !mention.before().contains("年");
            if (open && figure.kind() == Figure.Kind.PERCENT) {
                rate(figure, cells)
                        .filter(check -> Near.tight(check.equation())
                                || (!isOfRow(figure, table)
                                        && !isSaid(check.equation(), mentions)
                                        && !isOfParagraph(figure, mentions, table)))
                        .ifPresent(ledger::check);
            } else if (open && figure.kind() == Figure.Kind.COUNT) {
                number(mention, mentions, cells, ledger);
            }
        }
    }

    /** The one quotient of two figures of the row that the rate is, or misses by a slip. */
    private static Optional<Check> rate(Figure rate, List<Figure> cells) {
        List<Check> slips = new ArrayList<>();
        for (Figure part : cells) {
            for (Figure whole : cells) {
                boolean quotient = !part.equals(whole)
                        && part.kind() == whole.kind()
                        && part.kind() != Figure.Kind.PERCENT
                        && part.kind() != Figure.Kind.POINTS
                        && whole.value().signum() > 0
                        && part.digits() >= LONG
                        && part.value().compareTo(whole.value()) < 0;
                if (!quotient) {
                    continue;
                }
                Check check = Checks.quotient("", rate, part, whole);
                if (Near.tight(check.equation())) {
                    return Optional.of(check);
                }
                check.equation()
                        .expected()
                        .filter(right -> check.equation().judge() == Verdict.DIFFERS)
                        .filter(right -> NearMisses.isDigitExchange(rate, right)
                                || (rate.digits() > LONG && NearMisses.isDigitSlip(rate, right)))
                        .ifPresent(right -> slips.add(check));
            }
        }
        return slips.size() == 1 ? Optional.of(slips.get(0)) : Optional.empty();
    }

    /** 累计拨付30425.50万元，占98.96%: of an amount that the paragraph itself tells, over another or any of the table. */
    private static boolean isOfParagraph(Figure rate, List<Mention> mentions, Table table) {
        List<Figure> own = mentions.stream()
                .filter(Mention::isMeasured)
                .map(Mention::figure)
                .filter(figure -> figure.end() <= rate.start() && figure.digits() > LONG)
                .toList();
        List<Figure> cells = table.rows().stream()
                .flatMap(row -> row.figures().stream())
                .flatMap(Optional::stream)
                .toList();
        return own.stream()
                .anyMatch(part -> Stream.concat(own.stream(), cells.stream())
                        .anyMatch(whole -> whole.isLike(part)
                                && whole.value().signum() > 0
                                && Near.tight(new Equation(rate, Side.of(part), Side.of(whole)))));
    }

    /** A rate of another row: 餐饮单位 600 of 642. */
    private static boolean isOfRow(Figure rate, Table table) {
        return table.rows().stream()
                .map(row -> row.figures().stream().flatMap(Optional::stream).toList())
                .flatMap(cells -> rate(rate, cells).stream())
                .anyMatch(check -> Near.tight(check.equation()));
    }

    /** Whether the paragraph gives the right rate too: then this one is of something else. */
    private static boolean isSaid(Equation equation, List<Mention> mentions) {
        return mentions.stream()
                .map(Mention::figure)
                .anyMatch(figure -> figure.kind() == Figure.Kind.PERCENT
                        && !figure.equals(equation.result())
                        && Near.tight(new Equation(figure, equation.top(), equation.bottom())));
    }

    private static void number(Mention said, List<Mention> mentions, List<Figure> cells, Ledger ledger) {
        boolean reads = mentions.stream()
                .anyMatch(other -> other.sentence() == said.sentence()
                        && !other.equals(said)
                        && cells.stream()
                                .anyMatch(cell ->
                                        cell.printed().equals(other.figure().printed())));
        List<Figure> exchanged = cells.stream()
                .filter(cell -> cell.kind() != Figure.Kind.PERCENT
                        && NearMisses.isDigitExchange(
                                said.figure(),
                                cell.printed().times(said.figure().unitSize())))
                .toList();
        if (reads
                && exchanged.size() == 1
                && cells.stream()
                        .noneMatch(cell -> cell.printed().equals(said.figure().printed()))) {
            ToldOtherwise.exchanged(said.figure(), exchanged.get(0), ledger);
        }
    }
}
