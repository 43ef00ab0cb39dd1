package org.jizhun.auditor.claim;

import java.util.List;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.scheme.Measure;
import org.jizhun.kernel.scheme.Schemes;

/**
 * What is known besides the document.
 *
 * @param calendar by which working days are counted
 * @param rates what known schemes score by
 */
public record Knowledge(WorkingDays calendar, List<Measure> rates) {

    public static final Knowledge NONE = new Knowledge(WorkingDays.NONE, List.of());

    public Knowledge {
        rates = List.copyOf(rates);
    }

    /** Made once for many documents. */
    public static Knowledge of(Schemes schemes, WorkingDays calendar) {
        return new Knowledge(calendar, Measure.of(schemes));
    }
}
