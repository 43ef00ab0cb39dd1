package org.jizhun.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {

    @TempDir
    Path folder;

    @Test
    void a_port_that_somebody_has_is_told_before_anything_is_made() throws IOException {
        PrintStream out = new PrintStream(new ByteArrayOutputStream());
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String[] words = {"--data", folder.toString(), "--port", String.valueOf(taken.getLocalPort())};
            Arguments arguments = new Arguments(words, Set.of("--data", "--port"), Set.of());
            assertThatThrownBy(() -> Serve.start(arguments, new Screen(Language.EN, out, out)))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal ->
                                    assertThat(refusal.problems().get(0).code()).isEqualTo("server-port-taken"));
        }
        assertThat(folder).isEmptyDirectory();
    }
}
