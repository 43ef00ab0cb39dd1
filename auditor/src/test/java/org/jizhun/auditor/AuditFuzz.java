package org.jizhun.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jizhun.kernel.problem.Language;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the text, claims are found and relations examined without stumbling. Seeds are the fixtures. */
class AuditFuzz {

    @MethodSource("fixtures")
    @FuzzTest(maxDuration = "60s")
    void text(byte[] text) {
        Audit audit = Auditor.audit("fuzz.txt", new String(text, StandardCharsets.UTF_8));
        assertThat(AuditJson.write(audit, Language.EN)).startsWith("{");
    }

    static Stream<byte[]> fixtures() throws IOException {
        return FixturesTest.documents().stream().map(AuditFuzz::bytes);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
