package org.jizhun.server.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jizhun.kernel.problem.Language;
import org.junit.jupiter.api.Test;

/** The page of the trail has words for everything the server writes on it. */
class TrailWordsTest {

    private static final Pattern CHANGE = Pattern.compile("Change\\.of\\(\\s*\"([a-z-]+)\",\\s*\"([a-z-]+)\"");
    private static final Pattern STEP = Pattern.compile("action: ([a-z]+)");
    private static final Pattern PAIR = Pattern.compile("(?m)^  \"?([a-zA-Z-]+)\"?: (\\[\".*\", \".*\"\\]),$");
    private static final Pattern KEY = Pattern.compile("(?m)^  \"?([a-z-]+)\"?: \\[");

    private static Set<String> found(Pattern pattern, int group, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void every_action_and_kind_of_thing_has_its_words() throws IOException {
        String words = read(Path.of("..", "web", "src", "trail", "words.ts"));
        Set<String> actions = found(KEY, 1, words.substring(words.indexOf("export const actions")));
        Set<String> kinds = found(KEY, 1, words.substring(words.indexOf("export const kinds")));
        Set<String> written = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            sources.filter(file -> file.toString().endsWith(".java"))
                    .map(TrailWordsTest::read)
                    .forEach(text -> {
                        written.addAll(found(CHANGE, 1, text));
                        assertThat(kinds).containsAll(found(CHANGE, 2, text));
                    });
        }
        assertThat(written).hasSizeGreaterThan(40);
        assertThat(actions).containsAll(written);
    }

    @Test
    void the_sheet_and_the_page_call_everything_the_same() {
        String page = read(Path.of("..", "web", "src", "trail", "words.ts"));
        String actions = page.substring(page.indexOf("export const actions"), page.indexOf("export const kinds"));
        String kinds = page.substring(page.indexOf("export const kinds"));
        assertThat(pairs(actions))
                .isEqualTo(pairs(TrailWords.standard().actions()))
                .hasSizeGreaterThan(60);
        assertThat(pairs(kinds)).isEqualTo(pairs(TrailWords.standard().kinds())).hasSizeGreaterThan(15);
    }

    @Test
    void the_sheet_and_the_page_call_the_fields_of_an_entry_the_same() {
        String page = read(Path.of("..", "web", "src", "trail", "names.ts"));
        String fields = page.substring(page.indexOf("const fields"), page.indexOf("const rules"));
        String values = page.substring(page.indexOf("const values"), page.indexOf("const ways"));
        assertThat(pairs(TrailWords.standard().fields()))
                .isEqualTo(pairs(fields))
                .hasSizeGreaterThan(40);
        assertThat(pairs(TrailWords.standard().values())).containsAllEntriesOf(pairs(values));
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new TreeMap<>();
        Matcher matcher = PAIR.matcher(text);
        while (matcher.find()) {
            pairs.put(matcher.group(1), matcher.group(2));
        }
        return pairs;
    }

    private static Map<String, String> pairs(Map<String, Map<Language, String>> words) {
        Map<String, String> pairs = new TreeMap<>();
        words.forEach(
                (id, word) -> pairs.put(id, "[\"" + word.get(Language.ZH) + "\", \"" + word.get(Language.EN) + "\"]"));
        return pairs;
    }

    @Test
    void a_word_that_nobody_knows_stays_as_it_is() {
        assertThat(TrailWords.standard().action("some-later-action", Language.ZH))
                .isEqualTo("some-later-action");
        assertThat(TrailWords.standard().kind("report", Language.EN)).isEqualTo("report");
    }

    @Test
    void every_step_of_the_review_and_of_a_report_has_its_words() {
        Path resources = Path.of("src", "main", "resources", "org", "jizhun", "server");
        String actions = read(Path.of("..", "web", "src", "trail", "words.ts"));
        Set<String> ofRows = found(STEP, 1, read(resources.resolve("review/steps.yaml")));
        Set<String> ofReports = found(STEP, 1, read(resources.resolve("reporting/steps.yaml")));
        assertThat(ofRows)
                .contains("approve")
                .allSatisfy(step -> assertThat(actions).contains("\"rows-" + step + "\""));
        assertThat(ofReports)
                .contains("publish")
                .allSatisfy(step -> assertThat(actions).contains("\"report-" + step + "\""));
    }
}
