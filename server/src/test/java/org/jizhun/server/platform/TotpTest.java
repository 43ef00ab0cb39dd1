package org.jizhun.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of RFC 6238, appendix B, for SHA-1. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codes_are_those_of_the_rfc(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @Test
    void base_32_is_that_of_rfc_4648() {
        assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Totp.fromBase32("MZXW6YTBOI")).isEqualTo("foobar".getBytes(StandardCharsets.US_ASCII));
    }

    @Property
    void base_32_comes_back(@ForAll @Size(max = 40) byte[] bytes) {
        assertThat(Totp.fromBase32(Totp.base32(bytes))).isEqualTo(bytes);
    }

    @Test
    void a_code_is_good_one_step_before_and_after_and_only_once() {
        String secret = Totp.base32(SECRET);
        // Second 59 is in step 1; its six-digit code is the end of 94287082.
        String code = "287082";
        assertThat(Totp.accept(secret, code, Instant.ofEpochSecond(59), 0)).hasValue(1);
        assertThat(Totp.accept(secret, code, Instant.ofEpochSecond(29), 0)).hasValue(1);
        assertThat(Totp.accept(secret, code, Instant.ofEpochSecond(89), 0)).hasValue(1);
        assertThat(Totp.accept(secret, code, Instant.ofEpochSecond(90), 0)).isEmpty();
        assertThat(Totp.accept(secret, code, Instant.ofEpochSecond(59), 1)).isEmpty();
        assertThat(Totp.accept(secret, "287083", Instant.ofEpochSecond(59), 0)).isEmpty();
    }
}
