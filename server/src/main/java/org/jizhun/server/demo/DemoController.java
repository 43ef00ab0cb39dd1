package org.jizhun.server.demo;

import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the sign-in page of a demo shows; nothing anywhere else. */
@RestController
class DemoController {

    private final Demo demo;

    DemoController(Demo demo) {
        this.demo = demo;
    }

    /**
     * An account with what it may do first.
     *
     * @param steps the same in steps, each with the page where it is done
     */
    record Shown(
            String login,
            String name,
            List<String> roles,
            String password,
            String firstTask,
            String firstTaskEn,
            List<Guide.GuideStep> steps) {}

    record Accounts(List<Shown> accounts) {}

    @GetMapping("/api/demo")
    Accounts accounts() {
        return new Accounts(demo.accounts().stream().map(DemoController::shown).toList());
    }

    private static Shown shown(DemoAccount account) {
        Guide.Task task =
                Objects.requireNonNull(Guide.of(account.department()).get(account.login()), "no guide for the account");
        return new Shown(
                account.login(),
                account.name(),
                account.roles(),
                account.password(),
                task.zh(),
                task.en(),
                task.steps());
    }
}
