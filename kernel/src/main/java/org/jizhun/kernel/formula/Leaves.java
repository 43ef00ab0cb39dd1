package org.jizhun.kernel.formula;

import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Place;
import org.jspecify.annotations.Nullable;

/** The steps without operands: literals, names of the case, and what a list is being walked with. */
final class Leaves {

    private Leaves() {}

    static final class Constant extends Node {
        private final @Nullable Object constant;

        Constant(Kind kind, String text, @Nullable Object constant) {
            super(kind, text);
            this.constant = constant;
        }

        @Nullable Object constant() {
            return constant;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            return constant;
        }

        @Override
        boolean shown() {
            return false;
        }
    }

    /** A single value or a register of the case. */
    static final class Global extends Node {
        private final String name;

        Global(Kind kind, String text, String name) {
            super(kind, text);
            this.name = name;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            return frame.inputs().get(name);
        }

        @Override
        String note(Frame frame, @Nullable Object value) {
            Place place = frame.inputs().place(name);
            return place.equals(Place.NONE) ? "" : place.toString();
        }
    }

    /** The element in hand: {@code item}, or the variable of a loop. */
    static final class Element extends Node {
        private final int slot;

        Element(Kind kind, String text, int slot) {
            super(kind, text);
            this.slot = slot;
        }

        int slot() {
            return slot;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            return frame.slot(slot);
        }

        @Override
        boolean shown() {
            return !(kind() instanceof Kind.RecordOf);
        }
    }

    /** A field of the record in hand. */
    static final class Field extends Node {
        private final int slot;
        private final int index;

        Field(Kind kind, String text, int slot, int index) {
            super(kind, text);
            this.slot = slot;
            this.index = index;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            return frame.slot(slot) instanceof Row row ? row.get(index) : null;
        }

        @Override
        String note(Frame frame, @Nullable Object value) {
            return frame.slot(slot) instanceof Row row ? placeOf(row) : "";
        }
    }

    static String placeOf(Row row) {
        return row.place().equals(Place.NONE) ? "" : row.place().toString();
    }
}
