package org.jizhun.documents.findings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jizhun.auditor.Audit;
import org.jizhun.auditor.Auditor;
import org.jizhun.auditor.claim.Knowledge;
import org.jizhun.documents.read.DocumentReader;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;

/**
 * A file that was read and audited.
 *
 * @param file as it was named
 * @param notes what reading has to say, such as an ending that does not fit the content, and relations that broke off
 */
public record AuditedFile(Path file, Document document, Audit audit, List<Problem> notes) {

    public AuditedFile {
        notes = List.copyOf(notes);
    }

    /**
     * @param knowledge asked for when the file has been read, so that it can be made ready meanwhile
     * @throws Refusal if the file cannot be read, saying why
     */
    public static AuditedFile of(Path file, DocumentReader reader, Supplier<Knowledge> knowledge) {
        Result<Document> read = reader.read(file);
        Audit audit = Auditor.auditTolerantly(read.value(), knowledge.get());
        List<Problem> notes = new ArrayList<>(read.problems());
        audit.stumbled()
                .forEach(relation -> notes.add(Problem.of(
                        "audit-stumbled", Place.of(String.valueOf(file.getFileName())), "relation", relation)));
        return new AuditedFile(file, read.value(), audit, notes);
    }
}
