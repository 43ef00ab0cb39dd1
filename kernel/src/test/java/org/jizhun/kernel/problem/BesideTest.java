package org.jizhun.kernel.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BesideTest {

    @Test
    void a_file_beside_a_class_is_read_as_it_stands() {
        String messages = Beside.text(Catalogue.class, "catalogue-audit.txt");
        assertThat(messages).contains("rate-differs error");
        assertThat(Beside.bytes(Catalogue.class, "catalogue-audit.txt"))
                .isEqualTo(messages.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_file_that_is_missing_is_a_bug() {
        assertThatThrownBy(() -> Beside.text(Catalogue.class, "no-such-file.txt"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("missing resource: no-such-file.txt");
    }
}
