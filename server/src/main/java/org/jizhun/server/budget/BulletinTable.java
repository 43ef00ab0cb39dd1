package org.jizhun.server.budget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jizhun.server.platform.Rejection;

/** The table of a bulletin, known by its heading: a column of rates, or one a month. */
final class BulletinTable {

    static final Pattern RATE = Pattern.compile("执行率|支出率|支出进度|执行进度");

    /** A rate that is not this department's own. */
    static final Pattern OTHER_RATE = Pattern.compile("时间|序时|排名|位次|差|同比|增|上年|去年|全省|全市|平均");

    private static final Pattern ACROSS =
            Pattern.compile(Bulletin.MONTH + "(?:[^\\d]*(?:" + RATE + ")[^\\d]*|\\(?%?\\)?)");
    private static final Pattern MONTHS = Pattern.compile("月份|月度|月|期间|截[至止]月份|month");
    private static final Pattern NAMES = Pattern.compile("(?:预算|主管|市直|区直|县直)?(?:部门|单位)(?:名称)?");
    private static final Map<String, String> MORE =
            Map.of("通报日期", "published", "published", "published", "通报文号", "source", "source", "source");
    private static final int SHORTEST_NAME = 4;
    private static final int SHOWN_NAMES = 5;

    private final List<String> heading;
    private final List<List<String>> rows;

    private BulletinTable(List<String> heading, List<List<String>> rows) {
        this.heading = heading;
        this.rows = rows;
    }

    /** @param month as it stands, empty where only the bulletin as a whole names it */
    record Rate(String month, String rate, Map<String, String> more) {}

    static Optional<BulletinTable> find(List<List<String>> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            BulletinTable table = new BulletinTable(lines.get(i), lines.subList(i + 1, lines.size()));
            if (table.heading.size() > 1
                    && (!table.rateColumns().isEmpty() || table.across().size() > 1)) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    private List<Integer> rateColumns() {
        List<Integer> found = columns(Pattern.compile(".*(?:" + RATE + ").*|rate"));
        found.removeIf(column -> OTHER_RATE.matcher(heading.get(column)).find());
        List<Integer> general = new ArrayList<>(found);
        general.removeIf(column -> !heading.get(column).contains("一般公共预算"));
        return general.isEmpty() ? found : general;
    }

    /** Columns of one month each, by column. */
    private Map<Integer, String> across() {
        Map<Integer, String> months = new LinkedHashMap<>();
        for (int i = 0; i < heading.size(); i++) {
            if (ACROSS.matcher(heading.get(i)).matches()) {
                months.put(i, heading.get(i));
            }
        }
        return months;
    }

    private List<Integer> columns(Pattern pattern) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < heading.size(); i++) {
            if (pattern.matcher(heading.get(i)).matches()) {
                found.add(i);
            }
        }
        return found;
    }

    List<Rate> rates(String field, Set<String> names) {
        List<List<String>> own = own(field, names);
        Map<Integer, String> across = across();
        List<Rate> rates = new ArrayList<>();
        if (across.size() > 1) {
            for (List<String> row : own) {
                across.forEach((column, month) -> add(rates, month, cell(row, column), column, Map.of()));
            }
            return rates;
        }
        List<Integer> columns = rateColumns();
        if (columns.size() > 1) {
            List<String> several = columns.stream().map(heading::get).toList();
            throw Rejection.at(field, "bulletin-several-rates", "found", String.join("、", several));
        }
        List<Integer> months = columns(MONTHS);
        for (List<String> row : own) {
            String month = months.isEmpty() ? "" : cell(row, months.get(0));
            add(
                    rates,
                    month.matches("\\d{1,2}") ? month + "月" : month,
                    cell(row, columns.get(0)),
                    columns.get(0),
                    more(row));
        }
        return rates;
    }

    private void add(List<Rate> rates, String month, String rate, int column, Map<String, String> more) {
        boolean percent = heading.get(column).contains("%") && rate.matches("[\\d.]+");
        if (rate.matches(".*\\d.*")) {
            rates.add(new Rate(month, percent ? rate + "%" : rate, more));
        }
    }

    private Map<String, String> more(List<String> row) {
        Map<String, String> more = new TreeMap<>();
        for (int i = 0; i < heading.size(); i++) {
            String column = MORE.get(heading.get(i));
            if (column != null && !cell(row, i).isEmpty()) {
                more.put(column, cell(row, i));
            }
        }
        return more;
    }

    /** The rows of this department; all where the table names no departments. */
    private List<List<String>> own(String field, Set<String> names) {
        List<Integer> column = columns(NAMES);
        if (column.isEmpty()) {
            return rows;
        }
        List<List<String>> own = rows.stream()
                .filter(row -> names.stream().anyMatch(name -> isSame(cell(row, column.get(0)), name)))
                .toList();
        if (own.isEmpty()) {
            List<String> listed = rows.stream()
                    .map(row -> cell(row, column.get(0)))
                    .filter(name -> !name.isEmpty())
                    .limit(SHOWN_NAMES)
                    .toList();
            throw Rejection.at(
                    field,
                    "bulletin-department-missing",
                    "expected",
                    String.join("、", names),
                    "found",
                    String.join("、", listed));
        }
        return own;
    }

    /** The same, or one the other without the name of the city before it. */
    static boolean isSame(String one, String other) {
        String a = one.replaceAll("\\s", "");
        String b = other.replaceAll("\\s", "");
        String shorter = a.length() < b.length() ? a : b;
        return a.equals(b) || (shorter.length() >= SHORTEST_NAME && (a.endsWith(shorter) && b.endsWith(shorter)));
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }
}
