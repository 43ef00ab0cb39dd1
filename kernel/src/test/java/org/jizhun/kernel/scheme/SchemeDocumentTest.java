package org.jizhun.kernel.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SchemeDocumentTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n#[^\n]*\nrule:(.*?)```");

    @Test
    void every_rule_has_an_example_and_every_example_is_sound() throws IOException {
        Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("../docs/schemes.md")));
        List<String> mistakes = new ArrayList<>();
        Set<String> kinds = new TreeSet<>();
        while (examples.find()) {
            SampleScheme sample = SampleScheme.of("10", examples.group(1).stripTrailing());
            mistakes.addAll(sample.mistakes());
            sample.load()
                    .value()
                    .all()
                    .forEach(scheme -> kinds.add(
                            scheme.leaves().get(0).rule().orElseThrow().kind()));
        }

        assertThat(mistakes).isEmpty();
        assertThat(kinds).isEqualTo(Rule.readers().keySet());
    }
}
