package org.jizhun.server.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Evidence files: added to a row, listed, looked at, removed. */
@RestController
class EvidenceController {

    private static final String YEAR = "/api/departments/{department}/years/{year}";

    private final Evidence evidence;

    EvidenceController(Evidence evidence) {
        this.evidence = evidence;
    }

    /** @param preview whether a browser can show it */
    record View(
            long id,
            String name,
            String type,
            int size,
            String hash,
            @Nullable String column,
            String by,
            Instant at,
            boolean preview) {

        static View of(Evidence.Item item) {
            return new View(
                    item.id(),
                    item.name(),
                    item.type(),
                    item.size(),
                    item.hash(),
                    item.column(),
                    item.by(),
                    item.at(),
                    FileType.named(item.type()).map(FileType::preview).orElse(false));
        }
    }

    @GetMapping(YEAR + "/rows/{id}/evidence")
    List<View> of(@PathVariable long department, @PathVariable int year, @PathVariable long id) {
        return evidence.of(department, year, id).stream().map(View::of).toList();
    }

    @PostMapping(path = YEAR + "/rows/{id}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    View add(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable long id,
            @RequestParam("file") MultipartFile file,
            @RequestParam(name = "column", required = false) @Nullable String column)
            throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return View.of(evidence.add(department, year, id, name, column, file.getBytes()));
    }

    /** Shown in the browser where it is harmless, otherwise only to be saved; never with the rights of our own pages. */
    @GetMapping(YEAR + "/evidence/{id}/content")
    ResponseEntity<byte[]> content(@PathVariable long department, @PathVariable int year, @PathVariable long id) {
        Evidence.Item item = evidence.find(department, year, id);
        boolean shown = FileType.named(item.type()).map(FileType::preview).orElse(false);
        ContentDisposition.Builder disposition = shown ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(item.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(item.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .body(evidence.content(department, item.hash()));
    }

    /** What can be seen of a file without saving it. */
    @GetMapping(YEAR + "/evidence/{id}/preview")
    Preview.View preview(@PathVariable long department, @PathVariable int year, @PathVariable long id) {
        Evidence.Item item = evidence.find(department, year, id);
        FileType type = FileType.named(item.type()).orElseThrow(Rejection::notFound);
        return Preview.of(item, type, evidence.content(department, item.hash()));
    }

    /** A page of a PDF as a picture. */
    @GetMapping(path = YEAR + "/evidence/{id}/pages/{page}.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> page(
            @PathVariable long department, @PathVariable int year, @PathVariable long id, @PathVariable int page) {
        Evidence.Item item = evidence.find(department, year, id);
        if (!item.type().equals(FileType.PDF.mediaType())) {
            throw Rejection.notFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(Preview.png(item, evidence.content(department, item.hash()), page));
    }

    @PostMapping(YEAR + "/evidence/{id}/removal")
    Map<String, Boolean> remove(@PathVariable long department, @PathVariable int year, @PathVariable long id) {
        evidence.remove(department, year, id);
        return Map.of("removed", true);
    }
}
