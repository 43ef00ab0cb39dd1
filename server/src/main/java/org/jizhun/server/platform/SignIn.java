package org.jizhun.server.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in with name, password and, where it was set up, a code. Every attempt on an account is on the trail; wrong ones
 * lock it for a growing time; one address may try only so often. An unknown name gets the same answer as a wrong password.
 */
@Service
class SignIn {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AccountRows accounts;
    private final PasswordRules passwords;
    private final ChangeLog changes;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final AttemptLimit limit;

    SignIn(
            AccountRows accounts,
            PasswordRules passwords,
            ChangeLog changes,
            Settings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.changes = changes;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.limit = new AttemptLimit(settings.signInsPerMinute(), MINUTE, clock);
    }

    /** @throws Rejection if it is not to be */
    SignedIn attempt(String login, String password, @Nullable String code, String address) {
        long wait = limit.take(address);
        if (wait > 0) {
            throw Rejection.of(HttpStatus.TOO_MANY_REQUESTS, "sign-in-too-often", "seconds", wait);
        }
        Optional<Account> account = CurrentActor.as(
                Actor.signingIn(address),
                () -> transaction.execute(
                        status -> accounts.byLogin(login.strip().toLowerCase(Locale.ROOT))));
        if (account == null || account.isEmpty()) {
            passwords.pretend(password);
            throw Rejection.of(HttpStatus.UNAUTHORIZED, "sign-in-wrong");
        }
        boolean right = !account.get().isLocked(clock.instant())
                && passwords.matches(password, account.get().passwordHash());
        Actor actor = right ? Actor.proven(account.get(), address) : Actor.signingIn(address);
        Object outcome =
                CurrentActor.as(actor, () -> transaction.execute(status -> decide(account.get(), right, code)));
        if (outcome instanceof Rejection rejection) {
            throw rejection;
        }
        return (SignedIn) java.util.Objects.requireNonNull(outcome);
    }

    /** The rejection is a result here: what was counted and recorded must be committed. */
    private Object decide(Account read, boolean right, @Nullable String code) {
        Account account = accounts.held(read.id()).orElseThrow();
        Instant now = clock.instant();
        if (account.isLocked(now)) {
            return refused(account, "locked", locked(account, now));
        }
        if (account.closed() != null) {
            return refused(account, "closed", wrong());
        }
        // A password changed between reading and holding is as good as wrong.
        if (!right || !account.passwordHash().equals(read.passwordHash())) {
            return failed(account, "wrong-password", wrong(), now);
        }
        long step = account.totpStep();
        if (account.totpSecret() != null) {
            if (code == null || code.isBlank()) {
                return Rejection.of(HttpStatus.UNAUTHORIZED, "sign-in-code-needed");
            }
            OptionalLong accepted = Totp.accept(account.totpSecret(), code.strip(), now, account.totpStep());
            if (accepted.isEmpty()) {
                return failed(account, "wrong-code", Rejection.of(HttpStatus.UNAUTHORIZED, "sign-in-code-wrong"), now);
            }
            step = accepted.getAsLong();
        }
        accounts.signedIn(account.id(), step, now);
        changes.record(Change.of("signed-in", "user", account.id()).to(Map.of("login", account.login())));
        return new SignedIn(account.id(), account.generation(), now);
    }

    private Rejection failed(Account account, String why, Rejection answer, Instant now) {
        int failures = account.failures() + 1;
        @Nullable Instant until = LockOut.until(failures, now);
        accounts.failed(account.id(), failures, until);
        return refused(account, why, answer);
    }

    private Rejection refused(Account account, String why, Rejection answer) {
        changes.record(
                Change.of("sign-in-refused", "user", account.id()).to(Map.of("login", account.login(), "why", why)));
        return answer;
    }

    private static Rejection wrong() {
        return Rejection.of(HttpStatus.UNAUTHORIZED, "sign-in-wrong");
    }

    private static Rejection locked(Account account, Instant now) {
        Instant until = java.util.Objects.requireNonNull(account.lockedUntil());
        long seconds = Math.max(1, Duration.between(now, until).toSeconds());
        return Rejection.of(HttpStatus.LOCKED, "sign-in-locked", "seconds", seconds);
    }
}
