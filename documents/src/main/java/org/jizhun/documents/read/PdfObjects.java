package org.jizhun.documents.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a PDF file that its pages share. PDFBox reads them when they are first asked for and is not made for
 * threads, so that whoever asks it holds this lock; streams are unpacked outside of it.
 */
final class PdfObjects {

    private static final int HEADER = 2;
    private static final byte[] PART = {'\n'};

    private final Source source;
    private final Map<COSDictionary, PdfFont> fonts = new HashMap<>();
    private @Nullable PdfFont standardFont;

    PdfObjects(Source source) {
        this.source = source;
    }

    /** Asks PDFBox something, alone. */
    synchronized <T> T ask(Callable<T> question) throws IOException {
        try {
            return question.call();
        } catch (IOException | RuntimeException broken) {
            throw broken;
        } catch (Exception impossible) {
            throw new IOException(impossible);
        }
    }

    synchronized PdfFont font(@Nullable COSDictionary dictionary) throws IOException {
        if (dictionary == null) {
            standardFont = standardFont == null ? PdfFont.standard(this) : standardFont;
            return standardFont;
        }
        PdfFont font = fonts.get(dictionary);
        if (font == null) {
            font = PdfFont.of(dictionary, this);
            fonts.put(dictionary, font);
        }
        return font;
    }

    /** An entry of a kind of resources, such as a font by its name. */
    synchronized @Nullable COSBase resource(@Nullable COSDictionary resources, COSName kind, String name) {
        COSDictionary all = resources == null ? null : resources.getCOSDictionary(kind);
        return all == null ? null : all.getDictionaryObject(COSName.getPDFName(name));
    }

    /** The bytes of a page's content, its parts joined. */
    byte[] contents(Iterable<COSStream> parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (COSStream part : parts) {
            joined.writeBytes(bytes(part));
            joined.writeBytes(PART);
        }
        return joined.toByteArray();
    }

    /** The bytes of a stream; as far as they can be unpacked. */
    byte[] bytes(COSStream stream) {
        byte[] packed;
        try {
            synchronized (this) {
                if (!COSName.FLATE_DECODE.equals(stream.getFilters())
                        || stream.getDictionaryObject(COSName.DECODE_PARMS) != null) {
                    try (InputStream in = stream.createInputStream()) {
                        return in.readAllBytes();
                    }
                }
                try (InputStream in = stream.createRawInputStream()) {
                    packed = in.readAllBytes();
                }
            }
        } catch (IOException malformed) {
            return new byte[0];
        }
        return unpacked(packed);
    }

    private byte[] unpacked(byte[] packed) {
        if (packed.length <= HEADER) {
            return new byte[0];
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed, HEADER, packed.length - HEADER);
            ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length * 4);
            byte[] part = new byte[8192];
            int count = inflater.inflate(part);
            while (count > 0) {
                out.write(part, 0, count);
                if (out.size() > source.limits().unpackedBytes()) {
                    throw source.refusal("document-bomb");
                }
                count = unpack(inflater, part);
            }
            return out.toByteArray();
        } catch (DataFormatException damaged) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    /** What comes behind damage is lost, what stands before it is kept. */
    private static int unpack(Inflater inflater, byte[] part) {
        try {
            return inflater.inflate(part);
        } catch (DataFormatException damaged) {
            return 0;
        }
    }
}
