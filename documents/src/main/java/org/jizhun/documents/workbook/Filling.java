package org.jizhun.documents.workbook;

import java.util.List;
import java.util.Map;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Row;

/**
 * What a case is written from: the facts, and for the cells that hold none, what was typed into them. A cell that could not be
 * read is written as it was typed, and is told again when the case is read; left out, it would be lost without a word.
 *
 * @param typed the cells that the facts were read from, or none
 */
record Filling(FactSet facts, CaseCells typed) {

    private static final CaseCells NOTHING = new CaseCells(Map.of(), Map.of());

    static Filling of(FactSet facts) {
        return new Filling(facts, NOTHING);
    }

    /** What was typed into a cell of a row; empty where nothing was. */
    String typed(Register register, Row row, Register.Column column) {
        List<Map<String, String>> rows = typed.tables().getOrDefault(register.name(), List.of());
        int at = row.place().line() - 1;
        return at >= 0 && at < rows.size() ? rows.get(at).getOrDefault(column.name(), "") : "";
    }

    /** The same for a single value. */
    String typed(Register register, Register.Column column) {
        return typed.values().getOrDefault(register.name(), Map.of()).getOrDefault(column.name(), "");
    }
}
