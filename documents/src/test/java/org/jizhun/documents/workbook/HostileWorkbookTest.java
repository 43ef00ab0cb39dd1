package org.jizhun.documents.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what they seem: each is refused in plain words, none ends in a stack trace or in eaten memory. */
class HostileWorkbookTest {

    private static final CaseReader READER = new CaseReader(id -> Optional.of(Vocabulary.standard()), WorkingDays.NONE);

    @TempDir
    Path folder;

    @Test
    void a_password_protected_workbook() throws Exception {
        Path plain = new Sheets().save(folder);
        Path file = folder.resolve("protected.xlsx");
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream data = encryptor.getDataStream(ole)) {
                Files.copy(plain, data);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                ole.writeFilesystem(out);
            }
        }

        Problem problem = refused(file);

        assertThat(problem.code()).isEqualTo("workbook-protected");
        assertThat(problem.place()).hasToString("protected.xlsx");
        assertThat(problem.text(Language.ZH)).contains("密码");
    }

    @Test
    void a_workbook_of_the_old_format() throws IOException {
        Path file = folder.resolve("old.xlsx");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("部门基本信息");
            workbook.write(out);
        }

        assertThat(refused(file).code()).isEqualTo("workbook-old");
    }

    @Test
    void something_else_that_is_called_xlsx() throws IOException {
        assertThat(refused(file("%PDF-1.7 not a workbook")).code()).isEqualTo("case-not-a-workbook");
        assertThat(refused(file("")).code()).isEqualTo("case-not-a-workbook");
        assertThat(refused(zip(Map.of("word/document.xml", "<w/>"))).code()).isEqualTo("case-not-a-workbook");
    }

    @Test
    void a_workbook_cut_off_in_the_middle() throws IOException {
        byte[] whole = Files.readAllBytes(new Sheets().save(folder));
        Path file = folder.resolve("cut.xlsx");
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThat(refused(file).code()).isEqualTo("workbook-broken");
    }

    @Test
    void a_workbook_with_a_part_that_is_cut_off_or_missing() throws IOException {
        assertThat(refused(changed("xl/worksheets/sheet1.xml", xml -> xml.substring(0, xml.length() / 2)))
                        .code())
                .isEqualTo("workbook-broken");
        assertThat(refused(zip(Map.of("xl/workbook.xml", "<workbook/>"))).code())
                .isEqualTo("workbook-broken");
    }

    /** 64 MB of blanks pack into some 60 KB, a thousand to one; no sheet of figures does. */
    @Test
    void a_small_file_that_unpacks_to_a_huge_one() throws IOException {
        assertThat(refused(changed("xl/worksheets/sheet1.xml", xml -> xml + " ".repeat(64 << 20)))
                        .code())
                .isEqualTo("workbook-bomb");
    }

    @Test
    void entities_in_the_xml() throws IOException {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";

        assertThat(refused(changed("xl/sharedStrings.xml", xml -> bomb + "<sst>&b;</sst>"))
                        .code())
                .isEqualTo("workbook-entities");
    }

    /** Room for the columns up to FXSHRXX would be two thousand million cells. */
    @Test
    void a_cell_in_a_column_that_no_sheet_has() throws IOException {
        assertThat(refused(changed("xl/worksheets/sheet1.xml", xml -> xml.replace("r=\"A2\"", "r=\"FXSHRXX2\"")))
                        .code())
                .isEqualTo("workbook-broken");
    }

    @Test
    void a_number_beyond_anything_that_excel_can_hold_is_a_mistake_of_its_cell() throws IOException {
        Sheets sheets = new Sheets();
        sheets.sheet("重点工作任务", "任务编号", "任务名称", "任务预算");
        sheets.row("重点工作任务", "R1", "甲").createCell(2).setCellValue(12345);
        Path file = changed(sheets, "xl/worksheets/sheet2.xml", xml -> xml.replace("12345.0", "1e400"));

        Result<FactSet> read = READER.read(file);

        assertThat(read.problems())
                .extracting(problem -> problem.code() + " " + problem.place())
                .containsExactly("cell-number-out-of-range changed.xlsx 重点工作任务!C2");
        assertThat(read.problems().get(0).text(Language.EN)).contains("1e400");
        assertThat(read.value().rows("tasks")).hasSize(1);
    }

    @Test
    void a_workbook_without_the_sheets_of_a_case_names_those_it_has() throws IOException {
        Sheets sheets = new Sheets();
        sheets.workbook.setSheetName(0, "Sheet1");

        Problem problem = refused(sheets.save(folder));

        assertThat(problem.code()).isEqualTo("workbook-without-department");
        assertThat(problem.text(Language.ZH)).contains("Sheet1");
    }

    private Problem refused(Path file) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> READER.read(file));
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.problems()).hasSize(1);
        Problem problem = refusal.problems().get(0);
        assertThat(problem.advice(Language.ZH)).isNotEmpty();
        assertThat(problem.advice(Language.EN)).isNotEmpty();
        return problem;
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("other.xlsx"), content);
    }

    private Path changed(String part, UnaryOperator<String> change) throws IOException {
        return changed(new Sheets(), part, change);
    }

    /** A sound workbook with one of its XML parts changed. */
    private Path changed(Sheets sheets, String part, UnaryOperator<String> change) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(sheets.save(folder).toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(parts).containsKey(part);
        parts.computeIfPresent(part, (name, xml) -> change.apply(xml));
        return zip(parts);
    }

    private Path zip(Map<String, String> parts) throws IOException {
        Path file = folder.resolve("changed.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
