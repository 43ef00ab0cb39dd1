package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A rate of the whole that is the plain mean of its parts' rates: 甲校210人合格200人，合格率95.24%；乙校90人合格63人，合格率70.00%；总体合格率82.62%. Where both
 * figures of each part's rate are printed, in the paragraph or in the rows of a table, the rate of all is their sums' quotient, 87.67%. Only
 * what is that mean to the last digit is told, so that nothing else can be meant.
 */
final class MeanOfRates implements Relation {

    private static final Sought WHOLE = Sought.of(
            "综合|总体|整体|合计|加权|全部|汇总|总[^，。；、\\d]{0,4}(?:率|度)(?:为|达到?|是)?$|全[市县区省镇乡校院街][^，。；、\\d]{0,8}(?:率|度)(?:为|达到?|是)?$");

    /** The text says that it is the plain mean. */
    private static final Sought PLAIN = Sought.of("(?:简单|算术)平均|平均(?!满意)|均值");

    private static final Sought WEIGHTED = Sought.of("加权|合并计算|汇总计算");
    private static final Sought OTHER = Sought.of("上年|去年|同期|目标|要求|不低于|全国|全行业");

    /** Figures before a rate among which its two stand. */
    private static final int NEAR = 4;

    /** Digits of a mean of two rates, and of more, that no accident gives. */
    private static final int LONG = 4;

    private static final int SHORT = 3;
    private static final int FEWEST_ROWS = 3;
    private static final int MOST_PARTS = 12;

    /** A rate with the two figures that give it. */
    private record Part(Figure rate, Figure top, Figure bottom) {}

    @Override
    public String name() {
        return "mean-of-rates";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 0; i < mentions.size(); i++) {
                if (isOfWhole(mentions.get(i))) {
                    Mention whole = mentions.get(i);
                    List<Mention> before = mentions.subList(0, i);
                    inText(whole, before)
                            .or(() -> inTables(whole, claims.tables()))
                            .ifPresent(ledger::check);
                }
            }
        }
    }

    private static boolean isOfWhole(Mention mention) {
        Figure figure = mention.figure();
        String clause = clause(mention);
        boolean rate = figure.kind() == Figure.Kind.PERCENT
                && figure.nearness() == Figure.Nearness.EXACT
                && figure.digits() >= SHORT;
        return rate
                && WHOLE.isIn(clause)
                && (WEIGHTED.isIn(clause) || !PLAIN.isIn(clause))
                && !OTHER.isIn(mention.before());
    }

    /** The words back to a full stop or a semicolon. */
    private static String clause(Mention mention) {
        String text = mention.figure().passage().text();
        int start = mention.figure().start();
        int from = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('；', start));
        return text.substring(from + 1, start);
    }

    /** The last two or more rates before it, each with its own two figures. */
    private static Optional<Check> inText(Mention whole, List<Mention> before) {
        List<Part> parts = new ArrayList<>();
        for (int i = before.size() - 1; i >= 0 && parts.size() < MOST_PARTS; i--) {
            if (before.get(i).figure().kind() != Figure.Kind.PERCENT) {
                continue;
            }
            Optional<Part> part = part(before, i);
            boolean alike = part.isPresent()
                    && (parts.isEmpty() || part.get().top().isLike(parts.get(0).top()));
            if (!alike) {
                break;
            }
            parts.add(0, part.get());
            Optional<Check> told = parts.size() >= 2 ? told(whole, parts) : Optional.empty();
            if (told.isPresent()) {
                return told;
            }
        }
        return Optional.empty();
    }

    /** A rate and two of the figures right before it that give it. */
    private static Optional<Part> part(List<Mention> mentions, int at) {
        Figure rate = mentions.get(at).figure();
        List<Figure> own = new ArrayList<>();
        for (int i = at - 1; i >= Math.max(0, at - NEAR); i--) {
            if (!mentions.get(i).isMeasured()) {
                break;
            }
            own.add(mentions.get(i).figure());
        }
        for (Figure top : own) {
            for (Figure bottom : own) {
                boolean pair = top.isLike(bottom)
                        && bottom.value().signum() > 0
                        && top.value().compareTo(bottom.value()) <= 0
                        && !top.equals(bottom);
                if (pair && Near.tight(new Equation(rate, Side.of(top), Side.of(bottom)))) {
                    return Optional.of(new Part(rate, top, bottom));
                }
            }
        }
        return Optional.empty();
    }

    /** The rows of a table that has a column of rates, and two of the figures they come from. */
    private static Optional<Check> inTables(Mention whole, List<Table> tables) {
        for (Table table : tables) {
            List<Table.Row> rows =
                    table.rows().stream().filter(row -> !row.total()).toList();
            for (Table.Column rates : table.columns()) {
                if (rows.size() < FEWEST_ROWS || !isCalled(whole, rates)) {
                    continue;
                }
                Optional<Check> told = parts(table, rows, rates)
                        .filter(parts -> parts.size() == rows.size())
                        .flatMap(parts -> told(whole, parts));
                if (told.isPresent()) {
                    return told;
                }
            }
        }
        return Optional.empty();
    }

    /** 满意率 of the heading, in the words of the whole. */
    private static boolean isCalled(Mention whole, Table.Column rates) {
        String heading = Sought.kept("（[^）]*）|\\s").replaceAll(rates.heading(), "");
        return heading.length() >= 2 && clause(whole).contains(heading.substring(heading.length() - 2));
    }

    private static Optional<List<Part>> parts(Table table, List<Table.Row> rows, Table.Column rates) {
        for (Table.Column top : table.columns()) {
            for (Table.Column bottom : table.columns()) {
                List<Part> parts = new ArrayList<>();
                for (Table.Row row : top.index() == bottom.index() ? List.<Table.Row>of() : rows) {
                    part(row, rates, top, bottom).ifPresent(parts::add);
                }
                if (parts.size() == rows.size()) {
                    return Optional.of(parts);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Part> part(Table.Row row, Table.Column rates, Table.Column top, Table.Column bottom) {
        Optional<Figure> rate = row.figures().get(rates.index()).filter(own -> own.kind() == Figure.Kind.PERCENT);
        Optional<Figure> one = row.figures().get(top.index()).filter(own -> own.kind() != Figure.Kind.PERCENT);
        Optional<Figure> two =
                row.figures().get(bottom.index()).filter(own -> own.value().signum() > 0);
        return rate.isPresent() && one.isPresent() && two.isPresent()
                ? Optional.of(new Part(rate.get(), one.get(), two.get()))
                        .filter(part ->
                                Near.tight(new Equation(part.rate(), Side.of(part.top()), Side.of(part.bottom()))))
                : Optional.empty();
    }

    /** The quotient of the sums, where what is printed is the mean of the rates instead. */
    private static Optional<Check> told(Mention whole, List<Part> parts) {
        List<Figure> rates = parts.stream().map(Part::rate).toList();
        List<Figure> tops = parts.stream().map(Part::top).toList();
        List<Figure> bottoms = parts.stream().map(Part::bottom).toList();
        Figure printed = whole.figure();
        boolean plain = Near.tight(new Equation(printed, Side.of(rates), Side.constant(Exact.of(rates.size()))));
        if (!plain || (rates.size() == 2 && printed.digits() < LONG)) {
            return Optional.empty();
        }
        String formula = "(" + Formulas.sum(tops) + ") ÷ (" + Formulas.sum(bottoms) + ")";
        Equation equation = new Equation(printed, Side.of(tops), Side.of(bottoms));
        return Optional.of(new Check(
                        Kind.WEIGHTED_MEAN, "mean-differs", whole.claim().label(), formula, equation))
                .filter(check -> equation.judge() == Verdict.DIFFERS);
    }
}
