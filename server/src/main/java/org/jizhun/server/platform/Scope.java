package org.jizhun.server.platform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the policies of the database ask for: in whose name a transaction works. It ends with the transaction. */
final class Scope {

    /** The values are those of {@link #of}. */
    static final String SETTINGS = "SELECT set_config('jizhun.user', ?, true),"
            + " set_config('jizhun.roles', ?, true), set_config('jizhun.department', ?, true),"
            + " set_config('jizhun.reach', ?, true)";

    /** Instead of the above; the value is that of {@link #together}. */
    static final String TOGETHER = "SELECT set_config('jizhun.together', ?, true)";

    private Scope() {}

    static List<String> of(Actor actor) {
        return List.of(
                text(actor.account()),
                String.join(",", actor.roles()),
                text(actor.department()),
                actor.reach().word());
    }

    /** Several at once, as a list for the policies named {@code …_together}: who, who as what, and whose departments are seen. */
    static String together(List<Actor> actors) {
        Set<String> words = new LinkedHashSet<>();
        for (Actor actor : actors) {
            String account = actor.account() == null ? "-" : text(actor.account());
            words.add(account);
            if (actor.department() != null) {
                words.add("in " + actor.department());
                actor.roles().forEach(role -> words.add(account + " " + actor.department() + " " + role));
            }
        }
        return words.stream().map(Scope::quoted).collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String text(@Nullable Long number) {
        return number == null ? "" : number.toString();
    }
}
