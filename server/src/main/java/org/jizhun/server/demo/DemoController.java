package org.jizhun.server.demo;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the sign-in page of a demo shows; nothing anywhere else. */
@RestController
class DemoController {

    private final Demo demo;

    DemoController(Demo demo) {
        this.demo = demo;
    }

    record Accounts(List<DemoAccount> accounts) {}

    @GetMapping("/api/demo")
    Accounts accounts() {
        return new Accounts(demo.accounts());
    }
}
