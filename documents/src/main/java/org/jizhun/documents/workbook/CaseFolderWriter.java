package org.jizhun.documents.workbook;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/**
 * Writes facts as a case folder that {@link CaseReader} reads back to the same hash: YAML for single values, one CSV with
 * Chinese headings a register, whose texts no spreadsheet takes for formulas. A register that is missing gets no file; one that is empty gets the row 无.
 */
public final class CaseFolderWriter {

    private CaseFolderWriter() {}

    /**
     * Writes all files or none.
     *
     * @throws Refusal if the folder exists and is not empty, or cannot be written
     */
    public static void write(FactSet facts, Path folder) {
        write(Filling.of(facts), folder);
    }

    /**
     * The same, and what was typed into the cells that could not be read, so that nothing typed is lost.
     *
     * @param typed the cells that the facts were read from
     * @throws Refusal as {@link #write(FactSet, Path)}
     */
    public static void write(FactSet facts, CaseCells typed, Path folder) {
        write(new Filling(facts, typed), folder);
    }

    private static void write(Filling filling, Path folder) {
        Map<String, String> files = files(filling);
        Place place = Place.of(folder.toString());
        try {
            if (Files.exists(folder) && !isEmptyFolder(folder)) {
                throw new Refusal(Problem.of("folder-not-empty", place));
            }
            Path parent =
                    Optional.ofNullable(folder.toAbsolutePath().getParent()).orElse(folder);
            Files.createDirectories(parent);
            Path draft = Files.createTempDirectory(parent, ".case");
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(draft.resolve(file.getKey()), file.getValue());
            }
            Files.move(draft, folder, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new Refusal(Problem.of("folder-unwritable", place));
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var listing = Files.newDirectoryStream(folder)) {
            return !listing.iterator().hasNext();
        }
    }

    private static Map<String, String> files(Filling filling) {
        FactSet facts = filling.facts();
        Map<String, String> files = new LinkedHashMap<>();
        for (Register register : facts.vocabulary().registers()) {
            if (register.shape() == Register.Shape.VALUES) {
                String yaml = yaml(register, filling);
                if (!yaml.isEmpty() || register.name().equals("department")) {
                    files.put(register.name() + ".yaml", "# " + register.label() + "\n" + yaml);
                }
            } else if (facts.has(register.name())) {
                files.put(register.name() + ".csv", csv(register, filling));
            }
        }
        return files;
    }

    private static String yaml(Register register, Filling filling) {
        StringBuilder yaml = new StringBuilder();
        for (Register.Column column : register.columns()) {
            String text = filling.facts()
                    .fact(column.name())
                    .map(given -> Written.of(column, given.value()))
                    .orElse(filling.typed(register, column));
            if (!text.isEmpty()) {
                yaml.append(column.name()).append(": ").append(quoted(text)).append('\n');
            }
        }
        return yaml.toString();
    }

    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
        return '"' + escaped + '"';
    }

    private static String csv(Register register, Filling filling) {
        List<Row> rows = filling.facts().rows(register.name());
        List<Register.Column> columns = register.columns();
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
                .build(text)) {
            csv.writeRecord(columns.stream().map(Register.Column::label).toList());
            if (rows.isEmpty()) {
                csv.writeRecord(Marks.NONE);
            }
            for (Row row : rows) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    Object value = row.get(i);
                    String cell = value == null
                            ? filling.typed(register, row, columns.get(i))
                            : Written.of(columns.get(i), value);
                    cells.add(FormulaGuard.guarded(cell));
                }
                csv.writeRecord(cells);
            }
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
