package org.jizhun.documents.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jizhun.documents.report.Block;
import org.jizhun.documents.report.Composer;
import org.jizhun.documents.report.Prose;
import org.jizhun.documents.report.Report;
import org.jizhun.documents.rules.Rules;
import org.jizhun.documents.workbook.FactsJson;
import org.jizhun.documents.write.Embedded;
import org.jizhun.documents.write.WordReport;
import org.jizhun.documents.write.WordTemplate;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;

/**
 * Checks a report that Jizhun wrote. The facts inside the file are scored again with the installed edition of its scheme,
 * the report is composed and rendered again with the template inside the file, and the result is compared with what the
 * file shows. What someone changed by hand is named, figure by figure.
 */
public final class Verify {

    private final Recomputation recomputation;

    public Verify(Rules rules) {
        this.recomputation = new Recomputation(rules);
    }

    /** @throws Refusal if the file cannot be read, is not ours, or its scheme edition is not installed unchanged */
    public Verification check(Path file) {
        Original original = Original.read(file);
        Embedded embedded = original.embedded();
        FactSet facts = facts(embedded, original.place());
        Report report = Composer.compose(recomputation.snapshot(embedded, facts, original.place()));
        List<Passage> expected = expected(report, embedded, original.place());
        Verification compared = new Comparison(
                        original.place(),
                        expected,
                        original.passages(),
                        new Keys(report, expected),
                        original.format().equals("docx") ? Set.of() : headings(report))
                .run(original.format());
        List<Finding> findings = new ArrayList<>(hash(embedded, facts, original.place()));
        findings.addAll(compared.findings());
        return new Verification(file.toString(), original.format(), compared.figures(), findings, compared.notes());
    }

    private FactSet facts(Embedded embedded, Place place) {
        Result<FactSet> read = FactsJson.read(embedded.facts(), recomputation.vocabulary(embedded, place));
        if (read.hasErrors()) {
            throw new Refusal(Problem.of("embedded-damaged", place));
        }
        return read.value();
    }

    private static List<Finding> hash(Embedded embedded, FactSet facts, Place place) {
        String found = facts.hash();
        if (found.equals(embedded.factsHash())) {
            return List.of();
        }
        Problem problem = Problem.of("embedded-facts-changed", place, "expected", embedded.factsHash(), "found", found);
        return List.of(new Finding(Finding.Kind.EMBEDDED, "facts.hash", found, embedded.factsHash(), "", "", problem));
    }

    private static List<Passage> expected(Report report, Embedded embedded, Place place) {
        try (WordReport.Rendered rendered =
                WordReport.render(report, WordTemplate.embedded(embedded.templateBytes()))) {
            return WordText.of(rendered.document());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (IllegalArgumentException changed) {
            throw new Refusal(Problem.of("embedded-damaged", place));
        }
    }

    /** The heading row of each table, as one text: a page break repeats it. */
    private static Set<String> headings(Report report) {
        Set<String> headings = new HashSet<>();
        for (Report.Slot slot : Report.Slot.values()) {
            for (Block block : report.blocks(slot)) {
                if (block instanceof Block.Table table) {
                    StringBuilder row = new StringBuilder();
                    for (Block.Column column : table.columns()) {
                        Prose heading = column.heading();
                        row.append(Token.plain(heading.text(report.figures())));
                    }
                    headings.add(row.toString());
                }
            }
        }
        return headings;
    }
}
