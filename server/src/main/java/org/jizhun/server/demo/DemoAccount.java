package org.jizhun.server.demo;

import java.util.List;

/** An account of the demo, as the sign-in page lists it. */
public record DemoAccount(
        String login, String name, List<String> roles, String password, String firstTask, String firstTaskEn) {
    public DemoAccount {
        roles = List.copyOf(roles);
    }
}
