package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * Shares that a paragraph tells of the rows of a table: 老旧小区改造支出占49.93%，保障性住房支出占26.33%，棚户区改造支出占19.11%. The column of the table of
 * which all of them but one are shares, two at least, is the one that is spoken of.
 */
final class SharesOfRows implements Relation {

    private static final Sought SHARE = Sought.of(
            "(?:^|[，；：、])(?:其中[，：]?)?(?<name>[\\u4e00-\\u9fa5（）“”]{2,20}?)(?:支出|收入|资金|金额|投入|投资|补助)?(?:占比|占总[^，。；、\\d]{1,6}的?|占)(?:为|达)?$");
    private static final int FEWEST = 3;

    /** A share with the row it is of. */
    private record Named(Mention share, Table.Row row) {}

    @Override
    public String name() {
        return "shares-of-rows";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> shares = passage.text().indexOf('占') < 0 ? List.of() : shares(claims, passage);
            if (shares.size() >= FEWEST) {
                for (Table table : claims.tables()) {
                    List<Check> checks = ofTable(shares, table);
                    checks.forEach(ledger::checkUnlessJudged);
                    if (!checks.isEmpty()) {
                        break;
                    }
                }
            }
        }
    }

    private static List<Mention> shares(Claims claims, Passage passage) {
        return claims.mentions(passage).stream()
                .filter(mention -> mention.figure().kind() == Figure.Kind.PERCENT
                        && mention.figure().nearness() == Figure.Nearness.EXACT
                        && named(mention).isPresent())
                .toList();
    }

    private static Optional<String> named(Mention mention) {
        Matcher words = SHARE.in("，" + mention.before());
        return words.find() ? Optional.of(words.group("name")) : Optional.empty();
    }

    /** The checks of the column that most shares are of; none where it is not sure. */
    private static List<Check> ofTable(List<Mention> shares, Table table) {
        Optional<Table.Row> total =
                table.rows().stream().filter(Table.Row::total).reduce((one, two) -> two);
        List<Named> named = new ArrayList<>();
        for (Mention share : shares) {
            row(table, named(share).orElseThrow()).ifPresent(row -> named.add(new Named(share, row)));
        }
        if (total.isEmpty() || named.size() < FEWEST) {
            return List.of();
        }
        for (Table.Column column : table.columns()) {
            List<Check> checks = checks(named, total.get(), column.index());
            long holding = checks.stream()
                    .filter(check -> Near.tight(check.equation()))
                    .count();
            if (holding >= 2 && holding >= named.size() - 1) {
                return checks;
            }
        }
        return List.of();
    }

    private static List<Check> checks(List<Named> named, Table.Row total, int column) {
        List<Check> checks = new ArrayList<>();
        Optional<Figure> whole = total.figures().get(column);
        for (Named each : named) {
            Optional<Figure> part = each.row().figures().get(column);
            if (whole.isPresent()
                    && part.isPresent()
                    && part.get().isLike(whole.get())
                    && whole.get().value().signum() > 0) {
                checks.add(Checks.quotient(each.row().label(), each.share().figure(), part.get(), whole.get()));
            }
        }
        return checks;
    }

    /** The only row whose label has the name, or whose label the name has. */
    private static Optional<Table.Row> row(Table table, String name) {
        List<Table.Row> rows = table.rows().stream()
                .filter(row -> !row.total()
                        && row.label().length() >= 2
                        && (row.label().contains(name) || name.contains(row.label())))
                .toList();
        return rows.size() == 1 ? Optional.of(rows.get(0)) : Optional.empty();
    }
}
