package org.jizhun.documents.write;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** The finished PDF: title, author and day, and the embedded facts as an attachment. */
final class PdfPackage {

    private PdfPackage() {}

    static byte[] finish(byte[] pdf, WordPackage.DocumentData data, Embedded embedded) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Calendar day = GregorianCalendar.from(data.day().atStartOfDay(ZoneOffset.UTC));
            day.setTimeZone(TimeZone.getTimeZone("UTC"));
            PDDocumentInformation information = document.getDocumentInformation();
            information.setTitle(data.title());
            information.setAuthor(data.author());
            information.setCreationDate(day);
            information.setModificationDate(day);
            attach(document, embedded, day);
            document.setDocumentId(data.day().toEpochDay());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void attach(PDDocument document, Embedded embedded, Calendar day) throws IOException {
        byte[] bytes = embedded.bytes();
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes));
        file.setSubtype("application/json");
        file.setSize(bytes.length);
        file.setCreationDate(day);
        file.setModDate(day);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(Embedded.FILE_NAME);
        specification.setFileUnicode(Embedded.FILE_NAME);
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(Embedded.FILE_NAME, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }
}
