package org.jizhun.server.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;

/** Last year's actual values, where the department's year before has them and nobody typed another. Pure. */
final class LastYear {

    private static final String REGISTER = "indicators";

    private LastYear() {}

    /**
     * The same facts with the blank {@code lastYear} of each indicator taken from the year before: from the indicator of the
     * same name and unit, of the same project where several have that name.
     */
    static FactSet into(FactSet facts, FactSet before) {
        if (facts.rows(REGISTER).isEmpty()) {
            return facts;
        }
        List<Row> rows = new ArrayList<>();
        for (Row row : facts.rows(REGISTER)) {
            rows.add(row.get("lastYear") == null ? filled(row, before.rows(REGISTER)) : row);
        }
        return facts.toBuilder().rows(REGISTER, rows).build();
    }

    private static Row filled(Row row, List<Row> before) {
        List<Row> same = before.stream()
                .filter(each -> each.get("actual") != null
                        && each.text("name").equals(row.text("name"))
                        && each.text("unit").equals(row.text("unit")))
                .toList();
        Optional<Row> one = same.size() == 1
                ? Optional.of(same.get(0))
                : same.stream()
                        .filter(each -> each.text("project").equals(row.text("project")))
                        .findFirst();
        return one.map(each -> row.with(row.kind().indexOf("lastYear"), each.get("actual")))
                .orElse(row);
    }
}
