package org.jizhun.documents.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be read are refused in plain words within five seconds; none ends in a stack trace. */
class HostileDocumentTest {

    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void nothing_there() {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> new DocumentReader().read(folder.resolve("none.pdf")));
        assertThat(refusal.problems()).extracting(Problem::code).containsExactly("document-missing");
    }

    @Test
    void empty_files() throws IOException {
        expect("document-empty", "a.pdf", new byte[0]);
        expect("document-empty", "a.txt", " \n\t\n".getBytes(StandardCharsets.UTF_8));
        expect("document-empty", "a.html", "<html><body></body></html>".getBytes(StandardCharsets.UTF_8));
        try (Pdfs pdf = new Pdfs()) {
            expect("document-empty", "a.pdf", pdf.bytes());
        }
        expect("document-empty", "a.ofd", zip(Ofds.onePage("")));
    }

    @Test
    void bytes_that_are_no_document() {
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        expect("document-unknown-format", "a.txt", noise);
        expect("document-unknown-format", "a.docx", zip(Map.of("readme", "text")));
    }

    @Test
    void a_scan_is_told_as_one() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            pdf.picture();
            Problem problem = expect("document-without-text", "a.pdf", pdf.bytes());
            assertThat(problem.text(Language.ZH)).contains("没有文字层").contains("1 页");
        }
    }

    @Test
    void a_scanned_page_among_others_is_named() throws IOException {
        try (Pdfs pdf = new Pdfs()) {
            pdf.text(100, 100, "Text").page().picture();
            List<Problem> problems =
                    new DocumentReader().read("a.pdf", pdf.bytes()).problems();
            assertThat(problems).extracting(Problem::code).containsExactly("document-pages-without-text");
            assertThat(problems.get(0).text(Language.EN)).contains("pages 2 have no text layer");
        }
    }

    @Test
    void encrypted_files() throws Exception {
        try (Pdfs pdf = new Pdfs()) {
            expect("document-encrypted", "a.pdf", pdf.text(100, 100, "x").locked());
        }
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream data = encryptor.getDataStream(ole)) {
                data.write(zip(Map.of("word/document.xml", "<w/>")));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ole.writeFilesystem(out);
            expect("document-encrypted", "a.docx", out.toByteArray());
        }
    }

    @Test
    void damaged_files() throws IOException {
        expectAnyRefusal("a.pdf", Arrays.copyOf("%PDF-1.7 then nothing".getBytes(StandardCharsets.UTF_8), 400));
        byte[] word = zip(Map.of("word/document.xml", "<w:document>"));
        expect("document-broken", "a.docx", word);
        expectAnyRefusal("a.xlsx", Arrays.copyOf(zip(Map.of("xl/workbook.xml", "<workbook/>")), 60));
        byte[] ole = new byte[1_024];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, ole, 0, 4);
        expectAnyRefusal("a.doc", ole);
        expect("document-broken", "a.ofd", zip(Map.of("OFD.xml", "<ofd:OFD")));
    }

    @Test
    void a_zip_bomb_is_refused_before_it_is_unpacked() {
        // four megabytes of one letter pack to about 4 KB: a thousandfold, where two hundredfold is the limit
        expect("document-bomb", "a.docx", zip(Map.of("word/document.xml", "a".repeat(4 << 20))));
    }

    @Test
    void forms_drawn_inside_themselves_or_twice_at_each_level_are_read_once_or_refused() {
        // the page draws F, which draws itself three times: the text of F stands there once
        String self = "/F 5 0 R";
        String text = "BT /H 10 Tf 100 700 Td (Budget) Tj ET";
        assertThat(Shown.blocks(new DocumentReader()
                        .read("a.pdf", forms(self, text + " /F Do /F Do /F Do"))
                        .value()))
                .containsExactly("Budget");
        // thirty forms, each drawing the next one twice: a thousand million in all
        StringBuilder names = new StringBuilder();
        String[] chain = new String[30];
        for (int i = 0; i < chain.length; i++) {
            names.append("/F").append(i == 0 ? "" : i).append(' ').append(5 + i).append(" 0 R ");
            chain[i] = "/F" + (i + 1) + " Do /F" + (i + 1) + " Do";
        }
        expect("document-bomb", "a.pdf", forms(names.toString(), chain));
    }

    /** A page that draws F, the first of these forms; the file's table of objects is left for the reader to find. */
    private static byte[] forms(String names, String... forms) {
        String resources =
                "/Resources<</Font<</H<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<<" + names + ">>>>";
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
        pdf.append("2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n");
        pdf.append("3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R")
                .append(resources);
        pdf.append(">>endobj\n4 0 obj<</Length 5>>stream\n/F Do\nendstream endobj\n");
        for (int i = 0; i < forms.length; i++) {
            pdf.append(5 + i)
                    .append(" 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 595 842]")
                    .append(resources);
            pdf.append("/Length ")
                    .append(forms[i].length())
                    .append(">>stream\n")
                    .append(forms[i]);
            pdf.append("\nendstream endobj\n");
        }
        return pdf.append("trailer<</Root 1 0 R>>\n%%EOF").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void entities_and_document_types_are_refused() {
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>";
        expect("document-entities", "a.docx", zip(Map.of("word/document.xml", laughs)));
        Map<String, String> ofd = new LinkedHashMap<>(Ofds.onePage(""));
        ofd.put("Doc_0/Document.xml", laughs);
        expect("document-entities", "a.ofd", zip(ofd));
    }

    @Test
    void a_file_over_the_limit_of_size_or_pages() throws IOException {
        ReadLimits standard = ReadLimits.standard();
        ReadLimits small = new ReadLimits(1L << 20, 1L << 20, 200, 100, 2, 1_000, 1_000, standard.time());
        DocumentReader reader = new DocumentReader(small, Recognition.OFF);
        assertThat(code(reader, "a.txt", new byte[(1 << 20) + 1])).isEqualTo("document-too-big");
        assertThat(code(reader, "a.txt", "a".repeat(1_001).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("document-bomb");
        try (Pdfs pdf = new Pdfs()) {
            pdf.text(100, 100, "1").page().text(100, 100, "2").page().text(100, 100, "3");
            assertThat(code(reader, "a.pdf", pdf.bytes())).isEqualTo("document-too-many-pages");
        }
        String wide = "<table><tr><td colspan='900'>1</td><td>2</td></tr><tr><td>3</td></tr></table>";
        assertThat(code(reader, "a.html", wide.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("document-bomb");
    }

    @Test
    void a_file_that_takes_too_long_is_given_up() {
        ReadLimits standard = ReadLimits.standard();
        ReadLimits hasty = new ReadLimits(
                standard.fileBytes(),
                standard.unpackedBytes(),
                standard.ratio(),
                standard.entries(),
                standard.pages(),
                standard.characters(),
                standard.cells(),
                Duration.ZERO);
        byte[] text = "一、基本情况\n".repeat(3_000).getBytes(StandardCharsets.UTF_8);
        assertThat(code(new DocumentReader(hasty, Recognition.OFF), "a.txt", text))
                .isEqualTo("document-too-slow");
    }

    @Test
    void deep_nesting_is_read_or_refused_but_never_overflows() {
        String deep = "<div>".repeat(20_000) + "深处 10" + "</div>".repeat(20_000);
        String shown;
        try {
            shown = Shown.blocks(new DocumentReader()
                            .read("a.html", deep.getBytes(StandardCharsets.UTF_8))
                            .value())
                    .toString();
        } catch (Refusal refusal) {
            shown = refusal.problems().get(0).code();
        }
        assertThat(shown).isIn("[深处 10]", "document-broken", "document-too-slow");
        expect("document-broken", "a.docx", zip(Map.of("word/document.xml", "<a>".repeat(100_000))));
    }

    @Test
    void a_name_that_says_otherwise_is_noted() throws IOException {
        Path file = Files.writeString(folder.resolve("a.pdf"), "<html><body><p>文字</p></body></html>");
        List<Problem> problems = new DocumentReader().read(file).problems();
        assertThat(problems).extracting(Problem::code).containsExactly("document-other-format");
    }

    private static Problem expect(String code, String name, byte[] bytes) {
        long start = System.nanoTime();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> new DocumentReader().read(name, bytes));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(FIVE_SECONDS);
        assertThat(refusal).as(name + " should be " + code).isNotNull();
        Problem problem = refusal.problems().get(0);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.place()).hasToString(name);
        return problem;
    }

    private static void expectAnyRefusal(String name, byte[] bytes) {
        assertThat(code(new DocumentReader(), name, bytes)).startsWith("document-");
    }

    private static String code(DocumentReader reader, String name, byte[] bytes) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> reader.read(name, bytes));
        assertThat(refusal).as(name + " should be refused").isNotNull();
        return refusal.problems().get(0).code();
    }

    static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
