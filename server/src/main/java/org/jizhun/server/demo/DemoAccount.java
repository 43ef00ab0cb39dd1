package org.jizhun.server.demo;

import java.util.List;

/**
 * An account of the demo, as {@code demo.json} keeps it.
 *
 * @param department the invented department whose years are filled
 */
public record DemoAccount(String login, String name, List<String> roles, String password, long department) {
    public DemoAccount {
        roles = List.copyOf(roles);
    }
}
