package org.jizhun.server.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jizhun.documents.workbook.CaseCells;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.Imports;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes units, offices and staff of the organization into the registers of a year: shown first, confirmed, undone like a file. */
@Service
class TakeOrganization {

    private static final String NAME = "机构与人员";
    private static final String ITSELF = "本级";

    private final Departments departments;
    private final Parts parts;
    private final Years years;
    private final Imports imports;

    TakeOrganization(Departments departments, Parts parts, Years years, Imports imports) {
        this.departments = departments;
        this.parts = parts;
        this.years = years;
        this.imports = imports;
    }

    /** @throws Rejection if there is no unit of that year */
    @Transactional
    public Imports.Import preview(long department, int year) {
        Departments.Department own = departments.one(department);
        List<Parts.Unit> units = parts.units(department).stream()
                .filter(unit -> isThere(unit.closed(), year))
                .toList();
        if (units.isEmpty()) {
            throw Rejection.of(HttpStatus.CONFLICT, "organization-empty");
        }
        long offices = parts.offices(department).stream()
                .filter(office -> office.unit() == null && isThere(office.closed(), year))
                .count();
        Map<String, String> whole = new TreeMap<>();
        // Not taken over, since they are the year's own; without them the preview would miss them.
        whole.put("year", Integer.toString(year));
        whole.put("schemeId", years.open(department, year).scheme());
        whole.put("departmentName", own.name());
        whole.put("departmentCode", own.code());
        whole.put("subordinateUnits", Long.toString(subordinate(own, units)));
        if (offices > 0) {
            whole.put("offices", Long.toString(offices));
        }
        put(whole, "staffEstablishment", Parts.sum(units, Parts.Unit::staffEstablishment));
        put(whole, "staffInPost", Parts.sum(units, Parts.Unit::staffInPost));
        List<Map<String, String>> rows = new ArrayList<>();
        units.forEach(unit -> rows.add(cells(unit)));
        return imports.preview(
                department, year, NAME, new CaseCells(Map.of("units", rows), Map.of("department", whole)), List.of());
    }

    /** Whether it was still there at the end of the year. */
    private static boolean isThere(@Nullable LocalDate closed, int year) {
        return closed == null || closed.getYear() > year;
    }

    private static long subordinate(Departments.Department own, List<Parts.Unit> units) {
        return units.stream()
                .filter(unit -> !unit.name().endsWith(ITSELF) && !unit.name().equals(own.name()))
                .count();
    }

    private static Map<String, String> cells(Parts.Unit unit) {
        Map<String, String> cells = new TreeMap<>();
        cells.put("code", unit.code());
        cells.put("name", unit.name());
        cells.put("kind", Parts.KINDS.getOrDefault(unit.kind(), ""));
        put(cells, "staffEstablishment", unit.staffEstablishment());
        put(cells, "staffInPost", unit.staffInPost());
        return cells;
    }

    private static void put(Map<String, String> cells, String column, @Nullable Integer count) {
        if (count != null) {
            cells.put(column, count.toString());
        }
    }
}
