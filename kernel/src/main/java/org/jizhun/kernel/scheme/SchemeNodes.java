package org.jizhun.kernel.scheme;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;
import org.jizhun.kernel.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** The small pieces of scheme data that several places share: titles, bases, words, plain figures. */
final class SchemeNodes {

    private SchemeNodes() {}

    /** {@code {zh: …, en: …}}. */
    static Title title(YamlNode parent, String key, List<Problem> problems) {
        Optional<YamlNode> node = parent.get(key);
        if (node.isEmpty()) {
            problems.add(Problem.of("key-missing", parent.place(), "key", key));
            return new Title("", "");
        }
        node.get().refuseUnknownKeys(Set.of("zh", "en"), problems);
        return new Title(node.get().required("zh", problems), node.get().required("en", problems));
    }

    /** The mapping under {@code basis}, which must be there. */
    static Basis basis(YamlNode parent, List<Problem> problems) {
        Optional<YamlNode> node = parent.get("basis");
        if (node.isEmpty()) {
            problems.add(Problem.of("basis-missing", parent.place()));
            return new Basis("", "", "", "", false);
        }
        YamlNode basis = node.get();
        basis.refuseUnknownKeys(Set.of("source", "clause", "in-force", "provenance", "verified"), problems);
        return new Basis(
                basis.required("source", problems),
                basis.text("clause", ""),
                basis.text("in-force", ""),
                basis.required("provenance", problems),
                word(basis, "verified", "false", List.of("true", "false"), problems)
                        .equals("true"));
    }

    /** A word of a closed set, {@code otherwise} where the key is absent or the word is not in the set. */
    static String word(YamlNode node, String key, String otherwise, List<String> known, List<Problem> problems) {
        String word = node.text(key, otherwise);
        if (known.contains(word)) {
            return word;
        }
        problems.add(Problem.of(
                "word-unknown",
                node.get(key).map(YamlNode::place).orElse(node.place()),
                "key",
                key,
                "found",
                word,
                "known",
                String.join(", ", known)));
        return otherwise;
    }

    static Optional<Kind.Simple> kind(YamlNode node, List<Problem> problems) {
        String word = node.required("kind", problems);
        for (Kind.Simple kind : Kind.Simple.values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        problems.add(Problem.of("kind-unknown", node.place(), "found", word));
        return Optional.empty();
    }

    /** A plain decimal that is not negative; null (and noted) otherwise. */
    static @Nullable Exact points(YamlNode node, String key, List<Problem> problems) {
        String text = node.required(key, problems);
        if (text.isEmpty()) {
            return null;
        }
        YamlNode at = node.get(key).orElse(node);
        try {
            Exact points = Exact.parse(text);
            if (points.signum() >= 0) {
                return points;
            }
            problems.add(Problem.of("points-negative", at.place(), "key", key, "found", text));
        } catch (NumberFormatException notAFigure) {
            problems.add(Problem.of("points-not-a-number", at.place(), "key", key, "found", text));
        }
        return null;
    }

    /** {@code {scale: 2, mode: half-up}}; empty (and noted) where it is wrong. */
    static Optional<Rounding> rounding(YamlNode node, List<Problem> problems) {
        String scale = node.required("scale", problems);
        String mode = node.required("mode", problems);
        for (Rounding.Mode each : Rounding.Mode.values()) {
            if (each.word().equals(mode) && scale.matches("[0-9]|1[0-8]")) {
                return Optional.of(new Rounding(Integer.parseInt(scale), each));
            }
        }
        problems.add(Problem.of("rounding-unknown", node.place(), "scale", scale, "mode", mode));
        return Optional.empty();
    }
}
