package org.jizhun.kernel.fact;

import java.util.List;
import java.util.Locale;

/**
 * What a value is, and with that which values it may meet in a formula. The Java value behind each kind:
 *
 * <ul>
 *   <li>{@code NUMBER, AMOUNT} (yuan)<i>,</i> {@code PERCENT} (ratio, 1 = 100 %)<i>,</i> {@code POINTS, COUNT}: {@link
 *       org.jizhun.kernel.quantity.Exact}
 *   <li>{@code TEXT}: {@link String} · {@code BOOLEAN}: {@link Boolean} · {@code DATE}: {@link java.time.LocalDate} ·
 *       {@code DURATION}: {@link java.time.Period}
 *   <li>{@link ListOf}: {@link List} · {@link RecordOf}: {@link Row}
 * </ul>
 *
 * {@code null} is a value that was not given.
 */
public sealed interface Kind {

    Simple NUMBER = Simple.NUMBER;
    Simple AMOUNT = Simple.AMOUNT;
    Simple PERCENT = Simple.PERCENT;
    Simple POINTS = Simple.POINTS;
    Simple COUNT = Simple.COUNT;
    Simple TEXT = Simple.TEXT;
    Simple BOOLEAN = Simple.BOOLEAN;
    Simple DATE = Simple.DATE;
    Simple DURATION = Simple.DURATION;

    /** A kind without parts. */
    enum Simple implements Kind {
        NUMBER,
        AMOUNT,
        PERCENT,
        POINTS,
        COUNT,
        TEXT,
        BOOLEAN,
        DATE,
        DURATION;

        public boolean isNumeric() {
            return switch (this) {
                case NUMBER, AMOUNT, PERCENT, POINTS, COUNT -> true;
                case TEXT, BOOLEAN, DATE, DURATION -> false;
            };
        }

        /** The word of the kind in data files: {@code amount}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return word();
        }
    }

    /** A list whose elements are all of one kind. */
    record ListOf(Kind element) implements Kind {
        @Override
        public String toString() {
            return "list of " + element;
        }
    }

    /** A record with named fields, such as one contract. */
    record RecordOf(String name, List<Field> fields) implements Kind {
        public RecordOf {
            fields = List.copyOf(fields);
        }

        /** The position of a field by its English name or Chinese label, or -1. */
        public int indexOf(String nameOrLabel) {
            for (int i = 0; i < fields.size(); i++) {
                Field field = fields.get(i);
                if (field.name().equals(nameOrLabel) || field.label().equals(nameOrLabel)) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A field of a record: English identifier, Chinese label, kind. */
    record Field(String name, String label, Kind kind) {}
}
