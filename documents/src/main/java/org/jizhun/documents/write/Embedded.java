package org.jizhun.documents.write;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What travels inside a report so that it can be checked years later: the facts, the scheme's id, edition and hash, and the
 * template if it is not ours. A JSON object, as a custom XML part in Word and as an attachment in PDF and OFD.
 *
 * @param facts the canonical JSON of the facts
 * @param project the project's code where the report is about one
 * @param projects the evaluations of projects that belong to a department's report
 * @param template the Word template in Base64, so that the report can be rendered again with another edition of ours
 */
public record Embedded(
        SchemeRef scheme,
        Optional<String> project,
        List<ProjectRef> projects,
        String facts,
        String factsHash,
        String template) {

    /** The name of the attachment. */
    public static final String FILE_NAME = "jizhun-report.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FORMAT = "jizhun-report-1";

    public Embedded {
        projects = List.copyOf(projects);
    }

    /** A scheme's id, edition and hash. */
    public record SchemeRef(String id, String edition, String hash) {}

    /** A project's evaluation: its code and scheme. */
    public record ProjectRef(String code, SchemeRef scheme) {}

    /** Canonical JSON: fixed order, no clock, no place of the machine. */
    public String write() {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        put(root.putObject("scheme"), scheme);
        project.ifPresent(code -> root.put("project", code));
        projects.forEach(each -> put(root.withArray("projects").addObject().put("code", each.code()), each.scheme()));
        root.putObject("template").put("hash", hash(templateBytes())).put("bytes", template);
        root.put("factsHash", factsHash);
        root.put("facts", facts);
        return JSON.writeValueAsString(root);
    }

    /** @throws Refusal if the text is not what {@link #write} gives: someone changed it */
    public static Embedded read(String json, Place place) {
        try {
            JsonNode root = JSON.readTree(json);
            if (!root.path("format").asString("").equals(FORMAT)) {
                throw damaged(place);
            }
            List<ProjectRef> projects = new ArrayList<>();
            root.path("projects").forEach(each -> projects.add(new ProjectRef(text(each, "code"), scheme(each))));
            return new Embedded(
                    scheme(root.path("scheme")),
                    Optional.ofNullable(root.get("project")).map(JsonNode::asString),
                    projects,
                    text(root, "facts"),
                    text(root, "factsHash"),
                    text(root.path("template"), "bytes"));
        } catch (JacksonException | IllegalArgumentException changed) {
            throw damaged(place);
        }
    }

    /** The template's bytes as text that JSON can carry. */
    static String encoded(byte[] template) {
        return Base64.getEncoder().encodeToString(template);
    }

    /** @throws IllegalArgumentException if someone changed them into something else */
    public byte[] templateBytes() {
        return Base64.getDecoder().decode(template);
    }

    /** SHA-256 in lower-case hex. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] bytes() {
        return write().getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ObjectNode node, SchemeRef scheme) {
        node.put("id", scheme.id()).put("edition", scheme.edition()).put("hash", scheme.hash());
    }

    private static SchemeRef scheme(JsonNode node) {
        return new SchemeRef(text(node, "id"), text(node, "edition"), text(node, "hash"));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isString()) {
            throw new IllegalArgumentException("missing: " + name);
        }
        return value.asString();
    }

    private static Refusal damaged(Place place) {
        return new Refusal(Problem.of("embedded-damaged", place));
    }
}
