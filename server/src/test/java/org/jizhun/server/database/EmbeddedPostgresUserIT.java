package org.jizhun.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** As whom the database runs: started by root and by an ordinary user. */
@Timeout(180)
class EmbeddedPostgresUserIT extends EmbeddedPostgresWork {

    /** The usual data folder of someone who works as root: /root lets no other user in. */
    @Test
    void as_root_below_a_closed_folder_it_runs_in_a_user_namespace_or_says_why_not() throws Exception {
        assumeTrue(RunAs.currentUid() == 0);
        boolean namespaces = Shell.run(List.of("unshare", "--user", "true"), 10).worked();
        Path closed = Files.createDirectory(folder.path().resolve("closed"));
        Folders.setPermissions(closed, "rwx------");
        Path inside = closed.resolve("data");
        if (namespaces) {
            for (int run = 1; run <= 2; run++) {
                try (EmbeddedPostgres database = EmbeddedPostgres.start(inside, 0, step -> {});
                        Connection owner = database.address().connectAsOwner()) {
                    assertThat(ask(owner, "SHOW fsync")).isEqualTo("on");
                }
            }
            assertThat(Folders.owner(inside.resolve("database"))).isZero();
            // Once the way is open, the data go over to the user of their own.
            Folders.setPermissions(closed, "rwx--x--x");
            EmbeddedPostgres.start(inside, 0, step -> {}).close();
            assertThat(Folders.owner(inside.resolve("database"))).isNotZero();
        } else {
            assertRefused(() -> EmbeddedPostgres.start(inside, 0, step -> {}), "database-binaries-do-not-run");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(closed)))
                .isIn("rwx------", "rwx--x--x");
    }

    /** Root plays the ordinary user, who gets copies of what is needed: root's own libraries may be out of reach. */
    @Test
    void as_an_ordinary_user_it_runs_as_that_user() throws Exception {
        assumeTrue(RunAs.currentUid() == 0);
        List<String> asNobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> probe = new ArrayList<>(asNobody);
        probe.addAll(List.of(java.toString(), "-version"));
        assumeTrue(Shell.run(probe, 20).worked());
        try (TemporaryFolder own = new TemporaryFolder()) {
            String classPath = copies(own.path().resolve("lib"));
            Path data = Files.createDirectory(own.path().resolve("data"));
            Folders.give(data, 65_534, 65_534);
            try (AcknowledgedWrites writes = AcknowledgedWrites.start(data, asNobody, classPath)) {
                waitFor(writes, 10);
                assertThat(Files.readString(Path.of("/proc/" + writes.databasePid() + "/status")))
                        .contains("Uid:\t65534\t65534\t65534\t65534");
                writes.killProcess();
            }
            // Its orphan is of another user than root would choose.
            try (EmbeddedPostgres database = EmbeddedPostgres.start(data, 0, step -> {});
                    Connection owner = database.address().connectAsOwner()) {
                assertThat(ask(owner, "SELECT count(*) >= 10 FROM acknowledged"))
                        .isEqualTo("t");
            }
            // Now the data are not that user's any more, who must be told.
            List<String> again = new ArrayList<>(asNobody);
            again.addAll(
                    List.of(java.toString(), "-cp", classPath, AcknowledgedWrites.class.getName(), data.toString()));
            assertThat(Shell.run(again, 60).output()).contains("database-folder-of-other-user");
        }
    }

    private static String copies(Path target) throws IOException {
        List<String> needed = List.of("postgres", "xz-", "commons-", "jspecify", "slf4j-api", "jizhun", "classes");
        Files.createDirectory(target);
        List<String> copies = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(":", -1)) {
            Path path = Path.of(entry).toAbsolutePath();
            String name = String.valueOf(path.getFileName());
            if (needed.stream().anyMatch(name::contains)) {
                Path copy = target.resolve(copies.size() + "-" + name);
                assertThat(Shell.run(List.of("cp", "-rL", path.toString(), copy.toString()), 60)
                                .output())
                        .isEmpty();
                copies.add(copy.toString());
            }
        }
        assertThat(Shell.run(List.of("chmod", "-R", "a+rX", target.toString()), 60)
                        .output())
                .isEmpty();
        return String.join(":", copies);
    }
}
