package org.jizhun.bench.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jizhun.auditor.Audit;
import org.jizhun.auditor.claim.Knowledge;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.documents.findings.AuditedFile;
import org.jizhun.documents.read.DocumentReader;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.yaml.YamlNode;

/**
 * One document of the corpus after the audit.
 *
 * @param clean nothing is wrong with it
 * @param right findings that fit an entry of the truth
 * @param falseAlarms findings that fit none
 */
record Outcome(
        String folder,
        boolean clean,
        boolean generated,
        List<Fault> found,
        List<Fault> missed,
        int right,
        List<Finding> falseAlarms) {

    /** Every document: each folder with a truth.yaml, by name. */
    static List<Outcome> all(Path corpus, Knowledge knowledge) {
        try (Stream<Path> folders = Files.list(corpus)) {
            return folders.filter(folder -> Files.exists(folder.resolve("truth.yaml")))
                    .sorted()
                    .map(folder -> of(folder, knowledge))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Outcome of(Path folder, Knowledge knowledge) {
        YamlNode truth = truth(folder);
        List<Fault> faults = truth.items("findings").stream().map(Fault::of).toList();
        Audit audit = AuditedFile.of(folder.resolve(truth.text("document", "")), new DocumentReader(), () -> knowledge)
                .audit();
        if (!audit.stumbled().isEmpty()) {
            throw new IllegalStateException(folder.getFileName() + ": " + audit.stumbled());
        }
        List<Finding> findings = audit.findings();
        List<Fault> found = new ArrayList<>();
        List<Fault> missed = new ArrayList<>();
        for (Fault fault : faults) {
            boolean told = findings.stream().anyMatch(fault::isFoundBy);
            if (!fault.optional()) {
                (told ? found : missed).add(fault);
            }
        }
        List<Finding> falseAlarms = findings.stream()
                .filter(finding -> faults.stream().noneMatch(fault -> fault.isFoundBy(finding)))
                .toList();
        return new Outcome(
                String.valueOf(folder.getFileName()),
                faults.isEmpty(),
                truth.text("generated", "").equals("true"),
                found,
                missed,
                findings.size() - falseAlarms.size(),
                falseAlarms);
    }

    private static YamlNode truth(Path folder) {
        try {
            Result<YamlNode> read = YamlNode.parse("truth.yaml", Files.readString(folder.resolve("truth.yaml")));
            if (!read.problems().isEmpty()) {
                throw new IllegalArgumentException(folder + ": " + read.problems());
            }
            return read.value();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
