package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Range;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.formula.Inputs;
import org.jizhun.kernel.formula.Unknown;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The facts that one table row or one paragraph prints, as a formula of a scheme asks for them: every register has one
 * record, and what is not printed is unknown.
 */
final class PrintedFacts {

    private final Vocabulary vocabulary;
    private final String label;
    private final Function<Register.Column, Optional<Figure>> printed;
    private final Map<Register.Column, Optional<Figure>> asked = new LinkedHashMap<>();

    /**
     * @param label the words that say what the record is about; empty where there are none
     * @param printed the figure printed for a column of the vocabulary
     */
    PrintedFacts(Vocabulary vocabulary, String label, Function<Register.Column, Optional<Figure>> printed) {
        this.vocabulary = vocabulary;
        this.label = label;
        this.printed = printed;
    }

    /** The figures in a reading: as the intervals they stand for, or as printed. */
    Inputs read(Function<Figure, Object> reading) {
        return name -> value(name, reading);
    }

    /** The figures found so far. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        asked.values().forEach(figure -> figure.ifPresent(figures::add));
        return figures;
    }

    static Object rounded(Figure figure) {
        return interval(figure.rounded());
    }

    static Object truncated(Figure figure) {
        return interval(figure.scale() == 0 ? figure.rounded() : figure.truncated());
    }

    static Interval interval(Range range) {
        return new Interval(range.low(), true, range.high(), true);
    }

    private @Nullable Object value(String name, Function<Figure, Object> reading) {
        for (Register register : vocabulary.registers()) {
            if (register.shape() == Register.Shape.TABLE && register.name().equals(name)) {
                return List.of(record(register, reading));
            }
            if (register.shape() == Register.Shape.VALUES) {
                Optional<Register.Column> column = register.columns().stream()
                        .filter(own -> own.name().equals(name))
                        .findFirst();
                if (column.isPresent()) {
                    return field(column.get(), register, reading);
                }
            }
        }
        return Unknown.UNKNOWN;
    }

    private Row record(Register register, Function<Figure, Object> reading) {
        @Nullable Object[] values = register.columns().stream()
                .map(column -> field(column, register, reading))
                .toArray();
        return new Row(register.recordKind(), values, Place.NONE);
    }

    private Object field(Register.Column column, Register register, Function<Figure, Object> reading) {
        if (column.kind() == Kind.TEXT) {
            return word(column, register);
        }
        if (column.kind() != Kind.AMOUNT && column.kind() != Kind.COUNT) {
            return Unknown.UNKNOWN;
        }
        return asked.computeIfAbsent(column, printed)
                .filter(figure -> fits(figure, column.kind()))
                .map(reading)
                .orElse(Unknown.UNKNOWN);
    }

    /** What the label says: the name of the row, or the one of the words to choose from that stands in it. */
    private Object word(Register.Column column, Register register) {
        if (column.name().equals(register.rowName()) && !label.isEmpty()) {
            return label;
        }
        return column.allowed().stream()
                .filter(label::contains)
                .findFirst()
                .map(Object.class::cast)
                .orElse(Unknown.UNKNOWN);
    }

    private static boolean fits(Figure figure, Kind kind) {
        return figure.kind() == Figure.Kind.PLAIN
                || figure.kind() == (kind == Kind.AMOUNT ? Figure.Kind.AMOUNT : Figure.Kind.COUNT);
    }
}
