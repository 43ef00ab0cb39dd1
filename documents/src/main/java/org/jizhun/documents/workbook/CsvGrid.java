package org.jizhun.documents.workbook;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/** Reads a CSV text (RFC 4180) into a {@link Grid}; a broken quote ends the reading there, with a problem. */
final class CsvGrid {

    /** More rows than any register of one department has; what lies beyond is refused. */
    static final int MOST_ROWS = 200_000;

    /** What the library reads of a line at most. */
    private static final int MOST_FIELDS = 16_384;

    private CsvGrid() {}

    static Grid read(String file, String title, String text, List<Problem> problems) {
        List<Grid.Line> lines = new ArrayList<>();
        CsvReader.CsvReaderBuilder builder =
                CsvReader.builder().allowExtraFields(true).allowMissingFields(true);
        try (CsvReader<CsvRecord> reader = builder.ofCsvRecord(text);
                CloseableIterator<CsvRecord> records = reader.iterator()) {
            while (records.hasNext()) {
                if (lines.size() == MOST_ROWS) {
                    problems.add(Problem.of("too-many-rows", Place.of(file), "sheet", title, "limit", MOST_ROWS));
                    break;
                }
                lines.add(line(file, records.next()));
            }
        } catch (CsvParseException broken) {
            int line = lines.isEmpty() ? 1 : lines.get(lines.size() - 1).number() + 1;
            Place where = Place.text(file, line, 0);
            problems.add(
                    isTooWide(text, line)
                            ? Problem.of("csv-too-wide", where, "limit", MOST_FIELDS)
                            : Problem.of("csv-broken", where));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Grid(title, Place.of(file), lines);
    }

    private static boolean isTooWide(String text, int line) {
        return text.lines()
                        .skip(line - 1L)
                        .limit(1)
                        .flatMapToInt(String::chars)
                        .filter(character -> character == ',')
                        .count()
                >= MOST_FIELDS;
    }

    private static Grid.Line line(String file, CsvRecord csv) {
        int number = Math.toIntExact(csv.getStartingLineNumber());
        List<Cell> cells = new ArrayList<>(csv.getFieldCount());
        for (int i = 0; i < csv.getFieldCount(); i++) {
            cells.add(Cell.text(FormulaGuard.typed(csv.getField(i)), Place.text(file, number, i + 1)));
        }
        return new Grid.Line(number, cells);
    }
}
