package org.jizhun.documents.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks a packed file once, keeping nothing, to see that it is no bomb and that its XML declares no document type. */
final class PackageLimits {

    private static final int RATIO_MATTERS_FROM = 1 << 20;
    private static final int XML_HEAD = 8 << 10;

    private PackageLimits() {}

    /** The names of its entries. */
    static Set<String> check(Source source) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        long left = source.limits().unpackedBytes();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(source.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!names.add(entry.getName())) {
                    throw source.refusal("document-broken", "detail", "duplicate entry");
                }
                if (names.size() > source.limits().entries()) {
                    throw source.refusal("document-bomb");
                }
                left -= unpack(source, zip, entry, left);
            }
        }
        return names;
    }

    private static long unpack(Source source, ZipInputStream zip, ZipEntry entry, long left) throws IOException {
        byte[] buffer = new byte[1 << 14];
        boolean xml = isXml(entry.getName());
        long bound = Math.min(
                left,
                Math.max(
                        RATIO_MATTERS_FROM,
                        (long) source.bytes().length * source.limits().ratio()));
        long count = 0;
        StringBuilder head = new StringBuilder();
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            source.proceed();
            count += read;
            if (count > bound) {
                throw source.refusal("document-bomb");
            }
            if (xml && head.length() < XML_HEAD) {
                head.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                checkHead(source, head);
            }
        }
        return count;
    }

    private static boolean isXml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels");
    }

    private static void checkHead(Source source, StringBuilder head) {
        String plain = head.toString().replace("\0", "");
        if (plain.contains("<!DOCTYPE") || plain.contains("<!ENTITY")) {
            throw source.refusal("document-entities");
        }
    }
}
