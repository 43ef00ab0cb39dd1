package org.jizhun.documents.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jizhun.kernel.document.Document;
import org.jizhun.kernel.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recognition with a program that stands in for Tesseract and answers as it would. */
class TesseractTest {

    @TempDir
    Path folder;

    @Test
    void words_become_characters_at_their_places() throws IOException {
        Path program = folder.resolve("tesseract");
        Files.writeString(program, """
            #!/bin/sh
            printf 'level\\tpage\\tblock\\tpar\\tline\\tword\\tleft\\ttop\\twidth\\theight\\tconf\\ttext\\n'
            printf '4\\t1\\t1\\t1\\t1\\t0\\t200\\t200\\t80\\t40\\t-1\\t\\n'
            printf '5\\t1\\t1\\t1\\t1\\t1\\t200\\t200\\t80\\t40\\t96\\t预算\\n'
            """);
        assumeTrue(program.toFile().setExecutable(true));
        try (Pdfs pdf = new Pdfs()) {
            byte[] bytes = pdf.picture().bytes();
            Source source = new Source("a.pdf", bytes, ReadLimits.standard());
            try (PDDocument document = Loader.loadPDF(bytes)) {
                PrintedPage blank = new PdfPage(source, document.getPage(0), 1).read(new PdfObjects(source));
                PrintedPage page = new Tesseract(source, program.toString()).page(document, blank);
                Document read = PagedText.document(source, Format.PDF, List.of(page), true);
                assertThat(read.recognised()).isTrue();
                assertThat(read.line(1).text()).isEqualTo("预算");
                // 200 dots of 200 to the inch are one inch: 72 points; each character is half of 80 dots: 14.4 points
                assertThat(read.line(1).boxes().get(0).left()).isEqualTo(7_200);
                assertThat(read.line(1).boxes().get(1).left()).isEqualTo(8_640);
            }
        }
    }

    @Test
    void without_the_program_a_scan_is_refused_saying_what_to_install() throws IOException {
        boolean installed = List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, "tesseract")));
        assumeTrue(!installed, "Tesseract is installed");
        try (Pdfs pdf = new Pdfs()) {
            byte[] bytes = pdf.picture().bytes();
            Refusal refusal = catchThrowableOfType(
                    Refusal.class,
                    () -> new DocumentReader(ReadLimits.standard(), Recognition.TESSERACT).read("a.pdf", bytes));
            assertThat(refusal.problems().get(0).code()).isEqualTo("document-ocr-missing");
        }
    }
}
