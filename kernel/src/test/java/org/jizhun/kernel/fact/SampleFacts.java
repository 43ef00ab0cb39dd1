package org.jizhun.kernel.fact;

import org.jizhun.kernel.problem.Place;

/** Short ways to write down the facts of a case in tests. */
public final class SampleFacts {

    private SampleFacts() {}

    public static FactSet.Builder facts() {
        return FactSet.builder(Vocabulary.standard());
    }

    /** A row of a register of the vocabulary, at the place {@code <register>.csv}. */
    public static Row row(String register, Object... namesAndValues) {
        Register found = Vocabulary.standard().register(register).orElseThrow();
        Row row = new Row(found.recordKind(), new Object[found.columns().size()], Place.of(register + ".csv"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row = row.with(row.kind().indexOf((String) namesAndValues[i]), namesAndValues[i + 1]);
        }
        return row;
    }

    /** A case of these rows only. */
    public static FactSet of(String register, Row... rows) {
        return facts().rows(register, java.util.List.of(rows)).build();
    }
}
