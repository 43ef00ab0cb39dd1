package org.jizhun.kernel.formula;

import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.Fact;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.problem.Place;
import org.jspecify.annotations.Nullable;

/** The values a formula reads, by the English names of the vocabulary. */
public interface Inputs {

    /** The value of a name (Java type as {@link org.jizhun.kernel.fact.Kind} says); null where it is missing. */
    @Nullable Object get(String name);

    /** Where a single value was read, for the explanation. */
    default Place place(String name) {
        return Place.NONE;
    }

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
            public Place place(String name) {
                return facts.fact(name).map(Fact::source).orElse(Place.NONE);
            }

            @Override
            public WorkingDays calendar() {
                return calendar;
            }
        };
    }
}
