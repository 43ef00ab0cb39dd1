package org.jizhun.server.demo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jizhun.server.evidence.Evidence;
import org.jizhun.server.register.CaseReading;
import org.jizhun.server.register.FactSource;
import org.jizhun.server.register.StoredRow;
import org.springframework.stereotype.Service;

/** Invented files that prove rows of the finished year, so that its scores can be followed to the end. */
@Service
class DemoEvidence {

    private static final String INVENTED = "（演示材料，内容虚构）\n";

    private final FactSource facts;
    private final Evidence evidence;

    DemoEvidence(FactSource facts, Evidence evidence) {
        this.facts = facts;
        this.evidence = evidence;
    }

    /** Acts as whoever is signed in; the rows are drafts. */
    void fill(long department, int year) {
        CaseReading reading = facts.read(department, year);
        reading.rows("execution").forEach(row -> {
            Map<String, String> cells = row.cells();
            String month = cells.getOrDefault("month", "");
            add(
                    department,
                    year,
                    row,
                    year + "年" + month + "月执行通报摘录.txt",
                    cells.getOrDefault("source", "") + "：截至" + month + "月底，一般公共预算支出执行率为"
                            + cells.getOrDefault("rate", "") + "。");
        });
        reading.rows("checks").forEach(row -> {
            String rule = row.cells().getOrDefault("evidence", "");
            add(department, year, row, "制度依据-" + row.cells().getOrDefault("element", "") + ".txt", "核对依据：" + rule);
        });
        reading.rows("indicators").stream()
                .filter(row -> row.cells().getOrDefault("project", "").isEmpty())
                .forEach(row -> {
                    Map<String, String> cells = row.cells();
                    String name = cells.getOrDefault("name", "");
                    String actual = cells.getOrDefault("actual", cells.getOrDefault("actualText", ""));
                    String counted = cells.getOrDefault("definition", "");
                    add(
                            department,
                            year,
                            row,
                            name + "统计表.txt",
                            name + "：" + actual + cells.getOrDefault("unit", "") + "\n统计口径：" + counted);
                });
    }

    private void add(long department, int year, StoredRow row, String name, String text) {
        evidence.add(department, year, row.id(), name, null, (INVENTED + text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
