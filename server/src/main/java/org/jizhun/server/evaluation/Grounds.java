package org.jizhun.server.evaluation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.fact.Spoken;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.scheme.Checklist;
import org.jizhun.kernel.scheme.JudgedBands;
import org.jizhun.kernel.scheme.JudgedWithReason;
import org.jizhun.kernel.scheme.Rule;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scoring.Consulted;
import org.jizhun.server.register.CaseReading;
import org.jizhun.server.register.StoredRow;
import org.jspecify.annotations.Nullable;

/**
 * What a score rests on: the rows its rule looked at, each with its evidence to be opened, single values, and, where people
 * answer or judge, what they are asked.
 *
 * @param more rows that are not among those told
 * @param judging null where everything is computed
 */
record Grounds(
        List<Line> rows,
        int more,
        List<Value> values,
        @Nullable Judging judging) {

    private static final int TOLD = 100;
    private static final Spoken PRINTED = new Spoken(Language.ZH);

    /** A row; evidence is how many files it has. */
    record Line(
            String register,
            String label,
            long row,
            String title,
            String state,
            @Nullable String assigned,
            int evidence) {}

    /** A single value, as it was typed; empty where nobody did. */
    record Value(String register, String label, String column, String columnLabel, String text) {}

    /**
     * What a person gives for the criterion.
     *
     * @param criterion by which the rows of the register name it
     * @param register checks or judgements
     * @param elements of a checklist, those that a person answers
     * @param bands one of which is chosen, with a rate in it
     */
    record Judging(String criterion, String register, List<Element> elements, List<Band> bands) {}

    record Element(String id, String name, String nameEn, String points) {}

    record Band(String label, String range) {}

    static Optional<Grounds> of(
            Scheme scheme, CaseReading reading, WorkingDays calendar, Optional<String> project, String line) {
        return Consulted.by(scheme, reading.facts(), calendar, project, line)
                .map(consulted -> of(scheme, reading, consulted, project, line));
    }

    private static Grounds of(
            Scheme scheme, CaseReading reading, Consulted consulted, Optional<String> project, String line) {
        List<Line> rows = consulted.rows().stream()
                .map(row -> line(reading, row))
                .flatMap(Optional::stream)
                .toList();
        List<Value> values = reading.vocabulary().registers().stream()
                .filter(register -> register.shape() == Register.Shape.VALUES)
                .flatMap(register -> register.columns().stream()
                        .filter(column -> consulted.values().contains(column.name()))
                        .map(column -> value(reading, register, column)))
                .toList();
        return new Grounds(
                rows.subList(0, Math.min(TOLD, rows.size())),
                Math.max(0, rows.size() - TOLD),
                values,
                scheme.criterion(line)
                        .flatMap(criterion -> criterion.rule())
                        .map(rule ->
                                judging(rule, project.map(code -> code + ":").orElse("") + line))
                        .orElse(null));
    }

    private static Optional<Line> line(CaseReading reading, Row row) {
        Register register = reading.vocabulary().register(row.kind().name()).orElse(null);
        StoredRow stored =
                register == null ? null : reading.row(row.place(), register).orElse(null);
        return stored == null
                ? Optional.empty()
                : Optional.of(new Line(
                        stored.register(),
                        Objects.requireNonNull(register).label(),
                        stored.id(),
                        stored.title(register),
                        stored.state(),
                        stored.assignedName(),
                        stored.evidence()));
    }

    private static Value value(CaseReading reading, Register register, Register.Column column) {
        String text = reading.rows(register.name()).stream()
                .map(row -> row.cells().getOrDefault(column.name(), ""))
                .findFirst()
                .orElse("");
        return new Value(register.name(), register.label(), column.name(), column.label(), text);
    }

    private static @Nullable Judging judging(Rule rule, String criterion) {
        if (rule instanceof Checklist checklist) {
            List<Element> asked = checklist.elements().stream()
                    .filter(element -> element.met().isEmpty())
                    .map(element -> new Element(
                            element.id(),
                            element.name().zh(),
                            element.name().in(Language.EN),
                            element.points().toString()))
                    .toList();
            return asked.isEmpty() ? null : new Judging(criterion, "checks", asked, List.of());
        }
        if (rule instanceof JudgedBands judged) {
            List<Band> bands = judged.bands().stream()
                    .map(band -> new Band(
                            band.label(),
                            PRINTED.of(band.from(), Kind.PERCENT) + "–" + PRINTED.of(band.to(), Kind.PERCENT)))
                    .toList();
            return new Judging(criterion, "judgements", List.of(), bands);
        }
        return rule instanceof JudgedWithReason ? new Judging(criterion, "judgements", List.of(), List.of()) : null;
    }
}
