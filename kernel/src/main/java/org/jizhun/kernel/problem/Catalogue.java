package org.jizhun.kernel.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * with a blank line between blocks; {@code zh!} and {@code en!} are the advice and may be left out. A slot {@code
 * {count|row is|rows are}} is what stands behind its first bar if the value is 1, else what stands behind the second.
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
    /** Behind the name of an argument: the same for an English sentence. */
    static final String ENGLISH = "En";

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)(?:\\|([^|{}]*)\\|([^|{}]*))?}");
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

    /** The wording, with its slots open and as said of several. */
    public String wording(String code, Language language) {
        return fill(raw(code, key(language)), Map.of());
    }

    /** The advice in the same way; empty where there is none to give. */
    public String advice(String code, Language language) {
        return fill(raw(code, key(language) + "!"), Map.of());
    }

    String text(Problem problem, Language language) {
        return fill(raw(problem.code(), key(language)), arguments(problem, language));
    }

    String advice(Problem problem, Language language) {
        return fill(raw(problem.code(), key(language) + "!"), arguments(problem, language));
    }

    /** In English {x} is what {xEn} is, where that is given. */
    private static Map<String, String> arguments(Problem problem, Language language) {
        if (language == Language.ZH) {
            return problem.arguments();
        }
        Map<String, String> english = new LinkedHashMap<>(problem.arguments());
        problem.arguments().forEach((name, value) -> {
            if (name.endsWith(ENGLISH)) {
                english.put(name.substring(0, name.length() - ENGLISH.length()), value);
            }
        });
        return english;
    }

    private String raw(String code, String key) {
        return entry(code).texts.getOrDefault(key, "");
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

    /** In one go, so that a value which looks like a slot stays what it is. */
    private static String fill(String wording, Map<String, String> arguments) {
        return SLOT.matcher(wording).replaceAll(slot -> {
            @Nullable String value = arguments.get(slot.group(1));
            String text = slot.group();
            if (slot.group(2) != null) {
                text = "1".equals(value) ? slot.group(2) : slot.group(3);
            } else if (value != null) {
                text = value;
            }
            return Matcher.quoteReplacement(text);
        });
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
