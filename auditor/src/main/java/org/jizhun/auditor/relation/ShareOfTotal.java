package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claim;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Sentence;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;

/**
 * A share is the part divided by the whole: in a table with a share column and a total row, and in text such as {@code
 * 支出1000万元，其中基本支出600万元，占60%}.
 */
final class ShareOfTotal implements Relation {

    private static final Pattern SHARE =
            Pattern.compile("占(?:比|总额|总数|全部|总支出|支出|预算|本年|全年|部门|合同|资金|收入|当年|总|的|比例|比重|额|人数|为|约)*$");

    @Override
    public String name() {
        return "share-of-total";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        claims.tables().forEach(table -> table(table, ledger));
        claims.sentences().forEach(sentence -> sentence(sentence, ledger));
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

    private static void sentence(Sentence sentence, Ledger ledger) {
        List<Claim> claims = sentence.claims();
        for (int i = 2; i < claims.size(); i++) {
            Figure rate = claims.get(i).figure();
            Figure part = claims.get(i - 1).figure();
            String before = sentence.passage().text().substring(part.end(), rate.start());
            Matcher matcher = SHARE.matcher(before);
            if (rate.kind() != Figure.Kind.PERCENT || !matcher.find() || before.length() > 16) {
                continue;
            }
            Optional<Figure> whole = whole(claims.subList(0, i - 1), part);
            whole.ifPresent(figure -> {
                Check check = check(claims.get(part.equals(figure) ? 0 : 1).subject(), rate, part, figure);
                if (check.equation().judge() != Verdict.DIFFERS || Near.within(check.equation(), 60)) {
                    ledger.check(check);
                }
            });
        }
    }

    /** The first figure of the sentence of the same kind and not smaller than the part. */
    private static Optional<Figure> whole(List<Claim> before, Figure part) {
        return before.stream()
                .map(Claim::figure)
                .filter(figure -> figure.kind() == part.kind() && figure.kind() != Figure.Kind.PERCENT)
                .findFirst()
                .filter(figure -> figure.value().compareTo(part.value()) >= 0)
                .filter(figure ->
                        figure.kind() != Figure.Kind.COUNT || figure.unit().equals(part.unit()));
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
