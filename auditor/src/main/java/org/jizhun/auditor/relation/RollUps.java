package org.jizhun.auditor.relation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
import org.jizhun.kernel.quantity.Exact;

/**
 * Scores add up from section to section: where the weights of the sections under one heading make up its weight, or one
 * hundred, their scores make up its score, or the document's total. The total itself is the same wherever it is said, in
 * the text and in the closing row of a table of a hundred points.
 */
final class RollUps implements Relation {

    private static final List<Pattern> LEVELS = List.of(
            Pattern.compile("^第[一二三四五六七八九十]{1,3}(?:部分|章)"),
            Pattern.compile("^[一二三四五六七八九十]{1,3}[、.．]"),
            Pattern.compile("^（[一二三四五六七八九十]{1,3}）"),
            Pattern.compile("^\\d{1,2}[.、．](?!\\d)"),
            Pattern.compile("^（\\d{1,2}）"));
    private static final Pattern WEIGHT = Pattern.compile("(?:分值|满分|权重|标准分)(?:为|是|共|：|（)?$");
    private static final Pattern SCORE = Pattern.compile("(?:得分|实得|评分|自评|得|小计|计)(?:为|是|：|（|合计)?$");
    private static final Pattern TOTAL = Pattern.compile(
            "(?:综合得分|总得分|总分|综合评分|最终得分|综合评价得分|自评总分|评价总分|总体得分|自评得分|评价得分|绩效评价得分|绩效自评得分|总体综合评分|综合自评得分|合计得?分?|总计得?分?)(?:为|是|：|共|达)*$");
    private static final Pattern STRONG = Pattern.compile("综合|总得分|总分|最终|总体|合计|总计");
    private static final Pattern OTHER = Pattern.compile("上年|去年|平均|其中|最高|最低|满分|分值|扣");

    /** A section with what it weighs and earns. */
    private static final class Section {
        private final int level;
        private Optional<Figure> weight = Optional.empty();
        private Optional<Figure> score = Optional.empty();
        private final List<Section> parts = new ArrayList<>();

        private Section(int level) {
            this.level = level;
        }
    }

    @Override
    public String name() {
        return "roll-up";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Section document = new Section(-1);
        List<Figure> totals = new ArrayList<>();
        List<Figure> closing = closingScores(claims);
        Deque<Section> open = new ArrayDeque<>(List.of(document));
        for (Passage passage : claims.passages()) {
            int level = level(passage.text());
            if (level >= 0) {
                while (level <= open.getFirst().level) {
                    open.removeFirst();
                }
                Section section = new Section(level);
                open.getFirst().parts.add(section);
                open.addFirst(section);
            }
            read(claims.mentions(passage), open.getFirst(), totals, closing.size() == 1);
        }
        sameTotal(totals, closing, ledger);
        Optional<Figure> total = totals.isEmpty() ? closing.stream().findFirst() : Optional.of(totals.get(0));
        sum(document, total, ledger);
    }

    private static int level(String text) {
        for (int level = 0; level < LEVELS.size(); level++) {
            if (LEVELS.get(level).matcher(text).find()) {
                return level;
            }
        }
        return -1;
    }

    /** @param closed whether a table gives the total too; else only what is surely the total counts as such */
    private static void read(List<Mention> mentions, Section section, List<Figure> totals, boolean closed) {
        for (Mention mention : mentions) {
            Figure figure = mention.figure();
            String before = mention.before();
            boolean points = figure.kind() == Figure.Kind.POINTS && figure.nearness() == Figure.Nearness.EXACT;
            if (!points || before.contains("每") || before.contains("扣")) {
                continue;
            }
            boolean strong = closed || STRONG.matcher(before).find();
            if (strong && TOTAL.matcher(before).find() && !OTHER.matcher(before).find() && isTotal(mention)) {
                totals.add(figure);
            } else if (WEIGHT.matcher(before).find() || (mention.bracketed() && before.endsWith("（"))) {
                section.weight = section.weight.or(() -> Optional.of(figure));
            } else if (SCORE.matcher(before).find()) {
                boolean closes = before.contains("小计") || section.score.isEmpty();
                section.score = closes ? Optional.of(figure) : section.score;
            }
        }
    }

    /** A score of the whole stands without a subject. */
    private static boolean isTotal(Mention mention) {
        return Subjects.plain(mention.claim().subject()).length() <= 6
                && mention.figure().value().compareTo(Exact.of(50)) > 0
                && mention.figure().value().compareTo(Exact.HUNDRED) < 0;
    }

    /** The scores of closing rows of tables that weigh one hundred. */
    private static List<Figure> closingScores(Claims claims) {
        List<Figure> scores = new ArrayList<>();
        for (List<Table> tables : List.of(claims.tables(), claims.turned())) {
            for (Table table : tables) {
                Optional<Table.Column> weight = table.column("weight");
                Optional<Table.Column> score = table.column("score");
                if (weight.isPresent() && score.isPresent()) {
                    table.rows().stream()
                            .filter(Table.Row::total)
                            .filter(row ->
                                    isHundred(row.figures().get(weight.get().index())))
                            .flatMap(row -> row.figures().get(score.get().index()).stream())
                            .forEach(scores::add);
                }
            }
        }
        return scores;
    }

    private static boolean isHundred(Optional<Figure> weight) {
        return weight.filter(figure -> figure.printed().equals(Exact.HUNDRED)).isPresent();
    }

    private static void sameTotal(List<Figure> totals, List<Figure> closing, Ledger ledger) {
        List<Figure> all = new ArrayList<>(totals);
        all.addAll(closing);
        long different = all.stream().map(Figure::value).distinct().count();
        if (totals.isEmpty() || different > 2 || closing.size() > 1) {
            return;
        }
        Figure first = closing.isEmpty() ? totals.get(0) : closing.get(0);
        for (Figure other : totals) {
            if (!other.equals(first) && Near.within(new Equation(other, Side.of(first), Side.ONE), 12)) {
                ledger.check(new Check(
                        Kind.CROSS_REFERENCE,
                        "same-fact-differs",
                        "",
                        first.text(),
                        new Equation(other, Side.of(first), Side.ONE)));
            }
        }
    }

    private static void sum(Section section, Optional<Figure> total, Ledger ledger) {
        List<Section> scored =
                section.parts.stream().filter(part -> part.weight.isPresent()).toList();
        boolean whole = scored.size() >= 2 && scored.stream().allMatch(part -> part.score.isPresent());
        if (whole) {
            List<Figure> scores =
                    scored.stream().flatMap(part -> part.score.stream()).toList();
            Exact weights = scored.stream()
                    .flatMap(part -> part.weight.stream())
                    .map(Figure::value)
                    .reduce(Exact.ZERO, Exact::plus);
            boolean own = section.weight
                    .filter(weight -> weight.value().equals(weights))
                    .isPresent();
            Optional<Figure> result = own ? section.score : weights.equals(Exact.HUNDRED) ? total : Optional.empty();
            result.filter(figure -> !scores.contains(figure)).ifPresent(figure -> {
                Equation equation = new Equation(figure, Side.of(scores), Side.ONE);
                if (equation.judge() != Verdict.DIFFERS || Near.within(equation, 20)) {
                    ledger.check(new Check(Kind.ROLLUP, "sum-differs", "", Formulas.sum(scores), equation));
                }
            });
        }
        section.parts.forEach(part -> sum(part, total, ledger));
    }
}
