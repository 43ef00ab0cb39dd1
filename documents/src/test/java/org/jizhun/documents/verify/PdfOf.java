package org.jizhun.documents.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jizhun.documents.write.LibreOffice;

/** A PDF whose pages someone changed while its attachment stayed: the pages of one file with the attachment of another. */
final class PdfOf {

    private PdfOf() {}

    static Path changed(Path docx, Path original, Path target) throws IOException {
        byte[] pages = LibreOffice.find().orElseThrow().pdf(Files.readAllBytes(docx));
        try (PDDocument document = Loader.loadPDF(pages);
                PDDocument source = Loader.loadPDF(original.toFile())) {
            document.getDocumentCatalog().setNames(source.getDocumentCatalog().getNames());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return Files.write(target, out.toByteArray());
        }
    }
}
