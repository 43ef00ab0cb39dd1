package org.jizhun.server.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the policies of the database ask for: in whose name a transaction, or a part of it, works. */
final class Scope {

    /** Ends with the transaction; the values are those of {@link #of}. */
    static final String SETTINGS = "SELECT set_config('jizhun.user', ?, true),"
            + " set_config('jizhun.roles', ?, true), set_config('jizhun.department', ?, true),"
            + " set_config('jizhun.reach', ?, true)";

    private Scope() {}

    static List<String> of(Actor actor) {
        return List.of(
                text(actor.account()),
                String.join(",", actor.roles()),
                text(actor.department()),
                actor.reach().word());
    }

    private static String text(@Nullable Long number) {
        return number == null ? "" : number.toString();
    }
}
