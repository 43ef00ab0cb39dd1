package org.jizhun.server.budget;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.server.platform.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * One department's rates of execution in a bulletin of the finance bureau: a table of all departments or of its own months, with
 * the months down or across, or a few sentences. What it finds are cells of the register {@code execution} as somebody would
 * type them; whether they are sound is checked where all cells are.
 */
final class Bulletin {

    /** 2025年3月, 1—3月, 3月底. */
    static final Pattern MONTH = Pattern.compile("(?:(\\d{4})年)?(?:1\\s*月?\\s*[-—–~至]\\s*)?(\\d{1,2})\\s*月(?:份|末|底)?");

    private static final Pattern UNTIL = Pattern.compile("截[至止]到?\\s*" + MONTH);
    private static final Pattern DAY = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日");
    private static final Pattern NUMBER = Pattern.compile("[\\p{IsHan}]{1,12}[〔\\[(]\\d{4}[〕\\])]\\d{1,4}号");
    private static final Pattern CELLS = Pattern.compile("\\t|\\||\\s{2,}");
    private static final String MONTH_COLUMN = "month";

    private final List<List<String>> lines;
    private final String whole;
    private final int year;

    private Bulletin(List<List<String>> lines, int year) {
        this.lines = lines.stream()
                .map(line -> line.stream().map(Bulletin::plain).toList())
                .toList();
        this.whole = String.join(
                "\n", this.lines.stream().map(line -> String.join(" ", line)).toList());
        this.year = year;
    }

    /**
     * @param names what the department is called, for bulletins of all departments
     * @param year a bulletin of another year is refused
     * @return cells by English column name, one map a month
     * @throws Rejection if nothing can be taken from it, saying what was looked for
     */
    static List<Map<String, String>> read(String field, List<List<String>> lines, Set<String> names, int year) {
        return new Bulletin(lines, year).rows(field, names);
    }

    /** Pasted text: cells as a spreadsheet copies them, as bars part them, or as wide blanks do. */
    static List<List<String>> lines(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Arrays.stream(CELLS.split(line.strip()))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private List<Map<String, String>> rows(String field, Set<String> names) {
        Optional<BulletinTable> table = BulletinTable.find(lines);
        List<BulletinTable.Rate> rates =
                table.isPresent() ? table.get().rates(field, names) : BulletinText.rates(field, whole, names);
        if (rates.isEmpty()) {
            throw Rejection.at(field, "bulletin-nothing-read");
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (BulletinTable.Rate rate : rates) {
            rows.add(row(field, rate));
        }
        return rows;
    }

    private Map<String, String> row(String field, BulletinTable.Rate rate) {
        Matcher month = MONTH.matcher(rate.month());
        boolean own = month.find();
        if (!own) {
            month = context().orElseThrow(() -> Rejection.at(field, "bulletin-month-missing"));
        }
        String stated = month.group(1);
        if (stated != null && Integer.parseInt(stated) != year) {
            throw Rejection.at(field, "bulletin-other-year", "found", stated, "expected", year);
        }
        Map<String, String> row = new TreeMap<>(rate.more());
        row.put(MONTH_COLUMN, Integer.toString(Integer.parseInt(month.group(2))));
        row.put("rate", rate.rate());
        put(row, "source", first(NUMBER));
        put(row, "published", published());
        return row;
    }

    /** The month the bulletin as a whole is about: 截至3月底, else the first month it names. */
    private Optional<Matcher> context() {
        Matcher until = UNTIL.matcher(whole);
        if (until.find()) {
            return Optional.of(until);
        }
        Matcher any = MONTH.matcher(whole);
        return any.find() ? Optional.of(any) : Optional.empty();
    }

    private @Nullable String first(Pattern pattern) {
        Matcher found = pattern.matcher(whole);
        return found.find() ? found.group() : null;
    }

    /** The last day it names that is not the day until which it counts. */
    private @Nullable String published() {
        Matcher day = DAY.matcher(whole);
        String last = null;
        while (day.find()) {
            String before = whole.substring(Math.max(0, day.start() - 3), day.start());
            if (!before.contains("截") && !before.endsWith("至")) {
                last = String.format(
                        "%s-%02d-%02d", day.group(1), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
            }
        }
        return last;
    }

    private static void put(Map<String, String> row, String column, @Nullable String text) {
        if (text != null) {
            row.putIfAbsent(column, text);
        }
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
