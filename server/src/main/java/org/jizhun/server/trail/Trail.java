package org.jizhun.server.trail;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.trail.Chains.Head;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * Writes the trail. Changes are gathered during a transaction and appended as its last act before the commit, in one statement,
 * so that a chain is locked for as short as possible and never while the transaction waits for something else.
 */
@Component
class Trail implements ChangeLog {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A chain that others move all the time is given up after so many tries; sixteen chains make one improbable. */
    private static final int TRIES = 40;

    /**
     * Entries and head in one statement, and neither unless the head is where the entries follow from. It is the row of the
     * head that a second writer of the chain waits for, until the first has committed.
     */
    private static final String APPEND = "WITH head AS (UPDATE trail_head SET number = :number, hash = :hash"
            + " WHERE chain = :chain AND number = :from AND hash = :previous RETURNING chain)"
            + " INSERT INTO trail_entry (chain, number, at, user_account, login, roles, address, action, subject_kind,"
            + " subject, department, before, after, reason, previous, hash)"
            + " SELECT head.chain, e.number, e.at, e.account, e.login, e.roles, e.address, e.action, e.kind, e.subject,"
            + " e.department, e.before, e.after, e.reason, e.previous, e.hash"
            + " FROM head, jsonb_to_recordset(:entries::jsonb) AS e(number bigint, at timestamptz, account bigint,"
            + " login text, roles text, address text, action text, kind text, subject text, department bigint,"
            + " before jsonb, after jsonb, reason text, previous text, hash text)";

    private final JdbcClient jdbc;
    private final Chains chains;
    private final Clock clock;

    Trail(JdbcClient jdbc, Chains chains, Clock clock) {
        this.jdbc = jdbc;
        this.chains = chains;
        this.clock = clock;
    }

    /** A change with the person as they were at that moment. */
    private record Noted(Change change, Actor actor, Instant at) {}

    @Override
    public void record(Change change) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a change is recorded outside of a transaction: " + change.action());
        }
        gathered().add(new Noted(change, CurrentActor.get(), clock.instant()));
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
        private @Nullable Head written;

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
            written = append(noted);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Trail.this);
            if (written != null && status == STATUS_COMMITTED) {
                chains.give(written);
            } else if (written != null) {
                chains.forget(written.chain());
            }
        }
    }

    private Head append(List<Noted> noted) {
        for (int tries = 0; tries < TRIES; tries++) {
            Head from = tries < TRIES / 2 ? chains.next() : chains.another();
            boolean appended = false;
            try {
                List<Map<String, @Nullable Object>> entries = new ArrayList<>();
                Head to = follow(from, noted, entries);
                appended = append(from, to, entries);
                if (appended) {
                    return to;
                }
            } finally {
                if (!appended) {
                    chains.forget(from.chain());
                }
            }
        }
        throw new ConcurrencyFailureException("every chain moved while it was to be written");
    }

    /** The entries that follow from a head, as the database is to read them; answers the last of them. */
    private static Head follow(Head from, List<Noted> noted, List<Map<String, @Nullable Object>> entries) {
        Head head = from;
        for (Noted each : noted) {
            TrailEntry entry = TrailEntry.of(each.change(), each.actor(), each.at(), head);
            head = new Head(head.chain(), entry.number(), CanonicalText.hash(entry));
            entries.add(fields(entry, head.hash()));
        }
        return head;
    }

    private boolean append(Head from, Head to, List<Map<String, @Nullable Object>> entries) {
        return jdbc.sql(APPEND)
                        .param("number", to.number())
                        .param("hash", to.hash())
                        .param("chain", from.chain())
                        .param("from", from.number())
                        .param("previous", from.hash())
                        .param("entries", JSON.writeValueAsString(entries))
                        .update()
                == entries.size();
    }

    private static Map<String, @Nullable Object> fields(TrailEntry entry, String hash) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("number", entry.number());
        fields.put("at", entry.at().toString());
        fields.put("account", entry.account());
        fields.put("login", entry.login());
        fields.put("roles", entry.roles());
        fields.put("address", entry.address());
        fields.put("action", entry.action());
        fields.put("kind", entry.kind());
        fields.put("subject", entry.subject());
        fields.put("department", entry.department());
        fields.put("before", raw(entry.before()));
        fields.put("after", raw(entry.after()));
        fields.put("reason", entry.reason());
        fields.put("previous", entry.previous());
        fields.put("hash", hash);
        return fields;
    }

    /** JSON that stands as it is within other JSON. */
    private static @Nullable RawValue raw(@Nullable String json) {
        return json == null ? null : new RawValue(json);
    }
}
