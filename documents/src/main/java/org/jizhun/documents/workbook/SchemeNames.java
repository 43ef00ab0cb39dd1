package org.jizhun.documents.workbook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.fact.Vocabulary;

/**
 * The names that one scheme lets a case use: its vocabulary, its criteria, and the elements that people check.
 *
 * @param criteria ids at every level; empty where they are not known, and then nothing is checked
 * @param elements ids of the elements of each checklist
 */
record SchemeNames(Vocabulary vocabulary, Set<String> criteria, Map<String, Set<String>> elements) {

    private static final List<String> REGISTERS =
            List.of("checks", "deductions", "judgements", "statedScores", "notApplicable", "problems");

    SchemeNames {
        criteria = Set.copyOf(criteria);
        elements = Map.copyOf(elements);
    }

    /** A vocabulary of which no scheme is known. */
    static SchemeNames of(Vocabulary vocabulary) {
        return new SchemeNames(vocabulary, Set.of(), Map.of());
    }

    /** Rows that name a criterion or element which the scheme does not have; they would count for nothing. */
    void check(Findings findings) {
        if (criteria.isEmpty()) {
            return;
        }
        for (String name : REGISTERS) {
            findings.table(name).ifPresent(table -> table.rows().forEach(row -> check(findings, table, row)));
        }
    }

    private void check(Findings findings, TableReader.Table table, Row row) {
        String criterion = row.text("criterion");
        if (!criterion.isEmpty() && !criteria.contains(criterion)) {
            findings.add("criterion-unknown", table, row, "criterion");
        } else if (table.register().name().equals("checks") && row.get("element") != null) {
            Set<String> known = elements.getOrDefault(criterion, Set.of());
            if (!known.contains(row.text("element"))) {
                String expected = known.isEmpty()
                        ? "—"
                        : String.join("、", known.stream().sorted().toList());
                findings.add("element-unknown", table, row, "element", "criterion", criterion, "expected", expected);
            }
        }
    }
}
