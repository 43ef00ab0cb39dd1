package org.jizhun.documents.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jizhun.kernel.document.Document;

/** Decides what a file is and hands it to that format's reader. */
final class Reading {

    private Reading() {}

    static Document of(Source source, Recognition recognition) throws IOException {
        Format format = format(source);
        if (!format.hasEnding(source.name()) && format != Format.TXT) {
            source.note("document-other-format", "found", format.word());
        }
        Document document = switch (format) {
            case TXT -> PlainText.read(source);
            case HTML -> HtmlReader.read(source);
            case DOCX -> WordReader.read(source);
            case DOC -> OldWordReader.read(source);
            case XLSX, XLS -> SheetReader.read(source, format);
            case PDF -> PdfReader.read(source, recognition);
            case OFD -> OfdReader.read(source);
        };
        if (document.blocks().isEmpty()) {
            throw source.refusal("document-empty");
        }
        return document;
    }

    private static Format format(Source source) throws IOException {
        byte[] bytes = source.bytes();
        if (Format.isZip(bytes)) {
            return packed(source);
        }
        if (Format.isOle(bytes)) {
            return old(source);
        }
        if (Format.isPdf(bytes)) {
            return Format.PDF;
        }
        return Format.isHtml(bytes, source.name()) ? Format.HTML : Format.TXT;
    }

    private static Format packed(Source source) throws IOException {
        Set<String> entries = PackageLimits.check(source);
        if (entries.contains("word/document.xml")) {
            return Format.DOCX;
        }
        if (entries.contains("xl/workbook.xml")) {
            return Format.XLSX;
        }
        if (entries.contains("OFD.xml")) {
            return Format.OFD;
        }
        throw source.refusal("document-unknown-format");
    }

    private static Format old(Source source) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(source.bytes()))) {
            if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw source.refusal("document-encrypted");
            }
            if (files.getRoot().hasEntryCaseInsensitive("WordDocument")) {
                return Format.DOC;
            }
            if (files.getRoot().hasEntryCaseInsensitive("Workbook")
                    || files.getRoot().hasEntryCaseInsensitive("Book")) {
                return Format.XLS;
            }
        }
        throw source.refusal("document-unknown-format");
    }
}
