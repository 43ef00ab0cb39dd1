package org.jizhun.server.organization;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the tables of this module have in common: a number, a version that rises with each change, and the fields. Names of
 * tables and columns come from the code, values always as parameters.
 */
@Repository
class Records {

    private final JdbcClient jdbc;

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names and values in turn; for columns and for the trail. */
    static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(fields);
    }

    <T> List<T> list(String sql, Class<T> type) {
        return jdbc.sql(sql).query(type).list();
    }

    <T> List<T> list(String sql, Map<String, ? extends @Nullable Object> values, Class<T> type) {
        return jdbc.sql(sql).paramSource(source(values)).query(type).list();
    }

    boolean truth(String sql, Map<String, ? extends @Nullable Object> values) {
        return jdbc.sql(sql).paramSource(source(values)).query(Boolean.class).single();
    }

    /** Whether it is there and may be seen. */
    boolean exists(String table, long id) {
        return truth("SELECT EXISTS (SELECT 1 FROM " + table + " WHERE id = :id)", Map.of("id", id));
    }

    /** Whether it is there, may be seen, and belongs to this department. */
    boolean exists(String table, long department, long id) {
        return truth(
                "SELECT EXISTS (SELECT 1 FROM " + table + " WHERE id = :id AND department = :department)",
                Map.of("id", id, "department", department));
    }

    /** Held until the transaction ends; what is not there or not to be seen is not found, what may not be changed is refused. */
    <T> T held(String table, long id, String columns, Class<T> type) {
        List<T> held =
                list("SELECT " + columns + " FROM " + table + " WHERE id = :id FOR UPDATE", Map.of("id", id), type);
        if (held.isEmpty()) {
            throw Rejection.notFound();
        }
        return held.get(0);
    }

    <T> T insert(String table, Map<String, ? extends @Nullable Object> values, String columns, Class<T> type) {
        String names = String.join(", ", values.keySet());
        String slots = values.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        return jdbc.sql("INSERT INTO " + table + " (" + names + ") VALUES (" + slots + ") RETURNING " + columns)
                .paramSource(source(values))
                .query(type)
                .single();
    }

    /** @param version of the record as it was read */
    <T> T update(
            String table,
            long id,
            @Nullable Integer version,
            Map<String, ? extends @Nullable Object> values,
            String columns,
            Class<T> type) {
        Form form = new Form();
        if (version == null) {
            form.wrong("version", "field-missing");
        }
        form.refuseIfWrong();
        String assignments =
                values.keySet().stream().map(name -> name + " = :" + name).collect(Collectors.joining(", "));
        MapSqlParameterSource source = source(values);
        source.addValue("id", id);
        source.addValue("version", version);
        List<T> updated = jdbc.sql("UPDATE " + table + " SET " + assignments
                        + ", version = version + 1 WHERE id = :id AND version = :version RETURNING " + columns)
                .paramSource(source)
                .query(type)
                .list();
        if (updated.isEmpty()) {
            throw Rejection.changedMeanwhile();
        }
        return updated.get(0);
    }

    private static MapSqlParameterSource source(Map<String, ? extends @Nullable Object> values) {
        MapSqlParameterSource source = new MapSqlParameterSource();
        values.forEach(source::addValue);
        return source;
    }
}
