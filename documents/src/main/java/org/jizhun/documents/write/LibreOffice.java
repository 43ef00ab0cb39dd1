package org.jizhun.documents.write;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jizhun.kernel.problem.Beside;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/**
 * LibreOffice, which turns Word into PDF. Each conversion has a profile, a font mapping and a time limit of its own, so
 * that neither a running office nor an earlier conversion gets into its way.
 */
public final class LibreOffice {

    private static final long SECONDS = 180;
    private static final List<String> NAMES = List.of("soffice", "libreoffice");
    private static final List<String> FOLDERS =
            List.of("/usr/bin", "/usr/local/bin", "/opt/libreoffice/program", "/snap/bin");

    private final Path program;

    private LibreOffice(Path program) {
        this.program = program;
    }

    /** The installed LibreOffice: what {@code -Djizhun.soffice} names, else the first on the path; empty where none is. */
    public static Optional<LibreOffice> find() {
        String named = System.getProperty("jizhun.soffice");
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable).map(LibreOffice::new);
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Stream<String> folders = Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), FOLDERS.stream());
        return folders.filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(LibreOffice::new);
    }

    /**
     * Converts one document.
     *
     * @return the PDF's bytes
     * @throws Refusal if it takes too long or gives no PDF
     */
    public byte[] pdf(byte[] docx) throws IOException {
        Path work = Files.createTempDirectory("jizhun-pdf-");
        try {
            Path source = Files.write(work.resolve("report.docx"), docx);
            Path log = work.resolve("log.txt");
            Process process = command(work, source, log).start();
            if (!finished(process)) {
                throw new Refusal(Problem.of("libreoffice-too-slow", Place.of(program.toString()), "seconds", SECONDS));
            }
            Path pdf = work.resolve("report.pdf");
            if (!Files.isRegularFile(pdf)) {
                String said = Files.readString(log).strip().replace('\n', ' ');
                throw new Refusal(Problem.of("libreoffice-failed", Place.of(program.toString()), "said", said));
            }
            return Files.readAllBytes(pdf);
        } finally {
            remove(work);
        }
    }

    private ProcessBuilder command(Path work, Path source, Path log) throws IOException {
        Path fonts = work.resolve("fonts.conf");
        Files.write(fonts, Beside.bytes(LibreOffice.class, "fonts.conf"));
        ProcessBuilder builder = new ProcessBuilder(
                program.toString(),
                "-env:UserInstallation=" + work.resolve("profile").toUri(),
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--convert-to",
                "pdf:writer_pdf_Export",
                "--outdir",
                work.toString(),
                source.toString());
        builder.environment().put("FONTCONFIG_FILE", fonts.toString());
        builder.environment().put("HOME", work.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.directory(work.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    }

    private static boolean finished(Process process) {
        try {
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return true;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return false;
    }

    /** A file that the office still holds is left to the system's clean-up of temporary folders. */
    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
