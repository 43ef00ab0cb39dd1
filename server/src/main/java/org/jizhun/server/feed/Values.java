package org.jizhun.server.feed;

import java.time.Instant;
import java.util.List;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The values that sources gave. None is changed: a new one of the same period takes the place of the one before, and those of
 * a file that was taken back do not count, nor would one of another department than its source's.
 */
@Service
class Values {

    private static final String SELECT = "SELECT DISTINCT ON (v.source, v.period) v.id, v.source, v.period, v.value,"
            + " v.definition, v.way, name_of_account(v.given_by) AS by, v.given_at AS at"
            + " FROM feed_value v JOIN feed_source s ON s.id = v.source AND s.department = v.department";
    private static final String COUNTS =
            " (v.file IS NULL OR NOT EXISTS (SELECT FROM feed_file f WHERE f.id = v.file AND f.undone_at IS NOT NULL))";
    private static final String NEWEST = " ORDER BY v.source, v.period, v.id DESC";

    private final JdbcClient jdbc;
    private final Years years;
    private final Sources sources;

    Values(JdbcClient jdbc, Years years, Sources sources) {
        this.jdbc = jdbc;
        this.years = years;
        this.sources = sources;
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

    @Transactional(readOnly = true)
    public List<Value> of(long department, int year, long source) {
        return of(sources.one(years.one(department, year), source));
    }

    List<Value> of(Sources.Source source) {
        return jdbc.sql(SELECT + " WHERE s.id = :source AND" + COUNTS + NEWEST)
                .param("source", source.id())
                .query(Value.class)
                .list();
    }

    /** The newest value of each period of all sources of an indicator. */
    List<Value> of(DepartmentYear year, String indicator) {
        return jdbc.sql(SELECT + " WHERE s.department_year = :year AND s.indicator = :indicator AND" + COUNTS + NEWEST)
                .param("year", year.id())
                .param("indicator", indicator)
                .query(Value.class)
                .list();
    }
}
