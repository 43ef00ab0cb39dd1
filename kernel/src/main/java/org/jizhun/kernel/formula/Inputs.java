package org.jizhun.kernel.formula;

import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jspecify.annotations.Nullable;

/** The values a formula reads, by the English names of the vocabulary. */
public interface Inputs {

    /** The value of a name (Java type as {@link org.jizhun.kernel.fact.Kind} says); null where it is missing. */
    @Nullable Object get(String name);

    /** The calendar for working-day functions. */
    default WorkingDays calendar() {
        return WorkingDays.NONE;
    }

    /** The facts of a department year with a calendar. */
    static Inputs of(FactSet facts, WorkingDays calendar) {
        return new Inputs() {
            @Override
            public @Nullable Object get(String name) {
                return facts.get(name);
            }

            @Override
            public WorkingDays calendar() {
                return calendar;
            }
        };
    }
}
