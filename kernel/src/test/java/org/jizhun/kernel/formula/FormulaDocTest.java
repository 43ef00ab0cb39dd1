package org.jizhun.kernel.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jizhun.kernel.calendar.CalendarReader;
import org.jizhun.kernel.calendar.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The documentation of the language is true: its examples give what it says, and no function is left out. */
class FormulaDocTest {

    private static final Path DOC = Path.of("..", "docs", "formula.md");
    private static final Pattern EXAMPLE = Pattern.compile("\\| [^|]+ \\| `([^`]+)` \\| ([^`]+) \\|");
    private static final WorkingDays CALENDAR = calendar();

    static List<Arguments> examples() throws IOException {
        List<Arguments> examples = new ArrayList<>();
        for (String line : Files.readAllLines(DOC)) {
            Matcher row = EXAMPLE.matcher(line);
            if (row.matches() && !row.group(1).startsWith("formula.")) {
                examples.add(Arguments.of(row.group(1), row.group(2)));
            }
        }
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_gives_what_the_documentation_says(String formula, String expected) {
        assertThat(String.valueOf(Workbench.with().calendar(CALENDAR).value(formula)))
                .isEqualTo(expected);
    }

    @Test
    void every_function_is_documented() throws IOException {
        String doc = Files.readString(DOC);
        assertThat(Functions.names()).allSatisfy(name -> assertThat(doc).contains(name));
        assertThat(examples()).hasSizeGreaterThan(40);
    }

    private static WorkingDays calendar() {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("..", "schemes", "calendars"))) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return CalendarReader.read(texts).value();
    }
}
