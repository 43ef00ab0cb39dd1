package org.jizhun.server.feed;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.BroughtIn;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.register.StateName;
import org.jizhun.server.register.StoredRow;
import org.jizhun.server.register.Told;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files that values of a source came with, and taking one back as a whole: by whoever brought it in or the performance
 * officer, and not while an indicator that rests on it is under review or approved.
 */
@Service
class TakenFiles {

    private final JdbcClient jdbc;
    private final Years years;
    private final Sources sources;
    private final Takings takings;
    private final ChangeLog changes;
    private final Clock clock;

    TakenFiles(JdbcClient jdbc, Years years, Sources sources, Takings takings, ChangeLog changes, Clock clock) {
        this.jdbc = jdbc;
        this.years = years;
        this.sources = sources;
        this.takings = takings;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @param rows how many values it gave
     * @param refusal why the reader may not take it back; null if they may, or it was
     */
    record TakenFile(
            long id,
            String file,
            String by,
            Instant at,
            int rows,
            boolean undone,
            @Nullable Told refusal) {}

    /** @param left what still rests on it */
    record Undone(List<TakenFile> files, List<Told> left) {}

    private record Kept(long id, String file, long takenBy, String by, Instant at, int rows, boolean undone) {

        TakenFile told() {
            Told refusal =
                    undone ? null : BroughtIn.refusal(takenBy, by).map(Told::of).orElse(null);
            return new TakenFile(id, file, by, at, rows, undone, refusal);
        }
    }

    /** The files of a source, the newest first. */
    @Transactional(readOnly = true)
    public List<TakenFile> of(long department, int year, long source) {
        return of(sources.one(years.one(department, year), source));
    }

    private List<TakenFile> of(Sources.Source source) {
        return kept(source).stream().map(Kept::told).toList();
    }

    private List<Kept> kept(Sources.Source source) {
        return jdbc.sql("SELECT f.id, f.file, f.taken_by, name_of_account(f.taken_by) AS by, f.taken_at AS at,"
                        + " (SELECT count(*) FROM feed_value v WHERE v.file = f.id) AS rows,"
                        + " f.undone_at IS NOT NULL AS undone FROM feed_file f WHERE f.source = :source"
                        + " ORDER BY f.id DESC")
                .param("source", source.id())
                .query(Kept.class)
                .list();
    }

    private record Given(String period, String value) {}

    /** Its values count no more; of each period the one before counts again, and one that was given since still does. */
    @Transactional
    public Undone undo(long department, int year, long source, long id) {
        DepartmentYear open = years.open(department, year);
        Sources.Source target = sources.one(open, source);
        Kept file = kept(target).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(Rejection::notFound);
        BroughtIn.refuseIfOfAnother(file.takenBy(), file.by());
        int undone = jdbc.sql("UPDATE feed_file SET undone_at = :now WHERE id = :id AND undone_at IS NULL")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        if (undone == 0) {
            throw Rejection.of(HttpStatus.CONFLICT, "import-not-confirmed");
        }
        List<StoredRow> resting = takings.restingOn(open, id);
        List<Problem> inReview = resting.stream()
                .filter(row -> !row.isEditable())
                .map(TakenFiles::inUse)
                .toList();
        if (!inReview.isEmpty()) {
            throw new Rejection(HttpStatus.CONFLICT, inReview);
        }
        Map<String, Object> from = new LinkedHashMap<>();
        jdbc.sql("SELECT period, value FROM feed_value WHERE file = :id ORDER BY period")
                .param("id", id)
                .query(Given.class)
                .list()
                .forEach(each -> from.put(each.period(), each.value()));
        changes.record(Change.of("values-taken-back", "feed-source", source)
                .in(department)
                .from(from)
                .because(file.file()));
        return new Undone(
                of(target),
                resting.stream().map(TakenFiles::holds).map(Told::of).toList());
    }

    private static Problem inUse(StoredRow row) {
        StateName state = StateName.of(row.state());
        return Problem.of(
                "feed-file-in-use",
                Place.NONE,
                "indicator",
                row.cells().getOrDefault("code", ""),
                "state",
                state.zh(),
                "stateEn",
                state.en());
    }

    private static Problem holds(StoredRow row) {
        return Problem.of(
                "feed-actual-holds-file",
                Place.NONE,
                "indicator",
                row.cells().getOrDefault("code", ""),
                "found",
                row.cells().getOrDefault("actual", ""));
    }
}
