package org.jizhun.documents.read;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.jizhun.kernel.problem.Refusal;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every reader with whatever bytes. A library may stumble over them, which is told as a refusal; our own code may not. Seeds
 * are the small files of {@link SmallFiles}.
 */
class ReaderFuzz {

    @MethodSource("pdfs")
    @FuzzTest(maxDuration = "60s")
    void pdf(byte[] bytes) throws Exception {
        read("a.pdf", bytes);
    }

    @MethodSource("ofds")
    @FuzzTest(maxDuration = "60s")
    void ofd(byte[] bytes) throws Exception {
        read("a.ofd", bytes);
    }

    @MethodSource("docxs")
    @FuzzTest(maxDuration = "60s")
    void docx(byte[] bytes) throws Exception {
        read("a.docx", bytes);
    }

    @MethodSource("docs")
    @FuzzTest(maxDuration = "60s")
    void doc(byte[] bytes) throws Exception {
        read("a.doc", bytes);
    }

    @MethodSource("xlsxs")
    @FuzzTest(maxDuration = "60s")
    void xlsx(byte[] bytes) throws Exception {
        read("a.xlsx", bytes);
    }

    @MethodSource("xlss")
    @FuzzTest(maxDuration = "60s")
    void xls(byte[] bytes) throws Exception {
        read("a.xls", bytes);
    }

    @MethodSource("htmls")
    @FuzzTest(maxDuration = "60s")
    void html(byte[] bytes) throws Exception {
        read("a.html", bytes);
    }

    @MethodSource("texts")
    @FuzzTest(maxDuration = "60s")
    void text(byte[] bytes) throws Exception {
        read("a.txt", bytes);
    }

    private static void read(String name, byte[] bytes) throws Exception {
        try {
            SmallFiles.read(name, bytes);
        } catch (Refusal refusal) {
            // said, not stumbled
        } catch (Exception broken) {
            if (SmallFiles.isOurs(broken)) {
                throw broken;
            }
        }
    }

    static Stream<byte[]> pdfs() throws IOException {
        return SmallFiles.ending(".pdf");
    }

    static Stream<byte[]> ofds() throws IOException {
        return SmallFiles.ending(".ofd");
    }

    static Stream<byte[]> docxs() throws IOException {
        return SmallFiles.ending(".docx");
    }

    static Stream<byte[]> docs() throws IOException {
        return SmallFiles.ending(".doc");
    }

    static Stream<byte[]> xlsxs() throws IOException {
        return SmallFiles.ending(".xlsx");
    }

    static Stream<byte[]> xlss() throws IOException {
        return SmallFiles.ending(".xls");
    }

    static Stream<byte[]> htmls() throws IOException {
        return SmallFiles.ending(".html");
    }

    static Stream<byte[]> texts() throws IOException {
        return SmallFiles.ending(".txt");
    }
}
