package org.jizhun.server.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/** Rows for every table that has departments' data. */
final class EveryTable {

    private EveryTable() {}

    /** A row for each table that daily work above does not fill, in an order that foreign keys allow. */
    static Map<String, String> fillers(long department, long account) {
        String d = Long.toString(department);
        String year = "(SELECT id FROM department_year WHERE department = " + d + ")";
        String by = Long.toString(account);
        String hash = "repeat('a', 64)";
        Map<String, String> sql = new LinkedHashMap<>();
        sql.put("unit", "INSERT INTO unit (department, code, name, kind) VALUES (" + d + ", 'U1', '馆', 'other')");
        sql.put("office", "INSERT INTO office (department, name) VALUES (" + d + ", '处')");
        sql.put("register_none", "INSERT INTO register_none VALUES (" + d + ", " + year + ", 'assets')");
        sql.put(
                "import",
                "INSERT INTO import (department, department_year, file, state, cells, taken_by, taken_at) VALUES (" + d
                        + ", " + year + ", 'f', 'previewed', '{}', " + by + ", now())");
        sql.put(
                "snapshot",
                "INSERT INTO snapshot (department, department_year, label, scheme, edition, scheme_hash, facts_hash, facts,"
                        + " evaluation, total, taken_by, taken_at) VALUES (" + d + ", " + year
                        + ", 's', 's', 'e', 'h', 'h', '{}', '{}', '1', " + by + ", now())");
        sql.put(
                "plan_task",
                "INSERT INTO plan_task (department, department_year, title, role, due) VALUES (" + d + ", " + year
                        + ", 't', 'preparer', '2025-01-01')");
        sql.put(
                "plan_file",
                "INSERT INTO plan_file (department, department_year, file, changed, taken_by, taken_at) VALUES (" + d
                        + ", " + year + ", 'f', '[]', " + by + ", now())");
        sql.put(
                "evidence_file",
                "INSERT INTO evidence_file VALUES (" + d + ", " + hash + ", 'application/pdf', '\\x00')");
        sql.put(
                "evidence",
                "INSERT INTO evidence (department, register_row, name, hash, size, added_by, added_at) VALUES (" + d
                        + ", (SELECT min(id) FROM register_row WHERE department = " + d + "), 'n', " + hash + ", 1, "
                        + by + ", now())");
        sql.put(
                "feed_source",
                "INSERT INTO feed_source (department, department_year, name, kind, definition, indicator, unit) VALUES ("
                        + d + ", " + year + ", 'n', 'api', 'd', 'i', '次')");
        sql.put(
                "feed_file",
                "INSERT INTO feed_file (department, source, file, taken_by, taken_at) VALUES (" + d
                        + ", (SELECT min(id) FROM feed_source WHERE department = " + d + "), 'f', " + by + ", now())");
        sql.put(
                "feed_value",
                "INSERT INTO feed_value (department, source, period, value, definition, way, given_at) VALUES (" + d
                        + ", (SELECT min(id) FROM feed_source WHERE department = " + d
                        + "), '2025', '1', 'd', 'api', now())");
        sql.put(
                "feed_taking",
                "INSERT INTO feed_taking VALUES ((SELECT min(id) FROM register_row WHERE department = " + d + "), " + d
                        + ", '1', '{1}', " + by + ", now())");
        sql.put(
                "feed_conversion",
                "INSERT INTO feed_conversion (department, department_year, from_definition, from_unit, to_definition,"
                        + " to_unit, factor, reason, stated_by, stated_at) VALUES (" + d + ", " + year
                        + ", 'a', '次', 'b', '次', '2', 'r', " + by + ", now())");
        sql.put(
                "audit",
                "INSERT INTO audit (department, file, content, hash, pages, figures, relations, errors, warnings, findings,"
                        + " findings_en, made_by, made_at) VALUES (" + d + ", 'f', '\\x00', " + hash
                        + ", 1, 1, 1, 0, 0, '[]', '[]', " + by + ", now())");
        sql.put(
                "audit_disposition",
                "INSERT INTO audit_disposition (audit, department, number, disposition, decided_by, decided_at) VALUES"
                        + " ((SELECT min(id) FROM audit WHERE department = " + d + "), " + d + ", 1, 'open', " + by
                        + ", now())");
        sql.put(
                "report",
                "INSERT INTO report (department, department_year, number, snapshot, findings, errors, warnings, made_by,"
                        + " made_at) VALUES (" + d + ", " + year
                        + ", 1, (SELECT min(id) FROM snapshot WHERE department = " + d + "), '[]', 0, 0, " + by
                        + ", now())");
        sql.put(
                "report_file",
                "INSERT INTO report_file VALUES ((SELECT min(id) FROM report WHERE department = " + d + "), " + d
                        + ", 'n', '\\x00')");
        return sql;
    }
}
