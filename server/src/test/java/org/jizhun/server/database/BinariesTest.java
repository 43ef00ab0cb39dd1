package org.jizhun.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL in a new data folder, where the launcher keeps it unpacked. That it is unpacked otherwise, EmbeddedPostgresIT shows. */
class BinariesTest {

    private final TemporaryFolder kept = new TemporaryFolder();
    private final TemporaryFolder data = new TemporaryFolder();
    private final List<Problem> steps = new ArrayList<>();

    @AfterEach
    void end() {
        System.clearProperty(Binaries.UNPACKED);
        kept.close();
        data.close();
    }

    @Test
    void what_the_launcher_keeps_unpacked_is_taken_as_it_is() throws Exception {
        Path whole = kept.path().resolve(Binaries.VERSION);
        Files.createDirectories(whole.resolve("bin"));
        Files.createDirectories(whole.resolve("lib"));
        Files.writeString(whole.resolve("bin/postgres"), "not PostgreSQL");
        Folders.setPermissions(whole.resolve("bin/postgres"), "rwxr-xr-x");
        Files.writeString(whole.resolve("lib/a.so.1"), "library");
        Files.createSymbolicLink(whole.resolve("lib/a.so"), Path.of("a.so.1"));
        System.setProperty(Binaries.UNPACKED, kept.path().toString());

        Path postgres = Binaries.in(DataFolder.open(data.path()), steps::add).postgres();

        Path home = data.path().resolve("pgsql").resolve(Binaries.VERSION);
        assertThat(postgres)
                .isEqualTo(home.resolve("bin/postgres"))
                .isExecutable()
                .hasContent("not PostgreSQL");
        assertThat(home.resolve("lib/a.so")).isSymbolicLink().hasContent("library");
        assertThat(Files.readSymbolicLink(home.resolve("lib/a.so"))).isEqualTo(Path.of("a.so.1"));
        assertThat(home.resolveSibling(Binaries.VERSION + ".new")).doesNotExist();
        // Gone with the launcher's folder or with this one, the other stays.
        kept.close();
        assertThat(postgres).hasContent("not PostgreSQL");
    }
}
