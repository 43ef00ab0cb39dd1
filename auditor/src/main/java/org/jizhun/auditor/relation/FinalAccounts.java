package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import org.jizhun.auditor.text.Sought;

/**
 * The final accounts of a department as its text tells them, whole chapters apart: 收、支总计, 本年收入合计, 本年支出合计, 年初结转和结余 and 年末结转和结余. The total is what
 * was there and what came in; less what was spent it is what is carried over. A figure of a fund (财政拨款年末结转) is another account.
 */
final class FinalAccounts implements Relation {

    private static final String WHOSE =
            "(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|\\d{1,2}[.、])?(?:我|本)?(?:部门|单位|局|院|校|中心|系统)?(?:20\\d{2}年度?)?(?:部门|单位)?(?:决算)?";
    private static final String IS = "(?:均|各|共)?(?:为|是)?";

    /** What a figure is in the accounts, by all the words of its clause. */
    private enum Part {
        TOTAL("(?:收、?支总计|收入总计|支出总计|收支总计)"),
        INCOME("本年收入(?:合计)?"),
        EXPENSE("本年支出(?:合计)?"),
        OPENING("(?:使用)?(?:20\\d{2}年?)?年?初(?:结转(?:和|与|及)?结余|结转结余)(?:资金)?"),
        CLOSING("(?:20\\d{2}年?)?年?末(?:结转(?:和|与|及)?结余|结转结余)(?:资金)?");

        private final Pattern words;

        Part(String words) {
            this.words = Pattern.compile(WHOSE + words + IS);
        }
    }

    /** What else may stand between the two sides. */
    private static final Sought BETWEEN = Sought.of("结余分配|非财政拨款结余|专用结余|提取|缴纳所得税");
    /** By how many in a hundred what is carried over may miss. */
    private static final int FAR = 60;

    private static final int NEAR = 10;
    /** Parts of the account that one of them can be worked out from. */
    private static final int FEWEST = 3;

    @Override
    public String name() {
        return "final-accounts";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Map<Part, List<Figure>> told = told(claims);
        if (told.size() < FEWEST) {
            return;
        }
        boolean between = isBetween(claims);
        Optional<Figure> total = one(told, Part.TOTAL);
        Optional<Figure> income = one(told, Part.INCOME);
        Optional<Figure> expense = one(told, Part.EXPENSE);
        Optional<Figure> opening = one(told, Part.OPENING);
        Optional<Figure> closing = one(told, Part.CLOSING);
        if (total.isPresent() && income.isPresent() && opening.isPresent()) {
            came(total.get(), List.of(income.get(), opening.get()), between).ifPresent(ledger::checkUnlessKnown);
        }
        if (closing.isPresent() && expense.isPresent()) {
            List<Figure> had = total.map(List::of)
                    .or(() -> income.flatMap(came -> opening.map(before -> List.of(before, came))))
                    .orElse(List.of());
            left(closing.get(), had, expense.get(), between).ifPresent(ledger::checkUnlessKnown);
        }
    }

    /** The figures of each part; those of a year before the latest are of another account. */
    private static Map<Part, List<Figure>> told(Claims claims) {
        Map<Part, List<Mention>> told = new EnumMap<>(Part.class);
        for (Passage passage : claims.passages()) {
            for (Mention mention : claims.mentions(passage)) {
                boolean amount = mention.figure().kind() == Figure.Kind.AMOUNT
                        && mention.figure().nearness() == Figure.Nearness.EXACT
                        && !mention.bracketed();
                for (Part part : amount ? Part.values() : new Part[0]) {
                    if (part.words.matcher(mention.before()).matches()) {
                        told.computeIfAbsent(part, key -> new ArrayList<>()).add(mention);
                    }
                }
            }
        }
        int latest = told.values().stream()
                .flatMap(List::stream)
                .flatMap(mention -> NowAndThen.yearOfSentence(mention).stream())
                .max(Integer::compare)
                .orElse(0);
        Map<Part, List<Figure>> figures = new EnumMap<>(Part.class);
        told.forEach((part, mentions) -> figures.put(
                part,
                mentions.stream()
                        .filter(mention -> NowAndThen.yearOfSentence(mention).orElse(latest) == latest)
                        .map(Mention::figure)
                        .toList()));
        return figures;
    }

    /** The one value that the text gives. */
    private static Optional<Figure> one(Map<Part, List<Figure>> told, Part part) {
        List<Figure> figures = told.getOrDefault(part, List.of());
        return figures.stream().map(Figure::value).distinct().count() == 1
                ? Optional.of(figures.get(0))
                : Optional.empty();
    }

    private static boolean isBetween(Claims claims) {
        boolean prose = claims.passages().stream()
                .flatMap(passage -> claims.mentions(passage).stream())
                .anyMatch(mention -> BETWEEN.isIn(mention.before())
                        && !mention.figure().value().isZero());
        return prose
                || claims.tables().stream()
                        .map(Table::rows)
                        .flatMap(List::stream)
                        .anyMatch(row -> BETWEEN.isIn(row.label())
                                && row.figures().stream()
                                        .flatMap(Optional::stream)
                                        .anyMatch(figure -> !figure.value().isZero()));
    }

    private static Optional<Check> came(Figure total, List<Figure> parts, boolean between) {
        return Optional.of(Checks.sum(Kind.SUM, "收支总计", total, parts)).filter(check -> isMeant(check, between, NEAR));
    }

    private static Optional<Check> left(Figure closing, List<Figure> had, Figure expense, boolean between) {
        Equation equation = new Equation(closing, Side.of(had).minus(expense), Side.ONE);
        String formula = Formulas.combined(had, List.of(expense));
        return Optional.of(new Check(Kind.DIFFERENCE, "difference-differs", "年末结转和结余", formula, equation))
                .filter(check -> !had.isEmpty() && isMeant(check, between, FAR));
    }

    private static boolean isMeant(Check check, boolean between, int percent) {
        return check.equation().judge() != Verdict.DIFFERS || (!between && Likely.is(check, percent));
    }
}
