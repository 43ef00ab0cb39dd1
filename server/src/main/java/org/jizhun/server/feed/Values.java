package org.jizhun.server.feed;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

/** The values that sources gave. None is changed: a new one of the same period takes the place of the one before. */
@Service
class Values {

    private static final int MOST = 1000;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,12})?");
    private static final String SELECT = "SELECT DISTINCT ON (v.source, v.period) v.id, v.source, v.period, v.value,"
            + " v.definition, v.way, name_of_account(v.given_by) AS by, v.given_at AS at FROM feed_value v";
    private static final String NEWEST = " ORDER BY v.source, v.period, v.id DESC";

    private final JdbcClient jdbc;
    private final Years years;
    private final Sources sources;
    private final ChangeLog changes;
    private final Clock clock;

    Values(JdbcClient jdbc, Years years, Sources sources, ChangeLog changes, Clock clock) {
        this.jdbc = jdbc;
        this.years = years;
        this.sources = sources;
        this.changes = changes;
        this.clock = clock;
    }

    /** A value; by: null where a program gave it. */
    record Value(
            long id,
            long source,
            String period,
            String value,
            String definition,
            String way,
            @Nullable String by,
            Instant at) {}

    /** A value as it is given; the definition is the source's where it is left out, the indicator likewise. */
    record Given(
            @Nullable String indicator,
            @Nullable String period,
            @Nullable String value,
            @Nullable String definition) {}

    @Transactional(readOnly = true)
    public List<Value> of(long department, int year, long source) {
        long seen = sources.one(years.one(department, year), source).id();
        return jdbc.sql(SELECT + " WHERE v.source = :source" + NEWEST)
                .param("source", seen)
                .query(Value.class)
                .list();
    }

    /** The newest value of each period of all sources of an indicator. */
    List<Value> of(DepartmentYear year, String indicator) {
        return jdbc.sql(SELECT + " JOIN feed_source s ON s.id = v.source"
                        + " WHERE s.department_year = :year AND s.indicator = :indicator" + NEWEST)
                .param("year", year.id())
                .param("indicator", indicator)
                .query(Value.class)
                .list();
    }

    /**
     * Keeps values of a source, all or none.
     *
     * @param way api, file or typed
     * @throws Rejection with every mistake, at {@code values[0].period} and so on
     */
    @Transactional
    public List<Value> add(long department, int year, long source, @Nullable List<Given> given, String way) {
        DepartmentYear open = years.open(department, year);
        Sources.Source from = sources.one(open, source);
        Form form = new Form();
        if (given == null || given.isEmpty()) {
            form.wrong("values", "field-missing");
        } else if (given.size() > MOST) {
            form.wrong("values", "field-out-of-range", "found", given.size(), "expected", "1–" + MOST);
        }
        form.refuseIfWrong();
        List<Given> list = Objects.requireNonNull(given).stream()
                .map(each -> withoutSign(each, from))
                .toList();
        for (int i = 0; i < list.size(); i++) {
            check(form, "values[" + i + "].", list.get(i), from, year);
        }
        form.refuseIfWrong();
        Map<String, Object> to = new LinkedHashMap<>();
        for (Given each : list) {
            insert(from, department, each, way);
            to.put(
                    Objects.requireNonNull(each.period()).strip(),
                    Objects.requireNonNull(each.value()).strip());
        }
        changes.record(Change.of("values-given", "feed-source", source)
                .in(department)
                .to(to)
                .because(way));
        return of(department, year, source);
    }

    /** Of a source in percent, 97.71% is 97.71. */
    private static Given withoutSign(Given given, Sources.Source source) {
        String value = given.value() == null ? "" : given.value().strip();
        boolean signed = Objects.equals(source.unit(), "%") && value.endsWith("%");
        return signed
                ? new Given(
                        given.indicator(), given.period(), value.substring(0, value.length() - 1), given.definition())
                : given;
    }

    private static void check(Form form, String at, Given given, Sources.Source source, int year) {
        String period = form.text(at + "period", given.period(), 10);
        Optional<Period> read = Period.of(period);
        if (!period.isEmpty() && read.isEmpty()) {
            form.wrong(at + "period", "field-bad-form", "found", period, "expected", Period.EXAMPLES);
        }
        if (read.isPresent() && read.get().first().getYear() != year) {
            form.wrong(at + "period", "field-out-of-range", "found", period, "expected", year);
        }
        form.matching(at + "value", given.value(), DECIMAL, "1234.56");
        form.optionalText(at + "definition", given.definition(), 500);
        String indicator = form.optionalText(at + "indicator", given.indicator(), 60);
        if (indicator != null && !indicator.equals(source.indicator())) {
            form.wrong(at + "indicator", "field-unknown-word", "found", indicator, "expected", source.indicator());
        }
    }

    private void insert(Sources.Source source, long department, Given given, String way) {
        String definition = given.definition() == null ? "" : given.definition().strip();
        jdbc.sql("INSERT INTO feed_value (department, source, period, value, definition, way, given_by, given_at)"
                        + " VALUES (:department, :source, :period, :value, :definition, :way, :who, :now)")
                .param("department", department)
                .param("source", source.id())
                .param("period", Objects.requireNonNull(given.period()).strip())
                .param("value", Objects.requireNonNull(given.value()).strip())
                .param("definition", definition.isEmpty() ? source.definition() : definition)
                .param("way", way)
                .param("who", CurrentActor.get().account(), Types.BIGINT)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
