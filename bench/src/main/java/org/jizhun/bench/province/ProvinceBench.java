package org.jizhun.bench.province;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import org.jizhun.documents.rules.RuleFolder;
import org.jizhun.documents.rules.Rules;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.Criterion;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scoring.QuickScoring;

/**
 * {@code ./jizhun bench province}: 20,000 department years with 12 months and 200 contracts each, all leaf criteria of the
 * Guangzhou scheme, on all cores, without explanation; beside {@link HandWrittenLoop}. Both get the same years, generated
 * as they are needed; every score is compared before anything is timed.
 */
public final class ProvinceBench {

    private static final String SCHEME = "guangzhou-department-2023";
    private static final int YEARS = 20_000;
    private static final int WARM_UP = 3_000;
    private static final int COMPARED = 2_000;
    private static final int ROUNDS = 3;

    private final Scheme scheme;
    private final WorkingDays calendar;
    private final int threads = Runtime.getRuntime().availableProcessors();

    private ProvinceBench(Rules rules) {
        this.scheme = rules.schemes().find(SCHEME).orElseThrow();
        this.calendar = rules.calendar();
    }

    public static void run(PrintStream out) {
        Path home = Path.of(System.getProperty("jizhun.home", "."));
        new ProvinceBench(RuleFolder.load(home.resolve("schemes")).value()).print(out);
    }

    private void print(PrintStream out) {
        compare();
        Supplier<IntToLongFunction> engine = this::engine;
        Supplier<IntToLongFunction> loop = this::loop;
        pass(engine, WARM_UP);
        pass(loop, WARM_UP);
        Pass ours = Pass.NONE;
        Pass peer = Pass.NONE;
        long heapAfterFirst = 0;
        long heapAfterLast = 0;
        resetPeaks();
        for (int round = 0; round < ROUNDS; round++) {
            ours = ours.better(pass(engine, YEARS));
            heapAfterLast = heapInUse();
            heapAfterFirst = round == 0 ? heapAfterLast : heapAfterFirst;
            peer = peer.better(pass(loop, YEARS));
        }
        out.printf(
                "%,d department years × %d criteria, 12 months, 200 contracts each; %d threads; best of %d rounds%n",
                YEARS, scheme.leaves().size(), threads, ROUNDS);
        out.printf("scores compared with the loop before timing: %,d years, all equal%n%n", COMPARED);
        out.printf("%-28s %12s %14s %14s%n", "", "scoring, s", "with input, s", "years/s");
        row(out, "Jizhun, one scheme file", ours);
        row(out, "loop written by hand", peer);
        out.printf(
                "%nratio of scoring time: %s (goal ≤ 3)   with generation and input: %s%n",
                ratio(ours.scoring, peer.scoring), ratio(ours.wall, peer.wall));
        out.printf(
                "heap in use after round 1 and %d: %d and %d MiB   peak, garbage included: %d MiB of %d allowed%n",
                ROUNDS,
                heapAfterFirst >> 20,
                heapAfterLast >> 20,
                peak() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private void row(PrintStream out, String name, Pass pass) {
        out.printf(
                "%-28s %12s %14s %,14d%n",
                name, seconds(pass.scoring / threads), seconds(pass.wall), YEARS * 1_000_000_000L / pass.wall);
    }

    /** Scores one year and gives the nanoseconds that scoring took, input not counted. */
    private IntToLongFunction engine() {
        QuickScoring scoring = QuickScoring.of(scheme);
        return number -> {
            DepartmentFacts facts = new DepartmentFacts(DepartmentYear.number(number), calendar);
            long start = System.nanoTime();
            QuickScoring.Scored scored = scoring.score(facts);
            long time = System.nanoTime() - start;
            if (!scored.total().equals(scored.attainable())) {
                throw new IllegalStateException("something was missing in year " + number);
            }
            return time;
        };
    }

    private IntToLongFunction loop() {
        HandWrittenLoop hand = new HandWrittenLoop(calendar);
        return number -> {
            DepartmentYear year = DepartmentYear.number(number);
            long start = System.nanoTime();
            Map<String, BigDecimal> points = hand.score(year);
            BigDecimal total = points.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            long time = System.nanoTime() - start;
            if (total.signum() < 0) {
                throw new IllegalStateException("year " + number + " below zero");
            }
            return time;
        };
    }

    private void compare() {
        QuickScoring scoring = QuickScoring.of(scheme);
        HandWrittenLoop hand = new HandWrittenLoop(calendar);
        List<Criterion> leaves = scheme.leaves();
        for (int number = 0; number < COMPARED; number++) {
            DepartmentYear year = DepartmentYear.number(number);
            List<Exact> ours =
                    scoring.score(new DepartmentFacts(year, calendar)).leaves();
            Map<String, BigDecimal> theirs = hand.score(year);
            for (int i = 0; i < leaves.size(); i++) {
                String id = leaves.get(i).id();
                Exact mine = ours.get(i);
                BigDecimal other = theirs.get(id);
                if (mine == null || other == null || !mine.equals(Exact.of(other))) {
                    throw new IllegalStateException(
                            "year " + number + ", " + id + ": Jizhun " + mine + ", loop " + other);
                }
            }
        }
    }

    private Pass pass(Supplier<IntToLongFunction> contender, int years) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            List<Callable<Long>> shares = new ArrayList<>();
            for (int share = 0; share < threads; share++) {
                int first = share;
                shares.add(() -> {
                    IntToLongFunction scoring = contender.get();
                    long time = 0;
                    for (int number = first; number < years; number += threads) {
                        time += scoring.applyAsLong(number);
                    }
                    return time;
                });
            }
            long scoring = 0;
            for (Future<Long> done : pool.invokeAll(shares)) {
                scoring += done.get();
            }
            return new Pass(System.nanoTime() - start, scoring);
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Nanoseconds of one pass: by the clock, and summed over threads for scoring alone. */
    private record Pass(long wall, long scoring) {
        static final Pass NONE = new Pass(Long.MAX_VALUE, Long.MAX_VALUE);

        Pass better(Pass other) {
            return other.scoring < scoring ? other : this;
        }
    }

    private static String seconds(long nanoseconds) {
        return BigDecimal.valueOf(nanoseconds / 1_000_000, 3).toString();
    }

    private static String ratio(long ours, long theirs) {
        return BigDecimal.valueOf(ours).divide(BigDecimal.valueOf(theirs), 2, java.math.RoundingMode.HALF_UP) + "×";
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    @SuppressWarnings("SystemGc") // what stays in use can only be seen after a collection
    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
