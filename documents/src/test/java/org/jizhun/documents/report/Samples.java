package org.jizhun.documents.report;

import java.nio.file.Path;
import java.util.List;
import org.jizhun.documents.rules.RuleFolder;
import org.jizhun.documents.rules.Rules;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scoring.Scoring;

/** The sample cases, read and scored with the real schemes. */
public final class Samples {

    private static final Path ROOT = Path.of("..");
    public static final Rules RULES = RuleFolder.load(ROOT.resolve("schemes")).value();

    private Samples() {}

    /** The department that is filled in completely. */
    public static Snapshot example() {
        return snapshot("example-department-2025");
    }

    /** The published department, of which only the printed figures are known. */
    public static Snapshot guangzhou() {
        return snapshot("guangzhou-2023");
    }

    public static Snapshot snapshot(String name) {
        FactSet facts = new CaseReader(RULES.schemes(), RULES.calendar())
                .read(ROOT.resolve("samples").resolve(name))
                .value();
        return snapshot(facts);
    }

    public static Snapshot snapshot(FactSet facts) {
        Scheme scheme = RULES.schemes().find(facts.text("schemeId")).orElseThrow();
        return new Snapshot(Scoring.score(scheme, facts, RULES.calendar()), List.of());
    }
}
