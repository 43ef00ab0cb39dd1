package org.jizhun.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jizhun.auditor.claim.Knowledge;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.relation.Relations;
import org.jizhun.kernel.problem.Catalogue;
import org.jizhun.kernel.problem.Language;
import org.junit.jupiter.api.Test;

/**
 * docs/findings.md is made from the catalogue, the pages of the relations and the first fixture that shows each code;
 * {@code -Djizhun.accept=true} writes it anew.
 */
class FindingsDocTest {

    private static final Path DOC = Path.of("../docs/findings.md");
    private static final Path MESSAGES =
            Path.of("../kernel/src/main/resources/org/jizhun/kernel/problem/catalogue-audit.txt");
    private static final Pattern CODE = Pattern.compile("(?m)^([a-z-]+) (error|warning|note)$");
    private static final Pattern NOT_SEEN = Pattern.compile("(?s)Not seen: (.*?)(?:\n\n|\\z)");
    private static final String HEAD = """
            # Findings

            Every code that `./jizhun audit` tells, with its severity, its words, what to do, an example, and what the relations that
            tell it do not see. Made from the message catalogue, the pages in [findings/](findings) and the auditor's fixtures by
            `FindingsDocTest`, which rewrites it with `-Djizhun.accept=true`.

            **error**: cannot be right. **warning**: very likely wrong, or breaks a stated rule. **note**: style, convention, gap.
            """;

    private static final String NEAR_HEAD = """

            ## Near misses

            What probably happened: told with a finding where the slip gives exactly the printed figure, one or two at most, in the
            order of `near-misses.yaml`. A figure copied from beside it is told only if its digits are no accident: three at least,
            zeros at the ends not counted.

            | code | said | 说法 |
            |---|---|---|
            """;

    /** An example: the text told about, as printed, and what is said of it. */
    private record Example(Finding finding, String fixture) {}

    @Test
    void the_page_of_findings_is_what_the_catalogue_the_pages_and_the_fixtures_say() throws IOException {
        String page = page();
        if (Boolean.getBoolean("jizhun.accept")) {
            Files.writeString(DOC, page);
        }
        assertThat(Files.readString(DOC))
                .as("docs/findings.md is stale; write it anew with -Djizhun.accept=true")
                .isEqualTo(page);
    }

    @Test
    void every_code_has_a_fixture_that_shows_it() throws IOException {
        Set<String> shown = examples().keySet();
        assertThat(findings()).isSubsetOf(shown);
    }

    private static String page() throws IOException {
        Map<String, Example> examples = examples();
        StringBuilder page = new StringBuilder(HEAD);
        for (String code : findings()) {
            Example example = examples.get(code);
            page.append("\n## ").append(code).append("\n\n");
            page.append("**")
                    .append(word(code))
                    .append("** · ")
                    .append(relations(code))
                    .append("\n\n");
            page.append(words(code, Language.EN))
                    .append("  \n")
                    .append(words(code, Language.ZH))
                    .append('\n');
            if (example != null) {
                page.append('\n').append(shown(example));
            }
        }
        page.append(NEAR_HEAD);
        for (String code : codes()) {
            if (isNearMiss(code)) {
                page.append("| ").append(code).append(" | ");
                page.append(words(code, Language.EN)).append(" | ");
                page.append(words(code, Language.ZH)).append(" |\n");
            }
        }
        page.append("\n## What a relation does not see\n\n| relation | not seen |\n|---|---|\n");
        for (var relation : Relations.ALL) {
            Matcher matcher = NOT_SEEN.matcher(Files.readString(Path.of("../docs/findings", relation.name() + ".md")));
            assertThat(matcher.find())
                    .as("docs/findings/%s.md says what it does not see", relation.name())
                    .isTrue();
            page.append("| [")
                    .append(relation.name())
                    .append("](findings/")
                    .append(relation.name())
                    .append(".md) | ")
                    .append(matcher.group(1).strip().replace('\n', ' '))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String word(String code) {
        return Catalogue.standard().severity(code).name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Wording and advice as the catalogue has them, the places for figures in braces. */
    private static String words(String code, Language language) {
        String words = Catalogue.standard().wording(code, language);
        String advice = Catalogue.standard().advice(code, language);
        return words + (advice.isEmpty() ? "" : (language == Language.ZH ? "。" : ". Advice: ") + advice);
    }

    private static String relations(String code) throws IOException {
        List<String> relations = new ArrayList<>();
        for (var relation : Relations.ALL) {
            if (Files.readString(Path.of("../docs/findings", relation.name() + ".md"))
                    .contains("`" + code + "`")) {
                relations.add("[" + relation.name() + "](findings/" + relation.name() + ".md)");
            }
        }
        assertThat(relations).as("a page in docs/findings names `%s`", code).isNotEmpty();
        return String.join(", ", relations);
    }

    private static String shown(Example example) {
        Finding finding = example.finding();
        String said = finding.explanations().stream()
                .map(problem -> "; " + problem.text(Language.EN))
                .collect(Collectors.joining());
        return "> " + example.fixture() + "\n>\n> → " + finding.problem().text(Language.EN) + said + "\n";
    }

    /** The first fixture, in order of names, that shows a code. */
    private static Map<String, Example> examples() throws IOException {
        Map<String, Example> examples = new LinkedHashMap<>();
        Knowledge knowledge = FixturesTest.knowledge();
        for (Path file : FixturesTest.documents()) {
            String text = Files.readString(file);
            List<String> lines = text.lines().toList();
            for (Finding finding : Auditor.audit(file.getFileName().toString(), text, knowledge)
                    .findings()) {
                String line = lines.get(Math.max(0, finding.where().line() - 1)).strip();
                examples.putIfAbsent(finding.code(), new Example(finding, line));
            }
        }
        return examples;
    }

    /** The near misses only explain a finding. */
    private static boolean isNearMiss(String code) {
        return code.startsWith("near-");
    }

    private static List<String> findings() throws IOException {
        return codes().stream().filter(code -> !isNearMiss(code)).toList();
    }

    private static Set<String> codes() throws IOException {
        return CODE.matcher(Files.readString(MESSAGES))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
