package org.jizhun.documents.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** A few small files of every format, to be damaged. */
final class SmallFiles {

    private SmallFiles() {}

    /** Reads without the guard against time, so that what stumbles is seen where it stumbles. */
    static void read(String name, byte[] bytes) throws Exception {
        Source source = new Source(name, bytes, ReadLimits.standard());
        Reading.of(source, Recognition.OFF);
    }

    /** Whether our own code stumbled, not a library. */
    static boolean isOurs(Throwable broken) {
        StackTraceElement[] trace = broken.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("org.jizhun");
    }

    static Stream<byte[]> ending(String ending) throws IOException {
        return all().entrySet().stream()
                .filter(file -> file.getKey().endsWith(ending))
                .map(Map.Entry::getValue);
    }

    static Map<String, byte[]> all() throws IOException {
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
        try (var file = SmallFiles.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}
