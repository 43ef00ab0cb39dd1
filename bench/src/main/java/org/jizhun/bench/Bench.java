package org.jizhun.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jizhun.bench.audit.AuditSpeedBench;
import org.jizhun.bench.province.ProvinceBench;
import org.jizhun.bench.quality.AuditQuality;
import org.jizhun.bench.quality.AuditSlips;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Refusal;

/** Where the launcher enters: runs the benchmark of this name, or all of them without a name. A new one is a line here. */
public final class Bench {

    private interface Benchmark {
        void run(PrintStream out) throws Exception;
    }

    private static final Map<String, Benchmark> BENCHMARKS = new LinkedHashMap<>();

    static {
        BENCHMARKS.put("audit-quality", AuditQuality::run);
        BENCHMARKS.put("audit-slips", AuditSlips::run);
        BENCHMARKS.put("formula", FormulaBench::run);
        BENCHMARKS.put("province", ProvinceBench::run);
        BENCHMARKS.put("report", ReportBench::run);
        BENCHMARKS.put("audit-speed", AuditSpeedBench::run);
    }

    /** Which the launcher runs with another class path: {@code org.jizhun.bench.server.ServerBench} in bench-server. */
    private static final String OF_THE_SERVER = " durable-write pages start";

    private Bench() {}

    public static void main(String[] names) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        boolean english = System.getProperty("jizhun.language", "zh").equals("en");
        for (String name : names.length == 0 ? BENCHMARKS.keySet().toArray(String[]::new) : names) {
            Benchmark benchmark = BENCHMARKS.get(name);
            if (benchmark == null) {
                String known = String.join(" ", BENCHMARKS.keySet()) + OF_THE_SERVER;
                out.println(
                        english
                                ? "There is no benchmark “" + name + "”. There are: " + known
                                : "没有“" + name + "”这项性能测试。可用的有：" + known);
                System.exit(2);
                return;
            }
            try {
                benchmark.run(out);
            } catch (Refusal refusal) {
                refusal.problems().forEach(problem -> out.println(problem.text(english ? Language.EN : Language.ZH)));
                System.exit(2);
            }
        }
    }
}
