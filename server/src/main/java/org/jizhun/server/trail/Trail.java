package org.jizhun.server.trail;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.trail.Appending.Noted;
import org.jizhun.server.trail.Chains.Head;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes the trail. Changes are gathered during a transaction and appended as its last act before the commit, in one statement,
 * so that a chain is locked for as short as possible and never while the transaction waits for something else.
 */
@Component
class Trail implements ChangeLog {

    /** A chain that others move all the time is given up after so many tries; sixteen chains make one improbable. */
    private static final int TRIES = 40;

    private final JdbcClient jdbc;
    private final Chains chains;
    private final Clock clock;

    Trail(JdbcClient jdbc, Chains chains, Clock clock) {
        this.jdbc = jdbc;
        this.chains = chains;
        this.clock = clock;
    }

    @Override
    public void record(Change change) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a change is recorded outside of a transaction: " + change.action());
        }
        gathered().add(Noted.of(change, CurrentActor.get(), clock.instant()));
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
                Appending appending = Appending.behind(from, noted);
                appended = jdbc.sql(Appending.IF_IT_FOLLOWS)
                                .params(appending.values())
                                .update()
                        == appending.size();
                if (appended) {
                    return appending.to();
                }
            } finally {
                if (!appended) {
                    chains.forget(from.chain());
                }
            }
        }
        throw new ConcurrencyFailureException("every chain moved while it was to be written");
    }
}
