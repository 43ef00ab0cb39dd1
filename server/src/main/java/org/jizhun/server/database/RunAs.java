package org.jizhun.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/**
 * As which user PostgreSQL runs, which refuses to be root. An ordinary user runs it directly. Root lowers itself to a user
 * of our own number ({@code setpriv}); where that cannot run (a folder above lets nobody else in, or user numbers are
 * limited), it enters a user namespace in which it is nobody ({@code unshare}).
 *
 * @param prefix words before the command
 * @param uid who must own the data while the server runs, as seen from outside
 * @param changesUser whether the data must be given to that user
 */
record RunAs(List<String> prefix, int uid, int gid, boolean changesUser) {

    /** Free in the number ranges that distributions use; a system user named jizhun is preferred. */
    private static final int OWN_UID = 60878;

    private static final String OWN_NAME = "jizhun";
    private static final int SECONDS = 20;

    RunAs {
        prefix = List.copyOf(prefix);
    }

    /** The effective one, from the line {@code Uid: real effective saved file-system}. */
    static int currentUid() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("Uid:"))
                    .map(line -> Integer.valueOf(line.split("\\s+", -1)[2]))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException noProc) {
            throw new IllegalStateException("/proc is not mounted", noProc);
        }
    }

    /** The first way that really runs the program. @throws Refusal if none does, with what each said */
    static RunAs choose(DataFolder data, Path postgres) {
        int uid = currentUid();
        List<RunAs> ways = new ArrayList<>();
        if (uid == 0) {
            data.letOthersPass();
            int own = uidOf(OWN_NAME).orElse(OWN_UID);
            ways.add(lowered(own));
            ways.add(new RunAs(List.of("unshare", "--user"), 0, 0, true));
        } else {
            ways.add(new RunAs(List.of(), uid, uid, false));
        }
        List<String> complaints = new ArrayList<>();
        for (RunAs way : ways) {
            Shell.Outcome outcome = Shell.run(way.command(List.of(postgres.toString(), "--version")), SECONDS);
            if (outcome.worked()) {
                return way;
            }
            complaints.add(Refusals.lastLines(outcome.output()));
        }
        throw new Refusal(
                Problem.of("database-binaries-do-not-run", data.place(), "found", String.join(" / ", complaints)));
    }

    private static RunAs lowered(int uid) {
        return new RunAs(
                List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--no-new-privs"),
                uid,
                uid,
                true);
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /**
     * The user that makes a new database: initdb wants one with a name, which ours need not have. Any will do; the files
     * are given to the right user before anything stands in them.
     */
    RunAs withName() {
        if (!changesUser) {
            // Containers run under numbers without a name; in a namespace of its own it is nobody, who has one.
            return hasName(uid) ? this : new RunAs(List.of("unshare", "--user"), uid, gid, false);
        }
        if (prefix.get(0).equals("unshare") || hasName(uid)) {
            return this;
        }
        return lowered(uidOf("nobody").or(() -> uidOf("daemon")).orElse(uid));
    }

    /** Gives a file or folder to the user of this way, where that is another than we are. */
    void give(Path fileOrFolder) throws IOException {
        if (changesUser && Folders.owner(fileOrFolder) != uid) {
            Folders.giveAll(fileOrFolder, uid, gid);
        }
    }

    private static boolean hasName(int uid) {
        return users().stream().anyMatch(fields -> fields[2].equals(String.valueOf(uid)));
    }

    private static Optional<Integer> uidOf(String name) {
        return users().stream()
                .filter(fields -> fields[0].equals(name) && fields[2].matches("[0-9]{1,9}"))
                .map(fields -> Integer.valueOf(fields[2]))
                .findFirst();
    }

    /** The lines of the user file, {@code name:password:number:…}; users of a directory service are not in it. */
    private static List<String[]> users() {
        try (Stream<String> lines = Files.lines(Path.of("/etc/passwd"), StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 2)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
