package org.jizhun.server;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.server.database.Backup;
import org.jizhun.server.database.Migrations;
import org.jizhun.server.database.OpenDatabase;
import org.jizhun.server.database.Restore;

/**
 * {@code ./jizhun backup FILE}, also while the server goes on working, and {@code ./jizhun restore FILE}, while it does not.
 * Exit code 2 if it cannot be done.
 */
public final class BackupVerb {

    private static final int REFUSED = 2;
    private static final String REPLACE = "--replace";

    private BackupVerb() {}

    /** @param words {@code backup} or {@code restore}, the file, and options */
    public static void main(String[] words) {
        Screen screen = Screen.standard();
        Serve.quiet();
        try {
            run(words, screen);
        } catch (Refusal refusal) {
            screen.refused(refusal);
            System.exit(REFUSED);
        }
    }

    private static void run(String[] words, Screen screen) {
        boolean restore = words.length > 0 && words[0].equals("restore");
        if (words.length < 2 || words[1].startsWith("--")) {
            throw new Refusal(Problem.of("command-missing-argument", Place.NONE, "expected", "FILE"));
        }
        Path file = Path.of(words[1]);
        String[] rest = java.util.Arrays.copyOfRange(words, 2, words.length);
        Arguments arguments = new Arguments(rest, Set.of("--db", "--data"), restore ? Set.of(REPLACE) : Set.of());
        Optional<String> address = arguments.text("--db");
        if (restore) {
            Restore.refuseMissing(file);
            try (OpenDatabase database = OpenDatabase.alone(arguments.data(), address, System.getenv(), screen::step)) {
                new Restore(database.address(), new Migrations(Serve.STRUCTURE), screen::step)
                        .from(file, arguments.has(REPLACE));
            }
        } else {
            try (OpenDatabase database =
                    OpenDatabase.shared(arguments.data(), address, System.getenv(), screen::step)) {
                Backup.write(database.address(), file, screen::step);
            }
        }
    }
}
