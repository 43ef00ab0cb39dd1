package org.jizhun.bench.corpus;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes truth.yaml: each planted fault with the line on which its mark stands. */
final class Truth {

    private Truth() {}

    private record Entry(int line, TreeSet<Integer> also, Draft.Planted planted) {}

    static String of(Draft draft, String fileName, List<String> marked) {
        StringBuilder yaml = new StringBuilder("# Generated with the document; change the template, not this file.\n")
                .append("document: ")
                .append(fileName)
                .append('\n')
                .append("source: made from a model\n")
                .append("generated: true\n");
        List<Entry> entries = draft.planted().stream()
                .map(planted -> entry(planted, marked))
                .sorted(Comparator.comparingInt(Entry::line)
                        .thenComparingInt(entry -> entry.planted().index()))
                .toList();
        yaml.append(entries.isEmpty() ? "findings: []\n" : "findings:\n");
        entries.forEach(entry -> write(entry, yaml));
        return yaml.toString();
    }

    private static Entry entry(Draft.Planted planted, List<String> marked) {
        TreeSet<Integer> lines = new TreeSet<>();
        int begin = 0;
        for (int line = 1; line <= marked.size(); line++) {
            for (int index = 0; index < marked.get(line - 1).length(); index++) {
                char character = marked.get(line - 1).charAt(index);
                if (Marks.isBegin(character, planted.index())) {
                    begin = line;
                }
                if (Marks.isAlso(character, planted.index()) || Marks.isEnd(character, planted.index())) {
                    lines.add(line);
                }
            }
        }
        boolean elsewhere = !planted.fault().stated().isEmpty()
                && marked.stream()
                        .anyMatch(line -> line.chars().anyMatch(each -> Marks.isAlso((char) each, planted.index())));
        int line = elsewhere ? lines.first() : begin;
        if (line == 0) {
            throw new IllegalArgumentException("no line for " + planted);
        }
        lines.remove(line);
        return new Entry(line, lines, planted);
    }

    private static void write(Entry entry, StringBuilder yaml) {
        Template.Fault fault = entry.planted().fault();
        yaml.append("  - line: ").append(entry.line()).append('\n');
        if (!entry.also().isEmpty()) {
            yaml.append("    also: [")
                    .append(entry.also().stream().map(String::valueOf).collect(Collectors.joining(", ")))
                    .append("]\n");
        }
        field(yaml, "stated", entry.planted().stated());
        if (!entry.planted().expected().isEmpty()) {
            field(yaml, "expected", entry.planted().expected());
        }
        yaml.append("    kind: ").append(fault.kinds().get(0)).append('\n');
        if (fault.kinds().size() > 1) {
            yaml.append("    or: [")
                    .append(String.join(
                            ", ", fault.kinds().subList(1, fault.kinds().size())))
                    .append("]\n");
        }
        yaml.append("    severity: ").append(fault.severity()).append('\n');
        yaml.append("    relation: ").append(fault.relation()).append('\n');
        yaml.append("    difficulty: ").append(fault.difficulty()).append('\n');
        if (fault.optional()) {
            yaml.append("    optional: true\n");
        }
        field(yaml, "why", entry.planted().why());
    }

    private static void field(StringBuilder yaml, String key, String text) {
        yaml.append("    ")
                .append(key)
                .append(": '")
                .append(text.replace("'", "''"))
                .append("'\n");
    }
}
