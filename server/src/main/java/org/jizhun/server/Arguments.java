package org.jizhun.server;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/** What stands after a verb of the server: options with a value ({@code --port 8080} or {@code --port=8080}) and without. */
final class Arguments {

    static final int DEFAULT_PORT = 8470;
    private static final int LAST_PORT = 65_535;
    private static final String FLAG = "";

    private final Map<String, String> given = new LinkedHashMap<>();

    /** @throws Refusal if something is unknown, twice, or lacks its value */
    Arguments(String[] words, Set<String> options, Set<String> flags) {
        for (int i = 0; i < words.length; i++) {
            String[] parts = words[i].split("=", 2);
            String name = parts[0];
            if (flags.contains(name) && parts.length == 1) {
                given.put(name, FLAG);
            } else if (!options.contains(name)) {
                throw refusal("command-unknown-argument", "found", words[i]);
            } else if (parts.length == 2) {
                given.put(name, parts[1]);
            } else if (i + 1 < words.length) {
                given.put(name, words[++i]);
            } else {
                throw refusal("command-missing-argument", "expected", name + " …");
            }
        }
    }

    boolean has(String flag) {
        return given.containsKey(flag);
    }

    Optional<String> text(String option) {
        return Optional.ofNullable(given.get(option)).filter(value -> !value.isBlank());
    }

    /** The data folder: as given, else {@code data} in the folder of the launcher. */
    Path data() {
        return text("--data").map(Path::of).orElseGet(() -> Path.of(System.getProperty("jizhun.home", "."), "data"));
    }

    int port() {
        String text = text("--port").orElse(String.valueOf(DEFAULT_PORT));
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException none) {
            // Told below, like a number that is no port.
        }
        throw refusal("command-bad-value", "option", "--port", "found", text);
    }

    private static Refusal refusal(String code, Object... namesAndValues) {
        return new Refusal(Problem.of(code, Place.NONE, namesAndValues));
    }
}
