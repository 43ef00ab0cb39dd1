package org.jizhun.documents.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.documents.report.Block;
import org.jizhun.documents.report.Composer;
import org.jizhun.documents.report.Report;
import org.jizhun.documents.report.Snapshot;
import org.jizhun.documents.workbook.FactsJson;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scoring.Evaluation;

/**
 * Writes the report of an evaluation: {@code report.docx}, {@code report.pdf}, {@code report.ofd}, {@code
 * annex-scores.xlsx}, {@code annex-indicators.xlsx}, {@code figures.json}. All or nothing; only PDF and OFD are left out,
 * with a problem, where LibreOffice is missing. The same evaluation gives the same bytes.
 */
public final class ReportWriter {

    private static final List<String> FIXED = List.of("report.pdf", "report.ofd");

    private ReportWriter() {}

    /** @param template a Word template of the office's own */
    public record Options(Optional<Path> template) {
        public static Options standard() {
            return new Options(Optional.empty());
        }
    }

    /**
     * What was written.
     *
     * @param files in the order of the class comment
     * @param problems what could not be written, what the template leaves out
     */
    public record Written(List<Path> files, List<Problem> problems) {
        public Written {
            files = List.copyOf(files);
            problems = List.copyOf(problems);
        }
    }

    /**
     * @param evaluation of a department, or of one project
     * @param projects evaluations of projects that the department's report lists; may be empty
     * @throws Refusal if the folder cannot be written or the template cannot be used; nothing is written then
     */
    public static Written write(Evaluation evaluation, List<Evaluation> projects, Path folder, Options options) {
        WordTemplate own = options.template().map(WordTemplate::read).orElse(null);
        Snapshot snapshot = new Snapshot(evaluation, projects);
        Report report = Composer.compose(snapshot);
        WordTemplate template = own == null ? WordTemplate.standard(report.subject()) : own;
        OutputFolder output = new OutputFolder(folder);
        try {
            List<Problem> problems = new ArrayList<>();
            Map<String, byte[]> files = files(snapshot, report, template, problems);
            List<String> stale =
                    FIXED.stream().filter(each -> !files.containsKey(each)).toList();
            return new Written(output.write(files, stale), problems);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, byte[]> files(
            Snapshot snapshot, Report report, WordTemplate template, List<Problem> problems) throws IOException {
        Embedded embedded = embedded(snapshot, template);
        WordPackage.DocumentData data = new WordPackage.DocumentData(report.name(), snapshot.name(), day(snapshot));
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] docx;
        try (WordReport.Rendered rendered = WordReport.render(report, template)) {
            problems.addAll(rendered.problems());
            docx = WordPackage.finish(rendered.document(), data, embedded);
        }
        files.put("report.docx", docx);
        pdf(docx, problems).ifPresent(pdf -> fixed(pdf, data, embedded, files));
        files.put("annex-scores.xlsx", annex(Report.Slot.ANNEX_SCORES, "绩效自评表", report, data));
        files.put("annex-indicators.xlsx", annex(Report.Slot.ANNEX_INDICATORS, "绩效指标完成情况", report, data));
        files.put("figures.json", FiguresJson.of(snapshot.evaluation(), embedded.factsHash(), report.figures()));
        return files;
    }

    private static Optional<byte[]> pdf(byte[] docx, List<Problem> problems) throws IOException {
        Optional<LibreOffice> office = LibreOffice.find();
        if (office.isEmpty()) {
            problems.add(Problem.of("libreoffice-missing", Place.NONE));
            return Optional.empty();
        }
        try {
            return Optional.of(office.get().pdf(docx));
        } catch (Refusal failed) {
            problems.addAll(failed.problems());
            return Optional.empty();
        }
    }

    private static void fixed(byte[] pdf, WordPackage.DocumentData data, Embedded embedded, Map<String, byte[]> files) {
        try {
            files.put("report.pdf", PdfPackage.finish(pdf, data, embedded));
            files.put("report.ofd", OfdPackage.of(pdf, data, embedded));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] annex(Report.Slot slot, String name, Report report, WordPackage.DocumentData data)
            throws IOException {
        List<Block> blocks = report.blocks(slot);
        String title = "";
        for (Block block : blocks) {
            if (block instanceof Block.Line line) {
                title = line.text().text(report.figures());
            } else if (block instanceof Block.Table table) {
                return AnnexWorkbook.of(name, title, table, report.figures(), data);
            }
        }
        throw new IllegalStateException("an annex without a table: " + slot);
    }

    private static Embedded embedded(Snapshot snapshot, WordTemplate template) {
        List<Embedded.ProjectRef> projects = snapshot.projects().stream()
                .map(each -> new Embedded.ProjectRef(each.project().orElse(""), reference(each.scheme())))
                .toList();
        return new Embedded(
                reference(snapshot.evaluation().scheme()),
                snapshot.evaluation().project(),
                projects,
                FactsJson.write(snapshot.facts()),
                snapshot.facts().hash(),
                Embedded.encoded(template.bytes()));
    }

    private static Embedded.SchemeRef reference(Scheme scheme) {
        return new Embedded.SchemeRef(scheme.id(), scheme.edition(), scheme.hash());
    }

    /** The report's own date; without one the last day of the year evaluated stands in, never the clock. */
    private static LocalDate day(Snapshot snapshot) {
        return snapshot.day()
                .orElseGet(() -> snapshot.facts().get("year") instanceof Exact year
                        ? LocalDate.of(Integer.parseInt(year.toString()), 12, 31)
                        : LocalDate.of(1980, 1, 1));
    }
}
