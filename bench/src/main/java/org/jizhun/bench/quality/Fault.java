package org.jizhun.bench.quality;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.kernel.yaml.YamlNode;

/**
 * An entry of a truth list.
 *
 * @param lines where a finding may stand, the first is meant
 * @param kinds under which it may be told, the first is meant
 * @param expected empty where the document does not tell
 * @param optional reporting it is right, not reporting it is no miss
 */
record Fault(
        Set<String> lines,
        Set<String> kinds,
        String stated,
        String expected,
        String relation,
        String difficulty,
        boolean optional,
        String why) {

    /** Kinds whose finding quotes words, so that a longer or shorter quotation of the same place is the same. */
    private static final Set<String> OF_WORDS = Set.of(
            "annex",
            "coverage",
            "date",
            "deadline",
            "direction",
            "grade",
            "name",
            "outline",
            "target",
            "wording",
            "year",
            "unit",
            "count");

    /** Kinds where the right word may be put in other words. */
    private static final Set<String> OF_SENSE = Set.of("direction", "target");

    private static final Pattern FIGURE = Pattern.compile("[^0-9]*?(-?\\d+(?:\\.\\d+)?)[^0-9]*");

    /** The line of a fault in a file whose lines only its reader knows. */
    private static final String ANYWHERE = "0";

    private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";

    static Fault of(YamlNode entry) {
        Set<String> lines = new LinkedHashSet<>();
        lines.add(entry.text("line", ""));
        entry.items("also").forEach(line -> lines.add(line.text()));
        Set<String> kinds = new LinkedHashSet<>();
        kinds.add(entry.text("kind", ""));
        entry.items("or").forEach(kind -> kinds.add(kind.text()));
        return new Fault(
                lines,
                kinds,
                entry.text("stated", ""),
                entry.text("expected", ""),
                entry.text("relation", ""),
                entry.text("difficulty", "hand"),
                entry.text("optional", "").equals("true"),
                entry.text("why", ""));
    }

    String kind() {
        return kinds.iterator().next();
    }

    boolean isFoundBy(Finding finding) {
        String kind = finding.kind().word();
        return kinds.contains(kind)
                && (lines.contains(ANYWHERE)
                        || lines.contains(String.valueOf(finding.where().line())))
                && same(kind, finding.stated(), stated)
                && (expected.isEmpty()
                        || OF_SENSE.contains(kind)
                        || finding.expected()
                                .map(text -> same(kind, text, expected) || isNear(text, expected))
                                .orElse(OF_WORDS.contains(kind)));
    }

    private static boolean same(String kind, String one, String two) {
        String first = plain(one);
        String second = plain(two);
        if (first.equals(second)) {
            return true;
        }
        return OF_WORDS.contains(kind)
                ? first.contains(second) || second.contains(first)
                : figure(first).equals(figure(second)) && !figure(first).isEmpty();
    }

    /** Equal but for rounding or cutting off in the last place, or for a figure worked out from printed ones. */
    private static boolean isNear(String one, String two) {
        String first = figure(plain(one));
        String second = figure(plain(two));
        if (!first.matches(NUMBER) || !second.matches(NUMBER)) {
            return false;
        }
        BigDecimal more = new BigDecimal(first);
        BigDecimal less = new BigDecimal(second);
        BigDecimal unit = BigDecimal.ONE.movePointLeft(Math.max(more.scale(), less.scale()));
        return more.scale() + less.scale() > 0 && more.subtract(less).abs().compareTo(unit) <= 0;
    }

    /** Digits of normal width, no blanks, no thousands separators. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean wide = character >= '！' && character <= '～' && "，；：！？".indexOf(character) < 0;
            plain.append(wide ? (char) (character - 0xFEE0) : character);
        }
        return plain.toString()
                .replaceAll("\\s", "")
                .replaceAll("(?<=\\d),(?=\\d{3})", "")
                .replaceAll("^1[:：∶](?=\\d)|(?<=\\d)[:：∶]1$", "") // 17.92:1 is the figure 17.92
                .replace('两', '二');
    }

    /** The only number in the text, without closing zeros; whole text where there are several, such as in a date. */
    private static String figure(String text) {
        var match = FIGURE.matcher(text);
        if (!match.matches()) {
            return text;
        }
        String figure = match.group(1);
        return figure.contains(".") ? figure.replaceAll("\\.?0+$", "") : figure;
    }
}
