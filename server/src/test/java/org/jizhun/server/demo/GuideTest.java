package org.jizhun.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GuideTest {

    @Test
    void every_account_has_steps_with_pages_of_the_department() {
        Map<String, Guide.Task> tasks = Guide.of(7);
        assertThat(tasks)
                .containsOnlyKeys(
                        "security", "officer", "preparer", "reviewer", "head", "bureau", "auditor", "audit", "system");
        assertThat(tasks.values())
                .allSatisfy(task -> assertThat(task.steps())
                        .isNotEmpty()
                        .allSatisfy(
                                step -> assertThat(step.path()).startsWith("/").doesNotContain("{")));
        assertThat(tasks.get("officer").steps().get(0).path()).isEqualTo("/d/7/2025/evaluation");
    }
}
