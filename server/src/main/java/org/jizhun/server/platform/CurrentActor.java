package org.jizhun.server.platform;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** In whose name this thread works. Set for a request after the session was checked, and nowhere else than through {@link #as}. */
public final class CurrentActor {

    private static final ThreadLocal<@Nullable Actor> CURRENT = new ThreadLocal<>();

    private CurrentActor() {}

    public static Optional<Actor> find() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** @throws IllegalStateException if nobody is signed in, which the permission check before should have refused */
    public static Actor get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in here"));
    }

    /** Does something in the name of this actor, and afterwards is whoever it was. */
    public static <T extends @Nullable Object> T as(@Nullable Actor actor, Supplier<T> work) {
        @Nullable Actor before = CURRENT.get();
        set(actor);
        try {
            return work.get();
        } finally {
            set(before);
        }
    }

    static void set(@Nullable Actor actor) {
        if (actor == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(actor);
        }
    }
}
