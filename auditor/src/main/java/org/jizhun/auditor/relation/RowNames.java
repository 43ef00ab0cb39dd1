package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** The names that table rows have, found in running text at a cost that does not grow with the tables. */
final class RowNames {

    /** A row of a table. */
    record Place(Table table, Table.Row row) {}

    /** A name met in a clause: the words before and after it, and the rows that have it. */
    record Found(String before, String name, String rest, List<Place> places) {}

    private static final int SHORTEST = 3;
    private static final int LONGEST = 24;
    private static final Sought NUMBER =
            Sought.of("^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\\d]{1,3}）|\\d{1,2}[.、]|其中[：:]?)");
    private static final Sought BLANKS = Sought.of("\\s");
    private static final Sought SHORT_NUMBER = Sought.of("\\d{1,2}");
    private static final Sought DIGIT = Sought.of("\\d");
    /** 改造危桥（座） is 改造危桥 in the text. */
    private static final Sought UNIT = Sought.of("（[^）]{1,4}）$");

    private static final Sought ENDING = Sought.of("(?:项目|工程|专项资金|经费)$");
    private static final Sought NAME = Sought.of("[\\u4e00-\\u9fa5、“”（）A-Za-z]{3,24}");
    private static final Sought GENERAL = Sought.of(
            ".*(?:合计|总计|小计|共计)|(?:项目|基本|工资福利|商品和服务|其他|资本性|部门|财政|本年|年度).{0,2}支出|.{0,4}(?:指标|资金|预算|决算|经费|收入|支出)|项目名称|年初预算数?");

    private final Map<String, List<Place>> places = new HashMap<>();
    /** The lengths of the names that end with a character, as bits: most characters end none. */
    private final Map<Character, Integer> lengths = new HashMap<>();

    static RowNames of(Claims claims) {
        return claims.derived(RowNames.class, RowNames::read);
    }

    private static RowNames read(Claims claims) {
        RowNames names = new RowNames();
        for (Table table : claims.tables()) {
            for (Table.Row row : table.rows()) {
                if (!row.total()) {
                    names.enter(new Place(table, row));
                }
            }
        }
        return names;
    }

    private void enter(Place place) {
        for (Passage cell : place.row().cells()) {
            String text = BLANKS.replaceAll(cell.text(), "");
            if (SHORT_NUMBER.is(text) && cell.equals(place.row().cells().get(0))) {
                continue;
            }
            if (DIGIT.isIn(text) && !NUMBER.isIn(text)) {
                return;
            }
            String name = ENDING.replaceFirst(NUMBER.replaceFirst(text, ""), "");
            String bare = UNIT.replaceFirst(name, "");
            if (!bare.equals(name)) {
                enter(bare, place);
            }
            enter(name, place);
        }
    }

    private void enter(String name, Place place) {
        if (NAME.is(name) && !GENERAL.is(name)) {
            lengths.merge(name.charAt(name.length() - 1), 1 << name.length(), (one, two) -> one | two);
            List<Place> own = places.computeIfAbsent(name, key -> new ArrayList<>());
            if (own.isEmpty() || !own.get(own.size() - 1).equals(place)) { // a row enters all its names at once
                own.add(place);
            }
        }
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** The last name in a clause, the longest of those that end there. */
    Optional<Found> in(String clause) {
        for (int end = clause.length(); end >= SHORTEST; end--) {
            int known = lengths.getOrDefault(clause.charAt(end - 1), 0);
            for (int start = Math.max(0, end - LONGEST); known != 0 && start + SHORTEST <= end; start++) {
                List<Place> own = (known & (1 << (end - start))) == 0 ? null : places.get(clause.substring(start, end));
                if (own != null) {
                    return Optional.of(new Found(
                            clause.substring(0, start),
                            clause.substring(start, end),
                            clause.substring(end),
                            Collections.unmodifiableList(own)));
                }
            }
        }
        return Optional.empty();
    }
}
