package org.jizhun.server.database;

import java.io.IOException;
import java.time.Duration;

/** Waiting for something outside, never longer than was said. */
final class Waiting {

    private static final int STEP_MILLISECONDS = 15;

    /** Asked again and again. */
    interface Condition {
        boolean holds() throws IOException;
    }

    private Waiting() {}

    /** Whether it came to hold in time; false also when this thread is interrupted. */
    static boolean until(Duration patience, Condition condition) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            if (!aMoment()) {
                return condition.holds();
            }
        }
        return true;
    }

    /** A pause between two looks; false if this thread is to end instead. */
    static boolean aMoment() {
        try {
            Thread.sleep(STEP_MILLISECONDS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
