package org.jizhun.documents.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.kernel.fact.Fact;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Facts as canonical JSON: {@code {"facts":{name:value},"registers":{name:[{column:value}]}}}, names sorted, columns in the
 * order of the vocabulary, rows in theirs. Figures are strings in base units (yuan, ratio), dates ISO, what is missing is
 * left out. The same facts always give the same bytes; places and notes are not kept.
 */
public final class FactsJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FILE = "facts.json";

    private final Vocabulary vocabulary;
    private final List<Problem> problems = new ArrayList<>();

    private FactsJson(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public static String write(FactSet facts) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode values = root.putObject("facts");
        facts.facts().forEach((name, fact) -> put(values, name, fact.value()));
        ObjectNode registers = root.putObject("registers");
        facts.registers().forEach((name, rows) -> {
            ArrayNode array = registers.putArray(name);
            for (Row row : rows) {
                ObjectNode object = array.addObject();
                List<Kind.Field> fields = row.kind().fields();
                for (int i = 0; i < fields.size(); i++) {
                    Object value = row.get(i);
                    if (value != null) {
                        put(object, fields.get(i).name(), value);
                    }
                }
            }
        });
        return JSON.writeValueAsString(root);
    }

    private static void put(ObjectNode object, String name, Object value) {
        if (value instanceof Boolean truth) {
            object.put(name, truth.booleanValue());
        } else {
            object.put(name, value.toString());
        }
    }

    /** Reads what {@link #write} wrote; names that the vocabulary does not have and unreadable values are problems. */
    public static Result<FactSet> read(String json, Vocabulary vocabulary) {
        FactsJson reader = new FactsJson(vocabulary);
        FactSet facts = reader.read(json);
        return new Result<>(facts, reader.problems);
    }

    private FactSet read(String json) {
        FactSet.Builder facts = FactSet.builder(vocabulary);
        try {
            JsonNode root = JSON.readTree(json);
            for (Map.Entry<String, JsonNode> entry : root.path("facts").properties()) {
                readFact(entry.getKey(), entry.getValue(), facts);
            }
            for (Map.Entry<String, JsonNode> entry : root.path("registers").properties()) {
                readRegister(entry.getKey(), entry.getValue(), facts);
            }
            if (!root.path("facts").isObject() || !root.path("registers").isObject()) {
                problems.add(Problem.of("facts-json-broken", Place.of(FILE)));
            }
        } catch (JacksonException broken) {
            problems.add(Problem.of("facts-json-broken", Place.of(FILE)));
        }
        return facts.build();
    }

    private void readFact(String name, JsonNode node, FactSet.Builder facts) {
        Optional<Kind> kind = vocabulary.kind(name);
        if (kind.isPresent() && kind.get() instanceof Kind.Simple simple) {
            Object value = value(name, simple, node);
            if (value != null) {
                facts.put(new Fact(name, simple, value, Place.of(FILE), ""));
            }
        } else {
            problems.add(Problem.of("facts-json-name", Place.of(FILE), "found", name));
        }
    }

    private void readRegister(String name, JsonNode rows, FactSet.Builder facts) {
        Optional<Register> register = vocabulary.register(name);
        if (register.isEmpty() || register.get().shape() != Register.Shape.TABLE || !rows.isArray()) {
            problems.add(Problem.of("facts-json-name", Place.of(FILE), "found", name));
            return;
        }
        Kind.RecordOf kind = register.get().recordKind();
        List<Row> read = new ArrayList<>();
        for (JsonNode row : rows) {
            @Nullable Object[] values = new Object[kind.fields().size()];
            for (Map.Entry<String, JsonNode> cell : row.properties()) {
                int index = kind.indexOf(cell.getKey());
                String path = name + "." + cell.getKey();
                if (index < 0) {
                    problems.add(Problem.of("facts-json-name", Place.of(FILE), "found", path));
                } else {
                    values[index] =
                            value(path, (Kind.Simple) kind.fields().get(index).kind(), cell.getValue());
                }
            }
            read.add(new Row(kind, values, Place.of(FILE)));
        }
        facts.rows(name, read);
    }

    private @Nullable Object value(String path, Kind.Simple kind, JsonNode node) {
        try {
            return switch (kind) {
                case BOOLEAN -> node.isBoolean() ? node.booleanValue() : unreadable(path, node);
                case TEXT -> node.isString() ? node.stringValue() : unreadable(path, node);
                case DATE -> node.isString() ? java.time.LocalDate.parse(node.stringValue()) : unreadable(path, node);
                case NUMBER, AMOUNT, PERCENT, POINTS, COUNT ->
                    node.isString() ? exact(node.stringValue()) : unreadable(path, node);
                case DURATION -> unreadable(path, node);
            };
        } catch (java.time.DateTimeException | ArithmeticException | NumberFormatException wrong) {
            return unreadable(path, node);
        }
    }

    /** A decimal, or a fraction such as 1/3. */
    private static Exact exact(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Exact.parse(text)
                : Exact.parse(text.substring(0, slash)).dividedBy(Exact.parse(text.substring(slash + 1)));
    }

    private @Nullable Object unreadable(String path, JsonNode node) {
        problems.add(Problem.of("facts-json-value", Place.of(FILE), "name", path, "found", node.toString()));
        return null;
    }
}
