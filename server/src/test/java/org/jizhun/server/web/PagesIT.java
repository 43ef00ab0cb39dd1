package org.jizhun.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.Test;

class PagesIT {

    private static final Pattern SCRIPT = Pattern.compile("<script [^>]*src=\"(/assets/[^\"]+\\.js)\"");

    private final Browser browser = RunningServer.get().browser();

    private static String text(Browser.Answer answer) {
        return new String(answer.response().body(), StandardCharsets.UTF_8);
    }

    private static String header(Browser.Answer answer, String name) {
        return answer.response().headers().firstValue(name).orElse("");
    }

    @Test
    void every_address_of_a_page_gives_the_same_page_without_signing_in() {
        String page = text(browser.get("/"));
        assertThat(page).contains("<div id=\"app\">");
        assertThat(text(browser.get("/sign-in"))).isEqualTo(page);
        assertThat(text(browser.get("/d/1/2026/registers/compliance/contracts")))
                .isEqualTo(page);
        assertThat(header(browser.get("/desk"), "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void its_script_is_kept_for_a_year_and_stands_in_a_file() {
        String page = text(browser.get("/"));
        Matcher script = SCRIPT.matcher(page);
        assertThat(script.find()).isTrue();
        Browser.Answer answer = browser.get(script.group(1));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        // The policy of the server forbids scripts that stand in the page.
        assertThat(page).doesNotContainPattern("<script(?![^>]*\\bsrc=)").doesNotContain("onload=", "javascript:");
    }

    @Test
    void what_is_no_page_is_not_found() {
        assertThat(browser.get("/assets/index-0.js").status()).isEqualTo(404);
        assertThat(browser.get("/logo.png").status()).isEqualTo(404);
        assertThat(browser.get("/api/nothing").status()).isNotEqualTo(200);
        assertThat(browser.get("/../application.properties").status()).isNotEqualTo(200);
        assertThat(browser.get("/application.properties").status()).isEqualTo(404);
    }
}
