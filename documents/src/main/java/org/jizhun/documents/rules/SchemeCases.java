package org.jizhun.documents.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jizhun.documents.workbook.FactsYaml;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scoring.CriterionScore;
import org.jizhun.kernel.scoring.Evaluation;
import org.jizhun.kernel.scoring.Scoring;
import org.jizhun.kernel.yaml.YamlNode;

/**
 * The cases of schemes: every {@code cases/*.yaml} beside a {@code scheme.yaml} holds an input and the scores that a
 * person worked out for it. Adding a case is adding a file.
 */
public final class SchemeCases {

    private static final Set<String> KEYS = Set.of("case", "project", "input", "expected");
    private static final Pattern CASE_FILE = Pattern.compile("/cases/[^/]+\\.yaml$");
    private static final Set<String> EXPECTED = Set.of("total", "grade", "scores");

    private final Rules rules;
    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();

    private SchemeCases(Rules rules, Path folder) {
        this.rules = rules;
        this.folder = folder;
    }

    /**
     * The case files of a rule folder, sorted.
     *
     * @throws Refusal if the folder cannot be read
     */
    public static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> CASE_FILE
                            .matcher(file.toString().replace('\\', '/'))
                            .find())
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw refused(folder.toString(), unreadable);
        }
    }

    /** Runs one case of the folder; whatever is not as expected is a problem with the place of the expectation. */
    public static List<Problem> run(Rules rules, Path folder, Path file) {
        SchemeCases cases = new SchemeCases(rules, folder);
        cases.run(file);
        return List.copyOf(cases.problems);
    }

    private void run(Path file) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        Result<YamlNode> parsed = YamlNode.parse(name, text(file, name));
        problems.addAll(parsed.problems());
        YamlNode node = parsed.value();
        node.refuseUnknownKeys(KEYS, problems);
        node.required("case", problems);
        Optional<YamlNode> input = present(node, "input");
        Optional<YamlNode> expected = present(node, "expected");
        String id = file.getName(file.getNameCount() - 3).toString();
        Optional<Scheme> scheme = rules.schemes().find(id);
        if (scheme.isEmpty()) {
            problems.add(Problem.of("case-scheme-unknown", Place.of(name), "found", id));
        } else if (input.isPresent() && expected.isPresent()) {
            compare(expected.get(), score(scheme.get(), input.get(), node.text("project", "")));
        }
    }

    private Optional<YamlNode> present(YamlNode node, String key) {
        if (node.get(key).isEmpty()) {
            problems.add(Problem.of("key-missing", node.place(), "key", key));
        }
        return node.get(key);
    }

    private Evaluation score(Scheme scheme, YamlNode input, String project) {
        Result<FactSet> facts = FactsYaml.read(input, scheme.vocabulary());
        problems.addAll(facts.problems());
        return project.isEmpty()
                ? Scoring.score(scheme, facts.value(), rules.calendar())
                : Scoring.scoreProject(scheme, facts.value(), rules.calendar(), project);
    }

    private void compare(YamlNode expected, Evaluation found) {
        expected.refuseUnknownKeys(EXPECTED, problems);
        expected.get("total")
                .ifPresent(node -> compare("total", node, found.total().points().toString()));
        expected.get("grade")
                .ifPresent(node -> compare("grade", node, found.grade().orElse("none")));
        expected.get("scores")
                .ifPresent(scores -> scores.keys()
                        .forEach(id -> compare(
                                id,
                                scores.get(id).orElseThrow(),
                                find(found.criteria(), id)
                                        .map(SchemeCases::outcome)
                                        .orElse("none"))));
    }

    private void compare(String what, YamlNode expected, String found) {
        if (!expected.text().equals(found)) {
            problems.add(Problem.of(
                    "scheme-case-differs",
                    expected.place(),
                    "what",
                    what,
                    "expected",
                    expected.text(),
                    "found",
                    found));
        }
    }

    /** The score, or the word of the status where there is none. */
    private static String outcome(CriterionScore score) {
        return score.score()
                .map(points -> points.points().toString())
                .orElse(score.status().word());
    }

    private static Optional<CriterionScore> find(List<CriterionScore> scores, String id) {
        return scores.stream()
                .flatMap(SchemeCases::all)
                .filter(score -> score.id().equals(id))
                .findFirst();
    }

    private static Stream<CriterionScore> all(CriterionScore score) {
        return Stream.concat(Stream.of(score), score.criteria().stream().flatMap(SchemeCases::all));
    }

    private static String text(Path file, String name) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw refused(name, unreadable);
        }
    }

    private static Refusal refused(String file, Exception unreadable) {
        return new Refusal(
                Problem.of("rules-unreadable", Place.of(file), "reason", String.valueOf(unreadable.getMessage())));
    }
}
