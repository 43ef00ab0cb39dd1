package org.jizhun.server.platform;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was changed or tried, for the trail. Who, when and from where are known to whoever records it.
 *
 * @param action a word code such as {@code department-changed}
 * @param kind what kind of thing, such as {@code department}
 * @param subject which one: its number or name
 * @param department whose data it is; null where it is no department's
 * @param before its fields before; empty where it was not there
 * @param after its fields after; values are texts, numbers, booleans, null, or maps and lists of them
 * @param reason why, in the words of the person; null where none was asked for
 */
public record Change(
        String action,
        String kind,
        String subject,
        @Nullable Long department,
        Map<String, ? extends @Nullable Object> before,
        Map<String, ? extends @Nullable Object> after,
        @Nullable String reason) {

    public static Change of(String action, String kind, Object subject) {
        return new Change(action, kind, String.valueOf(subject), null, Map.of(), Map.of(), null);
    }

    public Change in(@Nullable Long someDepartment) {
        return new Change(action, kind, subject, someDepartment, before, after, reason);
    }

    public Change from(Map<String, ? extends @Nullable Object> fields) {
        return new Change(action, kind, subject, department, fields, after, reason);
    }

    public Change to(Map<String, ? extends @Nullable Object> fields) {
        return new Change(action, kind, subject, department, before, fields, reason);
    }

    public Change because(@Nullable String why) {
        return new Change(action, kind, subject, department, before, after, why);
    }
}
