package org.jizhun.documents.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Severity;

/**
 * A table of any content in a .csv (UTF-8 or GB18030) or on the first sheet of an .xlsx, as the texts of its cells; numbers of
 * Excel as the exact decimals that somebody typed, percentages with their sign. Blank rows are left out.
 */
public final class PlainTable {

    private static final int MOST_COLUMNS = 256;

    private PlainTable() {}

    /** @param number of the row as Excel counts it, or of the line of the text */
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** @throws Refusal if the file cannot be read, saying why */
    public static List<List<String>> read(String name, byte[] content) {
        return lines(name, content).stream().map(Line::cells).toList();
    }

    /** @throws Refusal if the file cannot be read, saying why */
    public static List<Line> lines(String name, byte[] content) {
        boolean workbook = name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
        try {
            Path folder = Files.createTempDirectory("jizhun-table");
            Path copy = folder.resolve(workbook ? "table.xlsx" : "table.csv");
            try {
                Files.write(copy, content);
                return texts(workbook ? sheet(copy) : csv(copy, name));
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Line> texts(List<Grid.Line> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> new Line(
                        line.number(), line.cells().stream().map(Cell::typed).toList()))
                .toList();
    }

    private static List<Grid.Line> csv(Path file, String name) {
        List<Problem> problems = new ArrayList<>();
        List<Grid.Line> lines = TextFile.read(file, name, problems)
                .map(text -> CsvGrid.read(name, name, text, problems).lines())
                .orElse(List.of());
        List<Problem> errors = problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new Refusal(errors);
        }
        return lines;
    }

    private static List<Grid.Line> sheet(Path file) {
        try {
            PackageGuard.check(file);
        } catch (Refusal refusal) {
            // of the copy; to the person it is the file
            throw new Refusal(refusal.problems().stream()
                    .map(problem -> new Problem(problem.code(), Place.of("file"), problem.arguments()))
                    .toList());
        }
        List<Grid.Line> lines = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                if (lines.size() == CsvGrid.MOST_ROWS) {
                    throw new Refusal(
                            Problem.of("too-many-rows", Place.of("file"), "sheet", "", "limit", CsvGrid.MOST_ROWS));
                }
                lines.add(new Grid.Line(row.getRowNum(), cells(row, workbook.isDate1904())));
            }
            return lines;
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException broken) {
            // the reader answers a malformed part with any of a dozen exceptions; all mean the same to a person
            throw new Refusal(Problem.of("workbook-broken", Place.of("file")));
        }
    }

    private static List<Cell> cells(Row row, boolean since1904) {
        List<Cell> cells = new ArrayList<>();
        int last = Math.min(row.getCellCount(), MOST_COLUMNS);
        for (int i = 0; i < last; i++) {
            org.dhatim.fastexcel.reader.Cell cell = row.getCell(i);
            Place place = Place.of("file");
            cells.add(cell == null ? Cell.text("", place) : ExcelCell.read(cell, since1904, place));
        }
        return cells;
    }
}
