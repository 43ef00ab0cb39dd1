package org.jizhun.server.platform;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * What a password must be like, and how it is kept: Argon2id with 19 MiB, two passes and a salt of its own. Only a few are
 * computed at a time, so that a flood of sign-ins cannot use up the memory.
 */
public final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    private static final int KINDS = 3;
    private static final int SAME_IN_A_ROW = 4;
    private static final int ONE_TIME_LENGTH = 16;
    private static final int AT_A_TIME = 4;

    // Without the letters and digits that are mistaken for each other on paper.
    private static final String SMALL = "abcdefghjkmnpqrstuvwxyz";
    private static final String LARGE = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String DIGITS = "23456789";

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore slots = new Semaphore(AT_A_TIME, true);
    private final SecureRandom random = new SecureRandom();
    private final String nobodys = encoder.encode("nobody's password");

    /** Adds to the form what is wrong with a password that somebody chose. */
    void check(Form form, String field, String password, String login) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            form.wrong(field, "password-length", "found", length, "expected", SHORTEST + "–" + LONGEST);
        } else if (kinds(password) < KINDS) {
            form.wrong(field, "password-too-plain", "found", kinds(password), "expected", KINDS);
        } else if (password.toLowerCase(Locale.ROOT).contains(login)) {
            form.wrong(field, "password-contains-login");
        } else if (hasRun(password)) {
            form.wrong(field, "password-repeats", "expected", SAME_IN_A_ROW - 1);
        }
    }

    /** How many of: small letters, large letters, digits, everything else. */
    private static int kinds(String password) {
        boolean[] seen = new boolean[4];
        password.codePoints()
                .forEach(c -> seen[c >= 'a' && c <= 'z' ? 0 : c >= 'A' && c <= 'Z' ? 1 : c >= '0' && c <= '9' ? 2 : 3] =
                        true);
        int kinds = 0;
        for (boolean kind : seen) {
            kinds += kind ? 1 : 0;
        }
        return kinds;
    }

    /** The same character, or characters following each other such as 1234, four times or more. */
    private static boolean hasRun(String password) {
        int[] c = password.codePoints().toArray();
        int same = 1;
        int rising = 1;
        for (int i = 1; i < c.length; i++) {
            same = c[i] == c[i - 1] ? same + 1 : 1;
            rising = c[i] == c[i - 1] + 1 ? rising + 1 : 1;
            if (same >= SAME_IN_A_ROW || rising >= SAME_IN_A_ROW) {
                return true;
            }
        }
        return false;
    }

    /** A password made by the program, which must be changed at the first sign-in: about 90 bits. */
    String oneTime() {
        while (true) {
            StringBuilder password = new StringBuilder();
            String alphabet = SMALL + LARGE + DIGITS;
            for (int i = 0; i < ONE_TIME_LENGTH; i++) {
                password.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String made = password.toString();
            if (kinds(made) == KINDS && !hasRun(made)) {
                return made;
            }
        }
    }

    String hash(String password) {
        return inSlot(() -> encoder.encode(password));
    }

    boolean matches(String password, String hash) {
        return inSlot(() -> encoder.matches(password, hash));
    }

    /** Takes as long as a check, so that an unknown name cannot be told from a wrong password by the clock. */
    void pretend(String password) {
        boolean unused = matches(password, nobodys);
    }

    private <T> T inSlot(java.util.function.Supplier<T> work) {
        slots.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }
}
