package org.jizhun.documents.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jizhun.kernel.problem.Refusal;
import org.junit.jupiter.api.Test;

/**
 * Small files of each format with bytes changed, cut or doubled at random, the seed fixed. A parser may stumble over them,
 * which is a refusal; our own code may not.
 */
class DamagedDocumentTest {

    private static final int MUTANTS = 40;

    @Test
    void no_damage_makes_our_own_code_stumble() throws IOException {
        List<String> stumbled = new ArrayList<>();
        int read = 0;
        int refused = 0;
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Random random = new Random(file.getKey().hashCode());
            for (int i = 0; i < MUTANTS; i++) {
                Source source = new Source(file.getKey(), damaged(file.getValue(), random), ReadLimits.standard());
                try {
                    Reading.of(source, Recognition.OFF);
                    read++;
                } catch (Refusal refusal) {
                    refused++;
                } catch (Exception | StackOverflowError broken) {
                    refused++;
                    StackTraceElement[] trace = broken.getStackTrace();
                    if (trace.length > 0 && trace[0].getClassName().startsWith("org.jizhun")) {
                        stumbled.add(file.getKey() + " #" + i + ": " + broken + " at " + trace[0]);
                    }
                }
            }
        }
        assertThat(stumbled).isEmpty();
        assertThat(read).as("some mutants still read").isGreaterThan(20);
        assertThat(refused).as("some mutants are refused").isGreaterThan(20);
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        for (int i = 0; i <= random.nextInt(8); i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        int at = random.nextInt(damaged.length);
        return switch (random.nextInt(4)) {
            case 0 -> java.util.Arrays.copyOf(damaged, Math.max(8, at));
            case 1 -> doubled(damaged, at);
            default -> damaged;
        };
    }

    private static byte[] doubled(byte[] bytes, int at) {
        int length = Math.min(64, bytes.length - at);
        byte[] doubled = java.util.Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, doubled, at + length, bytes.length - at);
        return doubled;
    }

    private static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.doc", resource("report.doc"));
        files.put("a.pdf", resource("report.pdf"));
        try (Pdfs pdf = new Pdfs()) {
            // uncompressed operators, so that damage reaches them
            files.put(
                    "b.pdf",
                    pdf.line(90, 90, 300, 90).text(100, 100, "Budget 10.5").bytes());
        }
        files.put("a.ofd", HostileDocumentTest.zip(Ofds.onePage(Ofds.text(30, 30, "预算10") + Ofds.line(1, 2, 3, 4))));
        String html = "<html><table><tr><th rowspan='2'>类别<td colspan=2>预算</tr><tr><td>1<td>2</table><p>文字";
        files.put("a.html", html.getBytes(StandardCharsets.UTF_8));
        files.put("a.txt", "| 类别 | 预算 |\n| 基本 | 10.5 |\n一、情况\n文字。\n".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument()) {
            word.createParagraph().createRun().setText("预算10");
            word.createTable(2, 2).getRow(0).getCell(0).setText("1");
            word.write(out);
        }
        files.put("a.docx", out.toByteArray());
        try (HSSFWorkbook old = new HSSFWorkbook();
                XSSFWorkbook workbook = new XSSFWorkbook()) {
            old.createSheet().createRow(0).createCell(0).setCellValue("预算");
            workbook.createSheet().createRow(0).createCell(0).setCellValue(10.5);
            ByteArrayOutputStream first = new ByteArrayOutputStream();
            old.write(first);
            files.put("a.xls", first.toByteArray());
            ByteArrayOutputStream second = new ByteArrayOutputStream();
            workbook.write(second);
            files.put("a.xlsx", second.toByteArray());
        }
        return files;
    }

    private static byte[] resource(String name) throws IOException {
        try (var file = DamagedDocumentTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}
