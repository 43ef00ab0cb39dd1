package org.jizhun.server.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of accounts; each method within the transaction of its caller. */
@Repository
class AccountRows {

    private static final String ALL =
            "SELECT id, login, name, password_hash, generation, must_change_password, failures,"
                    + " locked_until, totp_secret, totp_pending, totp_step, closed, last_sign_in FROM user_account";

    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Account> all() {
        return jdbc.sql(ALL + " ORDER BY login").query(AccountRows::account).list();
    }

    Optional<Account> byLogin(String login) {
        return jdbc.sql(ALL + " WHERE login = ?")
                .param(login)
                .query(AccountRows::account)
                .optional();
    }

    Optional<Account> byId(long id) {
        return jdbc.sql(ALL + " WHERE id = ?")
                .param(id)
                .query(AccountRows::account)
                .optional();
    }

    /** For a change: nobody else changes it until the transaction ends. */
    Optional<Account> held(long id) {
        return jdbc.sql(ALL + " WHERE id = ? FOR UPDATE")
                .param(id)
                .query(AccountRows::account)
                .optional();
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT count(*) FROM user_account").query(Long.class).single() == 0;
    }

    long add(String login, String name, String passwordHash, Instant now) {
        return jdbc.sql(
                        "INSERT INTO user_account (login, name, password_hash, created) VALUES (?, ?, ?, ?) RETURNING id")
                .params(login, name, passwordHash, now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void failed(long id, int failures, @Nullable Instant lockedUntil) {
        jdbc.sql("UPDATE user_account SET failures = :failures, locked_until = :until WHERE id = :id")
                .param("failures", failures)
                .param("until", time(lockedUntil), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
    }

    void signedIn(long id, long totpStep, Instant now) {
        jdbc.sql("UPDATE user_account SET failures = 0, locked_until = NULL, totp_step = ?, last_sign_in = ?"
                        + " WHERE id = ?")
                .params(totpStep, now.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** A new password; ends the sessions of before and opens a lock. */
    void password(long id, String hash, boolean mustChange) {
        jdbc.sql("UPDATE user_account SET password_hash = ?, must_change_password = ?, generation = generation + 1,"
                        + " failures = 0, locked_until = NULL WHERE id = ?")
                .params(hash, mustChange, id)
                .update();
    }

    void totp(long id, @Nullable String secret, @Nullable String pending, long step) {
        jdbc.sql("UPDATE user_account SET totp_secret = :secret, totp_pending = :pending, totp_step = :step"
                        + " WHERE id = :id")
                .param("secret", secret, Types.VARCHAR)
                .param("pending", pending, Types.VARCHAR)
                .param("step", step)
                .param("id", id)
                .update();
    }

    void closed(long id, @Nullable Instant moment) {
        jdbc.sql("UPDATE user_account SET closed = :moment, generation = generation + 1 WHERE id = :id")
                .param("moment", time(moment), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
    }

    /** What a session is worth on this day; asked as a function of the database, since nobody is signed in yet. */
    record Standing(
            String login,
            String name,
            int generation,
            boolean mustChangePassword,
            boolean closed,
            boolean secondFactor,
            @Nullable Long department,
            @Nullable Long person,
            Set<String> roles) {}

    Optional<Standing> standing(long id, LocalDate day) {
        return jdbc.sql("SELECT * FROM actor_of(?, ?)")
                .params(id, day)
                .query((row, number) -> new Standing(
                        row.getString("login"),
                        row.getString("name"),
                        row.getInt("generation"),
                        row.getBoolean("must_change_password"),
                        row.getBoolean("closed"),
                        row.getBoolean("second_factor"),
                        row.getObject("department", Long.class),
                        row.getObject("person", Long.class),
                        Set.of((String[]) row.getArray("roles").getArray())))
                .optional();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("login"),
                row.getString("name"),
                row.getString("password_hash"),
                row.getInt("generation"),
                row.getBoolean("must_change_password"),
                row.getInt("failures"),
                instant(row, "locked_until"),
                row.getString("totp_secret"),
                row.getString("totp_pending"),
                row.getLong("totp_step"),
                instant(row, "closed"),
                instant(row, "last_sign_in"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
