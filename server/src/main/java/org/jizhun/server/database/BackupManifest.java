package org.jizhun.server.database;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a backup holds, in its {@code manifest.json}: the version of the structure, and per table its columns, number of
 * rows and the SHA-256 of its CSV file.
 *
 * @param created an instant as text, such as {@code 2026-03-01T08:00:00Z}
 */
record BackupManifest(
        String created, String server, String schemaVersion, List<Table> tables, List<Sequence> sequences) {

    static final String ENTRY = "manifest.json";
    private static final String FORMAT = "jizhun-backup";
    private static final int FORMAT_VERSION = 1;

    BackupManifest {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /** @param file the entry of the archive that holds its rows */
    record Table(String schema, String name, String file, List<String> columns, long rows, String sha256) {
        Table {
            columns = List.copyOf(columns);
        }

        String qualified() {
            return Sql.name(schema) + "." + Sql.name(name);
        }

        @Override
        public String toString() {
            return schema + "." + name;
        }
    }

    /** @param called whether {@code last} was already given out */
    record Sequence(String schema, String name, long last, boolean called) {
        String qualified() {
            return Sql.name(schema) + "." + Sql.name(name);
        }
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    byte[] json() {
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode root = mapper.createObjectNode()
                .put("format", FORMAT)
                .put("formatVersion", FORMAT_VERSION)
                .put("created", created)
                .put("server", server)
                .put("schemaVersion", schemaVersion);
        ArrayNode tableNodes = root.putArray("tables");
        for (Table table : tables) {
            ObjectNode node = tableNodes
                    .addObject()
                    .put("schema", table.schema())
                    .put("name", table.name())
                    .put("file", table.file())
                    .put("rows", table.rows())
                    .put("sha256", table.sha256());
            table.columns().forEach(node.withArray("columns")::add);
        }
        ArrayNode sequenceNodes = root.putArray("sequences");
        for (Sequence sequence : sequences) {
            sequenceNodes
                    .addObject()
                    .put("schema", sequence.schema())
                    .put("name", sequence.name())
                    .put("last", sequence.last())
                    .put("called", sequence.called());
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws Refusal if it is not ours, newer than we know, or incomplete */
    static BackupManifest read(byte[] json, Place place) {
        try {
            JsonNode root = JsonMapper.builder().build().readTree(json);
            if (!root.path("format").asString("").equals(FORMAT)) {
                throw new Refusal(Problem.of("backup-foreign", place, "found", ENTRY));
            }
            int version = root.required("formatVersion").asInt();
            if (version > FORMAT_VERSION) {
                throw new Refusal(Problem.of("backup-newer", place, "found", version, "expected", FORMAT_VERSION));
            }
            List<Table> tables = new ArrayList<>();
            root.required("tables").forEach(node -> tables.add(table(node)));
            List<Sequence> sequences = new ArrayList<>();
            root.required("sequences").forEach(node -> sequences.add(sequence(node)));
            return new BackupManifest(
                    root.required("created").asString(),
                    root.required("server").asString(),
                    root.required("schemaVersion").asString(),
                    tables,
                    sequences);
        } catch (JacksonException unreadable) {
            throw new Refusal(Problem.of("backup-damaged", place, "found", ENTRY));
        }
    }

    private static Table table(JsonNode node) {
        List<String> columns = new ArrayList<>();
        node.required("columns").forEach(column -> columns.add(column.asString()));
        return new Table(
                node.required("schema").asString(),
                node.required("name").asString(),
                node.required("file").asString(),
                columns,
                node.required("rows").asLong(),
                node.required("sha256").asString());
    }

    private static Sequence sequence(JsonNode node) {
        return new Sequence(
                node.required("schema").asString(),
                node.required("name").asString(),
                node.required("last").asLong(),
                node.required("called").asBoolean());
    }
}
