package org.jizhun.auditor.relation;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** How many points follow words that announce them: 一是…二是…, 第一，…第二，…, numbered paragraphs of one style, or numbered rows. */
final class PointsFollowing {

    private static final Sought ORDINAL_POINT = Sought.of("(?<![第\\d十])([一二三四五六七八九十])(?:是|要)|第([一二三四五六七八九十])[，、是]");
    private static final Sought NUMBERED_POINT = Sought.of("^(?:(\\d{1,2})[.、．]|（(\\d{1,2})）|（([一二三四五六七八九十]{1,3})）)");
    /** A table that the words announce begins this near below them. */
    private static final int LINES_TO_TABLE = 4;

    private PointsFollowing() {}

    /** The last of 一是, 二是, 三是 that stand in their order; 0 without any. */
    static int ordinals(String text) {
        Matcher matcher = ORDINAL_POINT.in(text);
        int last = 0;
        while (matcher.find()) {
            String ordinal = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            int number = Numerals.value(ordinal);
            if (number == last + 1) {
                last = number;
            }
        }
        return last;
    }

    /** Whether a text begins with a point rather than with a name. */
    static boolean begins(String text) {
        return ORDINAL_POINT.begins(text);
    }

    /** Numbered paragraphs of one style right after the one at that place, or paragraphs with 一是…二是. */
    static int after(List<Passage> passages, int at) {
        int ordinals = ordinals(passages, at + 1);
        if (ordinals > 1) {
            return ordinals;
        }
        int count = 0;
        int style = 0;
        for (int i = at + 1; i < passages.size(); i++) {
            Matcher matcher = NUMBERED_POINT.in(passages.get(i).text());
            if (!matcher.find()) {
                if (Chapters.isTitle(passages.get(i).text())) {
                    break;
                }
                continue;
            }
            int own = matcher.group(1) != null ? 1 : matcher.group(2) != null ? 2 : 3;
            style = style == 0 ? own : style;
            int number = own == 3 ? Numerals.value(matcher.group(3)) : Integer.parseInt(matcher.group(own));
            if (own == style && number != count + 1) {
                break;
            }
            if (own < style) {
                continue;
            }
            if (own > style) {
                break;
            }
            count++;
        }
        return count;
    }

    /** 一是…二是 or 第一，…第二， in the paragraphs from a place on, up to the next heading. */
    private static int ordinals(List<Passage> passages, int from) {
        if (from >= passages.size() || !ORDINAL_POINT.isIn(passages.get(from).text())) {
            return 0;
        }
        StringBuilder points = new StringBuilder();
        for (int i = from; i < passages.size(); i++) {
            String text = passages.get(i).text();
            if (NUMBERED_POINT.isIn(text) || Chapters.isTitle(text)) {
                break;
            }
            points.append(text).append('\n');
        }
        return ordinals(points.toString());
    }

    /** Points that begin in a paragraph and, a page having ended among them, go on in the next ones: …三是…； and then 四是…. */
    static int goingOn(List<Passage> passages, int at, String rest) {
        int count = ordinals(rest);
        StringBuilder points = new StringBuilder(rest);
        for (int i = at + 1; count > 0 && i < passages.size(); i++) {
            points.append(passages.get(i).text());
            int more = ordinals(points.toString());
            if (more == count || !begins(passages.get(i).text())) {
                break;
            }
            count = more;
        }
        return count;
    }

    /** The rows, numbered from 1 without a gap, of a table right below; 0 where there is none. */
    static int rowsAfter(Claims claims, int at) {
        int line = claims.passages().get(at).spot().line();
        for (Table table : claims.tables()) {
            List<Table.Row> rows = table.rows();
            int first = rows.isEmpty() ? 0 : firstLine(rows.get(0));
            if (first > line && first <= line + LINES_TO_TABLE) {
                return numbered(rows);
            }
        }
        return 0;
    }

    private static int firstLine(Table.Row row) {
        return row.cells().stream()
                .filter(cell -> !cell.text().isEmpty())
                .mapToInt(cell -> cell.spot().line())
                .findFirst()
                .orElse(0);
    }

    private static int numbered(List<Table.Row> rows) {
        int count = 0;
        for (Table.Row row : rows) {
            OptionalInt number = number(row);
            if (number.isEmpty() && count > 0 && row.total()) {
                return count;
            }
            if (number.isEmpty() || number.getAsInt() != count + 1) {
                return 0;
            }
            count++;
        }
        return count;
    }

    private static OptionalInt number(Table.Row row) {
        String first = row.cells().isEmpty() ? "" : row.cells().get(0).text();
        return Sought.kept("\\d{1,3}").is(first) ? OptionalInt.of(Integer.parseInt(first)) : OptionalInt.empty();
    }
}
