package org.jizhun.bench.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the launcher enters for the benchmarks that need the server: runs those named. A new one is a line here. */
public final class ServerBench {

    private interface Benchmark {
        void run(PrintStream out) throws Exception;
    }

    private static final Map<String, Benchmark> BENCHMARKS = new LinkedHashMap<>();

    static {
        BENCHMARKS.put("durable-write", DurableWriteBench::run);
        BENCHMARKS.put("pages", PagesBench::run);
        BENCHMARKS.put("start", StartBench::run);
    }

    private ServerBench() {}

    public static void main(String[] names) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (String name : names.length == 0 ? BENCHMARKS.keySet().toArray(String[]::new) : names) {
            Benchmark benchmark = BENCHMARKS.get(name);
            if (benchmark == null) {
                throw new IllegalArgumentException(name + " is none of " + BENCHMARKS.keySet());
            }
            benchmark.run(out);
        }
        // What is left of the server's pools must not keep the process.
        System.exit(0);
    }
}
