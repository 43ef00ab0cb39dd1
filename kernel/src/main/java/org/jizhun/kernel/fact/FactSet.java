package org.jizhun.kernel.fact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jizhun.kernel.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * An immutable snapshot of everything known about one department year: single values and registers. What is not in it is
 * <em>missing</em>, which is neither zero nor an empty list: a register that was filled in with "无" is present and empty.
 *
 * <p>The hash covers names and values, not places or the order of rows, so that the same facts give the same hash from a
 * workbook, a folder or a database.
 */
public final class FactSet {

    private final Vocabulary vocabulary;
    private final Map<String, Fact> facts;
    private final Map<String, List<Row>> registers;

    private FactSet(Vocabulary vocabulary, Map<String, Fact> facts, Map<String, List<Row>> registers) {
        this.vocabulary = vocabulary;
        this.facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
        this.registers = java.util.Collections.unmodifiableMap(new TreeMap<>(registers));
    }

    public static Builder builder(Vocabulary vocabulary) {
        return new Builder(vocabulary);
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The single value of this English name. */
    public Optional<Fact> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    /** All single values, by name. */
    public Map<String, Fact> facts() {
        return facts;
    }

    /** The rows of a register; empty both where it is missing and where there is nothing to report. */
    public List<Row> rows(String register) {
        return registers.getOrDefault(register, List.of());
    }

    /** The registers that were filled in, by name. */
    public Map<String, List<Row>> registers() {
        return registers;
    }

    /** Whether a single value or a register of this English name was filled in. */
    public boolean has(String name) {
        return facts.containsKey(name) || registers.containsKey(name);
    }

    /** The text of a single value; empty where it is missing. */
    public String text(String name) {
        Fact fact = facts.get(name);
        return fact == null ? "" : fact.value().toString();
    }

    /** What a formula sees under an English name: a value, a list of rows, or null where it is missing. */
    public @Nullable Object get(String name) {
        Fact fact = facts.get(name);
        return fact != null ? fact.value() : registers.get(name);
    }

    /** A copy to change, as what-if does. */
    public Builder toBuilder() {
        Builder builder = new Builder(vocabulary);
        builder.facts.putAll(facts);
        registers.forEach((name, rows) -> builder.registers.put(name, new ArrayList<>(rows)));
        return builder;
    }

    /** SHA-256 over the canonical text, in lower-case hex. */
    public String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(canonicalText().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One line a value, one a row; rows sorted, so that their order does not matter. */
    private String canonicalText() {
        StringBuilder text = new StringBuilder();
        facts.forEach((name, fact) ->
                text.append(name).append('=').append(quoted(fact.value())).append('\n'));
        registers.forEach((name, rows) -> {
            text.append(name).append("[]\n");
            rows.stream()
                    .map(FactSet::canonicalRow)
                    .sorted()
                    .forEach(row -> text.append(row).append('\n'));
        });
        return text.toString();
    }

    private static String canonicalRow(Row row) {
        StringBuilder text = new StringBuilder("-");
        List<Kind.Field> fields = row.kind().fields();
        for (int i = 0; i < fields.size(); i++) {
            Object value = row.get(i);
            if (value != null) {
                text.append(' ').append(fields.get(i).name()).append('=').append(quoted(value));
            }
        }
        return text.toString();
    }

    private static String quoted(Object value) {
        return '"'
                + value.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                + '"';
    }

    /** Collects facts; later values of the same name win. */
    public static final class Builder {
        private final Vocabulary vocabulary;
        private final Map<String, Fact> facts = new TreeMap<>();
        private final Map<String, List<Row>> registers = new TreeMap<>();

        private Builder(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
        }

        public Builder put(Fact fact) {
            facts.put(fact.name(), fact);
            return this;
        }

        /**
         * Puts a value of the vocabulary without a source.
         *
         * @throws IllegalArgumentException if the vocabulary has no such single value
         */
        public Builder put(String name, Object value) {
            Kind kind = vocabulary
                    .kind(name)
                    .orElseThrow(() -> new IllegalArgumentException("not in the vocabulary: " + name));
            return put(new Fact(name, (Kind.Simple) kind, value, Place.NONE, ""));
        }

        public Builder add(String register, Row row) {
            registers.computeIfAbsent(register, name -> new ArrayList<>()).add(row);
            return this;
        }

        /** Sets all rows of a register at once; an empty list says that there is nothing to report. */
        public Builder rows(String register, List<Row> rows) {
            registers.put(register, new ArrayList<>(rows));
            return this;
        }

        public Builder remove(String name) {
            facts.remove(name);
            registers.remove(name);
            return this;
        }

        public FactSet build() {
            Map<String, List<Row>> copies = new TreeMap<>();
            registers.forEach((name, rows) -> copies.put(name, List.copyOf(rows)));
            return new FactSet(vocabulary, facts, copies);
        }
    }
}
