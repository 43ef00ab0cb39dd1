package org.jizhun.kernel.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.problem.Beside;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.yaml.YamlNode;

/**
 * Every name that a case may fill and a formula may use: the registers with their columns, read from {@code
 * vocabulary.yaml}. The workbook template, the case reader, the formula checker and the documentation all follow from it,
 * so a new column is one edit there.
 */
public final class Vocabulary {

    private static final Set<String> REGISTER_KEYS =
            Set.of("register", "label", "shape", "note", "row-name", "row-word", "columns");
    private static final Set<String> COLUMN_KEYS = Set.of(
            "name",
            "label",
            "kind",
            "unit",
            "required",
            "values",
            "note",
            "example",
            "aliases",
            "year-end",
            "never-negative",
            "en");
    private static final Vocabulary STANDARD = readStandard();

    private final List<Register> registers;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /** The given registers, in the order of the workbook's sheets. */
    public Vocabulary(List<Register> registers) {
        this.registers = List.copyOf(registers);
        for (Register register : registers) {
            if (register.shape() == Register.Shape.VALUES) {
                register.columns().forEach(column -> {
                    kinds.put(column.name(), column.kind());
                    kinds.put(column.label(), column.kind());
                });
            } else {
                Kind list = new Kind.ListOf(register.recordKind());
                kinds.put(register.name(), list);
                kinds.put(register.label(), list);
            }
        }
    }

    /** The vocabulary that every case shares. */
    public static Vocabulary standard() {
        return STANDARD;
    }

    public List<Register> registers() {
        return registers;
    }

    /** The register by English name or Chinese label. */
    public Optional<Register> register(String nameOrLabel) {
        return registers.stream()
                .filter(register ->
                        register.name().equals(nameOrLabel) || register.label().equals(nameOrLabel))
                .findFirst();
    }

    /** The kind of a name that stands by itself in a formula (a single value or a register), in either language. */
    public Optional<Kind> kind(String nameOrLabel) {
        return Optional.ofNullable(kinds.get(nameOrLabel));
    }

    /** Every name that may stand by itself in a formula, English and Chinese. */
    public Set<String> names() {
        return java.util.Collections.unmodifiableSet(kinds.keySet());
    }

    /** This vocabulary with further single values, which a scheme declares for itself. */
    public Vocabulary withValues(List<Register.Column> values) {
        if (values.isEmpty()) {
            return this;
        }
        List<Register> extended = new ArrayList<>(registers);
        for (int i = 0; i < extended.size(); i++) {
            Register register = extended.get(i);
            if (register.name().equals("values")) {
                List<Register.Column> columns = new ArrayList<>(register.columns());
                columns.addAll(values);
                extended.set(
                        i,
                        new Register(
                                register.name(),
                                register.label(),
                                register.shape(),
                                register.note(),
                                register.rowName(),
                                register.rowWord(),
                                columns));
            }
        }
        return new Vocabulary(extended);
    }

    /** Reads registers from YAML: a list under {@code registers}. All mistakes are reported at once. */
    public static Result<Vocabulary> read(String file, String yaml) {
        Result<YamlNode> parsed = YamlNode.parse(file, yaml);
        List<Problem> problems = new ArrayList<>(parsed.problems());
        List<Register> registers = new ArrayList<>();
        parsed.value().refuseUnknownKeys(Set.of("registers"), problems);
        for (YamlNode node : parsed.value().items("registers")) {
            registers.add(register(node, problems));
        }
        return new Result<>(new Vocabulary(registers), problems);
    }

    /** Reads one column, as a register or a scheme's own value declares it. */
    public static Register.Column column(YamlNode node, List<Problem> problems) {
        node.refuseUnknownKeys(COLUMN_KEYS, problems);
        return new Register.Column(
                node.required("name", problems),
                node.required("label", problems),
                kind(node, problems),
                node.text("unit", ""),
                node.text("required", "false").equals("true"),
                texts(node.items("values")),
                node.text("note", ""),
                node.text("example", ""),
                texts(node.items("aliases")),
                node.text("year-end", "false").equals("true"),
                node.text("never-negative", "false").equals("true"),
                node.text("en", ""));
    }

    private static Register register(YamlNode node, List<Problem> problems) {
        node.refuseUnknownKeys(REGISTER_KEYS, problems);
        List<Register.Column> columns = node.items("columns").stream()
                .map(each -> column(each, problems))
                .toList();
        return new Register(
                node.required("register", problems),
                node.required("label", problems),
                Register.Shape.valueOf(node.text("shape", "table").toUpperCase(Locale.ROOT)),
                node.text("note", ""),
                node.text("row-name", ""),
                node.text("row-word", ""),
                columns);
    }

    private static Kind.Simple kind(YamlNode node, List<Problem> problems) {
        String word = node.required("kind", problems);
        for (Kind.Simple kind : Kind.Simple.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        problems.add(Problem.of("kind-unknown", node.place(), "found", word));
        return Kind.TEXT;
    }

    private static List<String> texts(List<YamlNode> nodes) {
        return nodes.stream().map(YamlNode::text).toList();
    }

    private static Vocabulary readStandard() {
        String name = "vocabulary.yaml";
        Result<Vocabulary> read = read(name, Beside.text(Vocabulary.class, name));
        if (read.hasErrors()) {
            throw new Refusal(read.problems());
        }
        return read.value();
    }
}
