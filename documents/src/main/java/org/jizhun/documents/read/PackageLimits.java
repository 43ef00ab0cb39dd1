package org.jizhun.documents.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Unpacks a packed file once, keeping nothing, to see that it is no bomb and that its XML declares no document type. */
final class PackageLimits {

    private static final int RATIO_MATTERS_FROM = 1 << 20;
    private static final int XML_HEAD = 8 << 10;

    private PackageLimits() {}

    /** The names of its entries. */
    static Set<String> check(Source source) throws IOException {
        try {
            return inOrder(source);
        } catch (ZipException unlike) {
            return byDirectory(source);
        }
    }

    private static Set<String> inOrder(Source source) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        long left = source.limits().unpackedBytes();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(source.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                left -= entry(source, names, entry.getName(), zip, left);
            }
        }
        return names;
    }

    /**
     * Programs that write in one go tell the sizes after each entry, some of them eight bytes long, which the reader in order does not
     * understand. The directory at the end of the file has them.
     */
    private static Set<String> byDirectory(Source source) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        long left = source.limits().unpackedBytes();
        try (ZipFile zip = ZipFile.builder().setByteArray(source.bytes()).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    left -= entry(source, names, entry.getName(), content, left);
                }
            }
        }
        return names;
    }

    private static long entry(Source source, Set<String> names, String name, InputStream content, long left)
            throws IOException {
        if (!names.add(name)) {
            throw source.refusal("document-broken", "detail", "duplicate entry");
        }
        if (names.size() > source.limits().entries()) {
            throw source.refusal("document-bomb");
        }
        return unpack(source, content, name, left);
    }

    private static long unpack(Source source, InputStream content, String name, long left) throws IOException {
        byte[] buffer = new byte[1 << 14];
        boolean xml = isXml(name);
        long bound = Math.min(
                left,
                Math.max(
                        RATIO_MATTERS_FROM,
                        (long) source.bytes().length * source.limits().ratio()));
        long count = 0;
        StringBuilder head = new StringBuilder();
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
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
