package org.jizhun.server.platform;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their own account: another password, the second factor on and off. Each asks for the password again. */
@Service
class OwnAccount {

    private final AccountRows accounts;
    private final PasswordRules passwords;
    private final ChangeLog changes;
    private final Clock clock;

    OwnAccount(AccountRows accounts, PasswordRules passwords, ChangeLog changes, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.changes = changes;
        this.clock = clock;
    }

    /** The session that goes on; all others of this account end. */
    @Transactional
    SignedIn changePassword(String present, String wanted) {
        Account account = held();
        Form form = new Form();
        if (!passwords.matches(present, account.passwordHash())) {
            form.wrong("present", "password-wrong");
        } else if (passwords.matches(wanted, account.passwordHash())) {
            form.wrong("wanted", "password-same");
        }
        passwords.check(form, "wanted", wanted, account.login());
        form.refuseIfWrong();
        accounts.password(account.id(), passwords.hash(wanted), false);
        changes.record(Change.of("password-changed", "user", account.id()));
        return new SignedIn(account.id(), account.generation() + 1, clock.instant());
    }

    /** A new secret, which counts once {@link #confirmSecondFactor} proved that the app has it. */
    @Transactional
    String beginSecondFactor(String present) {
        Account account = proven(present);
        if (account.totpSecret() != null) {
            throw Rejection.of(HttpStatus.CONFLICT, "second-factor-is-on");
        }
        String secret = Totp.newSecret();
        accounts.totp(account.id(), null, secret, account.totpStep());
        return secret;
    }

    @Transactional
    void confirmSecondFactor(String code) {
        Account account = held();
        if (account.totpPending() == null) {
            throw Rejection.of(HttpStatus.CONFLICT, "second-factor-not-begun");
        }
        OptionalLong step = Totp.accept(account.totpPending(), code, clock.instant(), account.totpStep());
        if (step.isEmpty()) {
            throw Rejection.at("code", "sign-in-code-wrong");
        }
        accounts.totp(account.id(), account.totpPending(), null, step.getAsLong());
        changes.record(Change.of("second-factor-on", "user", account.id())
                .from(Map.of("secondFactor", false))
                .to(Map.of("secondFactor", true)));
    }

    @Transactional
    void endSecondFactor(String present) {
        Account account = proven(present);
        accounts.totp(account.id(), null, null, account.totpStep());
        changes.record(Change.of("second-factor-off", "user", account.id())
                .from(Map.of("secondFactor", account.totpSecret() != null))
                .to(Map.of("secondFactor", false)));
    }

    private Account proven(String password) {
        Account account = held();
        if (!passwords.matches(password, account.passwordHash())) {
            throw Rejection.at("present", "password-wrong");
        }
        return account;
    }

    private Account held() {
        return accounts.held(Objects.requireNonNull(CurrentActor.get().account()))
                .orElseThrow(Rejection::notFound);
    }
}
