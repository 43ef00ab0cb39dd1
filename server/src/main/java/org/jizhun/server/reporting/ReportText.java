package org.jizhun.server.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jizhun.documents.findings.AuditedFile;
import org.jizhun.documents.read.DocumentReader;
import org.jizhun.documents.read.ReadLimits;
import org.jizhun.documents.read.Recognition;
import org.jizhun.server.register.RuleBook;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** A report in Word, read again as anybody's report would be. */
@Component
class ReportText {

    private final RuleBook rules;

    ReportText(RuleBook rules) {
        this.rules = rules;
    }

    AuditedFile audited(byte[] docx) {
        return read(docx, file -> AuditedFile.of(file, reader(), rules::knowledge));
    }

    /** Its paragraphs and headings in their order. */
    List<String> paragraphs(byte[] docx) {
        return read(
                docx,
                file -> reader().read(file).value().passages().stream()
                        .map(Object::toString)
                        .toList());
    }

    private static DocumentReader reader() {
        return new DocumentReader(ReadLimits.standard(), Recognition.OFF);
    }

    private static <T> T read(byte[] docx, Function<Path, T> reading) {
        try {
            Path work = Files.createTempDirectory("jizhun-report");
            try {
                Path file = work.resolve("report.docx");
                Files.write(file, docx);
                return reading.apply(file);
            } finally {
                FileSystemUtils.deleteRecursively(work);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
