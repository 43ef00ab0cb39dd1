package org.jizhun.server.feed;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Insertion;
import org.jizhun.server.platform.Insertion.Column;
import org.jizhun.server.platform.Posting;
import org.jizhun.server.platform.Postings;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps values of a source: checked first, then posted, so that many programs that give values at once share the database's
 * commits.
 */
@Service
public class GiveValues {

    static final int MOST = 1000;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,12})?");

    /** Only while the year is open: that may have changed since the values were checked. */
    private static final Insertion INSERT = new Insertion(
            "INSERT INTO feed_value (department, source, period, value, definition, way, given_by, given_at, file)"
                    + " SELECT y.department, v.source, v.period, v.value, v.definition, v.way, v.given_by,"
                    + " 'epoch'::timestamptz + v.given_at * interval '1 microsecond', v.file"
                    + " FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],"
                    + " ?::bigint[], ?::bigint[], ?::bigint[])"
                    + " AS v(year, department, source, period, value, definition, way, given_by, given_at, file)",
            List.of(
                    Column.NUMBERS,
                    Column.NUMBERS,
                    Column.NUMBERS,
                    Column.TEXTS,
                    Column.TEXTS,
                    Column.TEXTS,
                    Column.TEXTS,
                    Column.NUMBERS,
                    Column.NUMBERS,
                    Column.NUMBERS),
            "department_year y ON y.id = v.year AND y.department = v.department AND y.state = 'open'");

    private final Years years;
    private final Sources sources;
    private final Postings postings;
    private final TransactionTemplate reading;
    private final Clock clock;

    GiveValues(Years years, Sources sources, Postings postings, PlatformTransactionManager transactions, Clock clock) {
        this.years = years;
        this.sources = sources;
        this.postings = postings;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /** A value as it is given; the definition is the source's where it is left out, the indicator likewise. */
    public record Given(
            @Nullable String indicator,
            @Nullable String period,
            @Nullable String value,
            @Nullable String definition) {}

    private record Target(DepartmentYear year, Sources.Source source) {}

    /** A value that was found right. */
    public record Checked(String period, String value, String definition) {}

    /**
     * All or none.
     *
     * @param way api, file or typed
     * @throws Rejection with every mistake, at {@code values[0].period} and so on
     */
    public void give(long department, int year, long source, @Nullable List<Given> given, String way) {
        Target target = Objects.requireNonNull(reading.execute(status -> {
            DepartmentYear open = years.open(department, year);
            return new Target(open, sources.one(open, source));
        }));
        keep(target.year(), target.source(), checked(target.source(), year, given), way);
    }

    /**
     * What was found right: in one transaction with its entry on the trail, which others may share.
     *
     * @param source as it was read in that year; the database does not ask for it again (V55)
     */
    public void keep(DepartmentYear year, Sources.Source source, List<Checked> values, String way) {
        postings.post(posting(year, source, values, way, null));
    }

    /** @param file what they came with; null where it was none */
    Posting posting(DepartmentYear year, Sources.Source source, List<Checked> values, String way, @Nullable Long file) {
        @Nullable Long account = CurrentActor.get().account();
        long at = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        Map<String, Object> to = new LinkedHashMap<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Checked each : values) {
            to.put(each.period(), each.value());
            rows.add(Arrays.asList(
                    year.id(),
                    year.department(),
                    source.id(),
                    each.period(),
                    each.value(),
                    each.definition(),
                    way,
                    account,
                    at,
                    file));
        }
        return new Posting(
                INSERT,
                rows,
                Change.of("values-given", "feed-source", source.id())
                        .in(year.department())
                        .to(to)
                        .because(way));
    }

    private static List<Checked> checked(Sources.Source source, int year, @Nullable List<Given> given) {
        Form form = new Form();
        if (given == null || given.isEmpty()) {
            form.wrong("values", "field-missing");
        } else if (given.size() > MOST) {
            form.wrong("values", "field-out-of-range", "found", given.size(), "expected", "1–" + MOST);
        }
        form.refuseIfWrong();
        List<Checked> checked = new ArrayList<>();
        Set<String> periods = new HashSet<>();
        for (Given each : Objects.requireNonNull(given)) {
            String at = "values[" + checked.size() + "].";
            Checked found = checked(form, at, each, source, year);
            if (!found.period().isEmpty() && !periods.add(found.period())) {
                form.wrong(at + "period", "feed-period-twice", "found", found.period());
            }
            checked.add(found);
        }
        form.refuseIfWrong();
        return checked;
    }

    /** @param at stands before the names of the fields */
    static Checked checked(Form form, String at, Given given, Sources.Source source, int year) {
        String period = form.text(at + "period", given.period(), 10);
        Optional<Period> read = Period.of(period);
        if (!period.isEmpty() && read.isEmpty()) {
            form.wrong(at + "period", "field-bad-form", "found", period, "expected", Period.EXAMPLES);
        }
        if (read.isPresent() && read.get().first().getYear() != year) {
            form.wrong(at + "period", "field-out-of-range", "found", period, "expected", year);
        }
        String value = form.matching(at + "value", withoutSign(given.value(), source), DECIMAL, "1234.56");
        String definition = form.optionalText(at + "definition", given.definition(), 500);
        String indicator = form.optionalText(at + "indicator", given.indicator(), 60);
        if (indicator != null && !indicator.equals(source.indicator())) {
            form.wrong(at + "indicator", "field-unknown-word", "found", indicator, "expected", source.indicator());
        }
        return new Checked(period, value, definition == null ? source.definition() : definition);
    }

    /** Of a source in percent, 97.71% is 97.71. */
    private static @Nullable String withoutSign(@Nullable String value, Sources.Source source) {
        String text = value == null ? "" : value.strip();
        return source.unit().equals("%") && text.endsWith("%") ? text.substring(0, text.length() - 1) : value;
    }
}
