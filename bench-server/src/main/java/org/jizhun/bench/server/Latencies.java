package org.jizhun.bench.server;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How long requests took, by kind, and which were not answered as they should. Safe for many threads. */
final class Latencies {

    private static final double NANOS = 1e6;
    private final Map<String, List<Long>> byKind = new TreeMap<>();
    private final Map<String, Integer> errors = new TreeMap<>();
    private final List<String> seen = new ArrayList<>();

    synchronized void add(String kind, long nanos) {
        byKind.computeIfAbsent(kind, word -> new ArrayList<>()).add(nanos);
    }

    synchronized void error(String kind, String what) {
        errors.merge(kind, 1, Integer::sum);
        if (seen.size() < 5) {
            seen.add(kind + ": " + what);
        }
    }

    /** A line for each kind and one over all, in milliseconds. */
    synchronized void print(PrintStream out, String title) {
        List<Long> all = new ArrayList<>();
        byKind.forEach((kind, nanos) -> {
            line(out, title + ", " + kind, nanos, errors.getOrDefault(kind, 0));
            all.addAll(nanos);
        });
        if (byKind.size() > 1) {
            line(out, title + ", all", all, errors());
        }
        seen.forEach(each -> out.println("  error in " + each));
    }

    synchronized int errors() {
        return errors.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Over all kinds, in milliseconds. */
    synchronized double percentile(double share) {
        List<Long> all = new ArrayList<>();
        byKind.values().forEach(all::addAll);
        return at(sorted(all), share);
    }

    static void heading(PrintStream out) {
        out.printf(Locale.ROOT, "%-40s %8s %8s %8s %8s %7s%n", "", "requests", "p50 ms", "p95 ms", "p99 ms", "errors");
    }

    private static void line(PrintStream out, String what, List<Long> nanos, int errors) {
        long[] sorted = sorted(nanos);
        out.printf(
                Locale.ROOT,
                "%-40s %8d %8.1f %8.1f %8.1f %7d%n",
                what,
                sorted.length,
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99),
                errors);
    }

    private static long[] sorted(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The smallest value that so many of all do not exceed. */
    private static double at(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)] / NANOS;
    }
}
