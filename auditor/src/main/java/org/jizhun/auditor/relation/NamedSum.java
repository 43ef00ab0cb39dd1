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
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/** Some rows of a table told together: 教育、卫生健康、农林水3项民生支出合计353710万元 is the sum of the rows that go by these names. */
final class NamedSum implements Relation {

    /** Names one after the other, then how many or 合计, then the figure. */
    private static final Sought NAMES = Sought.of(
            "(?<names>[\\u4e00-\\u9fa5“”]{2,14}(?:、[\\u4e00-\\u9fa5“”]{2,14}){0,8}(?:、|和|与|及|以及)[\\u4e00-\\u9fa5“”]{2,14}?)(?:等)?"
                    + "(?:(?:[2-9]|1\\d|[两二三四五六七八九十])[项类个家]?[^，。；、\\d]{0,10}|[^，。；、\\d]{0,8}?)(?:合计|共计|总计|共)[^，。；、\\d]{0,8}$");

    /** 教育、卫生健康、农林水三项支出: as many names as are counted. */
    private static final Sought COUNTED = Sought.of(
            "(?<names>[\\u4e00-\\u9fa5“”]{2,14}(?:、[\\u4e00-\\u9fa5“”]{2,14}){1,8}?(?:(?:、|和|与|及|以及)[\\u4e00-\\u9fa5“”]{2,14}?)?)"
                    + "(?<count>[2-9]|1\\d|[两二三四五六七八九十])[项类](?:重点|民生|主要)*(?:支出|收入|税收|资金)(?:为)?$");

    private static final int FAR = 12;

    private static final Pattern PARTING = Pattern.compile("和|与|以及|及");
    /** 2024年教育, 其中教育: what stands before the first name. */
    private static final Sought BEFORE = Sought.of("^(?:年度?|其中|用于|全[市县区省]|主要)+");

    private static final int LEAST = 2;

    @Override
    public String name() {
        return "named-sum";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            for (Mention total : claims.mentions(passage)) {
                if (total.isMeasured()
                        && total.figure().nearness() == Figure.Nearness.EXACT
                        && !ledger.judged(total.figure())) {
                    sum(claims, total, ledger);
                }
            }
        }
    }

    private static void sum(Claims claims, Mention total, Ledger ledger) {
        String text = total.figure().passage().text();
        int from = Math.max(
                        text.lastIndexOf('。', total.figure().start()),
                        text.lastIndexOf('；', total.figure().start()))
                + 1;
        String before = text.substring(from, total.figure().start());
        Matcher closed = NAMES.in(before);
        Matcher counted = COUNTED.in(before);
        boolean closes = closed.find();
        if (!closes && !counted.find()) {
            return;
        }
        Matcher words = closes ? closed : counted;
        List<String> names = new ArrayList<>();
        names.addAll(List.of(BEFORE.replaceFirst(words.group("names"), "").split("、")));
        List<String> last = List.of(PARTING.split(names.get(names.size() - 1)));
        List<String> parted = new ArrayList<>(names.subList(0, names.size() - 1));
        parted.addAll(last);
        int count = closes ? 0 : Numerals.count(counted.group("count"));
        List<List<String>> readings = List.of(names, parted).stream()
                .filter(reading -> count == 0 || reading.size() == count)
                .toList();
        sum(claims, total, readings, ledger);
    }

    /** @param readings 社会保障和就业 as one name, and as two */
    private static void sum(Claims claims, Mention total, List<List<String>> readings, Ledger ledger) {
        Optional<Check> near = Optional.empty();
        for (Table table : claims.tables()) {
            List<Table.Row> rows = readings.stream()
                    .map(names -> rows(table, names))
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse(List.of());
            for (Table.Column column : rows.isEmpty() ? List.<Table.Column>of() : table.columns()) {
                List<Figure> parts = rows.stream()
                        .flatMap(row -> row.figures().get(column.index()).stream())
                        .filter(part -> part.isLike(total.figure()))
                        .toList();
                if (parts.size() != rows.size()) {
                    continue;
                }
                Check check = Checks.sum(Kind.SUM, total.claim().label(), total.figure(), parts);
                if (Near.tight(check.equation())) {
                    ledger.check(check);
                    return;
                }
                if (Near.within(check.equation(), FAR)
                        && near.filter(other -> isNearer(other, check)).isEmpty()) {
                    near = Optional.of(check);
                }
            }
        }
        near.ifPresent(ledger::check);
    }

    /** Of several columns the one is meant whose sum comes nearest. */
    private static boolean isNearer(Check one, Check two) {
        return distance(one).compareTo(distance(two)) <= 0;
    }

    private static Exact distance(Check check) {
        return check.equation()
                .expected()
                .map(sum -> sum.minus(check.equation().result().value()).abs())
                .orElse(Exact.ZERO);
    }

    /** One row for each name, or none at all. */
    private static List<Table.Row> rows(Table table, List<String> names) {
        List<Table.Row> rows = new ArrayList<>();
        for (String name : names) {
            List<Table.Row> called = table.rows().stream()
                    .filter(row -> !row.total()
                            && name.length() >= LEAST
                            && row.label().contains(name))
                    .toList();
            if (names.size() < LEAST || called.size() != 1 || rows.contains(called.get(0))) {
                return List.of();
            }
            rows.add(called.get(0));
        }
        return rows;
    }
}
