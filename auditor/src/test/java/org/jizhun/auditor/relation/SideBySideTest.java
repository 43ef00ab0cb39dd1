package org.jizhun.auditor.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.text.Layout;
import org.junit.jupiter.api.Test;

/** Relations examined side by side enter what they enter one after the other, in the same order. */
class SideBySideTest {

    private static final Path FIXTURES = Path.of("src/test/resources/findings");

    @Test
    void the_ledger_is_the_same_as_of_one_relation_after_the_other() throws IOException {
        List<Path> documents;
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            documents = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        assertThat(documents).isNotEmpty();
        for (Path document : documents) {
            String text = Files.readString(document);
            Ledger inTurn = new Ledger();
            Claims claims = claims(text);
            Relations.ALL.forEach(relation -> relation.examine(claims, inTurn));

            assertThat(entries(Relations.examine(claims(text))))
                    .as("%s", document)
                    .isEqualTo(entries(inTurn));
        }
    }

    @Test
    void a_relation_by_itself_may_not_ask_what_others_entered() {
        assertThatThrownBy(() -> Ledger.ofOne().all())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LOOKING_BACK");
    }

    private static Claims claims(String text) {
        return Claims.of(Layout.read("fixture.txt", Layout.lines(text)));
    }

    private static List<String> entries(Ledger ledger) {
        List<String> entries = new ArrayList<>();
        ledger.checks()
                .forEach((check, verdict) -> entries.add(check.kind() + " " + check.formula() + " "
                        + check.equation().result().spot() + " " + verdict));
        ledger.findings().stream().map(Finding::toString).forEach(entries::add);
        return entries;
    }
}
