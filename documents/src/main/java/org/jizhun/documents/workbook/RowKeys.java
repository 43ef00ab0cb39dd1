package org.jizhun.documents.workbook;

import java.util.List;
import java.util.Map;
import org.jizhun.kernel.fact.Register;

/** By which columns a row of a register is known again. */
public final class RowKeys {

    /** What makes a row the only one of its kind, where it is not a code. */
    static final Map<String, List<String>> UNIQUE = Map.of(
            "budget", List.of("nature", "category"),
            "units", List.of("name"),
            "checks", List.of("criterion", "element"),
            "judgements", List.of("criterion"),
            "statedScores", List.of("criterion"),
            "notApplicable", List.of("criterion"));

    private RowKeys() {}

    /** English names of the columns: the code, what must be unique, what names a row, or the first column. */
    public static List<String> of(Register register) {
        if (UNIQUE.containsKey(register.name())) {
            return UNIQUE.getOrDefault(register.name(), List.of());
        }
        if (register.column("code").isPresent()) {
            return List.of("code");
        }
        return register.rowName().isEmpty() ? List.of(register.columns().get(0).name()) : List.of(register.rowName());
    }
}
