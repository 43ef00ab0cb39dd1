package org.jizhun.server.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What stands in an entry as lines for people: a field and its value a line, called as the pages call them. */
final class EntryText {

    private static final Set<String> TYPED =
            Set.of("name", "shortName", "code", "login", "post", "title", "label", "definition", "indicator", "file");

    private final TrailWords words;
    private final Language language;
    private final boolean isOfRows;
    private final Optional<Register> register;

    EntryText(TrailWords words, Language language, TrailReading.Entry entry) {
        this.words = words;
        this.language = language;
        this.isOfRows = entry.kind().equals("rows");
        this.register = isOfRows || entry.kind().equals("register")
                ? Vocabulary.standard().register(entry.subject())
                : Optional.empty();
    }

    /** A register by the name that people know; anything else has a number. */
    String subject(String subject) {
        return register.map(Register::named).map(named -> named.in(language)).orElse(subject);
    }

    String lines(@Nullable JsonNode fields) {
        List<String> lines = new ArrayList<>();
        if (fields != null) {
            add(lines, "", "", fields);
        }
        return String.join("\n", lines);
    }

    private void add(List<String> lines, String path, String name, JsonNode node) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(field -> add(
                            lines,
                            path.isEmpty() ? field(field.getKey()) : path + " · " + field(field.getKey()),
                            field.getKey(),
                            field.getValue()));
        } else {
            lines.add(path + (language == Language.ZH ? "：" : ": ") + value(name, node));
        }
    }

    private String field(String name) {
        if (isOfRows && name.matches("\\d+")) {
            return language == Language.ZH ? "编号 " + name + " 的行" : "row no. " + name;
        }
        return column(name).map(column -> column.named().in(language)).orElseGet(() -> words.field(name, language));
    }

    private Optional<Register.Column> column(String name) {
        return register.stream()
                .flatMap(each -> each.columns().stream())
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    /** What somebody typed stays as it is. */
    private String value(String field, JsonNode node) {
        String text = node.isString() ? node.asString() : node.toString();
        boolean typed =
                node.isString() && (TYPED.contains(field) || column(field).isPresent());
        return typed ? text : words.value(text, language);
    }
}
