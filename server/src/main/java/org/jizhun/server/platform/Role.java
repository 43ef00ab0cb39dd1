package org.jizhun.server.platform;

import java.util.Map;
import org.jizhun.kernel.problem.Language;

/**
 * A role of people, as the permission table names it.
 *
 * @param administrator one of those that exclude every other role
 */
public record Role(String id, Map<Language, String> title, Reach reach, boolean administrator) {

    public Role {
        title = Map.copyOf(title);
    }
}
