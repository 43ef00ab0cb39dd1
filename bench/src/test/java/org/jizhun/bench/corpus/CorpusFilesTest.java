package org.jizhun.bench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The stored corpus is what the templates make; -Djizhun.accept=true writes it anew. */
class CorpusFilesTest {

    private static final Path HOME = Path.of("..");
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

    private static boolean isGenerated(Path truth) {
        try {
            return new String(Files.readAllBytes(truth), StandardCharsets.UTF_8).contains("\ngenerated: true\n");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
