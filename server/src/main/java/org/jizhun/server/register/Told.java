package org.jizhun.server.register;

import java.util.Locale;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A problem as the pages show it, in both languages.
 *
 * @param column the English name of the column it is about; null for the row or register as a whole
 * @param severity error, warning or note
 */
public record Told(
        @Nullable String column, String code, String severity, String zh, String en, String adviceZh, String adviceEn) {

    public static Told of(Problem problem, @Nullable String column) {
        return new Told(
                column,
                problem.code(),
                problem.severity().name().toLowerCase(Locale.ROOT),
                problem.text(Language.ZH),
                problem.text(Language.EN),
                problem.advice(Language.ZH),
                problem.advice(Language.EN));
    }

    public static Told of(Problem problem) {
        return of(problem, null);
    }

    /** With the register and the number of the row in place of the column. */
    public static Told placed(Problem problem) {
        Place place = problem.place();
        String sheet = place.sheet() == null ? "" : place.sheet();
        return of(problem, place.line() == 0 ? sheet : sheet + " · " + place.line());
    }
}
