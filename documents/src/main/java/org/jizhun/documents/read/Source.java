package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/** A file's bytes on their way to a reader, with the limits and what there is to say about it. */
@SuppressWarnings("ArrayRecordComponent") // the bytes are read only, and never compared
record Source(String name, byte[] bytes, ReadLimits limits, List<Problem> problems, AtomicBoolean givenUp) {

    Source(String name, byte[] bytes, ReadLimits limits) {
        this(name, bytes, limits, new ArrayList<>(), new AtomicBoolean());
    }

    Refusal refusal(String code, Object... arguments) {
        return new Refusal(Problem.of(code, Place.of(name), arguments));
    }

    void note(String code, Object... arguments) {
        problems.add(Problem.of(code, Place.of(name), arguments));
    }

    /** Nobody waits for it any more. */
    void giveUp() {
        givenUp.set(true);
    }

    /** Called by readers inside their loops, so that a reading that was given up ends. */
    void proceed() {
        if (givenUp.get() || Thread.currentThread().isInterrupted()) {
            throw refusal(
                    "document-too-slow", "seconds", limits.timeFor(bytes.length).toSeconds());
        }
    }
}
