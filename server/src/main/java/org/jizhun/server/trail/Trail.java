package org.jizhun.server.trail;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the trail. Changes are gathered during a transaction and appended as its last act before the commit, so that a chain
 * is locked for as short as possible and never while the transaction waits for something else.
 */
@Component
class Trail implements ChangeLog {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    Trail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A change with the person as they were at that moment. */
    private record Noted(Change change, Actor actor, Instant at) {}

    /** A chain whose lock is held, and its last entry. */
    private record Head(int chain, long number, String hash) {}

    @Override
    public void record(Change change) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a change is recorded outside of a transaction: " + change.action());
        }
        gathered().add(new Noted(change, CurrentActor.get(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    @SuppressWarnings("unchecked")
    private List<Noted> gathered() {
        Object present = TransactionSynchronizationManager.getResource(this);
        if (present != null) {
            return (List<Noted>) present;
        }
        List<Noted> noted = new ArrayList<>();
        TransactionSynchronizationManager.bindResource(this, noted);
        TransactionSynchronizationManager.registerSynchronization(new AtTheEnd(noted));
        return noted;
    }

    private final class AtTheEnd implements TransactionSynchronization {

        private final List<Noted> noted;

        AtTheEnd(List<Noted> noted) {
            this.noted = noted;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Trail.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Trail.this, noted);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            append(noted);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Trail.this);
        }
    }

    private void append(List<Noted> noted) {
        Head head = jdbc.sql("SELECT chain, number, hash FROM trail_take_chain()")
                .query((row, number) -> new Head(row.getInt("chain"), row.getLong("number"), row.getString("hash")))
                .single();
        for (Noted each : noted) {
            TrailEntry entry = entry(each, head);
            head = new Head(head.chain(), entry.number(), CanonicalText.hash(entry));
            insert(entry, head.hash());
        }
        jdbc.sql("UPDATE trail_head SET number = ?, hash = ? WHERE chain = ?")
                .params(head.number(), head.hash(), head.chain())
                .update();
    }

    private static TrailEntry entry(Noted noted, Head head) {
        Change change = noted.change();
        Actor actor = noted.actor();
        return new TrailEntry(
                head.chain(),
                head.number() + 1,
                noted.at(),
                actor.account(),
                actor.login(),
                String.join(" ", actor.roles().stream().sorted().toList()),
                actor.address(),
                change.action(),
                change.kind(),
                change.subject(),
                change.department(),
                json(change.before()),
                json(change.after()),
                change.reason(),
                head.hash());
    }

    private static @Nullable String json(Map<String, ? extends @Nullable Object> fields) {
        return fields.isEmpty() ? null : JSON.writeValueAsString(fields);
    }

    private void insert(TrailEntry entry, String hash) {
        jdbc.sql(
                        "INSERT INTO trail_entry (chain, number, at, user_account, login, roles, address, action, subject_kind,"
                                + " subject, department, before, after, reason, previous, hash) VALUES (:chain, :number, :at,"
                                + " :account, :login, :roles, :address, :action, :kind, :subject, :department,"
                                + " :before::jsonb, :after::jsonb, :reason, :previous, :hash)")
                .param("chain", entry.chain())
                .param("number", entry.number())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("account", entry.account(), java.sql.Types.BIGINT)
                .param("login", entry.login())
                .param("roles", entry.roles())
                .param("address", entry.address())
                .param("action", entry.action())
                .param("kind", entry.kind())
                .param("subject", entry.subject())
                .param("department", entry.department(), java.sql.Types.BIGINT)
                .param("before", entry.before(), java.sql.Types.VARCHAR)
                .param("after", entry.after(), java.sql.Types.VARCHAR)
                .param("reason", entry.reason(), java.sql.Types.VARCHAR)
                .param("previous", entry.previous())
                .param("hash", hash)
                .update();
    }
}
