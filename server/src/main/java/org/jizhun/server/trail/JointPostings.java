package org.jizhun.server.trail;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Posting;
import org.jizhun.server.platform.Postings;
import org.jizhun.server.platform.Script;
import org.jizhun.server.trail.Chains.Head;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries postings out, those that wait at the same moment in one transaction: the statements and entries of all of them in one
 * round trip and one commit. If that fails before the commit, nothing was done, and each is done in a transaction of its
 * own. If the commit itself fails, nobody knows whether it was done, and everybody is told so.
 */
@Component
class JointPostings implements Postings {

    private static final String MOVE =
            "UPDATE trail_head SET number = ?, hash = ? WHERE chain = ? AND number = ? AND hash = ?";

    private static final String ENTRY =
            "INSERT INTO trail_entry (chain, number, at, user_account, login, roles, address,"
                    + " action, subject_kind, subject, department, before, after, reason, previous, hash)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)";

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
        private final Instant at;
        private RuntimeException failure = new IllegalStateException("nobody carried it out");
        private boolean done;

        Waiting(Posting posting, Actor actor, Instant at) {
            this.posting = posting;
            this.actor = actor;
            this.at = at;
        }
    }

    @Override
    public void post(Posting posting) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "posted within a transaction: " + posting.change().action());
        }
        Waiting mine = new Waiting(posting, CurrentActor.get(), clock.instant());
        company.join(mine);
        if (!mine.done) {
            throw mine.failure;
        }
    }

    private void carryOut(List<Waiting> all) {
        boolean[] committing = new boolean[1];
        try {
            CurrentActor.as(null, () -> together(all, committing));
            all.forEach(each -> each.done = true);
        } catch (RuntimeException failure) {
            for (Waiting each : all) {
                each.failure = failure;
                if (!committing[0]) {
                    alone(each);
                }
            }
        }
    }

    /** @param committing set when everything is done but the commit */
    private boolean together(List<Waiting> all, boolean[] committing) {
        List<Head> heads = new ArrayList<>();
        boolean done = false;
        try {
            transaction.executeWithoutResult(status -> {
                heads.add(chains.next());
                heads.add(append(heads.get(0), all));
                committing[0] = true;
            });
            done = true;
        } finally {
            if (done) {
                chains.give(heads.get(1));
            } else {
                heads.stream().limit(1).forEach(head -> chains.forget(head.chain()));
            }
        }
        return done;
    }

    private Head append(Head from, List<Waiting> all) {
        Script script = new Script();
        Head to = from;
        for (Waiting each : all) {
            script.as(each.actor);
            each.posting.lines().forEach(script::add);
            TrailEntry entry = TrailEntry.of(each.posting.change(), each.actor, each.at, to);
            to = new Head(to.chain(), entry.number(), CanonicalText.hash(entry));
            script.add(line(entry, to.hash()));
        }
        script.add(Posting.Line.of(1, MOVE, to.number(), to.hash(), from.chain(), from.number(), from.hash()));
        run(script);
        return to;
    }

    private void run(Script script) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            script.run(connection);
            return true;
        });
    }

    private static Posting.Line line(TrailEntry entry, String hash) {
        return Posting.Line.of(
                1,
                ENTRY,
                entry.chain(),
                entry.number(),
                entry.at().atOffset(ZoneOffset.UTC),
                entry.account(),
                entry.login(),
                entry.roles(),
                entry.address(),
                entry.action(),
                entry.kind(),
                entry.subject(),
                entry.department(),
                entry.before(),
                entry.after(),
                entry.reason(),
                entry.previous(),
                hash);
    }

    /** In a transaction like any other. */
    private void alone(Waiting one) {
        Script script = new Script();
        one.posting.lines().forEach(script::add);
        try {
            one.done = CurrentActor.as(one.actor, () -> {
                transaction.executeWithoutResult(status -> {
                    run(script);
                    changes.record(one.posting.change());
                });
                return true;
            });
        } catch (RuntimeException failure) {
            one.failure = failure;
        }
    }
}
