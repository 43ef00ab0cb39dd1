package org.jizhun.server.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens and closes accounts and gives new passwords, in the name of whoever is signed in. A password is returned once,
 * kept only as a hash, and must be changed at the first sign-in.
 */
@Service
public class Accounts {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

    private final AccountRows rows;
    private final PasswordRules passwords;
    private final ChangeLog changes;
    private final Clock clock;

    Accounts(AccountRows rows, PasswordRules passwords, ChangeLog changes, Clock clock) {
        this.rows = rows;
        this.passwords = passwords;
        this.changes = changes;
        this.clock = clock;
    }

    /** An account just opened; the password is told here and nowhere else. */
    public record Opened(long id, String login, String oneTimePassword) {
        @Override
        public String toString() {
            return "Opened " + login;
        }
    }

    /** What administrators see of an account. */
    public record State(
            long id,
            String login,
            String name,
            boolean closed,
            boolean locked,
            boolean mustChangePassword,
            boolean secondFactor,
            @Nullable Instant lastSignIn) {}

    public static String checkedLogin(Form form, String field, @Nullable String login) {
        return form.matching(field, login, LOGIN, "zhang.san");
    }

    @Transactional
    public Opened open(String login, String name) {
        String password = passwords.oneTime();
        long id = rows.add(login, name, passwords.hash(password), clock.instant());
        changes.record(Change.of("user-opened", "user", id).to(Map.of("login", login, "name", name)));
        return new Opened(id, login, password);
    }

    /** What {@link #openForDemo} takes: the demo has one password for all, which is hashed once. */
    public String hashForDemo(String password) {
        return passwords.hash(password);
    }

    /** An account whose password is not to be changed: for the demo, which shows its passwords on the sign-in page. */
    @Transactional
    public long openForDemo(String login, String name, String hash) {
        long id = rows.add(login, name, hash, clock.instant());
        rows.password(id, hash, false);
        changes.record(Change.of("user-opened", "user", id).to(Map.of("login", login, "name", name)));
        return id;
    }

    @Transactional(readOnly = true)
    public List<State> all() {
        Instant now = clock.instant();
        return rows.all().stream()
                .map(account -> new State(
                        account.id(),
                        account.login(),
                        account.name(),
                        account.closed() != null,
                        account.isLocked(now),
                        account.mustChangePassword(),
                        account.totpSecret() != null,
                        account.lastSignIn()))
                .toList();
    }

    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** A new one-time password for somebody who forgot theirs; opens a lock. The second factor stays. */
    @Transactional
    public Opened newPassword(long id, String reason) {
        Account account = other(id);
        String password = passwords.oneTime();
        rows.password(id, passwords.hash(password), true);
        changes.record(Change.of("password-reset", "user", id).because(reason));
        return new Opened(id, account.login(), password);
    }

    /** For somebody who lost the telephone. */
    @Transactional
    public void endSecondFactor(long id, String reason) {
        Account account = other(id);
        rows.totp(id, null, null, account.totpStep());
        changes.record(Change.of("second-factor-off", "user", id)
                .from(Map.of("secondFactor", account.totpSecret() != null))
                .to(Map.of("secondFactor", false))
                .because(reason));
    }

    @Transactional
    public void close(long id, String reason) {
        state(id, clock.instant(), "user-closed", reason);
    }

    @Transactional
    public void reopen(long id, String reason) {
        state(id, null, "user-reopened", reason);
    }

    private void state(long id, @Nullable Instant closed, String action, String reason) {
        Account account = other(id);
        if ((account.closed() == null) == (closed == null)) {
            throw Rejection.of(HttpStatus.CONFLICT, "user-is-so-already", "login", account.login());
        }
        rows.closed(id, closed);
        changes.record(Change.of(action, "user", id)
                .from(Map.of("closed", account.closed() != null))
                .to(Map.of("closed", closed != null))
                .because(reason));
    }

    /** Nobody closes or resets themselves: the last administrator would be gone. */
    private Account other(long id) {
        if (Objects.equals(CurrentActor.get().account(), id)) {
            throw Rejection.of(HttpStatus.CONFLICT, "user-is-oneself");
        }
        return rows.held(id).orElseThrow(Rejection::notFound);
    }
}
