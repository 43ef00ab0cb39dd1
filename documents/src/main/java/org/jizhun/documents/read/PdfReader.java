package org.jizhun.documents.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jizhun.kernel.document.Document;

/** PDF: each page is read in one pass; pages that are only pictures are told, or recognised where that is asked for. */
final class PdfReader {

    private static final int MOST_TOLD = 20;

    private PdfReader() {}

    static Document read(Source source, Recognition recognition) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(source.bytes())) {
            if (pdf.getNumberOfPages() > source.limits().pages()) {
                throw source.refusal(
                        "document-too-many-pages", "limit", source.limits().pages());
            }
            return read(source, recognition, pdf);
        } catch (InvalidPasswordException locked) {
            throw source.refusal("document-encrypted");
        }
    }

    private static List<PrintedPage> read(List<PdfPage> pages, PdfObjects objects) throws IOException {
        try {
            return SideBySide.each(pages, page -> {
                try {
                    return page.read(objects);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static Document read(Source source, Recognition recognition, PDDocument pdf) throws IOException {
        PdfObjects objects = new PdfObjects(source);
        List<PdfPage> unread = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            source.proceed();
            unread.add(new PdfPage(source, page, unread.size() + 1));
        }
        List<PrintedPage> pages = new ArrayList<>(read(unread, objects));
        List<Integer> silent = pages.stream()
                .filter(page -> page.glyphs().isEmpty() && page.pictures())
                .map(PrintedPage::number)
                .toList();
        if (!silent.isEmpty() && recognition == Recognition.TESSERACT) {
            Tesseract tesseract = Tesseract.find(source);
            for (int number : silent) {
                pages.set(number - 1, tesseract.page(pdf, pages.get(number - 1)));
            }
            source.note("document-recognised");
            return PagedText.document(source, Format.PDF, pages, true);
        }
        if (pages.stream().allMatch(page -> page.glyphs().isEmpty())) {
            throw silent.isEmpty()
                    ? source.refusal("document-empty")
                    : source.refusal("document-without-text", "pages", pages.size());
        }
        if (!silent.isEmpty()) {
            source.note("document-pages-without-text", "pages", shown(silent));
        }
        return PagedText.document(source, Format.PDF, pages, false);
    }

    private static String shown(List<Integer> pages) {
        String some = pages.stream().limit(MOST_TOLD).map(String::valueOf).collect(Collectors.joining(", "));
        return pages.size() > MOST_TOLD ? some + " …" : some;
    }
}
