package org.jizhun.bench;

import com.googlecode.aviator.AviatorEvaluator;
import com.googlecode.aviator.AviatorEvaluatorInstance;
import com.googlecode.aviator.Expression;
import com.googlecode.aviator.Options;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.formula.Inputs;
import org.jizhun.kernel.formula.Scope;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.CompiledExpression;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.impl.FEELBuilder;

/**
 * Our formulas, with and without trace, beside KIE FEEL and Aviator on the same exact inputs. Every engine must give the
 * same result, compared to 18 decimals, before any is timed. All run in one thread, warmed up alike; the best of several
 * rounds counts.
 */
public final class FormulaBench {

    private static final long ROUND_NANOS = 600_000_000L;
    private static final int ROUNDS = 4;

    private final FEEL feel = FEELBuilder.builder().build();
    private final AviatorEvaluatorInstance aviator = AviatorEvaluator.newInstance();
    private final Map<String, Object> ours = new HashMap<>();
    private final Map<String, Object> theirs = new HashMap<>();
    private final Scope scope =
            Scope.of(Vocabulary.standard()).with("rate", "", Kind.NUMBER).with("weight", "", Kind.NUMBER);
    /** Written and never read, so that no result can be thought unused. */
    @SuppressWarnings("UnusedVariable")
    private volatile @Nullable Object consumed;

    private record Contest(String name, String formula, String feel, String aviator) {}

    private static final List<Contest> CONTESTS = List.of(
            new Contest(
                    "capped mean, 10 months",
                    "mean(for m in execution return min(m.rate, 100%))",
                    "mean(for m in execution return min(m.rate, 1))",
                    "reduce(map(execution, lambda(m) -> min(m.rate, 1M) end), +, 0M) / decimal(count(execution))"),
            new Contest(
                    "ladder, 5 steps",
                    "if rate >= 0.95 then weight else if rate >= 0.9 then weight * 0.9 else if rate >= 0.8 then weight * 0.8"
                            + " else if rate >= 0.6 then weight * 0.6 else 0",
                    "if rate >= 0.95 then weight else if rate >= 0.9 then weight * 0.9 else if rate >= 0.8 then weight * 0.8"
                            + " else if rate >= 0.6 then weight * 0.6 else 0",
                    "rate >= 0.95M ? weight : rate >= 0.9M ? weight * 0.9M : rate >= 0.8M ? weight * 0.8M"
                            + " : rate >= 0.6M ? weight * 0.6M : 0M"),
            new Contest(
                    "share of 200 contracts",
                    "count(contracts[filed != null and amount > 1000 元]) / count(contracts)",
                    "count(contracts[filed != null and amount > 1000]) / count(contracts)",
                    "decimal(count(filter(contracts, lambda(c) -> c.filed != nil && c.amount > 1000M end)))"
                            + " / decimal(count(contracts))"));

    private FormulaBench() {
        aviator.setOption(Options.ALWAYS_PARSE_FLOATING_POINT_NUMBER_INTO_DECIMAL, true);
        aviator.setOption(Options.MATH_CONTEXT, MathContext.DECIMAL128);
        months();
        contracts();
        figure("rate", "0.83");
        figure("weight", "10");
    }

    /** Runs the benchmark and prints its table. */
    public static void run(PrintStream out) {
        new FormulaBench().measure(out);
    }

    public static void main(String[] arguments) {
        run(System.out);
    }

    private void measure(PrintStream out) {
        out.println("evaluations a second, one thread; results equal to 18 decimals in all four");
        out.printf(
                Locale.ROOT,
                "%-24s %12s %12s %12s %12s %10s %10s%n",
                "formula",
                "jizhun",
                "with trace",
                "KIE FEEL",
                "Aviator",
                "÷ KIE",
                "trace ÷ KIE");
        for (Contest contest : CONTESTS) {
            measure(contest, out);
        }
        out.println("goal: at least 20 times KIE FEEL without trace, 5 times with trace");
    }

    private void measure(Contest contest, PrintStream out) {
        Formula formula = Formula.compile(contest.formula(), Place.NONE, scope)
                .value()
                .orElseThrow(() -> new IllegalStateException(contest.formula()));
        Inputs inputs = ours::get;
        CompilerContext context = feel.newCompilerContext();
        theirs.forEach(context::addInputVariable);
        CompiledExpression compiled = feel.compile(contest.feel(), context);
        Expression expression = aviator.compile(contest.aviator(), true);

        List<Supplier<@Nullable Object>> engines = List.of(
                () -> formula.value(inputs),
                () -> formula.read(inputs).value(),
                () -> feel.evaluate(compiled, theirs),
                () -> expression.execute(theirs));
        verify(contest, engines);
        double[] rates = new double[engines.size()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < rates.length; i++) {
                rates[i] = Math.max(rates[i], rate(engines.get(i)));
            }
        }
        out.printf(
                Locale.ROOT,
                "%-24s %,12.0f %,12.0f %,12.0f %,12.0f %9.1fx %9.1fx%n",
                contest.name(),
                rates[0],
                rates[1],
                rates[2],
                rates[3],
                rates[0] / rates[2],
                rates[1] / rates[2]);
    }

    private static void verify(Contest contest, List<Supplier<@Nullable Object>> engines) {
        BigDecimal expected = decimal(engines.get(0).get());
        for (Supplier<@Nullable Object> engine : engines) {
            BigDecimal found = decimal(engine.get());
            if (found.compareTo(expected) != 0) {
                throw new IllegalStateException(contest.name() + ": " + expected + " and " + found);
            }
        }
    }

    private static BigDecimal decimal(@Nullable Object value) {
        if (value instanceof Exact exact) {
            return exact.toDecimal(org.jizhun.kernel.quantity.Rounding.halfUp(18));
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).setScale(18, RoundingMode.HALF_UP);
        }
        throw new IllegalStateException("not a number: " + value);
    }

    private double rate(Supplier<@Nullable Object> engine) {
        long start = System.nanoTime();
        long runs = 0;
        long now = start;
        while (now - start < ROUND_NANOS) {
            for (int i = 0; i < 20; i++) {
                consumed = engine.get();
            }
            runs += 20;
            now = System.nanoTime();
        }
        return runs * 1e9 / (now - start);
    }

    private void figure(String name, String value) {
        ours.put(name, Exact.parse(value));
        theirs.put(name, new BigDecimal(value));
    }

    private void months() {
        Register register = Vocabulary.standard().register("execution").orElseThrow();
        List<Row> rows = new ArrayList<>();
        List<Map<String, Object>> maps = new ArrayList<>();
        for (int month = 3; month <= 12; month++) {
            String rate = "0.9" + month + "7";
            rows.add(row(register.recordKind(), month, Map.of("month", Exact.of(month), "rate", Exact.parse(rate))));
            maps.add(Map.of("month", BigDecimal.valueOf(month), "rate", new BigDecimal(rate)));
        }
        ours.put("execution", List.copyOf(rows));
        theirs.put("execution", maps);
    }

    private void contracts() {
        Register register = Vocabulary.standard().register("contracts").orElseThrow();
        List<Row> rows = new ArrayList<>();
        List<Map<String, Object>> maps = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            java.time.LocalDate filed =
                    i % 7 == 0 ? null : java.time.LocalDate.of(2025, 3, 1).plusDays(i);
            Map<String, Object> own = new HashMap<>();
            own.put("amount", Exact.of(i * 150L));
            own.put("filed", filed);
            rows.add(row(register.recordKind(), i, own));
            Map<String, Object> map = new HashMap<>();
            map.put("amount", BigDecimal.valueOf(i * 150L));
            map.put("filed", filed);
            maps.add(map);
        }
        ours.put("contracts", List.copyOf(rows));
        theirs.put("contracts", maps);
    }

    private static Row row(Kind.RecordOf kind, int line, Map<String, Object> values) {
        @Nullable Object[] fields = new Object[kind.fields().size()];
        values.forEach((name, value) -> fields[kind.indexOf(name)] = value);
        return new Row(kind, fields, Place.text("bench", line, 1));
    }
}
