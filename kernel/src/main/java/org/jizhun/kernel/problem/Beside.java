package org.jizhun.kernel.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Data that stand beside a class in its jar. They are part of the program, so that their absence is a bug. */
public final class Beside {

    private Beside() {}

    /** The text of a file in UTF-8. */
    public static String text(Class<?> owner, String file) {
        return new String(bytes(owner, file), StandardCharsets.UTF_8);
    }

    public static byte[] bytes(Class<?> owner, String file) {
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing resource: " + file);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
