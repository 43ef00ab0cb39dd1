package org.jizhun.kernel.fact;

import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.problem.Named;

/**
 * One register of a case, such as contracts: a sheet of the workbook, a CSV file of the folder, and a list of records in
 * formulas. A register of shape {@code VALUES} is written as name-value pairs, one a row; its columns are names of their
 * own in formulas.
 *
 * @param name English identifier, also the file name of the CSV
 * @param label Chinese name, also the name of the sheet
 * @param rowName the column that names a row in explanations; empty where there is none
 * @param rowWord what stands behind it, such as 月 behind the number of a month; usually empty
 */
public record Register(
        String name, String label, Shape shape, String note, String rowName, String rowWord, List<Column> columns) {

    /** How a register is written. */
    public enum Shape {
        TABLE,
        VALUES
    }

    public Register {
        columns = List.copyOf(columns);
    }

    /** What people call it. */
    public Named named() {
        return Named.of(label, name);
    }

    /** The kind of one row. */
    public Kind.RecordOf recordKind() {
        return new Kind.RecordOf(
                name,
                columns.stream()
                        .map(column -> new Kind.Field(column.name(), column.label(), column.kind()))
                        .toList());
    }

    /** The column by English name, Chinese label or another heading in use. */
    public Optional<Column> column(String heading) {
        return columns.stream()
                .filter(column -> column.name().equals(heading)
                        || column.label().equals(heading)
                        || column.aliases().contains(heading))
                .findFirst();
    }

    /**
     * One column.
     *
     * @param unit the unit a person types: {@code yuan}, {@code wan} or {@code yi} for an amount, otherwise empty
     * @param required whether a row without it is a mistake
     * @param allowed the values that may be chosen; empty for any
     * @param note what to fill in, in Chinese
     * @param example a value for the template's example row
     * @param aliases other headings in use for the same column
     * @param atYearEnd whether nobody can know it before the year has ended; while the year runs a blank is no mistake
     * @param neverNegative whether an amount below zero can only be a slip
     * @param english what it is called in English, where that is more than the words of its name; else empty
     */
    public record Column(
            String name,
            String label,
            Kind.Simple kind,
            String unit,
            boolean required,
            List<String> allowed,
            String note,
            String example,
            List<String> aliases,
            boolean atYearEnd,
            boolean neverNegative,
            String english) {
        public Column {
            allowed = List.copyOf(allowed);
            aliases = List.copyOf(aliases);
        }

        /** What people call it. */
        public Named named() {
            return english.isEmpty() ? Named.of(label, name) : new Named(label, english);
        }
    }
}
