package org.jizhun.server.register;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jizhun.documents.workbook.CaseCells;
import org.jizhun.kernel.problem.Result;
import org.jizhun.server.platform.Jobs;
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
    private static final int STEPS = 2;
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final CaseFiles files;
    private final Imports imports;
    private final Years years;
    private final Jobs jobs;

    FileController(CaseFiles files, Imports imports, Years years, Jobs jobs) {
        this.files = files;
        this.imports = imports;
        this.years = years;
        this.jobs = jobs;
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

    /** One register, as it stands. */
    @GetMapping(YEAR + "/registers/{register}/workbook.xlsx")
    ResponseEntity<byte[]> workbook(
            @PathVariable long department, @PathVariable int year, @PathVariable String register) {
        String name = files.label(department, year, register) + "-" + year + ".xlsx";
        return file(files.register(department, year, register, true), name, XLSX);
    }

    /** One register, to be filled in. */
    @GetMapping(YEAR + "/registers/{register}/template.xlsx")
    ResponseEntity<byte[]> template(
            @PathVariable long department, @PathVariable int year, @PathVariable String register) {
        String name = files.label(department, year, register) + "-" + year + "-空白.xlsx";
        return file(files.register(department, year, register, false), name, XLSX);
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

    /** Begins to read a workbook; the job's result is the import to be confirmed. */
    @PostMapping(path = YEAR + "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Jobs.View preview(@PathVariable long department, @PathVariable int year, @RequestParam("file") MultipartFile file)
            throws IOException {
        years.open(department, year);
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        if (file.isEmpty()) {
            throw Rejection.at("file", "field-missing");
        }
        byte[] content = file.getBytes();
        return jobs.start(progress -> preview(department, year, name, content, progress));
    }

    private Imports.Import preview(long department, int year, String name, byte[] content, Jobs.Progress progress) {
        progress.at(0, STEPS, "reading");
        Result<CaseCells> cells = imports.read(
                name,
                new ByteArrayInputStream(content),
                years.one(department, year).scheme());
        progress.at(1, STEPS, "comparing");
        return imports.preview(department, year, name, cells.value(), cells.problems());
    }

    /** Begins to take the rows in; the job's result is the import as it then is. Cancelled, it leaves nothing behind. */
    @PostMapping(YEAR + "/imports/{id}/confirmation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Jobs.View confirm(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable long id,
            @RequestBody Confirmation body) {
        imports.refuseUnlessPreviewed(department, year, id);
        Set<String> wanted = body.registers() == null ? Set.of() : Set.copyOf(body.registers());
        return jobs.start(progress -> imports.confirm(department, year, id, wanted, progress));
    }

    @PostMapping(YEAR + "/imports/{id}/undo")
    Imports.Import undo(@PathVariable long department, @PathVariable int year, @PathVariable long id) {
        return imports.undo(department, year, id);
    }
}
