package org.jizhun.bench.quality;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jizhun.auditor.claim.Knowledge;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.documents.rules.RuleFolder;
import org.jizhun.documents.rules.Rules;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;

/**
 * Recall by kind and difficulty, precision and false alarms of the auditor on samples/audit, or on a corpus kept elsewhere, with
 * every miss and every false alarm. The repository is where {@code jizhun.home} says, the other corpus where
 * {@code jizhun.corpus} does.
 */
public final class AuditQuality {

    private static final int WIDE = 24;

    private final PrintStream out;
    private final boolean english;

    private AuditQuality(PrintStream out, boolean english) {
        this.out = out;
        this.english = english;
    }

    public static void run(PrintStream out) {
        Path home = Path.of(System.getProperty("jizhun.home", "."));
        boolean english = System.getProperty("jizhun.language", "zh").equals("en");
        new AuditQuality(out, english).print(outcomes(home, corpus(home)));
    }

    /** The corpus that was asked for, else samples/audit. */
    static Path corpus(Path home) {
        String elsewhere = System.getProperty("jizhun.corpus", "");
        return elsewhere.isEmpty() ? home.resolve("samples/audit") : Path.of(elsewhere);
    }

    static Knowledge knowledge(Path home) {
        Rules rules = RuleFolder.load(home.resolve("schemes")).value();
        return Knowledge.of(rules.schemes(), rules.calendar());
    }

    static List<Outcome> outcomes(Path home, Path corpus) {
        return Outcome.all(corpus, knowledge(home));
    }

    private void print(List<Outcome> outcomes) {
        outcomes.forEach(this::details);
        Quality quality = Quality.of(outcomes);
        table(say("按难度的查全率", "Recall by difficulty"), quality.byDifficulty());
        table(say("按发现种类的查全率", "Recall by kind"), quality.byKind());
        table(say("按关系的查全率", "Recall by relation"), quality.byRelation());
        out.println();
        line(say("文档", "Documents"), String.valueOf(outcomes.size()));
        line(say("查全率", "Recall"), shown(quality.recall()));
        line(say("查准率", "Precision"), shown(quality.precision()));
        line(
                say("无误文档的误报", "False alarms, clean"),
                quality.cleanAlarms() + "/" + quality.clean() + "  "
                        + decimal(quality.alarmsPerClean())
                        + say(" 处/份", " a document"));
    }

    private void details(Outcome outcome) {
        if (outcome.missed().isEmpty() && outcome.falseAlarms().isEmpty()) {
            return;
        }
        out.println(outcome.folder());
        for (Fault fault : outcome.missed()) {
            out.println("  " + say("漏", "missed") + "  "
                    + place(fault.lines().iterator().next()) + "  " + fault.kind() + "  "
                    + fault.stated() + (fault.expected().isEmpty() ? "" : " → " + fault.expected()) + "  ["
                    + fault.relation() + ", " + fault.difficulty() + "] " + fault.why());
        }
        for (Finding finding : outcome.falseAlarms()) {
            out.println("  " + say("误", "false alarm") + "  "
                    + place(String.valueOf(finding.where().line())) + "  "
                    + finding.kind().word() + "  " + finding.stated()
                    + finding.expected().map(text -> " → " + text).orElse("") + "  [" + finding.code() + "]");
        }
    }

    private String place(String line) {
        return say("第" + line + "行", "line " + line);
    }

    private void table(String title, Map<String, Quality.Share> shares) {
        out.println();
        out.println(title);
        shares.forEach((key, share) -> line("  " + key, shown(share)));
    }

    private void line(String name, String value) {
        int width = name.codePoints().map(point -> point > 0x2000 ? 2 : 1).sum();
        out.println(name + " ".repeat(Math.max(1, WIDE - width)) + value);
    }

    private static String shown(Quality.Share share) {
        return String.format(Locale.ROOT, "%-9s %s", share, decimal(share.rate()));
    }

    private static String decimal(Exact value) {
        return value.toDecimal(Rounding.halfUp(3)).toPlainString();
    }

    private String say(String chinese, String other) {
        return english ? other : chinese;
    }
}
