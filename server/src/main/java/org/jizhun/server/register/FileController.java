package org.jizhun.server.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jizhun.server.platform.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Workbooks and case folders out, workbooks in. */
@RestController
class FileController {

    private static final String YEAR = "/api/departments/{department}/years/{year}";
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final CaseFiles files;
    private final Imports imports;

    FileController(CaseFiles files, Imports imports) {
        this.files = files;
        this.imports = imports;
    }

    record Confirmation(@Nullable List<String> registers) {}

    @GetMapping(YEAR + "/case.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable long department, @PathVariable int year) {
        return file(files.workbook(department, year), "填报工作簿-" + year + ".xlsx", XLSX);
    }

    @GetMapping(YEAR + "/template.xlsx")
    ResponseEntity<byte[]> template(@PathVariable long department, @PathVariable int year) {
        return file(files.template(department, year), "空白工作簿-" + year + ".xlsx", XLSX);
    }

    @GetMapping(YEAR + "/case.zip")
    ResponseEntity<byte[]> folder(@PathVariable long department, @PathVariable int year) {
        return file(files.folder(department, year), "数据文件夹-" + year + ".zip", MediaType.APPLICATION_OCTET_STREAM);
    }

    private static ResponseEntity<byte[]> file(byte[] content, String name, MediaType type) {
        String disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(content);
    }

    @GetMapping(YEAR + "/imports")
    List<Imports.Import> imports(@PathVariable long department, @PathVariable int year) {
        return imports.of(department, year);
    }

    @PostMapping(path = YEAR + "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Imports.Import preview(
            @PathVariable long department, @PathVariable int year, @RequestParam("file") MultipartFile file)
            throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        if (file.isEmpty()) {
            throw Rejection.at("file", "field-missing");
        }
        return imports.preview(department, year, name, file.getInputStream());
    }

    @PostMapping(YEAR + "/imports/{id}/confirmation")
    Imports.Import confirm(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable long id,
            @RequestBody Confirmation body) {
        List<String> registers = body.registers();
        return imports.confirm(department, year, id, registers == null ? Set.of() : Set.copyOf(registers));
    }

    @PostMapping(YEAR + "/imports/{id}/undo")
    Imports.Import undo(@PathVariable long department, @PathVariable int year, @PathVariable long id) {
        return imports.undo(department, year, id);
    }
}
