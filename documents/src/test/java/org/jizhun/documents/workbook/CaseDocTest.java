package org.jizhun.documents.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;
import org.junit.jupiter.api.Test;

/** The tables of docs/case.md are made from the vocabulary; {@code -Djizhun.accept=true} writes them anew. */
class CaseDocTest {

    private static final Path DOC = Path.of("../docs/case.md");
    private static final String BEGIN = "<!-- begin generated -->\n";
    private static final String END = "<!-- end generated -->";

    @Test
    void the_documented_registers_are_those_of_the_vocabulary() throws IOException {
        String doc = Files.readString(DOC);
        int begin = doc.indexOf(BEGIN) + BEGIN.length();
        int end = doc.indexOf(END);
        assertThat(begin).as("place of the tables").isLessThanOrEqualTo(end);
        String expected = doc.substring(0, begin) + tables() + doc.substring(end);
        if (Boolean.getBoolean("jizhun.accept")) {
            Files.writeString(DOC, expected);
        }

        assertThat(Files.readString(DOC))
                .as("docs/case.md is stale; write it anew with -Djizhun.accept=true")
                .isEqualTo(expected);
    }

    private static String tables() {
        return Vocabulary.standard().registers().stream()
                .map(CaseDocTest::table)
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static String table(Register register) {
        String shape = register.shape() == Register.Shape.VALUES ? "single values" : "table";
        String note = register.note().isEmpty() ? "" : "\n" + register.note() + "。\n";
        String columns = register.columns().stream().map(CaseDocTest::line).collect(Collectors.joining());
        return "### " + register.name() + " " + register.label() + "\n\n" + "Shape: " + shape + ".\n" + note
                + "\n| name | 名称 | kind | 说明 |\n|---|---|---|---|\n" + columns;
    }

    private static String line(Register.Column column) {
        String kind = column.kind().word() + (column.unit().isEmpty() ? "" : " (" + column.unit() + ")");
        StringBuilder note = new StringBuilder(column.note());
        if (column.neverNegative()) {
            note.append(note.isEmpty() ? "" : "；").append("不能为负");
        }
        if (!column.allowed().isEmpty()) {
            note.append(note.isEmpty() ? "" : "；").append("可选：").append(String.join("、", column.allowed()));
        }
        if (!column.aliases().isEmpty()) {
            note.append(note.isEmpty() ? "" : "；").append("也叫：").append(String.join("、", column.aliases()));
        }
        return "| `" + column.name() + "`" + (column.required() ? " *" : "") + " | " + column.label() + " | " + kind
                + " | " + note + " |\n";
    }
}
