package org.jizhun.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jizhun.auditor.AuditJson;
import org.jizhun.auditor.claim.Knowledge;
import org.jizhun.documents.findings.Annotated;
import org.jizhun.documents.findings.AuditedFile;
import org.jizhun.documents.findings.FindingsPage;
import org.jizhun.documents.findings.FolderAudit;
import org.jizhun.documents.findings.FolderSummary;
import org.jizhun.documents.findings.SarifWriter;
import org.jizhun.documents.read.DocumentReader;
import org.jizhun.documents.read.ReadLimits;
import org.jizhun.documents.read.Recognition;
import org.jizhun.documents.rules.RuleFolder;
import org.jizhun.documents.rules.Rules;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code audit FILE…}: what does not add up in anyone's report; {@code audit DIR}: in all reports of a folder. */
@Command(name = "audit")
final class AuditVerb implements Callable<Integer> {

    /** How findings are written. */
    enum Format {
        TEXT,
        JSON,
        SARIF,
        HTML
    }

    private final Path home;
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<String> files = List.of();

    @Option(names = "--format")
    private Format format = Format.TEXT;

    @Option(names = "--out")
    private @Nullable Path out;

    @Option(names = "--annotate")
    private @Nullable Path annotate;

    @Option(names = "--verbose")
    private boolean verbose;

    @Option(names = "--ocr")
    private boolean ocr;

    AuditVerb(Path home, Console console) {
        this.home = home;
        this.console = console;
    }

    @Override
    public Integer call() {
        CompletableFuture<Knowledge> learning = CompletableFuture.supplyAsync(this::knowledge);
        Supplier<Knowledge> knowledge = () -> known(learning);
        DocumentReader reader =
                new DocumentReader(ReadLimits.standard(), ocr ? Recognition.TESSERACT : Recognition.OFF);
        List<Path> paths = files.stream().map(Desk::path).toList();
        if (paths.size() == 1 && Files.isDirectory(paths.get(0))) {
            return folder(paths.get(0), reader, knowledge);
        }
        List<AuditedFile> audited = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (FolderAudit.Outcome outcome : FolderAudit.of(paths, reader, knowledge, done -> {})) {
            outcome.audited().ifPresent(audited::add);
            problems.addAll(outcome.problems());
        }
        write(audited, paths.size());
        if (annotate != null) {
            for (AuditedFile file : audited) {
                save(target(annotate, file, paths.size(), ""), Annotated.of(file, console.language()));
            }
        }
        new Complaints(console).print(problems);
        return exit(
                audited.size() < paths.size(),
                audited.stream().anyMatch(file -> file.audit().hasErrors()));
    }

    /** Schemes and calendars, which are loaded while the documents are read. */
    private Knowledge knowledge() {
        Rules rules = RuleFolder.load(home.resolve("schemes")).value();
        return Knowledge.of(rules.schemes(), rules.calendar());
    }

    private static Knowledge known(CompletableFuture<Knowledge> learning) {
        try {
            return learning.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof Refusal refusal ? refusal : failed;
        }
    }

    private static int exit(boolean unreadable, boolean errors) {
        return unreadable ? Verbs.REFUSED : errors ? Verbs.DIFFERS : Verbs.DONE;
    }

    private void write(List<AuditedFile> audited, int asked) {
        switch (format) {
            case TEXT -> text(audited);
            case JSON -> print(json(audited, asked));
            case SARIF -> print(SarifWriter.write(audited, console.language()));
            case HTML -> pages(audited, asked);
        }
    }

    private void text(List<AuditedFile> audited) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        Console page = new Console(stream, console.err(), console.language(), console.columns());
        boolean colour = out == null && System.getProperty("jizhun.colour", "").equals("yes");
        for (int i = 0; i < audited.size(); i++) {
            page.line(i == 0 ? "" : "\n");
            new AuditText(page, colour).print(audited.get(i), verbose);
        }
        stream.flush();
        print(bytes.toString(StandardCharsets.UTF_8).stripLeading());
    }

    /** One object for one file, an array where several were asked for. */
    private String json(List<AuditedFile> audited, int asked) {
        if (asked == 1) {
            return audited.isEmpty() ? "" : AuditJson.write(audited.get(0).audit(), console.language());
        }
        return audited.stream()
                .map(file -> AuditJson.write(file.audit(), console.language()).strip())
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private void pages(List<AuditedFile> audited, int asked) {
        for (AuditedFile file : audited) {
            String page = FindingsPage.write(file, console.language());
            if (out == null && asked == 1) {
                print(page);
            } else {
                Path folder = out == null ? Path.of(".") : out;
                save(target(folder, file, asked, ".html"), page.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void print(String text) {
        if (out == null) {
            console.out().print(text);
        } else if (!text.isEmpty()) {
            save(out, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The file named for one input; a file of the input's name in the folder named for several. */
    private static Path target(Path named, AuditedFile file, int asked, String ending) {
        if (asked == 1 && !Files.isDirectory(named)) {
            return named;
        }
        if (Files.isRegularFile(named)) {
            throw new Refusal(Problem.of(
                    "audit-one-output", Place.NONE, "option", ending.isEmpty() ? "annotate" : "out", "found", named));
        }
        return named.resolve(file.audit().document() + ending);
    }

    private void save(Path file, byte[] bytes) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path draft = Files.createTempFile(folder, ".jizhun", ".tmp");
            Files.write(draft, bytes);
            Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new Refusal(Problem.of("audit-cannot-write", Place.NONE, "found", file));
        }
        console.complain(say("audit-written", "file", file));
    }

    private int folder(Path folder, DocumentReader reader, Supplier<Knowledge> knowledge) {
        List<Path> reports = FolderAudit.reports(folder);
        FolderSummary summary = new FolderSummary(FolderAudit.of(reports, reader, knowledge, done -> {
            if (done % 10 == 0 || done == reports.size()) {
                console.complain(say("audit-folder-progress", "done", done, "all", reports.size()));
                console.flush();
            }
        }));
        for (FolderAudit.Outcome outcome : summary.worstFirst()) {
            console.line(Lines.right(Long.toString(FolderSummary.count(outcome, Severity.ERROR)), 5)
                    + Lines.right(Long.toString(FolderSummary.count(outcome, Severity.WARNING)), 5)
                    + Lines.right(Long.toString(FolderSummary.count(outcome, Severity.NOTE)), 5) + "  "
                    + folder.relativize(outcome.file())
                    + (outcome.audited().isPresent() ? "" : "  ✗"));
            new Complaints(console).print(outcome.problems());
        }
        console.line(say(
                "audit-folder-summary",
                "documents",
                reports.size(),
                "failed",
                summary.failed(),
                "errors",
                summary.count(Severity.ERROR),
                "warnings",
                summary.count(Severity.WARNING),
                "notes",
                summary.count(Severity.NOTE)));
        Path target = out == null ? folder.resolve("audit-summary") : out;
        try {
            save(target.resolveSibling(target.getFileName() + ".xlsx"), summary.workbook(console.language()));
        } catch (IOException refused) {
            throw new Refusal(Problem.of("audit-cannot-write", Place.NONE, "found", target));
        }
        save(
                target.resolveSibling(target.getFileName() + ".json"),
                summary.json(console.language()).getBytes(StandardCharsets.UTF_8));
        return exit(summary.failed() > 0, summary.count(Severity.ERROR) > 0);
    }

    private String say(String code, Object... namesAndValues) {
        return Problem.of(code, Place.NONE, namesAndValues).text(console.language());
    }
}
