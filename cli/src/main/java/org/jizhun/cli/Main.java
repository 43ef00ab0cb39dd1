package org.jizhun.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the launcher enters: {@code java -Djizhun.home=FOLDER org.jizhun.cli.Main VERB …}. Exit code 0 is done, 1 that
 * {@code verify} found changed figures, 2 that the input was bad or the work cannot be done.
 */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Console console = Console.standard(Speech.of(
                List.of(arguments), System.getProperty("jizhun.language", ""), Speech.locale(System.getenv())));
        int exit = new Verbs(home(), console).run(arguments);
        console.flush();
        System.exit(exit);
    }

    /** The repository folder, with the schemes in it. */
    static Path home() {
        return Path.of(System.getProperty("jizhun.home", "."));
    }
}
