package org.jizhun.server.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.server.platform.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the trail for people; what each of them sees is decided by the policy of the table. */
@Service
class TrailReading {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    TrailReading(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    record Entry(
            int chain,
            long number,
            Instant at,
            String login,
            String roles,
            String address,
            String action,
            String kind,
            String subject,
            @Nullable Long department,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            @Nullable String reason) {}

    /** What a register or a column is called. */
    record Called(String name, String label) {}

    /** A register with its columns, for whoever reads entries that name them. */
    record RegisterName(String name, String label, List<Called> columns) {}

    /**
     * @param next what to ask for to get the following page; null on the last
     * @param registers what the registers and columns that entries name are called
     */
    record Page(List<Entry> entries, @Nullable String next, List<RegisterName> registers) {}

    private static final List<RegisterName> REGISTERS = Vocabulary.standard().registers().stream()
            .map(register -> new RegisterName(
                    register.name(),
                    register.label(),
                    register.columns().stream()
                            .map(column -> new Called(column.name(), column.label()))
                            .toList()))
            .toList();

    /**
     * @param from the first moment
     * @param until the moment after the last
     */
    record Sought(
            @Nullable String login,
            @Nullable String action,
            @Nullable String kind,
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Cursor before) {}

    /** The last entry of a page, as {@code time_chain_number}. */
    record Cursor(Instant at, int chain, long number) {

        static @Nullable Cursor read(Form form, String field, @Nullable String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            String[] parts = text.split("_", -1);
            try {
                if (parts.length == 3) {
                    return new Cursor(Instant.parse(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
                }
            } catch (DateTimeException | NumberFormatException unreadable) {
                // Told below, like a text of other parts.
            }
            form.wrong(field, "field-bad-form", "found", "…", "expected", "2026-03-31T08:00:00Z_1_17");
            return null;
        }

        static String of(Entry last) {
            return last.at() + "_" + last.chain() + "_" + last.number();
        }
    }

    @Transactional(readOnly = true)
    Page page(Sought sought, int limit) {
        Cursor before = sought.before();
        List<Entry> entries = jdbc.sql("SELECT * FROM trail_entry WHERE (:login::text IS NULL OR login = :login) AND"
                        + " (:action::text IS NULL OR action = :action) AND (:kind::text IS NULL OR subject_kind = :kind) AND"
                        + " (:subject::text IS NULL OR subject = :subject) AND (:from::timestamptz IS NULL OR at >= :from) AND"
                        + " (:until::timestamptz IS NULL OR at < :until) AND (:at::timestamptz IS NULL OR at < :at OR at = :at AND"
                        + " (chain, -number) > (:chain, -:number)) ORDER BY at DESC, chain, number DESC LIMIT :limit")
                .param("login", sought.login(), java.sql.Types.VARCHAR)
                .param("action", sought.action(), java.sql.Types.VARCHAR)
                .param("kind", sought.kind(), java.sql.Types.VARCHAR)
                .param("subject", sought.subject(), java.sql.Types.VARCHAR)
                .param("from", moment(sought.from()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", moment(sought.until()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("at", moment(before == null ? null : before.at()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("chain", before == null ? 0 : before.chain())
                .param("number", before == null ? 0L : before.number())
                .param("limit", limit + 1)
                .query(TrailReading::entry)
                .list();
        if (entries.size() <= limit) {
            return new Page(entries, null, REGISTERS);
        }
        List<Entry> shown = entries.subList(0, limit);
        return new Page(shown, Cursor.of(shown.get(limit - 1)), REGISTERS);
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Verification.Outcome verify() {
        ConnectionCallback<Verification.Outcome> verification = Verification::of;
        return java.util.Objects.requireNonNull(template.execute(verification));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getInt("chain"),
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("login"),
                row.getString("roles"),
                row.getString("address"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject"),
                row.getObject("department", Long.class),
                json(row.getString("before")),
                json(row.getString("after")),
                row.getString("reason"));
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        return text == null ? null : JSON.readTree(text);
    }
}
