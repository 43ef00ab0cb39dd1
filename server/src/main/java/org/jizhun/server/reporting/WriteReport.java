package org.jizhun.server.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jizhun.auditor.Audit;
import org.jizhun.auditor.AuditJson;
import org.jizhun.documents.findings.AuditedFile;
import org.jizhun.documents.report.Composer;
import org.jizhun.documents.report.Fields;
import org.jizhun.documents.report.Figure;
import org.jizhun.documents.report.Snapshot;
import org.jizhun.documents.write.ReportWriter;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Severity;
import org.jizhun.kernel.scoring.Evaluation;
import org.jizhun.server.evaluation.Evaluations;
import org.jizhun.server.evaluation.Snapshots;
import org.jizhun.server.platform.Jobs;
import org.jizhun.server.register.CaseReading;
import org.jizhun.server.register.FactSource;
import org.springframework.stereotype.Service;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the report of a department year as it stands, has the auditor read it, and keeps both. */
@Service
class WriteReport {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int STEPS = 4;

    private final FactSource facts;
    private final Evaluations evaluations;
    private final Snapshots snapshots;
    private final Reports reports;
    private final ReportText text;

    WriteReport(FactSource facts, Evaluations evaluations, Snapshots snapshots, Reports reports, ReportText text) {
        this.facts = facts;
        this.evaluations = evaluations;
        this.snapshots = snapshots;
        this.reports = reports;
        this.text = text;
    }

    /** The figures that a narrative may name. */
    List<Figure> figures(long department, int year) {
        Snapshot snapshot = snapshot(facts.read(department, year));
        return Composer.compose(snapshot).figures().all();
    }

    private Snapshot snapshot(CaseReading reading) {
        return new Snapshot(evaluations.department(reading, Optional.empty()), List.of());
    }

    /**
     * @return the number of the report
     * @throws Refusal if the case has cells that cannot be read, or a narrative names a figure that does not exist
     */
    long write(long department, int year, Jobs.Progress progress) {
        progress.at(0, STEPS, "collecting");
        CaseReading reading = facts.read(department, year);
        List<Problem> problems = new ArrayList<>(reading.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList());
        Snapshot snapshot = snapshot(reading);
        problems.addAll(Fields.unknown(snapshot, Composer.compose(snapshot)));
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        progress.at(1, STEPS, "writing");
        Map<String, byte[]> files = files(snapshot.evaluation());
        progress.at(2, STEPS, "auditing");
        AuditedFile audited = text.audited(Objects.requireNonNull(files.get("report.docx")));
        progress.at(3, STEPS, "keeping");
        long kept = snapshots
                .take(department, year, reports.nextLabel(department, year))
                .id();
        return reports.add(
                department,
                year,
                kept,
                files,
                findings(audited.audit()),
                count(audited, Severity.ERROR),
                count(audited, Severity.WARNING));
    }

    /** The findings in Chinese, with the words of each in English beside them. */
    private static String findings(Audit audit) {
        JsonNode told = JSON.readTree(AuditJson.write(audit, Language.ZH));
        JsonNode english = JSON.readTree(AuditJson.write(audit, Language.EN)).path("findings");
        for (int i = 0; i < english.size(); i++) {
            if (told.path("findings").get(i) instanceof ObjectNode finding) {
                finding.set("messageEn", english.get(i).path("message"));
                finding.set("explanationEn", english.get(i).path("explanation"));
            }
        }
        return JSON.writeValueAsString(told);
    }

    private static int count(AuditedFile audited, Severity severity) {
        return (int) audited.audit().findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static Map<String, byte[]> files(Evaluation evaluation) {
        try {
            Path work = Files.createTempDirectory("jizhun-report");
            try {
                Map<String, byte[]> files = new LinkedHashMap<>();
                for (Path file : ReportWriter.write(evaluation, List.of(), work, ReportWriter.Options.standard())
                        .files()) {
                    files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
                }
                return files;
            } finally {
                FileSystemUtils.deleteRecursively(work);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
