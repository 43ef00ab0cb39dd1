package org.jizhun.documents.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jizhun.documents.write.Embedded;
import org.jizhun.documents.write.Packages;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.ofdrw.reader.BadOFDException;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;

/**
 * A report file as it is: its format, what is embedded in it, and its visible text.
 *
 * @param passages paragraphs and cells of Word, pages of PDF and OFD
 */
record Original(Place place, String format, Embedded embedded, List<Passage> passages) {

    private static final long MOST_BYTES = 256L << 20;

    /** @throws Refusal if the file cannot be read or was not written by us */
    static Original read(Path file) {
        Place place = Place.of(file.toString());
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                throw new Refusal(Problem.of("report-unreadable", place));
            }
            byte[] bytes = Files.readAllBytes(file);
            String name = file.toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".pdf")) {
                return pdf(bytes, place);
            }
            if (name.endsWith(".ofd")) {
                return ofd(bytes, place);
            }
            if (name.endsWith(".docx")) {
                return word(bytes, place);
            }
            throw new Refusal(Problem.of("report-not-ours", place));
        } catch (IOException
                | POIXMLException
                | OpenXML4JRuntimeException
                | BadOFDException
                | IllegalArgumentException broken) {
            throw new Refusal(Problem.of("report-unreadable", place));
        }
    }

    private static Original word(byte[] bytes, Place place) throws IOException {
        String json = Packages.wordAttachment(bytes).orElseThrow(() -> notOurs(place));
        Embedded embedded = Embedded.read(json, place);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            return new Original(place, "docx", embedded, WordText.of(document));
        }
    }

    private static Original pdf(byte[] bytes, Place place) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
            PDComplexFileSpecification file = names == null || names.getEmbeddedFiles() == null
                    ? null
                    : names.getEmbeddedFiles().getValue(Embedded.FILE_NAME);
            if (file == null || file.getEmbeddedFile() == null) {
                throw notOurs(place);
            }
            String json = new String(file.getEmbeddedFile().toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
            Embedded embedded = Embedded.read(json, place);
            List<Passage> pages = new ArrayList<>();
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(page(stripper.getText(document), page));
            }
            return new Original(place, "pdf", embedded, pages);
        }
    }

    private static Original ofd(byte[] bytes, Place place) throws IOException {
        String json = Packages.ofdAttachment(bytes).orElseThrow(() -> notOurs(place));
        Embedded embedded = Embedded.read(json, place);
        List<Passage> pages = new ArrayList<>();
        try (OFDReader reader = new OFDReader(new ByteArrayInputStream(bytes))) {
            ContentExtractor extractor = new ContentExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                pages.add(page(String.join("\n", extractor.getPageContent(page)), page));
            }
        }
        return new Original(place, "ofd", embedded, pages);
    }

    /** Without the page's own number, which is part of no sentence. */
    private static Passage page(String text, int number) {
        return Passage.page(text.replaceFirst("—\\s*" + number + "\\s*—", ""), number);
    }

    private static Refusal notOurs(Place place) {
        return new Refusal(Problem.of("report-not-ours", place));
    }
}
