package org.jizhun.documents.findings;

import java.io.IOException;
import java.nio.file.Files;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/** A copy of an audited file that carries its findings: comments in Word, highlights in PDF. */
public final class Annotated {

    private Annotated() {}

    /** @throws Refusal for a format that cannot carry notes, or a file that cannot be read again */
    public static byte[] of(AuditedFile file, Language language) {
        try {
            byte[] bytes = Files.readAllBytes(file.file());
            return switch (file.document().format()) {
                case "docx" -> WordComments.annotate(bytes, file, language);
                case "pdf" -> PdfHighlights.annotate(bytes, file, language);
                default ->
                    throw new Refusal(Problem.of(
                            "annotate-format",
                            Place.of(file.file().toString()),
                            "found",
                            file.document().format()));
            };
        } catch (IOException unreadable) {
            throw new Refusal(
                    Problem.of("document-missing", Place.of(file.file().toString())));
        }
    }
}
