package org.jizhun.server.reporting;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.problem.Language;
import org.jizhun.server.platform.Rejection;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** What everybody may read of a published report: a page, the figures as data, and the files. Needs no sign-in. */
@Hidden
@RestController
class PublicController {

    private final JdbcClient jdbc;

    PublicController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param file its text, for those that are text */
    private record Published(String department, Instant at, String file) {}

    private byte[] bytes(String code, int year, String file) {
        return jdbc.sql("SELECT content FROM published_file(:code, :year, :file)")
                .param("code", code)
                .param("year", year)
                .param("file", file)
                .query((row, number) -> row.getBytes("content"))
                .optional()
                .orElseThrow(Rejection::notFound);
    }

    private Optional<Published> published(String code, int year, String file) {
        return jdbc.sql("SELECT department_name, published_at, content FROM published_file(:code, :year, :file)")
                .param("code", code)
                .param("year", year)
                .param("file", file)
                .query((row, number) -> new Published(
                        row.getString("department_name"),
                        row.getTimestamp("published_at").toInstant(),
                        new String(row.getBytes("content"), StandardCharsets.UTF_8)))
                .optional();
    }

    private List<String> files(String code, int year) {
        return jdbc.sql("SELECT published_files(:code, :year)")
                .param("code", code)
                .param("year", year)
                .query(String.class)
                .list();
    }

    @GetMapping("/public/{code}/{year}/{file}")
    ResponseEntity<byte[]> file(@PathVariable String code, @PathVariable int year, @PathVariable String file) {
        if (!PublicPage.FILES.containsKey(file)) {
            throw Rejection.notFound();
        }
        return ReportController.download(bytes(code, year, file), file);
    }

    /** In the language asked for, else in the one the browser prefers; also where there is no such report. */
    @GetMapping(path = "/public/{code}/{year}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    ResponseEntity<String> page(
            @PathVariable String code,
            @PathVariable int year,
            @RequestParam Optional<String> lang,
            @RequestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> preferred) {
        Language language = lang.orElse(preferred.orElse("zh")).startsWith("en") ? Language.EN : Language.ZH;
        return published(code, year, "figures.json")
                .map(published -> PublicPage.of(
                        language,
                        published.department(),
                        year,
                        published.at(),
                        "/public/" + HtmlUtils.htmlEscape(code) + "/" + year + "/",
                        Set.copyOf(files(code, year)),
                        JsonMapper.shared().readTree(published.file())))
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).body(PublicPage.missing(language)));
    }
}
