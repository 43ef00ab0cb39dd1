package org.jizhun.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.jizhun.server.RunningServer.User;
import org.junit.jupiter.api.Test;

class SignInIT {

    private final RunningServer server = RunningServer.get();

    private User somebody() {
        return server.user(server.department(server.region(null)), "preparer");
    }

    private static void assertRefused(Browser.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void the_right_password_signs_in_and_says_who_one_is() {
        User user = somebody();
        Browser browser = server.signedIn(user);
        Browser.Answer me = browser.get("/api/me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body().path("login").asString()).isEqualTo(user.login());
        assertThat(me.body().path("roles").toString()).isEqualTo("[\"preparer\"]");
        assertThat(me.response().body()).asString().doesNotContain("hash", "secret");
    }

    @Test
    void an_unknown_name_and_a_wrong_password_get_the_same_answer() {
        User user = somebody();
        Browser.Answer wrong = server.browser().signIn(user.login(), "Wrong-Password-1");
        Browser.Answer unknown = server.browser().signIn("nobody-" + RunningServer.next(), "Wrong-Password-1");
        assertRefused(wrong, 401, "sign-in-wrong");
        assertThat(unknown.response().body()).isEqualTo(wrong.response().body());
    }

    @Test
    void upper_case_in_the_name_does_not_matter() {
        User user = somebody();
        assertThat(server.browser()
                        .signIn(user.login().toUpperCase(java.util.Locale.ROOT), RunningServer.PASSWORD)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void five_wrong_passwords_lock_the_account_for_a_minute_even_for_the_right_one() {
        User user = somebody();
        Browser browser = server.browser();
        for (int i = 0; i < 5; i++) {
            assertRefused(browser.signIn(user.login(), "Wrong-Password-1"), 401, "sign-in-wrong");
        }
        assertRefused(browser.signIn(user.login(), RunningServer.PASSWORD), 423, "sign-in-locked");
        server.clock().forward(Duration.ofSeconds(61));
        assertThat(browser.signIn(user.login(), RunningServer.PASSWORD).status())
                .isEqualTo(204);
    }

    @Test
    void a_session_ends_after_half_an_hour_without_a_request() {
        Browser browser = server.signedIn(somebody());
        server.clock().forward(Duration.ofMinutes(29));
        assertThat(browser.get("/api/me").status()).isEqualTo(200);
        server.clock().forward(Duration.ofMinutes(29));
        assertThat(browser.get("/api/me").status()).isEqualTo(200);
        server.clock().forward(Duration.ofMinutes(30));
        assertRefused(browser.get("/api/me"), 401, "sign-in-needed");
        assertRefused(browser.get("/api/me"), 401, "sign-in-needed");
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy() {
        Browser browser = server.signedIn(somebody());
        for (int i = 0; i < 28; i++) {
            server.clock().forward(Duration.ofMinutes(25));
            assertThat(browser.get("/api/me").status()).isEqualTo(200);
        }
        // 28 × 25 minutes are 11 h 40 min.
        server.clock().forward(Duration.ofMinutes(20));
        assertRefused(browser.get("/api/me"), 401, "sign-in-needed");
    }

    @Test
    void the_number_of_the_session_changes_at_the_sign_in() {
        User user = somebody();
        Browser browser = server.signedIn(user);
        String first = browser.cookie("JIZHUN").orElseThrow().getValue();
        browser.signIn(user.login(), RunningServer.PASSWORD);
        assertThat(browser.cookie("JIZHUN").orElseThrow().getValue()).isNotEqualTo(first);
    }

    @Test
    void the_cookies_are_strict_and_the_page_may_run_no_foreign_script() {
        User user = somebody();
        Browser browser = server.browser();
        browser.get("/api/me");
        Browser.Answer answer = browser.signIn(user.login(), RunningServer.PASSWORD);
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("JIZHUN=", "HttpOnly", "SameSite=Strict", "Path=/"))
                .allSatisfy(cookie -> assertThat(cookie).contains("SameSite=Strict"));
        String policy = answer.response()
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        assertThat(policy).contains("script-src 'self';", "frame-ancestors 'none'", "object-src 'none'");
        assertThat(answer.response().headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
    }

    @Test
    void without_the_token_against_forgery_nothing_is_done() {
        User user = somebody();
        Browser browser = server.signedIn(user);
        String session = browser.cookie("JIZHUN").orElseThrow().getValue();
        Browser forger = server.browser();
        forger.get("/api/me");
        Browser.Answer refused = server.browser().post("/api/sign-in", Map.of("login", user.login()));
        assertRefused(refused, 403, "request-token-missing");
        assertThat(session).isNotEmpty();
        assertThat(browser.get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void signing_out_ends_the_session() {
        Browser browser = server.signedIn(somebody());
        assertThat(browser.post("/api/sign-out", Map.of()).status()).isEqualTo(204);
        assertRefused(browser.get("/api/me"), 401, "sign-in-needed");
    }

    @Test
    void a_closed_account_is_out_at_once_and_cannot_come_back() {
        User user = somebody();
        Browser browser = server.signedIn(user);
        Browser administrator = server.signedIn(server.user(null, "system-administrator"));
        String account = "/api/users/" + user.account();
        assertThat(administrator
                        .post(account + "/close", Map.of("reason", "调离"))
                        .status())
                .isEqualTo(204);
        assertRefused(browser.get("/api/me"), 401, "sign-in-needed");
        assertRefused(browser.signIn(user.login(), RunningServer.PASSWORD), 401, "sign-in-wrong");
        assertThat(administrator
                        .post(account + "/reopen", Map.of("reason", "调回"))
                        .status())
                .isEqualTo(204);
        assertThat(browser.signIn(user.login(), RunningServer.PASSWORD).status())
                .isEqualTo(204);
    }

    @Test
    void nobody_closes_their_own_account() {
        User administrator = server.user(null, "system-administrator");
        Browser browser = server.signedIn(administrator);
        assertRefused(
                browser.post("/api/users/" + administrator.account() + "/close", Map.of("reason", "试")),
                409,
                "user-is-oneself");
    }

    @Test
    void a_one_time_password_must_be_changed_before_anything_else() {
        User user = somebody();
        Browser administrator = server.signedIn(server.user(null, "system-administrator"));
        Browser.Answer reset =
                administrator.post("/api/users/" + user.account() + "/password", Map.of("reason", "忘记口令"));
        String password = reset.body().path("oneTimePassword").asString();
        Browser browser = server.browser();
        assertThat(browser.signIn(user.login(), password).status()).isEqualTo(204);
        assertRefused(browser.get("/api/permissions"), 403, "password-must-change");
        assertThat(browser.get("/api/me").body().path("mustChangePassword").asBoolean())
                .isTrue();
        Browser.Answer changed =
                browser.post("/api/me/password", Map.of("present", password, "wanted", "A-Better-One-9"));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
        assertThat(browser.get("/api/permissions").status()).isEqualTo(200);
        assertRefused(server.browser().signIn(user.login(), password), 401, "sign-in-wrong");
    }

    @Test
    void a_new_password_ends_the_other_sessions() {
        User user = somebody();
        Browser one = server.signedIn(user);
        Browser other = server.signedIn(user);
        assertThat(one.post("/api/me/password", Map.of("present", RunningServer.PASSWORD, "wanted", "A-Better-One-9"))
                        .status())
                .isEqualTo(204);
        assertThat(one.get("/api/me").status()).isEqualTo(200);
        assertRefused(other.get("/api/me"), 401, "sign-in-needed");
    }

    @Test
    void a_bad_new_password_is_refused_at_its_field() {
        User user = somebody();
        Browser browser = server.signedIn(user);
        Map<String, String> wanted = Map.of(
                "Short-1",
                "password-length",
                "alllowercaseletters",
                "password-too-plain",
                "Xy-" + user.login() + "-99-Zu",
                "password-contains-login",
                "Aaaa-aaaa-1111",
                "password-repeats",
                "Sequence-1234-x",
                "password-repeats",
                RunningServer.PASSWORD,
                "password-same");
        wanted.forEach((password, code) -> {
            Browser.Answer answer =
                    browser.post("/api/me/password", Map.of("present", RunningServer.PASSWORD, "wanted", password));
            assertRefused(answer, 400, code);
            assertThat(answer.field()).isEqualTo("wanted");
        });
        assertRefused(
                browser.post("/api/me/password", Map.of("present", "Wrong-Password-1", "wanted", "A-Better-One-9")),
                400,
                "password-wrong");
    }

    @Test
    void with_a_second_factor_the_password_alone_is_not_enough_and_no_code_works_twice() {
        User user = somebody();
        Browser browser = server.signedIn(user);
        Browser.Answer begun = browser.post("/api/me/second-factor", Map.of("present", RunningServer.PASSWORD));
        String secret = begun.body().path("secret").asString();
        assertThat(begun.body().path("address").asString()).startsWith("otpauth://totp/");
        assertRefused(browser.put("/api/me/second-factor", Map.of("code", "000000x")), 400, "sign-in-code-wrong");
        assertThat(browser.put("/api/me/second-factor", Map.of("code", code(secret)))
                        .status())
                .isEqualTo(204);

        Browser later = server.browser();
        assertRefused(later.signIn(user.login(), RunningServer.PASSWORD), 401, "sign-in-code-needed");
        server.clock().forward(Duration.ofSeconds(90));
        String code = code(secret);
        Map<String, String> proof = Map.of("login", user.login(), "password", RunningServer.PASSWORD, "code", code);
        assertThat(later.post("/api/sign-in", proof).status()).isEqualTo(204);
        assertRefused(server.browserWithToken().post("/api/sign-in", proof), 401, "sign-in-code-wrong");
    }

    private String code(String secret) {
        Instant now = server.clock().instant();
        return Totp.code(Totp.fromBase32(secret), Totp.step(now), 6);
    }

    @Test
    void the_first_administrator_had_a_password_that_works_once_to_set_another() {
        Browser browser = server.browser();
        assertThat(browser.signIn(
                                server.administrator().login(),
                                server.administrator().oneTimePassword())
                        .status())
                .isEqualTo(204);
        assertRefused(browser.get("/api/permissions"), 403, "password-must-change");
        assertThat(server.administrator().toString())
                .doesNotContain(server.administrator().oneTimePassword());
    }
}
