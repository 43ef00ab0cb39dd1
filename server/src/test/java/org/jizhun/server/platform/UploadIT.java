package org.jizhun.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often files may be sent, for every endpoint that takes one, as the description of the interface has them. */
class UploadIT {

    private static final int A_MINUTE = 60;
    private static final byte[] CONTENT = "内容".getBytes(StandardCharsets.UTF_8);

    private final RunningServer server = RunningServer.get();
    private long department;

    @BeforeEach
    void a_department() {
        department = server.department(server.region(null));
    }

    private Browser officer() {
        return server.signedIn(server.user(department, "performance-officer"));
    }

    /** The addresses that take a form with a file; nothing of what they name is there. */
    private List<String> uploads() {
        List<String> uploads = new ArrayList<>();
        officer()
                .get("/v3/api-docs")
                .body()
                .path("paths")
                .propertyStream()
                .filter(path -> path.getValue()
                        .path("post")
                        .path("requestBody")
                        .path("content")
                        .has("multipart/form-data"))
                .forEach(path -> uploads.add(path.getKey()
                        .replace("{department}", Long.toString(department))
                        .replace("{year}", "2025")
                        .replaceAll("\\{[a-z]+}", "999999999")));
        return uploads;
    }

    @Test
    void every_endpoint_that_takes_a_file_refuses_the_61st_in_a_minute() {
        List<String> uploads = uploads();
        // Workbooks, values of a source, bulletins, evidence, reports to be audited.
        assertThat(uploads).hasSizeGreaterThanOrEqualTo(5);
        for (String upload : uploads) {
            Browser browser = officer();
            for (int i = 0; i < A_MINUTE; i++) {
                assertThat(browser.upload(upload, "a.txt", CONTENT).status())
                        .as(upload)
                        .isNotEqualTo(429);
            }
            assertTooOften(browser.upload(upload, "a.txt", CONTENT));
        }
    }

    private static void assertTooOften(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("upload-too-often");
        assertThat(Integer.parseInt(
                        answer.response().headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
    }

    @Test
    void they_count_together_and_for_each_account_alone_and_only_for_a_minute() {
        List<String> uploads = uploads();
        Browser browser = officer();
        for (int i = 0; i < A_MINUTE; i++) {
            browser.upload(uploads.get(i % uploads.size()), "a.txt", CONTENT);
        }
        for (String upload : uploads) {
            assertTooOften(browser.upload(upload, "a.txt", CONTENT));
        }
        assertThat(browser.get("/api/me").status()).as("only files are limited").isEqualTo(200);
        assertThat(officer().upload(uploads.get(0), "a.txt", CONTENT).status())
                .as("somebody else")
                .isNotEqualTo(429);
        server.clock().forward(Duration.ofSeconds(61));
        assertThat(browser.upload(uploads.get(0), "a.txt", CONTENT).status())
                .as("a minute later")
                .isNotEqualTo(429);
    }
}
