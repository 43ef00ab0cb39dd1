package org.jizhun.documents.workbook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.Fact;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.scheme.Schemes;

/**
 * Reads a case, one department year, from a folder (YAML and CSV) or one Excel workbook with the same content. Whatever
 * can be read is in the facts, each with its place; every mistake is a problem naming sheet, cell, what was found and what
 * was expected. A value that cannot be read is missing, never zero.
 */
public final class CaseReader {

    private final Function<String, Optional<SchemeNames>> schemes;
    private final WorkingDays calendar;

    private CaseReader(WorkingDays calendar, Function<String, Optional<SchemeNames>> schemes) {
        this.schemes = schemes;
        this.calendar = calendar;
    }

    /**
     * A reader that knows only the vocabularies of schemes, not their criteria.
     *
     * @param vocabularyOfScheme what a scheme of this id asks for; empty where there is no such scheme
     * @param calendar the years whose dates may be counted in working days
     */
    public CaseReader(Function<String, Optional<Vocabulary>> vocabularyOfScheme, WorkingDays calendar) {
        this(calendar, id -> vocabularyOfScheme.apply(id).map(SchemeNames::of));
    }

    /** A reader that knows these schemes: their own values, their criteria and the elements of their checklists. */
    public CaseReader(Schemes schemes, WorkingDays calendar) {
        this(calendar, id -> schemes.find(id).map(SchemeForm::names));
    }

    /** @throws Refusal if there is nothing to read: no such file, not a case, protected, broken */
    public Result<FactSet> read(Path folderOrWorkbook) {
        return read(folderOrWorkbook, Optional.empty());
    }

    /**
     * Reads a case for a scheme other than the one it names.
     *
     * @throws Refusal as {@link #read(Path)}
     */
    public Result<FactSet> read(Path folderOrWorkbook, Optional<String> schemeId) {
        List<Problem> problems = new ArrayList<>();
        return read(source(folderOrWorkbook, problems), schemeId, problems);
    }

    /** Reads cells kept elsewhere, such as in a database; places are the sheet's label, the row's number and the column's. */
    public Result<FactSet> read(CaseCells cells) {
        return read(cells, KeptTables.NONE).result();
    }

    /** What was read of cells, with its tables, for reading again when a few of the cells changed. */
    public record Reading(Result<FactSet> result, KeptTables tables) {}

    /** The same as without what was kept of an earlier reading; of registers that are as they were then, nothing is read again. */
    public Reading read(CaseCells cells, KeptTables before) {
        String scheme = cells.values().getOrDefault("department", Map.of()).getOrDefault("schemeId", "");
        Vocabulary vocabulary =
                schemes.apply(scheme).map(SchemeNames::vocabulary).orElse(Vocabulary.standard());
        KeptTables.Builder kept = new KeptTables.Builder(before, cells);
        Result<FactSet> result = read(cells.values(vocabulary), kept::table, Optional.empty(), new ArrayList<>());
        return new Reading(result, kept.build());
    }

    /**
     * The cells of a file as text, before anybody asks whether they can be read: for taking it into a database. A workbook may
     * hold some of the sheets of a case only.
     *
     * @param schemeId whose sheets are looked for
     * @throws Refusal as {@link #read(Path)}, and if no sheet is one of a case
     */
    public Result<CaseCells> cells(Path workbook, String schemeId) {
        List<Problem> problems = new ArrayList<>();
        refuseUnreadable(workbook);
        Source source = WorkbookSource.readSome(workbook, Vocabulary.standard(), problems);
        Vocabulary vocabulary = names(
                        Optional.of(schemeId),
                        FactSet.builder(Vocabulary.standard()).build(),
                        problems)
                .vocabulary();
        return new Result<>(CaseCells.of(source, vocabulary, problems), problems);
    }

    private Result<FactSet> read(Source source, Optional<String> schemeId, List<Problem> problems) {
        Tables tables = (register, found) -> Optional.ofNullable(source.grids().get(register.name()))
                .map(grid -> TableReader.read(register, grid, found));
        return read(source, tables, schemeId, problems);
    }

    /** Where the rows of a table register come from; empty where the case does not have it. */
    private interface Tables {
        Optional<TableReader.Table> read(Register register, List<Problem> problems);
    }

    private Result<FactSet> read(Source source, Tables from, Optional<String> schemeId, List<Problem> problems) {
        FactSet.Builder facts = FactSet.builder(Vocabulary.standard());
        readValues(Vocabulary.standard().register("department").orElseThrow(), source, facts, problems);
        SchemeNames names = names(schemeId, facts.build(), problems);
        Vocabulary vocabulary = names.vocabulary();
        facts = restarted(vocabulary, facts.build());
        Map<String, TableReader.Table> tables = new LinkedHashMap<>();
        for (Register register : vocabulary.registers()) {
            if (register.shape() == Register.Shape.TABLE) {
                from.read(register, problems).ifPresent(table -> tables.put(register.name(), table));
            } else if (!register.name().equals("department")) {
                readValues(register, source, facts, problems);
            }
        }
        for (TableReader.Table table : tables.values()) {
            if (table.filled()) {
                facts.rows(table.register().name(), table.rows());
            }
        }
        // a cell that could not be read has been told; that its value is missing follows from it
        Set<Place> told = problems.stream().map(Problem::place).collect(Collectors.toSet());
        CrossChecks.check(tables, calendar, names).stream()
                .filter(problem -> !told.contains(problem.place()))
                .forEach(problems::add);
        return new Result<>(facts.build(), problems);
    }

    private static void refuseUnreadable(Path path) {
        if (!Files.exists(path)) {
            throw new Refusal(Problem.of("case-not-found", Place.of(path.toString())));
        }
        if (!Files.isReadable(path)) {
            throw new Refusal(Problem.of("case-unreadable", Place.of(FolderSource.name(path))));
        }
    }

    private static Source source(Path path, List<Problem> problems) {
        refuseUnreadable(path);
        if (Files.isDirectory(path)) {
            return FolderSource.read(path, Vocabulary.standard(), problems);
        }
        return WorkbookSource.read(path, Vocabulary.standard(), problems);
    }

    private static void readValues(Register register, Source source, FactSet.Builder facts, List<Problem> problems) {
        Entries entries = source.entries().get(register.name());
        Grid grid = source.grids().get(register.name());
        if (entries == null && grid != null) {
            entries = Entries.of(grid);
        }
        if (entries != null) {
            entries.read(register, problems).values().forEach(facts::put);
        }
    }

    private SchemeNames names(Optional<String> schemeId, FactSet department, List<Problem> problems) {
        String id = schemeId.orElse(department.text("schemeId"));
        if (id.isEmpty()) {
            return SchemeNames.of(Vocabulary.standard());
        }
        Optional<SchemeNames> names = schemes.apply(id);
        if (names.isEmpty()) {
            Place place = department.fact("schemeId").map(Fact::source).orElse(Place.NONE);
            problems.add(Problem.of("case-scheme-unknown", place, "found", id));
        }
        return names.orElse(SchemeNames.of(Vocabulary.standard()));
    }

    private static FactSet.Builder restarted(Vocabulary vocabulary, FactSet department) {
        FactSet.Builder facts = FactSet.builder(vocabulary);
        department.facts().values().forEach(facts::put);
        return facts;
    }
}
