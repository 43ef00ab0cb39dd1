package org.jizhun.server.feed;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The conversions of a year between different ways to count: stated with a reason, taken back with a reason. */
@Service
class Conversions {

    /** Not 0, by which everything would vanish. */
    private static final Pattern FACTOR = Pattern.compile("(?=.*[1-9])\\d{1,18}(\\.\\d{1,12})?");

    private final JdbcClient jdbc;
    private final Years years;
    private final ChangeLog changes;
    private final Clock clock;

    Conversions(JdbcClient jdbc, Years years, ChangeLog changes, Clock clock) {
        this.jdbc = jdbc;
        this.years = years;
        this.changes = changes;
        this.clock = clock;
    }

    /** One of what is counted by {@code fromDefinition} is {@code factor} (an exact decimal) of {@code toDefinition}. */
    record Conversion(
            long id,
            String fromDefinition,
            String fromUnit,
            String toDefinition,
            String toUnit,
            String factor,
            String reason,
            String by,
            Instant at) {}

    /** What is wanted of a new conversion. */
    record ConversionForm(
            @Nullable String fromDefinition,
            @Nullable String fromUnit,
            @Nullable String toDefinition,
            @Nullable String toUnit,
            @Nullable String factor,
            @Nullable String reason) {}

    @Transactional(readOnly = true)
    public List<Conversion> of(long department, int year) {
        return of(years.one(department, year));
    }

    List<Conversion> of(DepartmentYear year) {
        return jdbc.sql("SELECT id, from_definition, from_unit, to_definition, to_unit, factor, reason,"
                        + " name_of_account(stated_by) AS by, stated_at AS at FROM feed_conversion"
                        + " WHERE department_year = :year ORDER BY id")
                .param("year", year.id())
                .query(Conversion.class)
                .list();
    }

    @Transactional
    public List<Conversion> state(long department, int year, ConversionForm wanted) {
        DepartmentYear open = years.open(department, year);
        Form form = new Form();
        String from = form.text("fromDefinition", wanted.fromDefinition(), 500);
        String fromUnit = Objects.requireNonNullElse(form.optionalText("fromUnit", wanted.fromUnit(), 20), "");
        String to = form.text("toDefinition", wanted.toDefinition(), 500);
        String toUnit = Objects.requireNonNullElse(form.optionalText("toUnit", wanted.toUnit(), 20), "");
        String factor = form.matching("factor", wanted.factor(), FACTOR, "0.0001");
        String reason = form.text("reason", wanted.reason(), 500);
        if (!from.isEmpty() && from.equals(to) && fromUnit.equals(toUnit)) {
            form.wrong("toDefinition", "feed-conversion-to-itself", "found", to);
        }
        form.refuseIfWrong();
        long id = jdbc.sql("INSERT INTO feed_conversion (department, department_year, from_definition, from_unit,"
                        + " to_definition, to_unit, factor, reason, stated_by, stated_at) VALUES (:department, :year,"
                        + " :from, :fromUnit, :to, :toUnit, :factor, :reason, :who, :now) RETURNING id")
                .param("department", department)
                .param("year", open.id())
                .param("from", from)
                .param("fromUnit", fromUnit)
                .param("to", to)
                .param("toUnit", toUnit)
                .param("factor", factor)
                .param("reason", reason)
                .param("who", Objects.requireNonNull(CurrentActor.get().account()))
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        changes.record(Change.of("conversion-stated", "feed-conversion", id)
                .in(department)
                .to(Map.of("from", from, "fromUnit", fromUnit, "to", to, "toUnit", toUnit, "factor", factor))
                .because(reason));
        return of(open);
    }

    /** A conversion that was stated wrongly counts no more; the trail keeps it. */
    @Transactional
    public List<Conversion> withdraw(long department, int year, long id, @Nullable String why) {
        DepartmentYear open = years.open(department, year);
        Form form = new Form();
        String reason = form.text("reason", why, 500);
        form.refuseIfWrong();
        Conversion stated =
                of(open).stream().filter(each -> each.id() == id).findFirst().orElseThrow(Rejection::notFound);
        jdbc.sql("DELETE FROM feed_conversion WHERE department_year = :year AND id = :id")
                .param("year", open.id())
                .param("id", id)
                .update();
        changes.record(Change.of("conversion-withdrawn", "feed-conversion", id)
                .in(department)
                .from(Map.of(
                        "from", stated.fromDefinition(),
                        "fromUnit", stated.fromUnit(),
                        "to", stated.toDefinition(),
                        "toUnit", stated.toUnit(),
                        "factor", stated.factor()))
                .because(reason));
        return of(open);
    }
}
