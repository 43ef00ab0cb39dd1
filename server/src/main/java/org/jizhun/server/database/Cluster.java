package org.jizhun.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/** The data directory on disk: made by initdb when there is none, checked when there is one. */
final class Cluster {

    private static final int INITDB_SECONDS = 180;

    private final DataFolder data;
    private final Binaries binaries;
    private final RunAs runAs;

    Cluster(DataFolder data, Binaries binaries, RunAs runAs) {
        this.data = data;
        this.binaries = binaries;
        this.runAs = runAs;
    }

    /** The passwords of the database that is there afterwards. @throws Refusal if it can be neither opened nor made */
    Passwords prepare(Consumer<Problem> progress) {
        try {
            if (Files.exists(data.cluster())) {
                data.checkSpace(DataFolder.NEEDED);
                runAs.give(data.cluster());
                return Passwords.read(data);
            }
            data.checkSpace(DataFolder.NEEDED_FOR_NEW_DATABASE);
            progress.accept(Problem.of("database-creating", data.place()));
            return create();
        } catch (IOException failure) {
            throw Refusals.ofFiles(data, failure);
        }
    }

    /** @throws Refusal if there is a data directory that belongs to others, is of another version, or is none */
    static void check(DataFolder data) {
        if (Files.exists(data.cluster())) {
            checkOwner(data);
            checkVersion(data);
        }
    }

    private static void checkOwner(DataFolder data) {
        int uid = RunAs.currentUid();
        try {
            int owner = Folders.owner(data.cluster());
            if (uid != 0 && uid != owner) {
                throw new Refusal(Problem.of(
                        "database-folder-of-other-user",
                        data.place(),
                        "found",
                        owner,
                        "expected",
                        uid,
                        "folder",
                        data.root()));
            }
        } catch (IOException failure) {
            throw Refusals.ofFiles(data, failure);
        }
    }

    private static void checkVersion(DataFolder data) {
        Path file = data.cluster().resolve("PG_VERSION");
        String found;
        try {
            found = Files.readString(file).strip();
        } catch (IOException missing) {
            throw new Refusal(Problem.of("database-folder-damaged", data.place(), "found", Reasons.of(missing)));
        }
        if (!found.equals(Binaries.major())) {
            throw new Refusal(
                    Problem.of("database-other-version", data.place(), "found", found, "expected", Binaries.major()));
        }
    }

    private Passwords create() throws IOException {
        Passwords passwords = Passwords.random();
        RunAs maker = runAs.withName();
        Folders.delete(data.newCluster());
        Files.createDirectory(data.newCluster());
        Folders.setPermissions(data.newCluster(), "rwx------");
        Path secret = Passwords.onlyMine(data.root().resolve("initdb.password"));
        try {
            Files.writeString(secret, passwords.superuser().password());
            maker.give(secret);
            maker.give(data.newCluster());
            Shell.Outcome outcome = Shell.run(maker.command(initdb(passwords, secret)), INITDB_SECONDS);
            if (!outcome.worked()) {
                throw Refusals.ofCreation(data, outcome.output());
            }
            runAs.give(data.newCluster());
            passwords.write(data);
            Files.move(data.newCluster(), data.cluster(), StandardCopyOption.ATOMIC_MOVE);
            Folders.sync(data.root());
            return passwords;
        } finally {
            Files.deleteIfExists(secret);
            Folders.delete(data.newCluster());
        }
    }

    /** Chinese sorts by pinyin; everything else of the locale is neutral. */
    private List<String> initdb(Passwords passwords, Path secret) {
        return List.of(
                binaries.initdb().toString(),
                "--pgdata=" + data.newCluster(),
                "--username=" + passwords.superuser().name(),
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=icu",
                "--icu-locale=zh-Hans-CN",
                "--locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
    }
}
