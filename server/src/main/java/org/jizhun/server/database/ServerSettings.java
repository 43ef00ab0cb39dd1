package org.jizhun.server.database;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the embedded server is run. Given on its command line, where they win over anything a person may have written into
 * a file of the data directory.
 */
final class ServerSettings {

    private ServerSettings() {}

    static List<String> command(Binaries binaries, DataFolder data, int port) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(binaries.postgres().toString());
        command.add("-D");
        command.add(data.cluster().toString());
        all(Leftovers.clusterName(data.cluster()), port).forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        return command;
    }

    private static Map<String, String> all(String clusterName, int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        // What was acknowledged stays, even if the power fails.
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        // Reached from this machine only, with a password only.
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", String.valueOf(port));
        settings.put("unix_socket_directories", "");
        settings.put("password_encryption", "scram-sha-256");
        // By this name an orphan is recognised.
        settings.put("cluster_name", clusterName);
        settings.put("restart_after_crash", "on");
        settings.put("max_connections", "100");
        settings.put("shared_buffers", "128MB");
        settings.put("jit", "off");
        // The log holds no statements: they carry people's data.
        settings.put("log_destination", "stderr");
        settings.put("logging_collector", "off");
        settings.put("log_line_prefix", "%m [%p] ");
        settings.put("log_checkpoints", "off");
        settings.put("log_statement", "none");
        settings.put("log_min_duration_statement", "-1");
        settings.put("log_min_error_statement", "panic");
        settings.put("lc_messages", "C");
        return settings;
    }
}
