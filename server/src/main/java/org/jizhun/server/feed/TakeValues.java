package org.jizhun.server.feed;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Posting;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.register.Told;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A file of values taken in: first what would become of each row, then the good ones. Wrong rows are told with their number and
 * left out. Taking it back is with {@link TakenFiles}.
 */
@Service
class TakeValues {

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Years years;
    private final Sources sources;
    private final Values values;
    private final GiveValues giveValues;
    private final ChangeLog changes;
    private final Clock clock;

    TakeValues(
            JdbcTemplate template,
            Years years,
            Sources sources,
            Values values,
            GiveValues giveValues,
            ChangeLog changes,
            Clock clock) {
        this.jdbc = JdbcClient.create(template);
        this.template = template;
        this.years = years;
        this.sources = sources;
        this.values = values;
        this.giveValues = giveValues;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What becomes of a row.
     *
     * @param number as Excel counts it
     * @param before the value that counted so far; null where there was none
     * @param outcome added, changed, same or wrong
     * @param problems empty unless it is wrong; each with its field as the column
     */
    record Row(
            int number,
            @Nullable String period,
            @Nullable String value,
            @Nullable String before,
            String outcome,
            List<Told> problems) {}

    /** @param preview only say what would become of the rows */
    @Transactional
    public List<Row> take(long department, int year, long source, String name, byte[] content, boolean preview) {
        DepartmentYear open = years.open(department, year);
        Sources.Source target = sources.one(open, source);
        List<DroppedFile.Line> lines = DroppedFile.read(name, content);
        if (lines.isEmpty() || lines.size() > GiveValues.MOST) {
            throw Rejection.at("file", "field-out-of-range", "found", lines.size(), "expected", "1–" + GiveValues.MOST);
        }
        Map<String, Values.Value> there =
                values.of(target).stream().collect(Collectors.toMap(Values.Value::period, Function.identity()));
        Set<String> seen = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        List<GiveValues.Checked> good = new ArrayList<>();
        for (DroppedFile.Line line : lines) {
            rows.add(row(line, target, year, there, seen, good));
        }
        if (!preview && !good.isEmpty()) {
            keep(open, target, name, good);
        }
        return rows;
    }

    private static Row row(
            DroppedFile.Line line,
            Sources.Source source,
            int year,
            Map<String, Values.Value> there,
            Set<String> seen,
            List<GiveValues.Checked> good) {
        GiveValues.Given given = line.given();
        try {
            Form form = new Form();
            GiveValues.Checked checked = GiveValues.checked(form, "", given, source, year);
            if (!checked.period().isEmpty() && !seen.add(checked.period())) {
                form.wrong("period", "feed-period-twice", "found", checked.period());
            }
            form.refuseIfWrong();
            Values.Value before = there.get(checked.period());
            boolean same = before != null
                    && before.value().equals(checked.value())
                    && before.definition().equals(checked.definition());
            if (!same) {
                good.add(checked);
            }
            return new Row(
                    line.number(),
                    checked.period(),
                    checked.value(),
                    before == null ? null : before.value(),
                    before == null ? "added" : same ? "same" : "changed",
                    List.of());
        } catch (Rejection wrong) {
            List<Told> told = wrong.problems().stream().map(TakeValues::told).toList();
            return new Row(line.number(), given.period(), given.value(), null, "wrong", told);
        }
    }

    private static Told told(Problem problem) {
        return Told.of(
                new Problem(problem.code(), Place.NONE, problem.arguments()),
                problem.place().file());
    }

    private void keep(DepartmentYear year, Sources.Source source, String name, List<GiveValues.Checked> good) {
        String file = name.isBlank() ? "-" : name;
        long id = jdbc.sql("INSERT INTO feed_file (department, source, file, taken_by, taken_at)"
                        + " VALUES (:department, :source, :file, :who, :now) RETURNING id")
                .param("department", year.department())
                .param("source", source.id())
                .param("file", file.length() > LONGEST_NAME ? file.substring(file.length() - LONGEST_NAME) : file)
                .param("who", Objects.requireNonNull(CurrentActor.get().account()))
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        Posting posting = giveValues.posting(year, source, good, "file", id);
        template.update(
                posting.insertion().ifItHolds(),
                posting.insertion().values(posting.rows()).toArray());
        changes.record(posting.change());
    }
}
