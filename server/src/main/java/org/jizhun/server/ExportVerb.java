package org.jizhun.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.server.database.OpenDatabase;
import org.jizhun.server.register.CaseExport;

/**
 * {@code ./jizhun export case CODE YEAR --out PATH}: a department year as the folder or workbook that {@code ./jizhun score}
 * reads, with the same result to the digit; also while the server runs. Exit code 2 if it cannot be done.
 */
public final class ExportVerb {

    private static final int REFUSED = 2;
    private static final int WORDS = 3;

    private ExportVerb() {}

    /** @param words {@code case}, the code of the department, the year, and options */
    public static void main(String[] words) {
        Screen screen = Screen.standard();
        try {
            run(words, screen);
        } catch (Refusal refusal) {
            screen.refused(refusal);
            System.exit(REFUSED);
        }
    }

    private static void run(String[] words, Screen screen) {
        boolean complete =
                words.length >= WORDS && Arrays.stream(words, 0, WORDS).noneMatch(each -> each.startsWith("--"));
        if (!complete || !words[0].equals("case")) {
            throw missing("case CODE YEAR --out PATH");
        }
        Arguments arguments = new Arguments(
                Arrays.copyOfRange(words, WORDS, words.length), Set.of("--db", "--data", "--out"), Set.of());
        Path out = arguments.text("--out").map(Path::of).orElseThrow(() -> missing("--out PATH"));
        if (!words[2].matches("[0-9]{4}")) {
            throw new Refusal(Problem.of("command-bad-value", Place.NONE, "option", "YEAR", "found", words[2]));
        }
        Optional<String> address = arguments.text("--db");
        try (OpenDatabase database = OpenDatabase.shared(arguments.data(), address, System.getenv(), screen::step);
                Connection owner = database.address().connectAsOwner()) {
            CaseExport.write(owner, words[1], Integer.parseInt(words[2]), out);
            screen.result(Problem.of("case-exported", Place.NONE, "file", out));
        } catch (SQLException failure) {
            throw new Refusal(
                    Problem.of("case-export-unreadable", Place.NONE, "found", String.valueOf(failure.getMessage())));
        }
    }

    private static Refusal missing(String expected) {
        return new Refusal(Problem.of("command-missing-argument", Place.NONE, "expected", expected));
    }
}
