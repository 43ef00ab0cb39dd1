package org.jizhun.bench.server;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many threads that do the same thing again and again until the time is over, each with what belongs to it. */
final class Clients {

    /** One client's work; each call is one unit, which is done when it returns. */
    interface Work {
        void once() throws Exception;

        /** Gives back what it holds. */
        default void end() throws SQLException {}
    }

    private Clients() {}

    /** Units a second of all clients together; what was begun in time counts when it is done. */
    static double perSecond(int clients, long millis, Callable<Work> maker) throws Exception {
        List<Work> works = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            for (int i = 0; i < clients; i++) {
                works.add(maker.call());
            }
            long start = System.nanoTime();
            long end = start + millis * 1_000_000;
            List<Future<Long>> counts = new ArrayList<>();
            for (Work work : works) {
                counts.add(threads.submit(() -> count(work, end)));
            }
            long sum = 0;
            for (Future<Long> count : counts) {
                sum += count.get();
            }
            return sum * 1e9 / (System.nanoTime() - start);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a client failed", failed.getCause());
        } finally {
            threads.shutdownNow();
            for (Work work : works) {
                work.end();
            }
        }
    }

    private static long count(Work work, long end) throws Exception {
        long count = 0;
        while (System.nanoTime() < end) {
            work.once();
            count++;
        }
        return count;
    }
}
