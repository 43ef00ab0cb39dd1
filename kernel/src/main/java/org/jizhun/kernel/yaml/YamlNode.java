package org.jizhun.kernel.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One node of a YAML document: a mapping, a list, or a scalar. Scalars stay text exactly as written ({@code 1.50} is not
 * turned into a binary number); the reader decides what they mean. Anchors and aliases are not allowed in rule data.
 */
public final class YamlNode {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(3_000_000)
            .build();

    private final Place place;
    private final String scalar;
    private final Map<String, YamlNode> entries;
    private final Map<String, Place> keyPlaces;
    private final List<YamlNode> items;
    private final Shape shape;

    /** What a node is. */
    public enum Shape {
        MAPPING,
        LIST,
        SCALAR
    }

    private YamlNode(
            Shape shape,
            Place place,
            String scalar,
            Map<String, YamlNode> entries,
            Map<String, Place> keyPlaces,
            List<YamlNode> items) {
        this.shape = shape;
        this.place = place;
        this.scalar = scalar;
        this.entries = entries;
        this.keyPlaces = keyPlaces;
        this.items = items;
    }

    /** Reads one document. An unreadable or empty text gives an empty mapping and a problem with its line and column. */
    public static Result<YamlNode> parse(String file, String text) {
        List<Problem> problems = new ArrayList<>();
        YamlNode empty = mapping(Place.text(file, 1, 1), Map.of(), Map.of());
        try {
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            if (root.isEmpty()) {
                problems.add(Problem.of("yaml-empty", Place.of(file)));
                return new Result<>(empty, problems);
            }
            return new Result<>(convert(file, root.get(), problems), problems);
        } catch (MarkedYamlEngineException broken) {
            Place place = broken.getProblemMark().map(mark -> place(file, mark)).orElse(Place.of(file));
            problems.add(Problem.of("yaml-unreadable", place, "reason", broken.getProblem()));
        } catch (YamlEngineException broken) {
            problems.add(Problem.of("yaml-unreadable", Place.of(file), "reason", String.valueOf(broken.getMessage())));
        }
        return new Result<>(empty, problems);
    }

    public Shape shape() {
        return shape;
    }

    public Place place() {
        return place;
    }

    /** The scalar as written; empty for a mapping or list. */
    public String text() {
        return scalar;
    }

    /** The items of a list; empty for anything else. */
    public List<YamlNode> items() {
        return items;
    }

    /** The keys of a mapping in order. */
    public Set<String> keys() {
        return entries.keySet();
    }

    public Optional<YamlNode> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** The text under a key, or {@code otherwise} where the key is absent. */
    public String text(String key, String otherwise) {
        YamlNode node = entries.get(key);
        return node == null ? otherwise : node.text();
    }

    /** The items under a key; empty where the key is absent. */
    public List<YamlNode> items(String key) {
        YamlNode node = entries.get(key);
        return node == null ? List.of() : node.items();
    }

    /** The text under a key that must be there; a missing one is a problem and gives the empty text. */
    public String required(String key, List<Problem> problems) {
        YamlNode node = entries.get(key);
        if (node == null || (node.shape == Shape.SCALAR && node.scalar.isBlank())) {
            problems.add(Problem.of("key-missing", place, "key", key));
            return "";
        }
        return node.text();
    }

    /** Reports every key that is not in {@code known}. */
    public void refuseUnknownKeys(Set<String> known, List<Problem> problems) {
        keyPlaces.forEach((key, at) -> {
            if (!known.contains(key)) {
                problems.add(Problem.of(
                        "key-unknown", at, "key", key, "known", String.join(", ", new java.util.TreeSet<>(known))));
            }
        });
    }

    private static YamlNode mapping(Place place, Map<String, YamlNode> entries, Map<String, Place> keyPlaces) {
        return new YamlNode(Shape.MAPPING, place, "", entries, keyPlaces, List.of());
    }

    private static YamlNode convert(String file, Node node, List<Problem> problems) {
        Place place = node.getStartMark().map(mark -> place(file, mark)).orElse(Place.of(file));
        if (node instanceof MappingNode mapping) {
            Map<String, YamlNode> entries = new LinkedHashMap<>();
            Map<String, Place> keyPlaces = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                Place keyPlace = tuple.getKeyNode()
                        .getStartMark()
                        .map(mark -> place(file, mark))
                        .orElse(place);
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    YamlNode earlier = entries.put(key.getValue(), convert(file, tuple.getValueNode(), problems));
                    keyPlaces.put(key.getValue(), keyPlace);
                    if (earlier != null) {
                        problems.add(Problem.of("key-twice", keyPlace, "key", key.getValue()));
                    }
                } else {
                    problems.add(Problem.of("yaml-unreadable", keyPlace, "reason", "a key must be a word"));
                }
            }
            return mapping(place, entries, keyPlaces);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(convert(file, item, problems));
            }
            return new YamlNode(Shape.LIST, place, "", Map.of(), Map.of(), List.copyOf(items));
        }
        String text = node instanceof ScalarNode scalarNode ? scalarNode.getValue() : "";
        return new YamlNode(Shape.SCALAR, place, text, Map.of(), Map.of(), List.of());
    }

    private static Place place(String file, Mark mark) {
        return Place.text(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
