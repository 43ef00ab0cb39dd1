package org.jizhun.documents.workbook;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which a template's own rows, sheets and headings are told from what people fill in. */
final class Marks {

    static final String NOTE = "【说明】";
    static final String HINT = "【填写要求】";
    static final String EXAMPLE = "【示例】";
    static final String INSTRUCTIONS_SHEET = "填报说明";
    static final String CHOICES_SHEET = "_选项";
    static final String NONE = "无";

    /** A column with this mark explains other columns to people and is not read. */
    static final String REFERENCE = "〔参考〕";

    private static final Pattern HEADING = Pattern.compile("(.*?)\\s*(?:[(（]([^()（）]*)[)）])?\\s*\\*?");
    private static final Pattern EXAMPLE_START = Pattern.compile("^[\\[【(（]?\\s*示例\\s*[\\]】)）:：]\\s*");
    private static final Set<String> NONES = Set.of(NONE, "none", "无。", "（无）", "(无)");

    private Marks() {}

    /** A row of the template that explains how to fill in. */
    static boolean isNote(Grid.Line line) {
        return line.first().startsWith(NOTE) || line.first().startsWith(HINT);
    }

    static boolean isExample(Grid.Line line) {
        return EXAMPLE_START.matcher(line.first()).find();
    }

    static String withoutExampleMark(String text) {
        return EXAMPLE_START.matcher(text).replaceFirst("");
    }

    /** A row that says that there is nothing to report. */
    static boolean isNone(Grid.Line line) {
        return NONES.contains(line.first().toLowerCase(Locale.ROOT))
                && line.cells().stream().skip(1).allMatch(Cell::isBlank);
    }

    /** A sheet that belongs to the template and holds no data. */
    static boolean isOwnSheet(String title) {
        return title.equals(INSTRUCTIONS_SHEET) || title.equals(CHOICES_SHEET);
    }

    /** A heading's name and, where it ends in brackets, the unit in them: {@code 年初预算数（万元）*}. */
    record Heading(String name, String unit) {
        static Heading of(String text) {
            String plain = text.replace("\n", "").strip();
            Matcher heading = HEADING.matcher(plain);
            if (!heading.matches() || heading.group(1).isEmpty()) {
                return new Heading(plain, "");
            }
            String unit = heading.group(2);
            return new Heading(heading.group(1), unit == null ? "" : unit.strip());
        }
    }
}
