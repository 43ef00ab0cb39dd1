package org.jizhun.server;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Severity;

/** What a verb of the server says, in the language the launcher chose: results on standard output, the rest on standard error. */
final class Screen {

    private final Language language;
    private final PrintStream out;
    private final PrintStream err;

    Screen(Language language, PrintStream out, PrintStream err) {
        this.language = language;
        this.out = out;
        this.err = err;
    }

    static Screen standard() {
        boolean english = System.getProperty("jizhun.language", "zh").equals("en");
        return new Screen(
                english ? Language.EN : Language.ZH,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
    }

    /** A step on the way. */
    void step(Problem step) {
        err.println(step.text(language));
    }

    void result(Problem result) {
        out.println(result.text(language));
    }

    /** Why it cannot be done, and what to do about it. */
    void refused(Refusal refusal) {
        refusal.problems().forEach(this::refused);
    }

    private void refused(Problem problem) {
        String place = problem.place().toString();
        String mark = problem.severity() == Severity.ERROR ? "✗ " : "! ";
        err.println(mark + (place.isEmpty() ? "" : place + "  ") + problem.text(language));
        String advice = problem.advice(language);
        if (!advice.isEmpty()) {
            err.println("  → " + advice);
        }
    }

    void findings(List<Problem> findings) {
        findings.forEach(finding -> out.println("✗ " + finding.place() + "  " + finding.text(language)));
    }
}
