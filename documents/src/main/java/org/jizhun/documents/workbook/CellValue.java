package org.jizhun.documents.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * Reads one cell as what its column wants. A cell that cannot be that is a problem with its place, and gives null: the
 * value counts as missing, never as zero.
 */
final class CellValue {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
    private static final Pattern EXPONENT = Pattern.compile("[eE]([+-]?\\d+)$");
    private static final Pattern MONEY = Pattern.compile("[¥￥]?\\s*(.*?)\\s*(元|千元|万元|百万元|亿元|万|亿)?");
    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[ T]00:00(?::00(?:\\.0+)?)?)?");
    private static final Map<String, Exact> UNITS = Map.of(
            "元", Exact.ONE,
            "千元", Exact.of(1_000),
            "万元", Exact.of(10_000),
            "万", Exact.of(10_000),
            "百万元", Exact.of(1_000_000),
            "亿元", Exact.of(100_000_000),
            "亿", Exact.of(100_000_000),
            "yuan", Exact.ONE,
            "wan", Exact.of(10_000),
            "yi", Exact.of(100_000_000));
    private static final Set<String> YES = Set.of("是", "√", "✓", "✔", "1", "yes", "y", "true");
    private static final Set<String> NO = Set.of("否", "×", "✗", "✘", "x", "2", "no", "n", "false");
    /** Other ways to write the direction of an indicator, with the codes of the budget management system. */
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry(">=", "≥"),
            Map.entry("≧", "≥"),
            Map.entry("1", "≥"),
            Map.entry(">", "＞"),
            Map.entry("2", "＞"),
            Map.entry("=", "＝"),
            Map.entry("3", "＝"),
            Map.entry("<", "＜"),
            Map.entry("4", "＜"),
            Map.entry("<=", "≤"),
            Map.entry("≦", "≤"),
            Map.entry("5", "≤"),
            Map.entry("6", "定性"));

    private static final int LONGEST_NUMBER = 40;
    private static final int EXCEL_DIGITS = 15;

    private final Register.Column column;
    private final String unit;
    private final List<Problem> problems;

    /** @param unit the unit of a bare figure in a money column: yuan, wan, yi, or the Chinese word */
    CellValue(Register.Column column, String unit, List<Problem> problems) {
        this.column = column;
        this.unit = unit;
        this.problems = problems;
    }

    @Nullable Object read(Cell cell) {
        if (cell.isBlank()) {
            return null;
        }
        if (cell.form() == Cell.Form.ERROR) {
            return problem("cell-formula-error", cell);
        }
        Object value = switch (column.kind()) {
            case AMOUNT -> column.neverNegative() ? notNegative(cell, amount(cell)) : amount(cell);
            case PERCENT -> percent(cell);
            case NUMBER -> number(cell);
            case COUNT, POINTS -> notNegative(cell, number(cell));
            case BOOLEAN -> yesOrNo(cell);
            case DATE -> date(cell);
            case TEXT -> text(cell);
            case DURATION -> throw new IllegalStateException("no column holds a duration: " + column.name());
        };
        return value == null || column.allowed().isEmpty() ? value : chosen(cell, value);
    }

    private @Nullable Exact amount(Cell cell) {
        if (cell.form() == Cell.Form.NUMBER) {
            return times(decimal(cell, cell.text()), unit);
        }
        Matcher money = MONEY.matcher(Plain.of(cell.text()));
        String figure = cell.form() == Cell.Form.TEXT && money.matches() ? money.group(1) : "";
        if (!isNumber(figure)) {
            problem("cell-not-an-amount", cell);
            return null;
        }
        String word = money.group(2);
        return times(decimal(cell, figure), word == null ? unit : word);
    }

    private static @Nullable Exact times(@Nullable Exact figure, String unit) {
        return figure == null ? null : figure.times(UNITS.getOrDefault(unit, Exact.ONE));
    }

    private @Nullable Object percent(Cell cell) {
        if (cell.form() == Cell.Form.PERCENT) {
            return decimal(cell, cell.text());
        }
        String plain = Plain.of(cell.text());
        boolean signed = plain.endsWith("%");
        String figure = signed ? plain.substring(0, plain.length() - 1).strip() : plain;
        if (cell.form() == Cell.Form.DATE || cell.form() == Cell.Form.BOOLEAN || !isNumber(figure)) {
            return problem("cell-not-a-percent", cell);
        }
        Exact value = decimal(cell, figure);
        if (value == null || signed) {
            return value == null ? null : value.dividedBy(Exact.HUNDRED);
        }
        return value.isZero() ? value : problem("cell-percent-sign-missing", cell);
    }

    private @Nullable Exact number(Cell cell) {
        String plain = Plain.of(cell.text());
        boolean numeric = cell.form() == Cell.Form.NUMBER || (cell.form() == Cell.Form.TEXT && isNumber(plain));
        if (!numeric) {
            boolean percent = cell.form() == Cell.Form.PERCENT
                    || (plain.endsWith("%") && isNumber(plain.substring(0, plain.length() - 1)));
            problem(percent ? "cell-percent-not-wanted" : "cell-not-a-number", cell);
            return null;
        }
        return decimal(cell, plain);
    }

    private @Nullable Exact notNegative(Cell cell, @Nullable Exact value) {
        if (value != null && value.signum() < 0) {
            problem("cell-negative", cell);
            return null;
        }
        return value;
    }

    private static boolean isNumber(String figure) {
        return NUMBER.matcher(figure).matches() && figure.chars().anyMatch(each -> each >= '0' && each <= '9');
    }

    private @Nullable Exact decimal(Cell cell, String figure) {
        Matcher exponent = EXPONENT.matcher(figure);
        boolean huge = figure.length() > LONGEST_NUMBER
                || (exponent.find()
                        && (exponent.group(1).length() > 4 || Math.abs(exponentOf(exponent)) > LONGEST_NUMBER));
        if (huge) {
            problem("cell-number-out-of-range", cell);
            return null;
        }
        return Exact.parse(figure.replace(",", ""));
    }

    private static int exponentOf(Matcher exponent) {
        return Integer.parseInt(exponent.group(1));
    }

    private @Nullable Object yesOrNo(Cell cell) {
        String plain = Plain.of(cell.text()).toLowerCase(Locale.ROOT);
        if (YES.contains(plain)) {
            return true;
        }
        return NO.contains(plain) ? false : problem("cell-not-yes-or-no", cell);
    }

    private @Nullable Object date(Cell cell) {
        Matcher date = DATE.matcher(Plain.of(cell.text()));
        boolean dated = cell.form() == Cell.Form.TEXT || cell.form() == Cell.Form.DATE;
        if (!dated || !date.matches()) {
            return problem("cell-not-a-date", cell);
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
        } catch (DateTimeException noSuchDay) {
            return problem("cell-no-such-day", cell);
        }
    }

    private @Nullable Object text(Cell cell) {
        return switch (cell.form()) {
            case DATE -> problem("cell-turned-into-date", cell);
            case NUMBER ->
                cell.text().replaceAll("\\D", "").length() > EXCEL_DIGITS
                        ? problem("cell-lost-digits", cell)
                        : cell.text();
            case PERCENT -> Exact.parse(cell.text()).times(Exact.HUNDRED) + "%";
            case BOOLEAN -> cell.text().toUpperCase(Locale.ROOT);
            case TEXT, ERROR -> cell.text();
        };
    }

    private @Nullable Object chosen(Cell cell, Object value) {
        String text = value.toString();
        if (column.allowed().contains(text)) {
            return value;
        }
        String operator = OPERATORS.get(Plain.of(text));
        if (operator != null && column.allowed().contains(operator)) {
            return operator;
        }
        problems.add(Problem.of(
                "cell-not-allowed",
                cell.place(),
                "column",
                column.named(),
                "found",
                cell.text(),
                "allowed",
                String.join("、", column.allowed())));
        return null;
    }

    private @Nullable Object problem(String code, Cell cell) {
        problems.add(Problem.of(code, cell.place(), "column", column.named(), "found", cell.text()));
        return null;
    }

    /** Whether two words mean the same unit of money, such as wan and 万元. */
    static boolean isSameUnit(String one, String other) {
        return one.equals(other) || (UNITS.containsKey(one) && UNITS.get(one).equals(UNITS.get(other)));
    }

    static boolean isMoneyUnit(String word) {
        return UNITS.containsKey(word);
    }
}
