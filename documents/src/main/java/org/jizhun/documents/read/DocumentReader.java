package org.jizhun.documents.read;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jspecify.annotations.Nullable;

/**
 * Reads a report of any known format into the kernel's document. The format is told from the content; a name that says
 * otherwise is noted. Reading runs under limits of size, unpacking, pages and time, and never follows an external
 * reference.
 */
public final class DocumentReader {

    private static final long STACK = 4L << 20;
    private static final int BUSY_TIMES = 4;

    private final ReadLimits limits;
    private final Recognition recognition;

    public DocumentReader() {
        this(ReadLimits.standard(), Recognition.OFF);
    }

    /** @param recognition whether pages that are only pictures are read by Tesseract */
    public DocumentReader(ReadLimits limits, Recognition recognition) {
        this.limits = limits;
        this.recognition = recognition;
    }

    /** @throws Refusal if the file cannot be read at all, saying why */
    public Result<Document> read(Path file) {
        Path fileName = file.getFileName();
        String name = fileName == null ? file.toString() : fileName.toString();
        try {
            if (!Files.isRegularFile(file)) {
                throw new Refusal(Problem.of("document-missing", Place.of(name)));
            }
            if (Files.size(file) > limits.fileBytes()) {
                throw new Refusal(Problem.of("document-too-big", Place.of(name), "limit", limits.fileBytes() >> 20));
            }
            return read(name, Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new Refusal(Problem.of("document-missing", Place.of(name)));
        }
    }

    /** @throws Refusal if the bytes cannot be read at all, saying why */
    public Result<Document> read(String name, byte[] bytes) {
        Source source = new Source(name, bytes, limits);
        if (bytes.length == 0) {
            throw source.refusal("document-empty");
        }
        if (bytes.length > limits.fileBytes()) {
            throw source.refusal("document-too-big", "limit", limits.fileBytes() >> 20);
        }
        return inTime(source);
    }

    private Result<Document> inTime(Source source) {
        FutureTask<Document> reading = new FutureTask<>(() -> Reading.of(source, recognition));
        Thread thread = new Thread(null, reading, "reading " + source.name(), STACK);
        thread.setDaemon(true);
        thread.start();
        long millis = limits.timeFor(source.bytes().length).toMillis()
                + recognition.allowance().toMillis();
        try {
            return new Result<>(waitFor(reading, thread, millis), source.problems());
        } catch (TimeoutException late) {
            source.giveUp();
            reading.cancel(true);
            throw source.refusal("document-too-slow", "seconds", millis / 1000);
        } catch (InterruptedException stopped) {
            source.giveUp();
            reading.cancel(true);
            Thread.currentThread().interrupt();
            throw source.refusal("document-too-slow", "seconds", millis / 1000);
        } catch (ExecutionException failed) {
            throw refusal(source, failed.getCause());
        }
    }

    /** The time counts that the reading itself used: on a busy machine it may take a few times as long. */
    private static Document waitFor(FutureTask<Document> reading, Thread thread, long millis)
            throws TimeoutException, InterruptedException, ExecutionException {
        for (int turn = 1; turn < BUSY_TIMES; turn++) {
            try {
                return reading.get(millis, TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                long used = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
                if (used < 0 || used >= TimeUnit.MILLISECONDS.toNanos(millis) * 9 / 10) {
                    throw late;
                }
            }
        }
        return reading.get(millis, TimeUnit.MILLISECONDS);
    }

    /** What a parser throws at a damaged file is a fact about the file; only a refusal says more. */
    private static Refusal refusal(Source source, @Nullable Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        if (cause instanceof OutOfMemoryError) {
            return source.refusal("document-bomb");
        }
        return source.refusal(
                "document-broken",
                "detail",
                cause == null ? "" : cause.getClass().getSimpleName());
    }
}
