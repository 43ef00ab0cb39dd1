package org.jizhun.server.audits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jizhun.auditor.Audit;
import org.jizhun.auditor.Auditor;
import org.jizhun.documents.findings.Annotated;
import org.jizhun.documents.findings.AuditedFile;
import org.jizhun.documents.read.DocumentReader;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.server.platform.Jobs;
import org.jizhun.server.register.RuleBook;
import org.springframework.stereotype.Service;

/** Has the auditor read a file, and keeps what it finds. */
@Service
class AuditReport {

    private static final int STEPS = 3;

    private final Audits audits;
    private final RuleBook rules;

    AuditReport(Audits audits, RuleBook rules) {
        this.audits = audits;
        this.rules = rules;
    }

    /**
     * @return the number of the audit
     * @throws Refusal if the file cannot be read, saying why
     */
    long audit(long department, String name, byte[] content, Jobs.Progress progress) {
        progress.at(0, STEPS, "reading");
        Document document = new DocumentReader().read(name, content).value();
        progress.at(1, STEPS, "auditing");
        Audit audit = Auditor.auditTolerantly(document, rules.knowledge());
        progress.at(2, STEPS, "keeping");
        return audits.add(department, name, content, audit);
    }

    /**
     * A copy of the file that carries the findings.
     *
     * @throws Refusal for a format that cannot carry notes
     */
    byte[] annotated(String name, byte[] content, Language language) {
        Result<Document> read = new DocumentReader().read(name, content);
        Audit audit = Auditor.auditTolerantly(read.value(), rules.knowledge());
        try {
            Path copy = Files.createTempFile("jizhun-annotate", ".tmp");
            try {
                Files.write(copy, content);
                return Annotated.of(new AuditedFile(copy, read.value(), audit, read.problems()), language);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
