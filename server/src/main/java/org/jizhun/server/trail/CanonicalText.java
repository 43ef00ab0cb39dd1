package org.jizhun.server.trail;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.util.encoders.Hex;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as the one text from which its hash (SM3, GB/T 32905-2016) is computed: a line per field, {@code name:length:value}
 * with the length in bytes of UTF-8, {@code name:-} where there is nothing, so that no two entries have the same text. JSON is
 * written with sorted names, without blanks, numbers in full: the same before and after the database stored it as jsonb.
 */
final class CanonicalText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private static final String FORM = "jizhun-trail-1\n";

    private final StringBuilder text;

    private CanonicalText(String beginning) {
        this.text = new StringBuilder(beginning);
    }

    static String of(TrailEntry entry) {
        return of(entry, body(entry));
    }

    private static String of(TrailEntry entry, String body) {
        CanonicalText text = new CanonicalText(FORM);
        text.field("chain", String.valueOf(entry.chain()));
        text.field("number", String.valueOf(entry.number()));
        text.text.append(body);
        text.field("previous", entry.previous());
        return text.text.toString();
    }

    /** All but the entry's place in its chain: known before it has one. */
    static String body(TrailEntry entry) {
        CanonicalText text = new CanonicalText("");
        text.field("at", entry.at().toString());
        text.field("account", entry.account() == null ? null : entry.account().toString());
        text.field("login", entry.login());
        text.field("roles", entry.roles());
        text.field("address", entry.address());
        text.field("action", entry.action());
        text.field("kind", entry.kind());
        text.field("subject", entry.subject());
        text.field(
                "department",
                entry.department() == null ? null : entry.department().toString());
        text.field("before", json(entry.before()));
        text.field("after", json(entry.after()));
        text.field("reason", entry.reason());
        return text.text.toString();
    }

    /** 64 hexadecimal digits. */
    static String hash(TrailEntry entry) {
        return hash(entry, body(entry));
    }

    /** @param body of this entry */
    static String hash(TrailEntry entry, String body) {
        byte[] bytes = of(entry, body).getBytes(StandardCharsets.UTF_8);
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[digest.getDigestSize()];
        int written = digest.doFinal(hash, 0);
        return Hex.toHexString(hash, 0, written);
    }

    private void field(String name, @Nullable String value) {
        text.append(name).append(':');
        if (value == null) {
            text.append('-');
        } else {
            text.append(value.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(value);
        }
        text.append('\n');
    }

    private static @Nullable String json(@Nullable String json) {
        if (json == null) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        write(JSON.readTree(json), out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            String separator = "{";
            for (Map.Entry<String, JsonNode> entry : sorted.entrySet()) {
                out.append(separator)
                        .append(JSON.writeValueAsString(entry.getKey()))
                        .append(':');
                write(entry.getValue(), out);
                separator = ",";
            }
            out.append(sorted.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            String separator = "[";
            for (JsonNode item : node) {
                out.append(separator);
                write(item, out);
                separator = ",";
            }
            out.append(node.isEmpty() ? "[]" : "]");
        } else if (node.isNumber()) {
            out.append(node.decimalValue().toPlainString());
        } else {
            out.append(JSON.writeValueAsString(node));
        }
    }
}
