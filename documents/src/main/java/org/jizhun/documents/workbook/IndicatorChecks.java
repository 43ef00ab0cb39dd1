package org.jizhun.documents.workbook;

import java.util.regex.Pattern;
import org.jizhun.kernel.fact.Row;

/** What an indicator must say to be scored and exchanged: its target, its unit, a name and value of the usual form. */
final class IndicatorChecks {

    private static final int LONGEST_NAME = 100;

    /** Not allowed in a value by the exchange rules of the budget management system. */
    private static final Pattern FORBIDDEN = Pattern.compile("[*_]");

    private IndicatorChecks() {}

    static void check(Findings findings) {
        findings.table("indicators").ifPresent(table -> {
            for (Row row : table.rows()) {
                check(findings, table, row);
            }
        });
    }

    private static void check(Findings findings, TableReader.Table table, Row row) {
        String operator = row.text("operator");
        boolean qualitative = operator.equals("定性");
        if (qualitative && row.get("targetText") == null) {
            findings.add("indicator-target-text-missing", table, row, "targetText", "name", row.text("name"));
        }
        if (!operator.isEmpty() && !qualitative) {
            if (row.get("target") == null) {
                findings.add("indicator-target-missing", table, row, "target", "name", row.text("name"));
            }
            if (row.get("unit") == null) {
                findings.add("indicator-unit-missing", table, row, "unit", "name", row.text("name"));
            }
        }
        if (row.text("name").codePointCount(0, row.text("name").length()) > LONGEST_NAME) {
            findings.add("indicator-name-too-long", table, row, "name", "limit", LONGEST_NAME);
        }
        if (FORBIDDEN.matcher(row.text("targetText")).find()) {
            findings.add("indicator-value-characters", table, row, "targetText");
        }
    }
}
