package org.jizhun.kernel.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The glossary pairs every Chinese heading of a case with its identifier. */
class GlossaryTest {

    private static final Path GLOSSARY = Path.of("../docs/glossary.md");
    private static final String START = "<!-- vocabulary -->\n";
    private static final String END = "<!-- /vocabulary -->";

    @Test
    void the_glossary_lists_every_register_and_column() throws IOException {
        String text = Files.readString(GLOSSARY);
        String written = text.substring(text.indexOf(START) + START.length(), text.indexOf(END));
        String table = table();
        if (Boolean.getBoolean("jizhun.accept")) {
            Files.writeString(GLOSSARY, text.replace(START + written + END, START + table + END));
            return;
        }
        assertThat(written).isEqualTo(table);
    }

    private static String table() {
        return Vocabulary.standard().registers().stream()
                .map(GlossaryTest::row)
                .collect(Collectors.joining("", "| 资料表 | register | columns |\n|---|---|---|\n", ""));
    }

    private static String row(Register register) {
        String columns = register.columns().stream()
                .map(column -> column.label() + " `" + column.name() + "`")
                .collect(Collectors.joining(" · "));
        return "| " + register.label() + " | `" + register.name() + "` | " + columns + " |\n";
    }
}
