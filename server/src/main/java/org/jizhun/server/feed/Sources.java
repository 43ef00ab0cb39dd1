package org.jizhun.server.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
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
import org.jizhun.server.register.FactSource;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sources of a year with what each counts, their tokens, and the conversions between different ways to count. */
@Service
class Sources {

    private static final List<String> KINDS = List.of("api", "file", "typed");
    private static final Pattern FACTOR = Pattern.compile("\\d{1,18}(\\.\\d{1,12})?");
    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SOURCE =
            "SELECT id, name, kind, definition, indicator, unit, token_hash IS NOT NULL AS has_token FROM feed_source";

    private final JdbcClient jdbc;
    private final Years years;
    private final FactSource facts;
    private final ChangeLog changes;
    private final Clock clock;

    Sources(JdbcClient jdbc, Years years, FactSource facts, ChangeLog changes, Clock clock) {
        this.jdbc = jdbc;
        this.years = years;
        this.facts = facts;
        this.changes = changes;
        this.clock = clock;
    }

    /** Where values of one indicator come from; definition: what it counts; hasToken: whether a program may give values. */
    record Source(
            long id, String name, String kind, String definition, String indicator, String unit, boolean hasToken) {}

    /** What is wanted of a new source. */
    record SourceForm(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String definition,
            @Nullable String indicator,
            @Nullable String unit) {}

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

    /** Whose token it was. */
    record Bearer(long source, String name, long department, int year) {}

    @Transactional(readOnly = true)
    public List<Source> of(long department, int year) {
        return of(years.one(department, year));
    }

    List<Source> of(DepartmentYear year) {
        return jdbc.sql(SOURCE + " WHERE department_year = :year ORDER BY id")
                .param("year", year.id())
                .query(Source.class)
                .list();
    }

    /** @throws Rejection if it is not there */
    Source one(DepartmentYear year, long id) {
        return jdbc.sql(SOURCE + " WHERE department_year = :year AND id = :id")
                .param("year", year.id())
                .param("id", id)
                .query(Source.class)
                .optional()
                .orElseThrow(Rejection::notFound);
    }

    @Transactional
    public Source add(long department, int year, SourceForm wanted) {
        DepartmentYear open = years.open(department, year);
        Form form = new Form();
        String name = form.text("name", wanted.name(), 100);
        String kind = form.oneOf("kind", wanted.kind(), KINDS);
        String definition = form.text("definition", wanted.definition(), 500);
        String indicator = form.text("indicator", wanted.indicator(), 60);
        String unit = form.optionalText("unit", wanted.unit(), 20);
        if (!indicator.isEmpty()
                && facts.read(open).rows(IndicatorSum.REGISTER).stream()
                        .noneMatch(row -> indicator.equals(row.cells().get("code")))) {
            form.wrong("indicator", "feed-indicator-unknown", "found", indicator);
        }
        form.refuseIfWrong();
        long id = jdbc.sql(
                        "INSERT INTO feed_source (department, department_year, name, kind, definition, indicator, unit)"
                                + " VALUES (:department, :year, :name, :kind, :definition, :indicator, :unit) RETURNING id")
                .param("department", department)
                .param("year", open.id())
                .param("name", name)
                .param("kind", kind)
                .param("definition", definition)
                .param("indicator", indicator)
                .param("unit", unit == null ? "" : unit)
                .query(Long.class)
                .single();
        changes.record(Change.of("source-added", "feed-source", id)
                .in(department)
                .to(Map.of("name", name, "kind", kind, "definition", definition, "indicator", indicator)));
        return one(open, id);
    }

    /** A new token, which ends the one before; it is told here and nowhere again. */
    @Transactional
    public String token(long department, int year, long id) {
        Source source = one(years.open(department, year), id);
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        String token = "jz_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("UPDATE feed_source SET token_hash = :hash WHERE id = :id")
                .param("hash", hash(token))
                .param("id", source.id())
                .update();
        changes.record(Change.of("source-token-made", "feed-source", id)
                .in(department)
                .from(Map.of("token", source.hasToken()))
                .to(Map.of("token", true)));
        return token;
    }

    /** Before anybody is known; empty where the token is nobody's. */
    @Transactional(readOnly = true)
    public Optional<Bearer> bearer(String token) {
        return jdbc.sql("SELECT source, name, department, year FROM feed_source_of_token(:hash)")
                .param("hash", hash(token))
                .query(Bearer.class)
                .optional();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Transactional(readOnly = true)
    public List<Conversion> conversions(long department, int year) {
        return conversions(years.one(department, year));
    }

    List<Conversion> conversions(DepartmentYear year) {
        return jdbc.sql("SELECT id, from_definition, from_unit, to_definition, to_unit, factor, reason,"
                        + " name_of_account(stated_by) AS by, stated_at AS at FROM feed_conversion"
                        + " WHERE department_year = :year ORDER BY id")
                .param("year", year.id())
                .query(Conversion.class)
                .list();
    }

    @Transactional
    public List<Conversion> addConversion(long department, int year, ConversionForm wanted) {
        DepartmentYear open = years.open(department, year);
        Form form = new Form();
        String from = form.text("fromDefinition", wanted.fromDefinition(), 500);
        String fromUnit = Objects.requireNonNullElse(form.optionalText("fromUnit", wanted.fromUnit(), 20), "");
        String to = form.text("toDefinition", wanted.toDefinition(), 500);
        String toUnit = Objects.requireNonNullElse(form.optionalText("toUnit", wanted.toUnit(), 20), "");
        String factor = form.matching("factor", wanted.factor(), FACTOR, "0.0001");
        String reason = form.text("reason", wanted.reason(), 500);
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
        return conversions(open);
    }
}
