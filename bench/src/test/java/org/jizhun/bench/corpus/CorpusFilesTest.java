package org.jizhun.bench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The stored corpus is what the templates make; -Djizhun.accept=true writes it anew. */
class CorpusFilesTest {

    private static final Path HOME = Path.of("..");
    /** What the corpus must break: the relations that reports get wrong, by the words of the truth lists. */
    private static final List<String> RELATIONS = List.of(
            "sum-row",
            "sum-column",
            "sum-prose",
            "breakdown",
            "difference",
            "execution-rate",
            "adjustment-rate",
            "completion-rate",
            "share",
            "score-rate",
            "unit-cost",
            "per-head",
            "year-on-year",
            "percentage-points",
            "direction",
            "average",
            "weighted-mean",
            "total-rate-bounds",
            "printed-formula",
            "cap",
            "deduction",
            "ladder",
            "cut-off",
            "same-fact",
            "prose-table",
            "annex-text",
            "unit",
            "magnitude",
            "list-count",
            "sub-count",
            "heading-count",
            "score-completion",
            "score-maximum",
            "roll-up",
            "weights",
            "grade",
            "target",
            "date-order",
            "deadline-calendar",
            "deadline-working",
            "term",
            "year",
            "name",
            "title",
            "heading-number",
            "list-number",
            "annex-missing",
            "chapter-missing",
            "goal",
            "measure",
            "loss-itemised",
            "wording");

    private static final Path CORPUS = HOME.resolve("samples/audit");

    @Test
    void the_stored_documents_are_what_the_templates_make() throws IOException {
        if (Boolean.getBoolean("jizhun.accept")) {
            Corpus.main(new String[] {HOME.toString()});
        }
        Map<String, byte[]> made = Corpus.files(HOME.resolve("schemes"));
        for (Map.Entry<String, byte[]> file : made.entrySet()) {
            assertThat(CORPUS.resolve(file.getKey())).hasBinaryContent(file.getValue());
        }
        try (Stream<Path> stored = Files.walk(CORPUS)) {
            assertThat(stored.filter(path -> path.endsWith("truth.yaml")).filter(CorpusFilesTest::isGenerated))
                    .extracting(path -> CORPUS.relativize(path).toString())
                    .allMatch(made::containsKey);
        }
    }

    @Test
    void every_relation_is_broken_at_least_twice() {
        Map<String, Integer> times = new TreeMap<>();
        Corpus.templates()
                .forEach(template -> template.renderings().stream()
                        .filter(Template.Rendering::faulty)
                        .forEach(any -> template.faults()
                                .values()
                                .forEach(fault -> times.merge(fault.relation(), 1, Integer::sum))));
        assertThat(times.keySet()).containsAll(RELATIONS);
        assertThat(times.entrySet()).allMatch(entry -> entry.getValue() >= 2);
    }

    private static boolean isGenerated(Path truth) {
        try {
            return new String(Files.readAllBytes(truth), StandardCharsets.UTF_8).contains("\ngenerated: true\n");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
