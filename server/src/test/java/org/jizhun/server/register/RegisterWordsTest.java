package org.jizhun.server.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;
import org.junit.jupiter.api.Test;

/** The pages have English words for everything that the registers offer and say. */
class RegisterWordsTest {

    private static String words() throws IOException {
        return Files.readString(Path.of("..", "web", "src", "register", "english.ts"));
    }

    @Test
    void every_choice_of_every_register_has_an_english_word() throws IOException {
        String words = words();
        for (Register register : Vocabulary.standard().registers()) {
            for (Register.Column column : register.columns()) {
                assertThat(column.allowed())
                        .as(register.name() + "." + column.name())
                        .allSatisfy(choice -> assertThat(words).containsPattern("(?m)^  \"?" + choice + "\"?: \""));
            }
        }
    }

    @Test
    void every_note_of_every_column_is_there_in_english() throws IOException {
        String words = words();
        for (Register register : Vocabulary.standard().registers()) {
            assertThat(register.columns())
                    .filteredOn(column -> !column.note().isEmpty())
                    .allSatisfy(column ->
                            assertThat(words).contains("\"" + register.name() + "." + column.name() + "\": "));
        }
    }
}
