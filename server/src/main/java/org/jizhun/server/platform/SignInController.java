package org.jizhun.server.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and one's own account. */
@RestController
class SignInController {

    private final SignIn signIn;
    private final OwnAccount own;
    private final Sessions sessions;

    SignInController(SignIn signIn, OwnAccount own, Sessions sessions) {
        this.signIn = signIn;
        this.own = own;
        this.sessions = sessions;
    }

    record SignInRequest(
            @Nullable String login,
            @Nullable String password,
            @Nullable String code) {}

    record PasswordChange(
            @Nullable String present, @Nullable String wanted) {}

    record PasswordProof(@Nullable String present) {}

    record CodeProof(@Nullable String code) {}

    record Secret(String secret, String address) {}

    record Me(
            long id,
            String login,
            String name,
            @Nullable Long department,
            List<String> roles,
            boolean mustChangePassword,
            boolean secondFactor) {}

    @PostMapping("/api/sign-in")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signIn(@RequestBody SignInRequest body, HttpServletRequest request, HttpServletResponse response) {
        Form form = new Form();
        String login = form.text("login", body.login(), 40);
        String password = secret(form, "password", body.password());
        form.refuseIfWrong();
        SignedIn signedIn = signIn.attempt(login, password, body.code(), request.getRemoteAddr());
        sessions.begin(signedIn, request, response);
    }

    /** A password as typed: blanks around it belong to it. */
    private static String secret(Form form, String field, @Nullable String value) {
        String text = value == null ? "" : value;
        if (text.isEmpty()) {
            form.wrong(field, "field-missing");
        } else if (text.length() > 2 * PasswordRules.LONGEST) {
            form.wrong(field, "field-too-long", "found", text.length(), "expected", PasswordRules.LONGEST);
        }
        return text;
    }

    @PostMapping("/api/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        sessions.end(request);
    }

    @GetMapping("/api/me")
    Me me() {
        Actor actor = CurrentActor.get();
        return new Me(
                Objects.requireNonNull(actor.account()),
                actor.login(),
                actor.name(),
                actor.department(),
                actor.roles().stream().sorted().toList(),
                actor.mustChangePassword(),
                actor.secondFactor());
    }

    @PostMapping("/api/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChange body, HttpServletRequest request, HttpServletResponse response) {
        Form form = new Form();
        String present = secret(form, "present", body.present());
        String wanted = secret(form, "wanted", body.wanted());
        form.refuseIfWrong();
        sessions.begin(own.changePassword(present, wanted), request, response);
    }

    @PostMapping("/api/me/second-factor")
    Secret beginSecondFactor(@RequestBody PasswordProof body) {
        Form form = new Form();
        String present = secret(form, "present", body.present());
        form.refuseIfWrong();
        String secret = own.beginSecondFactor(present);
        return new Secret(
                secret, "otpauth://totp/Jizhun:" + CurrentActor.get().login() + "?secret=" + secret + "&issuer=Jizhun");
    }

    @PutMapping("/api/me/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirmSecondFactor(@RequestBody CodeProof body) {
        Form form = new Form();
        String code = form.text("code", body.code(), 10);
        form.refuseIfWrong();
        own.confirmSecondFactor(code);
    }

    @DeleteMapping("/api/me/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSecondFactor(@RequestBody PasswordProof body) {
        Form form = new Form();
        String present = secret(form, "present", body.present());
        form.refuseIfWrong();
        own.endSecondFactor(present);
    }
}
