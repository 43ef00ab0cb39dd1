package org.jizhun.server.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jizhun.server.platform.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that were taken in, or shown before that, as they are stored. */
@Component
class StoredImports {

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredImports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param state previewed, confirmed or undone
     * @param cells what the file holds, as JSON
     * @param changed the rows it changed, as JSON; null until it is confirmed
     */
    record StoredImport(
            long id,
            String file,
            String state,
            String cells,
            @Nullable String changed,
            long takenBy,
            String by,
            Instant at) {}

    /** One to be shown; returns its number. */
    long add(DepartmentYear year, String file, String cells) {
        return jdbc.sql("INSERT INTO import (department, department_year, file, state, cells, taken_by, taken_at)"
                        + " VALUES (:department, :year, :file, 'previewed', :cells::jsonb, :who, :now) RETURNING id")
                .param("department", year.department())
                .param("year", year.id())
                .param("file", file.length() > LONGEST_NAME ? file.substring(file.length() - LONGEST_NAME) : file)
                .param("cells", cells)
                .param("who", Objects.requireNonNull(CurrentActor.get().account()))
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    Optional<StoredImport> one(DepartmentYear year, long id) {
        return one(year, id, "");
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<StoredImport> held(DepartmentYear year, long id) {
        return one(year, id, " FOR UPDATE");
    }

    private Optional<StoredImport> one(DepartmentYear year, long id, String lock) {
        return jdbc.sql("SELECT id, file, state, cells::text, changed::text, taken_by, name_of_account(taken_by) AS by,"
                        + " taken_at AS at FROM import WHERE department_year = :year AND id = :id" + lock)
                .param("year", year.id())
                .param("id", id)
                .query(StoredImport.class)
                .optional();
    }

    /** Those of a year that were taken in, the newest first, without what they hold. */
    List<StoredImport> of(DepartmentYear year) {
        return jdbc.sql(
                        "SELECT id, file, state, '{}' AS cells, NULL AS changed, taken_by, name_of_account(taken_by) AS by,"
                                + " taken_at AS at FROM import WHERE department_year = :year AND state <> 'previewed'"
                                + " ORDER BY id DESC")
                .param("year", year.id())
                .query(StoredImport.class)
                .list();
    }

    /** @param changed null where it stays as it is */
    void mark(long id, String state, @Nullable String changed) {
        jdbc.sql("UPDATE import SET state = :state, changed = coalesce(:changed::jsonb, changed) WHERE id = :id")
                .param("state", state)
                .param("changed", changed)
                .param("id", id)
                .update();
    }
}
