package org.jizhun.documents.workbook;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.yaml.YamlNode;

/**
 * A case kept as a folder: {@code department.yaml}, {@code values.yaml}, one CSV a table register, and the narrative as
 * CSV or as one text file a section. Files are named by the register, in English or Chinese.
 */
final class FolderSource {

    private static final String NARRATIVE = "narrative";

    private final Vocabulary vocabulary;
    private final List<Problem> problems;
    private final Map<String, Grid> grids = new LinkedHashMap<>();
    private final Map<String, Entries> entries = new LinkedHashMap<>();

    private FolderSource(Vocabulary vocabulary, List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** @throws Refusal if the folder cannot be listed or holds no {@code department.yaml} */
    static Source read(Path folder, Vocabulary vocabulary, List<Problem> problems) {
        FolderSource source = new FolderSource(vocabulary, problems);
        for (Path file : sorted(folder)) {
            source.take(file);
        }
        if (!source.entries.containsKey("department") && !source.grids.containsKey("department")) {
            throw new Refusal(Problem.of("folder-without-department", Place.of(name(folder))));
        }
        return new Source(source.grids, source.entries);
    }

    private void take(Path file) {
        String name = name(file);
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        Optional<Register> register = vocabulary.register(stem);
        if (Files.isDirectory(file)) {
            if (register.isPresent() && register.get().name().equals(NARRATIVE)) {
                sections(file, register.get());
            }
        } else if (register.isPresent() && extension.equals("csv")) {
            csv(file, register.get());
        } else if (register.isPresent() && (extension.equals("yaml") || extension.equals("yml"))) {
            yaml(file, register.get());
        } else if (!name.startsWith(".") && List.of("csv", "yaml", "yml").contains(extension)) {
            problems.add(Problem.of("file-unknown", Place.of(name), "found", name, "expected", fileNames()));
        }
    }

    private void csv(Path file, Register register) {
        String name = name(file);
        if (alreadyTaken(register, name)) {
            return;
        }
        TextFile.read(file, name, problems)
                .ifPresent(text -> grids.put(register.name(), CsvGrid.read(name, register.label(), text, problems)));
    }

    private void yaml(Path file, Register register) {
        String name = name(file);
        if (register.shape() != Register.Shape.VALUES) {
            problems.add(Problem.of("file-unknown", Place.of(name), "found", name, "expected", fileNames()));
            return;
        }
        if (alreadyTaken(register, name)) {
            return;
        }
        Optional<String> text = TextFile.read(file, name, problems);
        YamlNode node = YamlNode.parse(name, text.orElse("")).value();
        text.ifPresent(
                readable -> problems.addAll(YamlNode.parse(name, readable).problems()));
        entries.put(register.name(), Entries.of(node, problems));
    }

    /** One file a section: the section is the file's name, the text is the file. */
    private void sections(Path folder, Register register) {
        if (alreadyTaken(register, NARRATIVE)) {
            return;
        }
        List<Grid.Line> lines = new ArrayList<>();
        Place place = Place.of(NARRATIVE);
        lines.add(line(
                1,
                NARRATIVE,
                register.columns().get(0).name(),
                register.columns().get(1).name()));
        for (Path file : sorted(folder)) {
            String name = NARRATIVE + "/" + name(file);
            if (name.endsWith(".md") || name.endsWith(".txt")) {
                String section = name.substring(NARRATIVE.length() + 1, name.lastIndexOf('.'));
                TextFile.read(file, name, problems).ifPresent(text -> lines.add(line(1, name, section, text)));
            }
        }
        grids.put(register.name(), new Grid(register.label(), place, numbered(lines)));
    }

    private static Grid.Line line(int number, String file, String first, String second) {
        Place place = Place.text(file, number, 1);
        return new Grid.Line(number, List.of(Cell.text(first, place), Cell.text(second, place)));
    }

    private static List<Grid.Line> numbered(List<Grid.Line> lines) {
        List<Grid.Line> numbered = new ArrayList<>();
        for (Grid.Line line : lines) {
            numbered.add(new Grid.Line(numbered.size() + 1, line.cells()));
        }
        return numbered;
    }

    private boolean alreadyTaken(Register register, String name) {
        boolean taken = grids.containsKey(register.name()) || entries.containsKey(register.name());
        if (taken) {
            problems.add(Problem.of("register-twice", Place.of(name), "sheet", register.named()));
        }
        return taken;
    }

    private String fileNames() {
        List<String> names = new ArrayList<>();
        for (Register register : vocabulary.registers()) {
            names.add(register.name() + (register.shape() == Register.Shape.VALUES ? ".yaml" : ".csv"));
        }
        return String.join(", ", names);
    }

    private static List<Path> sorted(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
            listing.forEach(files::add);
        } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
            throw new Refusal(Problem.of("case-unreadable", Place.of(name(folder))));
        }
        files.sort(java.util.Comparator.comparing(FolderSource::name));
        return files;
    }

    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
