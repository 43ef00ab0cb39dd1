package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Measures;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Interval;
import org.jizhun.kernel.scheme.Measure;
import org.jspecify.annotations.Nullable;

/**
 * The rates that known schemes score by, held against what is printed under their names: a table row or a paragraph that
 * prints the rate and all the figures its formula reads is computed by the kernel's formula in its interval reading.
 * Silent where an input is not printed, is in doubt by another relation, or could be either of two figures.
 */
final class SchemeFormulas implements Relation {

    private static final Sought DECORATION = Sought.of("（[^）]*）|[“”\"《》\\s]");
    private static final int NEAR = 15;

    @Override
    public String name() {
        return "scheme-formula";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Map<String, List<Measure>> byName = claims.rates().stream()
                .filter(rate -> rate.name().endsWith("率"))
                .collect(Collectors.groupingBy(Measure::name, LinkedHashMap::new, Collectors.toList()));
        Stream.concat(claims.tables().stream(), claims.turned().stream())
                .map(Headings::of)
                .forEach(table -> byName.values().forEach(rates -> table(table, rates, ledger)));
        for (Passage passage : claims.passages()) {
            String text = passage.text().contains("率") ? plain(passage.text()) : "";
            byName.forEach((name, rates) -> {
                if (text.contains(name)) {
                    passage(claims.mentions(passage), rates, ledger);
                }
            });
        }
    }

    /** A table with its headings as they are compared. */
    private record Headings(Table table, List<String> plain, Map<Register.Column, Optional<Table.Column>> named) {

        static Headings of(Table table) {
            return new Headings(
                    table,
                    table.columns().stream()
                            .map(column -> SchemeFormulas.plain(column.heading()))
                            .toList(),
                    new IdentityHashMap<>());
        }

        /** The one column of an input, sought once for all rows. */
        Optional<Table.Column> column(Register.Column input) {
            return named.computeIfAbsent(input, own -> column(own.label(), own.aliases()));
        }

        /** The one column of a name: the heading itself, another in use for it, or one that means the same measure. */
        Optional<Table.Column> column(String label, List<String> aliases) {
            List<Table.Column> columns = table.columns();
            return only(IntStream.range(0, columns.size())
                            .filter(i -> isNamed(plain.get(i), label, aliases))
                            .mapToObj(columns::get))
                    .or(() -> columnOfMeasure(measure(label)));
        }

        private Optional<Table.Column> columnOfMeasure(Optional<String> measure) {
            return only(table.columns().stream()
                    .filter(column -> measure.isPresent() && column.measure().equals(measure)));
        }
    }

    /** A formula that fails in most rows shows that the columns mean something else. */
    private static void table(Headings headings, List<Measure> rates, Ledger ledger) {
        Optional<Table.Column> column = headings.column(rates.get(0).name(), List.of());
        if (column.isEmpty()) {
            return;
        }
        List<Finding> wrong = new ArrayList<>();
        int held = 0;
        for (Table.Row row : headings.table().rows()) {
            Optional<Figure> stated = row.figures().get(column.get().index());
            if (stated.isPresent()) {
                List<Computed> computed = computed(
                        rates,
                        plain(row.label()),
                        input -> headings.column(input)
                                .flatMap(found -> row.figures().get(found.index())));
                held += computed.stream().anyMatch(each -> each.agrees(stated.get())) ? 1 : 0;
                finding(stated.get(), computed, ledger).ifPresent(wrong::add);
            }
        }
        if (wrong.size() < 2 || wrong.size() <= held) {
            wrong.forEach(ledger::find);
        }
    }

    private static void passage(List<Mention> mentions, List<Measure> rates, Ledger ledger) {
        String name = rates.get(0).name();
        for (Mention mention : mentions) {
            String label = plain(mention.claim().label());
            if (label.endsWith(name)) {
                String subject = label.substring(0, label.length() - name.length());
                List<Computed> computed = computed(rates, "", input -> figure(mentions, mention, name, subject, input));
                finding(mention.figure(), computed, ledger)
                        .filter(finding -> computed.stream().anyMatch(each -> each.isMeant(mention.figure())))
                        .ifPresent(ledger::find);
            }
        }
    }

    /** The one figure of a paragraph that is called so, of the same subject as the rate. */
    private static Optional<Figure> figure(
            List<Mention> mentions, Mention result, String name, String subject, Register.Column input) {
        List<Mention> others = mentions.stream()
                .filter(mention -> !mention.figure().equals(result.figure()) && !mention.bracketed())
                .toList();
        return only(others.stream()
                        .filter(mention ->
                                isNamed(plain(mention.claim().label()), subject + input.label(), input.aliases())))
                .or(() -> only(others.stream()
                        .filter(mention -> {
                            String of = mention.claim().subject();
                            return of.equals(subject) || (subject.isEmpty() && name.startsWith(of));
                        })
                        .filter(mention -> mention.measure().isPresent()
                                && mention.measure().equals(measure(input.label())))))
                .map(Mention::figure);
    }

    private static boolean isNamed(String heading, String label, List<String> aliases) {
        return heading.equals(label) || aliases.contains(heading);
    }

    private static Optional<String> measure(String label) {
        return Measures.standard().ofHeading(label);
    }

    private static <T> Optional<T> only(Stream<T> all) {
        List<T> first = all.limit(2).toList();
        return first.size() == 1 ? Optional.of(first.get(0)) : Optional.empty();
    }

    private static String plain(String text) {
        return DECORATION.replaceAll(text, "");
    }

    private static List<Computed> computed(
            List<Measure> rates, String label, Function<Register.Column, Optional<Figure>> printed) {
        return rates.stream()
                .map(rate -> new Computed(rate, new PrintedFacts(rate.vocabulary(), label, printed)))
                .filter(Computed::isKnown)
                .toList();
    }

    /** Told where some scheme's formula can be computed and none agrees. */
    private static Optional<Finding> finding(Figure stated, List<Computed> computed, Ledger ledger) {
        boolean silent = stated.kind() != Figure.Kind.PERCENT
                || ledger.judged(stated)
                || computed.stream().anyMatch(each -> each.agrees(stated) || each.isDoubted(ledger));
        return silent ? Optional.empty() : computed.stream().findFirst().map(each -> each.finding(stated));
    }

    /** A scheme's rate over figures that are printed together. */
    private record Computed(Measure rate, PrintedFacts facts) {

        private @Nullable Object bounds(Function<Figure, Object> reading) {
            return rate.formula().bounds(facts.read(reading));
        }

        private @Nullable Object value() {
            return rate.formula().value(facts.read(Figure::value));
        }

        /** Whether all its figures are there, in units of one kind. */
        boolean isKnown() {
            boolean known = value() instanceof Exact value && !value.isZero();
            return known
                    && facts.figures().stream().map(Figure::kind).distinct().count() == 1;
        }

        boolean isDoubted(Ledger ledger) {
            return facts.figures().stream().anyMatch(ledger::doubts);
        }

        /** Whether the print is one of the values that the printed inputs allow, rounded or cut off, its sign left open. */
        boolean agrees(Figure stated) {
            Interval print = PrintedFacts.interval(stated.rounded()).hull(PrintedFacts.interval(stated.truncated()));
            return Stream.of(bounds(PrintedFacts::rounded), bounds(PrintedFacts::truncated))
                    .anyMatch(bounds -> meets(bounds, print) || meets(bounds, print.negate()));
        }

        private static boolean meets(@Nullable Object bounds, Interval print) {
            return bounds instanceof Interval interval
                    ? interval.intersects(print)
                    : !(bounds instanceof Exact exact) || print.contains(exact);
        }

        /** In running text another rate may be meant: only one near to the formula's value, or a slip of it, is told. */
        boolean isMeant(Figure stated) {
            return value() instanceof Exact value
                    && (stated.value()
                                            .minus(value)
                                            .abs()
                                            .times(Exact.HUNDRED)
                                            .compareTo(value.abs().times(Exact.of(NEAR)))
                                    <= 0
                            || NearMisses.isSlip(stated, value));
        }

        Finding finding(Figure stated) {
            Exact value = (Exact) Objects.requireNonNull(value());
            String expected = stated.print(value);
            Problem problem = Problem.of(
                    "scheme-formula-differs",
                    Place.NONE,
                    "name",
                    rate.name(),
                    "stated",
                    stated.text(),
                    "expected",
                    expected,
                    "formula",
                    rate.formula().text(),
                    "scheme",
                    rate.scheme().zh(),
                    "schemeEn",
                    rate.scheme().en());
            return new Finding(
                    Kind.RATIO,
                    problem.severity(),
                    stated.text(),
                    Optional.of(expected),
                    problem,
                    NearMisses.explain(stated, value, List.of()),
                    stated.spot(),
                    facts.figures().stream().map(Figure::spot).toList());
        }
    }
}
