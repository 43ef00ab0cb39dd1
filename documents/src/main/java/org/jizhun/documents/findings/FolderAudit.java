package org.jizhun.documents.findings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jizhun.auditor.claim.Knowledge;
import org.jizhun.documents.read.DocumentReader;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/** All reports of a folder and the folders in it, audited on all cores; a file that fails does not stop the others. */
public final class FolderAudit {

    private static final Pattern REPORT = Pattern.compile("(?i)[^~.].*\\.(pdf|ofd|docx?|xlsx?|html?|txt)");

    /**
     * What came of one file.
     *
     * @param audited empty where it could not be read
     * @param problems why it could not be read; else what reading had to say
     */
    public record Outcome(Path file, Optional<AuditedFile> audited, List<Problem> problems) {

        public Outcome {
            problems = List.copyOf(problems);
        }

        static Outcome of(Path file, DocumentReader reader, Supplier<Knowledge> knowledge) {
            try {
                AuditedFile audited = AuditedFile.of(file, reader, knowledge);
                return new Outcome(file, Optional.of(audited), audited.notes());
            } catch (Refusal refusal) {
                return new Outcome(file, Optional.empty(), refusal.problems());
            } catch (RuntimeException | StackOverflowError mistakeOfOurs) {
                Problem failed = Problem.of("command-failed", Place.of(file.toString()), "found", mistakeOfOurs);
                return new Outcome(file, Optional.empty(), List.of(failed));
            }
        }
    }

    private FolderAudit() {}

    /**
     * The reports of a folder, by their endings, in alphabetical order.
     *
     * @throws Refusal if the folder cannot be read or holds no report
     */
    public static List<Path> reports(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> reports = files.filter(Files::isRegularFile)
                    .filter(file -> REPORT.matcher(name(file)).matches())
                    .sorted(Comparator.comparing(file -> file.toString().toLowerCase(Locale.ROOT)))
                    .toList();
            if (reports.isEmpty()) {
                throw new Refusal(Problem.of("audit-folder-empty", Place.of(folder.toString())));
            }
            return reports;
        } catch (IOException unreadable) {
            throw new Refusal(Problem.of("document-missing", Place.of(folder.toString())));
        }
    }

    private static String name(Path file) {
        Path last = file.getFileName();
        return last == null ? "" : last.toString();
    }

    /** The outcomes in the order of the files; {@code done} hears after each how many there are. */
    public static List<Outcome> of(
            List<Path> files, DocumentReader reader, Supplier<Knowledge> knowledge, IntConsumer done) {
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.min(files.size(), Runtime.getRuntime().availableProcessors()));
        try {
            List<Future<Outcome>> running = files.stream()
                    .map(file -> pool.submit(() -> Outcome.of(file, reader, knowledge)))
                    .toList();
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> each : running) {
                outcomes.add(each.get());
                done.accept(outcomes.size());
            }
            return outcomes;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
