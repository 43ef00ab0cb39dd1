package org.jizhun.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/**
 * What an earlier run may have left when it was killed: a server that lives on without us, parts of one whose head was
 * killed, and a {@code postmaster.pid} that names a process which is gone, a zombie, or someone else by now.
 *
 * <p>Processes of a data directory are known by the cluster name that each of them carries in its command line; it is made
 * of the directory's device and inode, so that a copied folder is another one. {@code /proc/PID/cmdline} is readable
 * for everybody, {@code cwd} is not in many containers.
 */
final class Leftovers {

    private static final Duration FAST = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);

    private final DataFolder data;

    Leftovers(DataFolder data) {
        this.data = data;
    }

    /** A name for the processes of this data directory, unique on the machine while they live. */
    static String clusterName(Path cluster) throws IOException {
        Object device = Files.getAttribute(cluster, "unix:dev");
        Object inode = Files.getAttribute(cluster, "unix:ino");
        return "jizhun-" + device + "-" + inode;
    }

    /** Ends them in order, then by force. @throws Refusal if one of them cannot be ended */
    void end(Consumer<Problem> progress) throws IOException {
        List<Long> processes = processes();
        if (!processes.isEmpty()) {
            long head = head(processes);
            progress.accept(Problem.of("database-orphan-ending", data.place(), "pid", head));
            if (head == statedPid()) {
                Shell.signal("INT", head);
            } else {
                // Without the head they end by themselves as soon as they look; INT would cancel what a session is at
                // and
                // leave it there, and its client would take that for a failure of the statement.
                processes.forEach(pid -> Shell.signal("TERM", pid));
            }
            if (!allGone(FAST)) {
                processes().forEach(pid -> Shell.signal("QUIT", pid));
            }
            if (!allGone(IMMEDIATE)) {
                processes().forEach(pid -> Shell.signal("KILL", pid));
            }
            if (!allGone(IMMEDIATE)) {
                throw new Refusal(Problem.of("database-orphan-not-ended", data.place(), "pid", head(processes())));
            }
        }
        forgetStalePid();
    }

    /** The server's own process if it is among them, else whichever is first. */
    private long head(List<Long> processes) {
        long stated = statedPid();
        return processes.contains(stated) ? stated : processes.get(0);
    }

    /**
     * A dead pid PostgreSQL clears away by itself. Only one that is alive and somebody else's, or a zombie that nobody
     * reaps, would make it believe that a server is running.
     */
    private void forgetStalePid() throws IOException {
        long stated = statedPid();
        if (stated > 0 && Files.exists(Path.of("/proc/" + stated))) {
            Files.deleteIfExists(data.cluster().resolve("postmaster.pid"));
        }
    }

    private long statedPid() {
        try {
            List<String> lines = Files.readAllLines(data.cluster().resolve("postmaster.pid"), StandardCharsets.UTF_8);
            return lines.isEmpty() ? 0 : Math.abs(Long.parseLong(lines.get(0).strip()));
        } catch (IOException | NumberFormatException none) {
            return 0;
        }
    }

    private boolean allGone(Duration patience) throws IOException {
        return Waiting.until(patience, () -> processes().isEmpty());
    }

    /** Living processes of this data directory; a zombie is dead. */
    List<Long> processes() throws IOException {
        if (!Files.isDirectory(data.cluster())) {
            return List.of();
        }
        String name = clusterName(data.cluster());
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(file -> file.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .filter(pid -> isOurs(pid, name))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOurs(long pid, String name) {
        try {
            Path process = Path.of("/proc/" + pid);
            String command = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            boolean named =
                    command.contains("cluster_name=" + name + "\0") || command.startsWith("postgres: " + name + ": ");
            if (!named) {
                return false;
            }
            // "PID (name) STATE …"; the name may hold anything, so look behind its last bracket.
            String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
            int state = stat.lastIndexOf(')') + 2;
            return stat.substring(stat.indexOf('('), state - 1).equals("(postgres)")
                    && "ZX".indexOf(stat.charAt(state)) < 0;
        } catch (IOException | StringIndexOutOfBoundsException goneMeanwhile) {
            return false;
        }
    }
}
