package org.jizhun.kernel.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/** The steps that build or walk lists. A list that is null (a register not filled in) stays null. */
final class Lists {

    /** Walks up to this many elements are explained element by element; longer ones are summed up. */
    static final int EXPLAINED = 40;

    private static final int PLACES = 5;

    private Lists() {}

    static final class Items extends Node {
        private final Node[] items;

        Items(Kind kind, String text, List<Node> items) {
            super(kind, text);
            this.items = items.toArray(Node[]::new);
        }

        @Override
        Object compute(Frame frame) {
            @Nullable Object[] values = new Object[items.length];
            for (int i = 0; i < items.length; i++) {
                values[i] = items[i].value(frame);
            }
            return Collections.unmodifiableList(Arrays.asList(values));
        }

        @Override
        boolean shown() {
            return false;
        }
    }

    /** {@code list[condition]}. */
    static final class Filter extends Node {
        private final Node list;
        private final Node condition;
        private final int slot;

        Filter(Kind kind, String text, Node list, Node condition, int slot) {
            super(kind, text);
            this.list = list;
            this.condition = condition;
            this.slot = slot;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            Object value = list.value(frame);
            if (!(value instanceof List<?> elements)) {
                return value;
            }
            List<Trace> steps = frame.steps();
            frame.steps(null);
            frame.walk(elements.size());
            List<@Nullable Object> kept = new ArrayList<>();
            boolean unknown = false;
            for (int i = 0; i < elements.size(); i++) {
                Object element = elements.get(i);
                frame.set(slot, element);
                Object truth = condition.value(frame);
                if (Boolean.TRUE.equals(truth)) {
                    kept.add(element);
                } else {
                    unknown |= truth == Unknown.UNKNOWN;
                }
            }
            frame.steps(steps);
            return unknown ? Unknown.UNKNOWN : Collections.unmodifiableList(kept);
        }

        @Override
        String note(Frame frame, @Nullable Object value) {
            return value instanceof List<?> kept ? places(kept) : "";
        }
    }

    private static String places(List<?> rows) {
        StringBuilder places = new StringBuilder();
        for (int i = 0; i < Math.min(PLACES, rows.size()); i++) {
            String place = rows.get(i) instanceof Row row ? Leaves.placeOf(row) : "";
            if (!place.isEmpty()) {
                places.append(places.isEmpty() ? "" : ", ").append(place);
            }
        }
        return places.isEmpty() || rows.size() <= PLACES
                ? places.toString()
                : places.append(" …").toString();
    }

    /** {@code list[1]}, {@code list[-1]}; outside the list is null. */
    static final class Index extends Node {
        private final Node list;
        private final Node position;

        Index(Kind kind, String text, Node list, Node position) {
            super(kind, text);
            this.list = list;
            this.position = position;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            Object value = list.value(frame);
            Object at = position.value(frame);
            if (!(value instanceof List<?> elements) || at == null) {
                return value == null || at == null ? null : Unknown.UNKNOWN;
            }
            if (!(at instanceof Exact exact)) {
                return Unknown.UNKNOWN;
            }
            if (!Temporals.small(exact)) {
                return null;
            }
            int index = Temporals.whole(exact);
            int offset = index > 0 ? index - 1 : elements.size() + index;
            return index == 0 || offset < 0 || offset >= elements.size() ? null : elements.get(offset);
        }
    }

    /** {@code records.field}: the list of that field's values. */
    static final class Column extends Node {
        private final Node list;
        private final int index;

        Column(Kind kind, String text, Node list, int index) {
            super(kind, text);
            this.list = list;
            this.index = index;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            Object value = list.value(frame);
            if (!(value instanceof List<?> rows)) {
                return value;
            }
            @Nullable Object[] values = new Object[rows.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = rows.get(i) instanceof Row row ? row.get(index) : null;
            }
            return Collections.unmodifiableList(Arrays.asList(values));
        }
    }

    /** {@code for x in list return body}. */
    static final class Each extends Node {
        private final Node list;
        private final Node body;
        private final int slot;

        Each(Kind kind, String text, Node list, Node body, int slot) {
            super(kind, text);
            this.list = list;
            this.body = body;
            this.slot = slot;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            Object value = list.value(frame);
            if (!(value instanceof List<?> elements)) {
                return value;
            }
            frame.walk(elements.size());
            List<Trace> steps = frame.steps();
            if (elements.size() > EXPLAINED) {
                frame.steps(null);
            }
            @Nullable Object[] values = new Object[elements.size()];
            for (int i = 0; i < values.length; i++) {
                frame.set(slot, elements.get(i));
                values[i] = body.value(frame);
            }
            frame.steps(steps);
            return Collections.unmodifiableList(Arrays.asList(values));
        }
    }

    /** {@code some} and {@code every}: the disjunction or conjunction over the list. */
    static final class Quantified extends Node {
        private final boolean every;
        private final Node list;
        private final Node condition;
        private final int slot;

        Quantified(String text, boolean every, Node list, Node condition, int slot) {
            super(Kind.BOOLEAN, text);
            this.every = every;
            this.list = list;
            this.condition = condition;
            this.slot = slot;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            Object value = list.value(frame);
            if (!(value instanceof List<?> elements)) {
                return value;
            }
            frame.walk(elements.size());
            List<Trace> steps = frame.steps();
            if (elements.size() > EXPLAINED) {
                frame.steps(null);
            }
            Object truth = every;
            for (int i = 0; i < elements.size(); i++) {
                frame.set(slot, elements.get(i));
                Object one = condition.value(frame);
                truth = every ? Logic.and(truth, one) : Logic.or(truth, one);
                if (truth instanceof Boolean decided && decided != every) {
                    break;
                }
            }
            frame.steps(steps);
            return truth;
        }
    }

    /** {@code x in list}, {@code list contains(list, x)}. */
    static final class Member extends Node {
        private final Node element;
        private final Node list;

        Member(String text, Node element, Node list) {
            super(Kind.BOOLEAN, text);
            this.element = element;
            this.list = list;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            Object sought = element.value(frame);
            Object value = list.value(frame);
            if (!(value instanceof List<?> elements)) {
                return value;
            }
            Object found = false;
            for (int i = 0; i < elements.size() && !Boolean.TRUE.equals(found); i++) {
                found = java.util.Objects.requireNonNull(Logic.or(found, Logic.equal(elements.get(i), sought)));
            }
            return found;
        }
    }
}
