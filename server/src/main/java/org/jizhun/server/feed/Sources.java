package org.jizhun.server.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.register.FactSource;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sources of a year with what each counts, and their tokens. */
@Service
public class Sources {

    private static final List<String> KINDS = List.of("api", "file", "typed");
    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SOURCE =
            "SELECT id, name, kind, definition, indicator, unit, token_hash IS NOT NULL AS has_token FROM feed_source";

    private final JdbcClient jdbc;
    private final Years years;
    private final FactSource facts;
    private final ChangeLog changes;

    Sources(JdbcClient jdbc, Years years, FactSource facts, ChangeLog changes) {
        this.jdbc = jdbc;
        this.years = years;
        this.facts = facts;
        this.changes = changes;
    }

    /** Where values of one indicator come from; definition: what it counts; hasToken: whether a program may give values. */
    public record Source(
            long id, String name, String kind, String definition, String indicator, String unit, boolean hasToken) {}

    /** What is wanted of a new source. */
    public record SourceForm(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String definition,
            @Nullable String indicator,
            @Nullable String unit) {}

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
        Checked checked = checked(open, wanted);
        long id = jdbc.sql("INSERT INTO feed_source (department, department_year, name, kind, definition, indicator,"
                        + " unit) VALUES (:department, :year, :name, :kind, :definition, :indicator, :unit)"
                        + " RETURNING id")
                .param("department", department)
                .param("year", open.id())
                .params(checked.fields())
                .query(Long.class)
                .single();
        changes.record(
                Change.of("source-added", "feed-source", id).in(department).to(checked.fields()));
        return one(open, id);
    }

    private record Checked(String name, String kind, String definition, String indicator, String unit) {

        Map<String, String> fields() {
            return Map.of("name", name, "kind", kind, "definition", definition, "indicator", indicator, "unit", unit);
        }
    }

    private Checked checked(DepartmentYear open, SourceForm wanted) {
        Form form = new Form();
        String unit = form.optionalText("unit", wanted.unit(), 20);
        Checked checked = new Checked(
                form.text("name", wanted.name(), 100),
                form.oneOf("kind", wanted.kind(), KINDS),
                form.text("definition", wanted.definition(), 500),
                form.text("indicator", wanted.indicator(), 60),
                unit == null ? "" : unit);
        if (!checked.indicator().isEmpty()
                && facts.read(open).rows(IndicatorSum.REGISTER).stream()
                        .noneMatch(row -> checked.indicator().equals(row.cells().get("code")))) {
            form.wrong("indicator", "feed-indicator-unknown", "found", checked.indicator());
        }
        form.refuseIfWrong();
        return checked;
    }

    /** Values that were given keep the definition they were given with. */
    @Transactional
    public Source change(long department, int year, long id, SourceForm wanted) {
        DepartmentYear open = years.open(department, year);
        Source before = one(open, id);
        Checked checked = checked(open, wanted);
        jdbc.sql("UPDATE feed_source SET name = :name, kind = :kind, definition = :definition, indicator = :indicator,"
                        + " unit = :unit WHERE id = :id")
                .params(checked.fields())
                .param("id", id)
                .update();
        changes.record(Change.of("source-changed", "feed-source", id)
                .in(department)
                .from(new Checked(before.name(), before.kind(), before.definition(), before.indicator(), before.unit())
                        .fields())
                .to(checked.fields()));
        return one(open, id);
    }

    /** Whoever has the token can give no more values. */
    @Transactional
    public Source endToken(long department, int year, long id) {
        DepartmentYear open = years.open(department, year);
        Source source = one(open, id);
        if (!source.hasToken()) {
            throw Rejection.of(HttpStatus.CONFLICT, "feed-no-token", "name", source.name());
        }
        jdbc.sql("UPDATE feed_source SET token_hash = NULL WHERE id = :id")
                .param("id", id)
                .update();
        changes.record(Change.of("source-token-ended", "feed-source", id)
                .in(department)
                .from(Map.of("token", true))
                .to(Map.of("token", false)));
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
}
