package org.jizhun.server.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jizhun.kernel.problem.Language;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The roles and the permission table, to read and as an Excel file. */
@RestController
class PermissionController {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Permissions permissions;

    PermissionController(Permissions permissions) {
        this.permissions = permissions;
    }

    record RoleView(String id, String zh, String en, String reach, boolean administrator) {}

    record Row(String method, String path, String zh, String en, String audience, List<String> roles) {}

    @GetMapping("/api/roles")
    List<RoleView> roles() {
        return permissions.roles().stream()
                .map(role -> new RoleView(
                        role.id(),
                        String.valueOf(role.title().get(Language.ZH)),
                        String.valueOf(role.title().get(Language.EN)),
                        role.reach().word(),
                        role.administrator()))
                .toList();
    }

    @GetMapping("/api/permissions")
    List<Row> table() {
        return permissions.rows().stream().map(this::row).toList();
    }

    private Row row(Permission row) {
        return new Row(
                row.method(),
                row.path().getPatternString(),
                String.valueOf(row.does().get(Language.ZH)),
                String.valueOf(row.does().get(Language.EN)),
                row.audience().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                permissions.roles().stream()
                        .map(Role::id)
                        .filter(id -> row.allows(java.util.Set.of(id)))
                        .toList());
    }

    @GetMapping(value = "/api/permissions.xlsx", produces = XLSX)
    ResponseEntity<byte[]> sheet(@RequestParam(defaultValue = "zh") String language) throws IOException {
        Form form = new Form();
        Language spoken = form.language("language", language);
        form.refuseIfWrong();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PermissionSheet.write(permissions, spoken, out);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("permissions.xlsx")
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(XLSX))
                .body(out.toByteArray());
    }
}
