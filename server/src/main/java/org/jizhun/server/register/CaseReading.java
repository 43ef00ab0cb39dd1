package org.jizhun.server.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jizhun.documents.workbook.CaseCells;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A department year as read from its rows: the facts, and what was wrong with which cell. Immutable, shared by requests. */
public final class CaseReading {

    private final DepartmentYear year;
    private final Vocabulary vocabulary;
    private final Map<String, List<StoredRow>> rows;
    private final CaseCells cells;
    private final CaseReader.Reading read;
    private final List<Problem> problems;
    private final Map<String, Map<Long, List<Told>>> told = new ConcurrentHashMap<>();

    /**
     * @param rows by register, in their order; row 1 of a problem's place is the first of them
     * @param problems those of the reading that are told
     */
    CaseReading(
            DepartmentYear year,
            Vocabulary vocabulary,
            Map<String, List<StoredRow>> rows,
            CaseCells cells,
            CaseReader.Reading read,
            List<Problem> problems) {
        this.year = year;
        this.vocabulary = vocabulary;
        this.rows = Collections.unmodifiableMap(rows);
        this.cells = cells;
        this.read = read;
        this.problems = List.copyOf(problems);
    }

    public DepartmentYear year() {
        return year;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public Map<String, List<StoredRow>> rows() {
        return rows;
    }

    /** The same as the reader got them. */
    public CaseCells cells() {
        return cells;
    }

    /** As the reader gave it, for reading on from it. */
    CaseReader.Reading read() {
        return read;
    }

    public FactSet facts() {
        return read.result().value();
    }

    public List<Problem> problems() {
        return problems;
    }

    public List<StoredRow> rows(String register) {
        return rows.getOrDefault(register, List.of());
    }

    /** Whether it was answered with 无. */
    boolean isNone(Register register) {
        return rows(register.name()).isEmpty() && cells.tables().containsKey(register.name());
    }

    /** The problems of each row of a register, by the row's number in the database. */
    public Map<Long, List<Told>> told(Register register) {
        return told.computeIfAbsent(register.name(), name -> tell(register));
    }

    private Map<Long, List<Told>> tell(Register register) {
        Map<Long, List<Told>> byRow = new HashMap<>();
        for (Problem problem : problems()) {
            if (register.label().equals(problem.place().sheet())) {
                row(problem.place(), register)
                        .ifPresent(row -> byRow.computeIfAbsent(row.id(), id -> new ArrayList<>())
                                .add(Told.of(problem, column(problem.place(), register))));
            }
        }
        return byRow;
    }

    /** The problems of a register as a whole. */
    public List<Told> whole(Register register) {
        return problems().stream()
                .filter(problem -> register.label().equals(problem.place().sheet()))
                .filter(problem -> row(problem.place(), register).isEmpty())
                .map(problem -> Told.of(problem, column(problem.place(), register)))
                .toList();
    }

    /** The row a place is in; empty where it is none of a stored row. */
    public Optional<StoredRow> row(Place place, Register register) {
        List<StoredRow> all = rows(register.name());
        int at = register.shape() == Register.Shape.VALUES ? 0 : place.line() - 1;
        return at >= 0 && at < all.size() ? Optional.of(all.get(at)) : Optional.empty();
    }

    private static @Nullable String column(Place place, Register register) {
        int at = place.column() - 1;
        return at >= 0 && at < register.columns().size()
                ? register.columns().get(at).name()
                : null;
    }

    /** Rows as the reader wants them. */
    static CaseCells cells(
            Vocabulary vocabulary,
            Map<String, List<StoredRow>> rows,
            java.util.Set<String> none,
            int year,
            String scheme) {
        Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        for (Register register : vocabulary.registers()) {
            List<Map<String, String>> cells = rows.getOrDefault(register.name(), List.of()).stream()
                    .map(StoredRow::cells)
                    .toList();
            if (register.shape() == Register.Shape.VALUES) {
                values.put(register.name(), cells.isEmpty() ? Map.of() : cells.get(0));
            } else if (!cells.isEmpty() || none.contains(register.name())) {
                tables.put(register.name(), cells);
            }
        }
        // Year and scheme belong to the year as such; what a row says about them would be a second truth.
        Map<String, String> department = new LinkedHashMap<>(values.getOrDefault("department", Map.of()));
        department.put("year", Integer.toString(year));
        department.put("schemeId", scheme);
        values.put("department", department);
        return new CaseCells(tables, values);
    }
}
