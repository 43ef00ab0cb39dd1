package org.jizhun.server.budget;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jizhun.documents.workbook.CaseCells;
import org.jizhun.server.register.CaseReading;
import org.jizhun.server.register.FactSource;
import org.jizhun.server.register.Imports;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes bulletins of the finance bureau in as an import: shown first, confirmed, and undone like a workbook. */
@Service
class Bulletins {

    static final String PASTED = "通报（粘贴）";

    private final FactSource facts;
    private final Imports imports;
    private final JdbcClient jdbc;

    Bulletins(FactSource facts, Imports imports, JdbcClient jdbc) {
        this.facts = facts;
        this.imports = imports;
        this.jdbc = jdbc;
    }

    /**
     * What the bulletin would change in the monthly execution of the department.
     *
     * @param field where the request holds it, for the messages
     * @throws org.jizhun.server.platform.Rejection if no rate of the department can be found in it
     */
    @Transactional
    public Imports.Import preview(long department, int year, String field, List<List<String>> lines, String name) {
        CaseReading reading = facts.read(department, year);
        List<Map<String, String>> rows = Bulletin.read(field, lines, names(department, reading), year);
        CaseCells cells = new CaseCells(Map.of(ExecutionCurve.REGISTER, rows), Map.of());
        return imports.preview(department, year, name, cells, List.of());
    }

    private Set<String> names(long department, CaseReading reading) {
        Set<String> names = new LinkedHashSet<>();
        names.add(jdbc.sql("SELECT name FROM department WHERE id = :id")
                .param("id", department)
                .query(String.class)
                .single());
        String own =
                reading.cells().values().getOrDefault("department", Map.of()).getOrDefault("departmentName", "");
        if (!own.isEmpty()) {
            names.add(own);
        }
        return names;
    }
}
