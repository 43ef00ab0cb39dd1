package org.jizhun.bench.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jizhun.auditor.Auditor;
import org.jizhun.auditor.claim.Knowledge;
import org.jizhun.documents.read.DocumentReader;
import org.jizhun.documents.rules.RuleFolder;
import org.jizhun.documents.rules.Rules;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.documents.write.LibreOffice;
import org.jizhun.documents.write.ReportWriter;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.scoring.Evaluation;
import org.jizhun.kernel.scoring.Scoring;

/**
 * PDF in, findings out, beside PDFBox extracting the text alone and tabula-java finding the ruled tables, on the same files:
 * the pages of the example department's report, as often as needed for 10, 100 and 500 pages.
 */
public final class AuditSpeedBench {

    private static final List<Integer> PAGES = List.of(10, 100, 500);
    private static final int ROUNDS = 5;

    private AuditSpeedBench() {}

    /** Prints pages a second of each and the ratios; about a minute. Needs LibreOffice, which makes the pages. */
    public static void run(PrintStream out) throws Exception {
        Rules rules = RuleFolder.load(Path.of(System.getProperty("jizhun.home", "."), "schemes"))
                .value();
        byte[] report = report(rules);
        Knowledge knowledge = Knowledge.of(rules.schemes(), rules.calendar());
        out.printf(
                Locale.ROOT,
                "%-7s %12s %12s %12s %10s %10s %14s%n",
                "pages",
                "audit p/s",
                "PDFBox p/s",
                "tabula p/s",
                "/PDFBox",
                "/tabula",
                "ms a page");
        try (Tabula tabula = Tabula.open()) {
            DocumentReader reader = new DocumentReader();
            for (int pages : PAGES) {
                byte[] pdf = pages(report, pages);
                Path file = Files.createTempFile("audit-speed", ".pdf");
                try {
                    Files.write(file, pdf);
                    IntSupplier ours = () -> audited(file, reader, knowledge);
                    IntSupplier text = () -> text(pdf);
                    IntSupplier tables = () -> tabula.tables(pdf);
                    print(out, pages, medians(List.of(ours, text, tables), pages));
                } finally {
                    Files.delete(file);
                }
            }
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        out.printf(
                Locale.ROOT,
                "heap: at most %d MiB, in use at the end %d MiB%n",
                runtime.maxMemory() >> 20,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static void print(PrintStream out, int pages, double[] seconds) {
        out.printf(
                Locale.ROOT,
                "%-7d %12.1f %12.1f %12.1f %10.2f %10.2f %14.2f%n",
                pages,
                pages / seconds[0],
                pages / seconds[1],
                pages / seconds[2],
                seconds[1] / seconds[0],
                seconds[2] / seconds[0],
                1000 * seconds[0] / pages);
    }

    private static int audited(Path file, DocumentReader reader, Knowledge knowledge) {
        Document document = reader.read(file).value();
        return Auditor.audit(document, knowledge).findings().size();
    }

    private static int text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).length();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Median seconds of each, taken in turns so that a busy moment meets all of them. */
    private static double[] medians(List<IntSupplier> works, int pages) {
        int warmUp = Math.max(1, 200 / pages);
        int rounds = Math.max(ROUNDS, 100 / pages);
        int found = 0;
        double[][] times = new double[works.size()][rounds];
        for (int round = -warmUp; round < rounds; round++) {
            for (int work = 0; work < works.size(); work++) {
                long start = System.nanoTime();
                found += works.get(work).getAsInt();
                if (round >= 0) {
                    times[work][round] = (System.nanoTime() - start) / 1e9;
                }
            }
        }
        if (found == 0) {
            throw new IllegalStateException("nothing was read");
        }
        double[] medians = new double[works.size()];
        for (int work = 0; work < works.size(); work++) {
            Arrays.sort(times[work]);
            medians[work] = times[work][rounds / 2];
        }
        return medians;
    }

    private static byte[] report(Rules rules) throws IOException {
        if (LibreOffice.find().isEmpty()) {
            throw new Refusal(Problem.of("libreoffice-missing", Place.NONE));
        }
        Path sample = Path.of(System.getProperty("jizhun.home", "."), "samples", "example-department-2025");
        FactSet facts =
                new CaseReader(rules.schemes(), rules.calendar()).read(sample).value();
        Evaluation evaluation =
                Scoring.score(rules.schemes().find(facts.text("schemeId")).orElseThrow(), facts, rules.calendar());
        Path folder = Files.createTempDirectory("audit-speed");
        try {
            ReportWriter.write(evaluation, List.of(), folder, ReportWriter.Options.standard());
            return Files.readAllBytes(folder.resolve("report.pdf"));
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /** As many pages as asked for, the report's own over and over, without its attachment. */
    private static byte[] pages(byte[] report, int pages) throws IOException {
        try (PDDocument from = Loader.loadPDF(report);
                PDDocument to = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (int page = 0; page < pages; page++) {
                to.importPage(from.getPage(page % from.getNumberOfPages()));
            }
            to.save(bytes);
            return bytes.toByteArray();
        }
    }
}
