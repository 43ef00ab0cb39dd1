package org.jizhun.server.platform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the policies of the database ask for: in whose name a transaction works. It ends with the transaction. */
final class Scope {

    /** The values are those of {@link #of}. */
    static final String SETTINGS = "SELECT set_config('jizhun.user', ?, true),"
            + " set_config('jizhun.roles', ?, true), set_config('jizhun.department', ?, true),"
            + " set_config('jizhun.reach', ?, true), set_config('jizhun.together', ?, true)";

    /**
     * Instead of the above, where several work together; the value is that of {@link #together}. Their statement is planned once:
     * the database, left to itself, plans it anew for each group when it takes that for cheaper.
     */
    static final String TOGETHER = "SELECT set_config('jizhun.together', ?, true),"
            + " set_config('plan_cache_mode', 'force_generic_plan', true)";

    private static final char MARK = '|';

    private Scope() {}

    static List<String> of(Actor actor) {
        return List.of(
                text(actor.account()),
                String.join(",", actor.roles()),
                text(actor.department()),
                actor.reach().word(),
                together(List.of(actor)));
    }

    /** Who takes part, who as what, and whose years are seen; each between two marks, see {@code V50}. */
    static String together(List<Actor> actors) {
        Set<String> words = new LinkedHashSet<>();
        for (Actor actor : actors) {
            String account = actor.account() == null ? "-" : text(actor.account());
            words.add(account);
            if (actor.department() != null) {
                actor.roles().forEach(role -> words.add(account + " " + actor.department() + " " + role));
                if (actor.reach() != Reach.NONE) {
                    words.add("in " + actor.department());
                }
            }
        }
        StringBuilder list = new StringBuilder().append(MARK);
        words.forEach(word -> list.append(word.replace(MARK, ' ')).append(MARK));
        return list.toString();
    }

    private static String text(@Nullable Long number) {
        return number == null ? "" : number.toString();
    }
}
