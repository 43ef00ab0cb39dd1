package org.jizhun.server.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.server.platform.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registers of a department year as people see them: rows with what is wrong in each cell, and how far each register is. */
@Service
public class Registers {

    private final FactSource facts;

    Registers(FactSource facts) {
        this.facts = facts;
    }

    /** One register in a list. */
    public record Summary(
            String name, String label, int rows, int errors, int warnings, boolean none, Map<String, Integer> states) {}

    /** A row with what is wrong in it. */
    public record RowView(
            long id,
            int position,
            Map<String, String> cells,
            String state,
            int version,
            @Nullable Long assignedTo,
            @Nullable String assignedName,
            @Nullable String reason,
            @Nullable Map<String, String> approvedCells,
            String changedBy,
            Instant changedAt,
            int evidence,
            List<Told> problems) {

        public static RowView of(StoredRow row, List<Told> problems) {
            return new RowView(
                    row.id(),
                    row.position(),
                    row.cells(),
                    row.state(),
                    row.version(),
                    row.assignedTo(),
                    row.assignedName(),
                    row.reason(),
                    row.approvedCells(),
                    row.changedName(),
                    row.changedAt(),
                    row.evidence(),
                    problems);
        }
    }

    /** One register, whole. */
    public record View(String register, String label, boolean none, List<RowView> rows, List<Told> problems) {}

    @Transactional(readOnly = true)
    public List<Summary> all(long department, int year) {
        CaseReading reading = facts.read(department, year);
        List<Summary> summaries = new ArrayList<>();
        for (Register register : reading.vocabulary().registers()) {
            List<StoredRow> stored = reading.rows(register.name());
            List<Told> told = new ArrayList<>(reading.whole(register));
            reading.told(register).values().forEach(told::addAll);
            Map<String, Integer> states = new HashMap<>();
            stored.forEach(row -> states.merge(row.state(), 1, Integer::sum));
            summaries.add(new Summary(
                    register.name(),
                    register.label(),
                    stored.size(),
                    count(told, "error"),
                    count(told, "warning"),
                    reading.isNone(register),
                    states));
        }
        return summaries;
    }

    private static int count(List<Told> told, String severity) {
        return (int)
                told.stream().filter(each -> each.severity().equals(severity)).count();
    }

    @Transactional(readOnly = true)
    public View one(long department, int year, String name) {
        CaseReading reading = facts.read(department, year);
        Register register = register(reading.vocabulary(), name);
        return new View(
                register.name(),
                register.label(),
                reading.isNone(register),
                views(reading, register),
                reading.whole(register));
    }

    static List<RowView> views(CaseReading reading, Register register) {
        Map<Long, List<Told>> told = reading.told(register);
        return reading.rows(register.name()).stream()
                .map(row -> RowView.of(row, told.getOrDefault(row.id(), List.of())))
                .toList();
    }

    static Register register(Vocabulary vocabulary, String name) {
        return vocabulary.registers().stream()
                .filter(register -> register.name().equals(name))
                .findFirst()
                .orElseThrow(Rejection::notFound);
    }
}
