package org.jizhun.server.trail;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Insertion;
import org.jizhun.server.platform.Posting;
import org.jizhun.server.platform.Postings;
import org.jizhun.server.platform.Reach;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.platform.Script;
import org.jizhun.server.trail.Appending.Noted;
import org.jizhun.server.trail.Chains.Head;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries postings out, those that wait at the same moment in one transaction: their rows and their entries by one statement,
 * and the commit, in one round trip. If the database says that it did nothing, each is done in a transaction of its own. If
 * it does not answer, nobody knows whether it was done, and everybody is told so.
 */
@Component
class JointPostings implements Postings {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ChangeLog changes;
    private final Chains chains;
    private final Clock clock;
    private final Company<Waiting> company = new Company<>(this::carryOut);

    JointPostings(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, ChangeLog changes, Chains chains, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.changes = changes;
        this.chains = chains;
        this.clock = clock;
    }

    /** A posting with the person as they were at that moment, and what became of it: nothing, as long as nobody says so. */
    private static final class Waiting {
        private final Posting posting;
        private final Actor actor;
        private final Noted noted;
        private @Nullable RuntimeException failure;
        private boolean done;

        Waiting(Posting posting, Actor actor, Noted noted) {
            this.posting = posting;
            this.actor = actor;
            this.noted = noted;
        }
    }

    @Override
    public void post(Posting posting) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "posted within a transaction: " + posting.change().action());
        }
        Actor actor = CurrentActor.get();
        Waiting mine = new Waiting(posting, actor, Noted.of(posting.change(), actor, clock.instant()));
        if (actor.reach() == Reach.DEPARTMENT) {
            company.join(mine);
        } else {
            // The policies for several at once know of everybody their own department only.
            alone(mine);
        }
        if (!mine.done) {
            throw mine.failure == null ? new IllegalStateException("nobody carried it out") : mine.failure;
        }
    }

    /** What is known of a transaction that failed. */
    private static final class Fate {
        /** It was sent with its commit, and the database has not said that it could not. */
        private boolean unknown;
    }

    private void carryOut(List<Waiting> all) {
        Fate fate = new Fate();
        try {
            together(all, fate);
            all.forEach(each -> each.done = true);
        } catch (RuntimeException failure) {
            for (Waiting each : all) {
                each.failure = failure;
                if (!fate.unknown) {
                    alone(each);
                }
            }
        }
    }

    private void together(List<Waiting> all, Fate fate) {
        Head from = chains.free();
        if (from == null) {
            from = Objects.requireNonNull(transaction.execute(status -> chains.another()));
        }
        Head to = null;
        try {
            to = append(from, all, fate);
        } finally {
            if (to == null) {
                chains.forget(from.chain());
            } else {
                chains.give(to);
            }
        }
    }

    private Head append(Head from, List<Waiting> all, Fate fate) {
        Script script = new Script(all.stream().map(each -> each.actor).toList());
        Map<Insertion, List<List<@Nullable Object>>> rows = new LinkedHashMap<>();
        all.forEach(each -> rows.computeIfAbsent(each.posting.insertion(), first -> new ArrayList<>())
                .addAll(each.posting.rows()));
        rows.forEach((insertion, its) -> script.add(insertion.orFail(), insertion.values(its)));
        Appending entries =
                Appending.behind(from, all.stream().map(each -> each.noted).toList());
        script.add(Appending.HEAD, Appending.MOVE, entries.move());
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            fate.unknown = true;
            try {
                script.run(connection, Appending.OR_FAIL, entries.entries());
            } catch (PSQLException failure) {
                // The server says so before it commits and stays there; what ends the connection may come after.
                fate.unknown = failure.getServerErrorMessage() == null || connection.isClosed();
                throw failure;
            }
            return true;
        });
        return entries.to();
    }

    /** In a transaction like any other. */
    private void alone(Waiting one) {
        Insertion insertion = one.posting.insertion();
        List<List<@Nullable Object>> rows = one.posting.rows();
        try {
            one.done = CurrentActor.as(one.actor, () -> {
                transaction.executeWithoutResult(status -> {
                    int added = jdbc.update(
                            insertion.ifItHolds(), insertion.values(rows).toArray());
                    if (added != rows.size()) {
                        throw Rejection.changedMeanwhile();
                    }
                    changes.record(one.posting.change());
                });
                return true;
            });
        } catch (RuntimeException failure) {
            one.failure = failure;
        }
    }
}
