package org.jizhun.bench;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.data.Tables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jizhun.documents.report.Block;
import org.jizhun.documents.report.Figures;
import org.jizhun.documents.report.Prose;
import org.jizhun.documents.report.Report;
import org.jizhun.documents.write.WordReport;
import org.jizhun.documents.write.WordTemplate;
import org.jizhun.kernel.quantity.Exact;

/** A report with an annex of 300 rows as Word, beside plain poi-tl rendering a table of the same rows. */
public final class ReportBench {

    private static final int ROWS = 300;
    private static final int COLUMNS = 8;
    private static final int WARM_UP = 3;
    private static final int RUNS = 7;

    private ReportBench() {}

    /** Prints the median of each in milliseconds, and the ratio; well under a minute. */
    public static void run(PrintStream out) {
        long ours = median(ReportBench::ours);
        byte[] template = template();
        long plain = median(() -> plain(template));
        out.printf(Locale.ROOT, "%-28s %10s %8s%n", "Word, annex of " + ROWS + " rows", "ms", "ratio");
        out.printf(Locale.ROOT, "%-28s %10.1f %8.2f%n", "Jizhun, whole report", ours / 1e6, ours / (1.0 * plain));
        out.printf(Locale.ROOT, "%-28s %10.1f %8.2f%n", "poi-tl, the table only", plain / 1e6, 1.0);
    }

    private static void ours() {
        Figures figures = new Figures().count("year", Exact.of(2025), "", "bench");
        List<Block.Row> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            List<Block.Cell> cells = new ArrayList<>();
            for (int column = 0; column < COLUMNS; column++) {
                String key = "cell." + row + "." + column;
                figures.count(key, Exact.ofDecimal(row * 100L + column, 2), "", "bench");
                cells.add(Block.Cell.of(Prose.digits(key)));
            }
            rows.add(new Block.Row(false, cells));
        }
        List<Block.Column> columns = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            columns.add(new Block.Column(Prose.of("列"), 1, Block.Align.RIGHT));
        }
        Report report = new Report(
                Report.Subject.DEPARTMENT,
                Prose.of("{year}年度报告"),
                figures,
                Map.of(Report.Slot.ANNEX_SCORES, List.of(new Block.Table(columns, rows))));
        try (WordReport.Rendered rendered =
                WordReport.render(report, WordTemplate.standard(Report.Subject.DEPARTMENT))) {
            rendered.document().write(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] template() {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("{{#table}}");
            document.write(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void plain(byte[] template) {
        String[][] cells = new String[ROWS + 1][COLUMNS];
        for (int row = 0; row <= ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                cells[row][column] = row == 0
                        ? "列"
                        : Exact.ofDecimal((row - 1) * 100L + column, 2).toString();
            }
        }
        try (XWPFTemplate compiled = XWPFTemplate.compile(new ByteArrayInputStream(template))) {
            compiled.render(Map.of("table", Tables.of(cells).create()));
            compiled.write(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static long median(Runnable work) {
        long[] times = new long[RUNS];
        for (int run = -WARM_UP; run < RUNS; run++) {
            long start = System.nanoTime();
            work.run();
            if (run >= 0) {
                times[run] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }
}
