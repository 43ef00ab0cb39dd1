package org.jizhun.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jizhun.documents.workbook.TemplateWriter;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.scheme.Scheme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code template --out FILE.xlsx}: the workbook to fill in, empty or with what is already known. */
@Command(name = "template")
final class TemplateVerb implements Callable<Integer> {

    private final Path home;
    private final Console console;

    @Option(names = "--scheme")
    private @Nullable String scheme;

    @Option(names = "--out", required = true)
    private String out = "";

    @Option(names = "--case")
    private @Nullable String filled;

    @Option(names = "--force")
    private boolean force;

    @Option(names = "--schemes")
    private @Nullable Path schemes;

    TemplateVerb(Path home, Console console) {
        this.home = home;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Desk desk = new Desk(home, schemes);
        Path file = Desk.path(out).toAbsolutePath();
        if (Files.exists(file) && !force) {
            throw new Refusal(Problem.of("template-exists", Place.of(out)));
        }
        if (filled == null) {
            if (scheme == null) {
                throw new Refusal(Problem.of("command-missing-argument", Place.NONE, "expected", "--scheme"));
            }
            Scheme chosen = desk.scheme(scheme);
            write(file, stream -> TemplateWriter.write(chosen, stream));
        } else {
            Path place = Desk.path(filled);
            Result<FactSet> read = desk.read(place, Optional.ofNullable(scheme));
            Scheme chosen = desk.scheme(Optional.ofNullable(scheme), read.value(), place);
            if (read.hasErrors()) {
                throw new Refusal(read.problems());
            }
            write(file, stream -> TemplateWriter.write(chosen, read.value(), stream));
        }
        console.line(Problem.of("command-written", Place.NONE, "files", out).text(console.language()));
        return Verbs.DONE;
    }

    private interface Content {
        void write(OutputStream stream) throws IOException;
    }

    /** Written beside the target and moved there when it is whole. */
    private void write(Path file, Content content) throws IOException {
        Path part = null;
        try {
            Path folder = Optional.ofNullable(file.getParent()).orElse(file);
            Files.createDirectories(folder);
            part = Files.createTempFile(folder, ".template", ".part");
            try (OutputStream stream = Files.newOutputStream(part)) {
                content.write(stream);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new Refusal(List.of(Problem.of("file-unwritable", Place.of(out))));
        } finally {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        }
    }
}
