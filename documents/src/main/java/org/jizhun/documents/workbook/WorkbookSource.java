package org.jizhun.documents.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/** A case kept as one Excel workbook: a sheet a register, named by its label or English name. */
final class WorkbookSource {

    private static final int MOST_COLUMNS = 256;

    private final String file;
    private final List<Problem> problems;

    private WorkbookSource(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** @throws Refusal if the file is not an ordinary, sound .xlsx workbook with the sheet of the department */
    static Source read(Path path, Vocabulary vocabulary, List<Problem> problems) {
        return read(
                path, vocabulary, problems, grids -> grids.containsKey("department"), "workbook-without-department");
    }

    /** @throws Refusal if the file is not an ordinary, sound .xlsx workbook with at least one sheet of a case */
    static Source readSome(Path path, Vocabulary vocabulary, List<Problem> problems) {
        return read(path, vocabulary, problems, grids -> !grids.isEmpty(), "workbook-without-register");
    }

    private static Source read(
            Path path,
            Vocabulary vocabulary,
            List<Problem> problems,
            Predicate<Map<String, Grid>> suffices,
            String otherwise) {
        PackageGuard.check(path);
        String file = FolderSource.name(path);
        try (ReadableWorkbook workbook = new ReadableWorkbook(path.toFile(), new ReadingOptions(true, true))) {
            return new WorkbookSource(file, problems).read(workbook, vocabulary, suffices, otherwise);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException broken) {
            // the reader answers a malformed part with any of a dozen exceptions; all mean the same to a person
            throw new Refusal(Problem.of("workbook-broken", Place.of(file)));
        }
    }

    private Source read(
            ReadableWorkbook workbook, Vocabulary vocabulary, Predicate<Map<String, Grid>> suffices, String otherwise)
            throws IOException {
        Map<String, Grid> grids = new LinkedHashMap<>();
        List<String> titles = new ArrayList<>();
        for (Sheet sheet : workbook.getSheets().toList()) {
            String title = sheet.getName().strip();
            titles.add(title);
            Optional<Register> register = vocabulary.register(title);
            Place place = Place.cell(file, title, 0, 0);
            if (register.isEmpty()) {
                reportUnknown(title, vocabulary, place);
            } else if (grids.containsKey(register.get().name())) {
                problems.add(Problem.of(
                        "register-twice", place, "sheet", register.get().named()));
            } else {
                grids.put(register.get().name(), grid(sheet, title, workbook.isDate1904()));
            }
        }
        if (!suffices.test(grids)) {
            throw new Refusal(Problem.of(otherwise, Place.of(file), "found", String.join("、", titles)));
        }
        return new Source(grids, Map.of());
    }

    private void reportUnknown(String title, Vocabulary vocabulary, Place place) {
        if (!Marks.isOwnSheet(title)) {
            String known = vocabulary.registers().stream().map(Register::label).collect(Collectors.joining("、"));
            problems.add(Problem.of("sheet-unknown", place, "found", title, "expected", known));
        }
    }

    private Grid grid(Sheet sheet, String title, boolean since1904) throws IOException {
        List<Grid.Line> lines = new ArrayList<>();
        try (Stream<Row> rows = sheet.openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                Grid.Line line = line(row, title, since1904);
                if (lines.size() == CsvGrid.MOST_ROWS) {
                    Place place = Place.cell(file, title, row.getRowNum(), 0);
                    problems.add(Problem.of("too-many-rows", place, "sheet", title, "limit", CsvGrid.MOST_ROWS));
                    break;
                }
                if (!line.isBlank()) {
                    lines.add(line);
                }
            }
        }
        return new Grid(title, Place.cell(file, title, 0, 0), lines);
    }

    private Grid.Line line(Row row, String title, boolean since1904) {
        List<Cell> cells = new ArrayList<>();
        int last = Math.min(row.getCellCount(), MOST_COLUMNS);
        for (int i = 0; i < last; i++) {
            Place place = Place.cell(file, title, row.getRowNum(), i + 1);
            org.dhatim.fastexcel.reader.Cell cell = row.getCell(i);
            cells.add(cell == null ? Cell.text("", place) : ExcelCell.read(cell, since1904, place));
        }
        return new Grid.Line(row.getRowNum(), cells);
    }
}
