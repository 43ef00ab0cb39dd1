package org.jizhun.kernel.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of everything the product says to people, read once from the {@code catalogue-*.txt} files beside this
 * class: one file per subject, so that two people rarely edit the same one. A block is
 *
 * <pre>
 * cell-not-a-number error
 * zh: 应为数字，读到“{found}”
 * en: expected a number, found “{found}”
 * zh!: 只填数字，单位写在列标题里
 * en!: type the number only; the unit belongs to the column heading
 * </pre>
 *
 * with a blank line between blocks; {@code zh!} and {@code en!} are the advice and may be left out.
 */
public final class Catalogue {

    private static final List<String> SUBJECTS = List.of(
            "quantity",
            "formula",
            "case",
            "scheme",
            "scoring",
            "report",
            "verify",
            "audit",
            "findings",
            "reading",
            "database",
            "command",
            "server",
            "register",
            "evidence");
    private static final Catalogue STANDARD = readStandard();

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private static final class Entry {
        private final Severity severity;
        private final Map<String, String> texts = new LinkedHashMap<>();

        Entry(Severity severity) {
            this.severity = severity;
        }
    }

    private Catalogue() {}

    public static Catalogue standard() {
        return STANDARD;
    }

    /** Every code, in the order of the files. */
    public Set<String> codes() {
        return Set.copyOf(entries.keySet());
    }

    /** @throws IllegalArgumentException if no such code is in the catalogue: a mistake of ours, not of the data */
    public Severity severity(String code) {
        return entry(code).severity;
    }

    /** The raw wording, with its slots open. */
    public String wording(String code, Language language) {
        return entry(code).texts.getOrDefault(key(language), "");
    }

    /** The raw advice, with its slots open; empty where there is none to give. */
    public String advice(String code, Language language) {
        return entry(code).texts.getOrDefault(key(language) + "!", "");
    }

    String text(Problem problem, Language language) {
        return fill(wording(problem.code(), language), problem.arguments());
    }

    String advice(Problem problem, Language language) {
        return fill(advice(problem.code(), language), problem.arguments());
    }

    private Entry entry(String code) {
        Entry entry = entries.get(code);
        if (entry == null) {
            throw new IllegalArgumentException("no such problem code in the catalogue: " + code);
        }
        return entry;
    }

    private static String key(Language language) {
        return language == Language.ZH ? "zh" : "en";
    }

    private static String fill(String wording, Map<String, String> arguments) {
        String text = wording;
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            text = text.replace("{" + argument.getKey() + "}", argument.getValue());
        }
        return text;
    }

    private static Catalogue readStandard() {
        Catalogue catalogue = new Catalogue();
        for (String subject : SUBJECTS) {
            catalogue.read(subject, Beside.text(Catalogue.class, "catalogue-" + subject + ".txt"));
        }
        return catalogue;
    }

    private void read(String subject, String text) {
        Entry current = null;
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                current = null;
            } else if (current == null) {
                current = header(subject, line);
            } else {
                texts(subject, current, line);
            }
        }
    }

    private Entry header(String subject, String line) {
        String[] words = line.strip().split("\\s+", -1);
        Entry entry = new Entry(Severity.valueOf(words[1].toUpperCase(java.util.Locale.ROOT)));
        @Nullable Entry earlier = entries.putIfAbsent(words[0], entry);
        if (earlier != null) {
            throw new IllegalStateException("code stands twice in the catalogue: " + words[0] + " (" + subject + ")");
        }
        return entry;
    }

    private static void texts(String subject, Entry entry, String line) {
        int colon = line.indexOf(':');
        if (colon < 0 || !Set.of("zh", "en", "zh!", "en!").contains(line.substring(0, colon))) {
            throw new IllegalStateException("not a line of the catalogue (" + subject + "): " + line);
        }
        entry.texts.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
}
