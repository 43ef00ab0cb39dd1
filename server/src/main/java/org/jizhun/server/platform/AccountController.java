package org.jizhun.server.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the system administrator does with the accounts of others; each with a reason, which goes on the trail. */
@RestController
class AccountController {

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    record Reason(@Nullable String reason) {
        String checked() {
            Form form = new Form();
            String text = form.text("reason", reason, 200);
            form.refuseIfWrong();
            return text;
        }
    }

    @PostMapping("/api/users/{id}/password")
    Accounts.Opened newPassword(@PathVariable long id, @RequestBody Reason body) {
        return accounts.newPassword(id, body.checked());
    }

    @PostMapping("/api/users/{id}/second-factor/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSecondFactor(@PathVariable long id, @RequestBody Reason body) {
        accounts.endSecondFactor(id, body.checked());
    }

    @PostMapping("/api/users/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable long id, @RequestBody Reason body) {
        accounts.close(id, body.checked());
    }

    @PostMapping("/api/users/{id}/reopen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(@PathVariable long id, @RequestBody Reason body) {
        accounts.reopen(id, body.checked());
    }
}
