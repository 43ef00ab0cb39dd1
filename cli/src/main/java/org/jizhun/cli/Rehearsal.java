package org.jizhun.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jizhun.kernel.problem.Language;

/**
 * Runs the usual verbs once and says nothing. The launcher does this while the virtual machine records which classes are
 * used, so that later starts are quick; nothing depends on the result.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /** Takes the folder for the files it writes. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path home = Main.home();
        String department =
                home.resolve("samples").resolve("example-department-2025").toString();
        String workbook = folder.resolve("case.xlsx").toString();
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        for (String[] verb : List.<String[]>of(
                new String[] {"score", department},
                new String[] {"score", department, "--format", "json"},
                new String[] {"template", "--case", department, "--out", workbook, "--force"},
                new String[] {"score", workbook, "--lang", "en"},
                new String[] {"score", folder.resolve("none").toString()},
                new String[] {"check-schemes"},
                new String[] {
                    "audit",
                    home.resolve("samples/audit/guangzhou-2023/report.txt").toString()
                })) {
            new Verbs(home, new Console(silent, silent, Language.ZH, 100)).run(verb);
        }
    }
}
