package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claim;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;

/**
 * A share is the part divided by the whole: in a table with a share column and a total row, and in text such as {@code
 * 支出1000万元，其中基本支出600万元，占60%}.
 */
final class ShareOfTotal implements Relation {

    private static final Pattern SHARE = Pattern.compile("占(?<base>[^，。；、\\d]{0,14}?)(?:的|比例|比重|比|为|约|达|达到)*$");
    private static final Pattern ANY_WHOLE =
            Pattern.compile("(?:总额|总数|全部|总支出|总收入|支出|收入|预算|本年|全年|部门|合同|资金|当年|总|额|合计|金额)*");

    @Override
    public String name() {
        return "share-of-total";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        claims.tables().forEach(table -> table(table, ledger));
        for (Passage passage : claims.passages()) {
            passage(claims.claims(passage), ledger);
        }
    }

    private static void table(Table table, Ledger ledger) {
        Optional<Table.Column> share = table.column("share");
        Optional<Table.Row> total =
                table.rows().stream().filter(Table.Row::total).reduce((one, two) -> two);
        if (share.isEmpty() || total.isEmpty()) {
            return;
        }
        List<Check> best = List.of();
        long most = 0;
        for (Table.Column column : table.columns()) {
            List<Check> checks = checks(table, column.index(), share.get().index(), total.get());
            long agreeing = checks.stream()
                    .filter(check -> check.equation().judge() == Verdict.AGREES)
                    .count();
            if (agreeing > most) {
                most = agreeing;
                best = checks;
            }
        }
        if (most * 2 >= best.size()) {
            best.forEach(ledger::check);
        }
    }

    private static List<Check> checks(Table table, int column, int share, Table.Row total) {
        List<Check> checks = new ArrayList<>();
        Optional<Figure> whole = total.figures().get(column);
        for (Table.Row row : table.rows()) {
            Optional<Figure> part = row.figures().get(column);
            Optional<Figure> rate = row.figures().get(share);
            if (column != share
                    && whole.isPresent()
                    && part.isPresent()
                    && rate.isPresent()
                    && !row.equals(total)
                    && rate.get().kind() == Figure.Kind.PERCENT
                    && part.get().kind() == whole.get().kind()) {
                checks.add(check(row.label(), rate.get(), part.get(), whole.get()));
            }
        }
        return checks;
    }

    /** The shares of one paragraph: each is held against the first whole that fits it, or that fits another share. */
    private static void passage(List<Claim> claims, Ledger ledger) {
        List<Figure> wholes = new ArrayList<>();
        for (int i = 2; i < claims.size(); i++) {
            if (isShare(claims, i)) {
                candidates(claims, i).stream()
                        .filter(whole -> agrees(claims, whole).isPresent())
                        .forEach(wholes::add);
            }
        }
        for (int i = 2; i < claims.size(); i++) {
            if (isShare(claims, i)) {
                share(claims, i, wholes, ledger);
            }
        }
    }

    private static void share(List<Claim> claims, int at, List<Figure> wholes, Ledger ledger) {
        Figure rate = claims.get(at).figure();
        Figure part = claims.get(at - 1).figure();
        List<Check> checks = candidates(claims, at).stream()
                .map(whole -> check(claims.get(at - 1).label(), rate, part, whole))
                .toList();
        Optional<Check> fitting = checks.stream()
                .filter(check -> check.equation().judge() == Verdict.AGREES)
                .findFirst();
        if (fitting.isPresent()) {
            ledger.check(fitting.get());
            return;
        }
        checks.stream()
                .filter(check -> Near.within(check.equation(), 60))
                .filter(check -> sameSentence(check.equation())
                        || check.equation().inputs().stream().anyMatch(wholes::contains))
                .findFirst()
                .ifPresent(ledger::check);
    }

    private static boolean sameSentence(Equation equation) {
        Figure result = equation.result();
        int from = equation.inputs().stream().mapToInt(Figure::start).min().orElse(0);
        return !result.passage().text().substring(from, result.start()).contains("。");
    }

    private static boolean isShare(List<Claim> claims, int at) {
        Figure rate = claims.get(at).figure();
        Figure part = claims.get(at - 1).figure();
        String before = between(claims, at);
        return rate.kind() == Figure.Kind.PERCENT
                && part.kind() != Figure.Kind.PERCENT
                && before.length() <= 16
                && SHARE.matcher(before).find();
    }

    /** Figures before the part, of its kind and not smaller; where the words name the whole, only figures named so. */
    private static List<Figure> candidates(List<Claim> claims, int at) {
        Figure part = claims.get(at - 1).figure();
        Matcher words = SHARE.matcher(between(claims, at));
        String base = words.find() ? words.group("base") : "";
        boolean any = ANY_WHOLE.matcher(base).matches();
        return claims.subList(0, at - 1).stream()
                .filter(claim -> any || claim.label().contains(base))
                .map(Claim::figure)
                .filter(figure -> figure.kind() == part.kind())
                .filter(figure -> figure.value().compareTo(part.value()) >= 0)
                .filter(figure ->
                        figure.kind() != Figure.Kind.COUNT || figure.unit().equals(part.unit()))
                .toList();
    }

    private static String between(List<Claim> claims, int at) {
        Figure part = claims.get(at - 1).figure();
        int to = Math.max(part.end(), claims.get(at).figure().start());
        return part.passage().text().substring(part.end(), to);
    }

    private static Optional<Figure> agrees(List<Claim> claims, Figure whole) {
        for (int i = 2; i < claims.size(); i++) {
            Figure rate = claims.get(i).figure();
            Figure part = claims.get(i - 1).figure();
            if (isShare(claims, i)
                    && candidates(claims, i).contains(whole)
                    && check("", rate, part, whole).equation().judge() == Verdict.AGREES) {
                return Optional.of(whole);
            }
        }
        return Optional.empty();
    }

    private static Check check(String subject, Figure rate, Figure part, Figure whole) {
        return new Check(
                Kind.RATIO,
                "rate-differs",
                subject,
                Formulas.quotient(part, whole),
                new Equation(rate, Side.of(part), Side.of(whole)));
    }
}
