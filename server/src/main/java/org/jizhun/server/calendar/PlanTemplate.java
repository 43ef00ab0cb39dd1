package org.jizhun.server.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** The usual tasks of a year, {@code template.yaml}. A mistake in it is told with file and line. */
final class PlanTemplate {

    private static final String FILE = "template.yaml";

    private PlanTemplate() {}

    record Task(String title, @Nullable String register, String role, LocalDate due) {}

    static List<Task> of(int year) {
        Result<YamlNode> document = YamlNode.parse(FILE, text());
        List<Problem> problems = new ArrayList<>(document.problems());
        List<Task> tasks = new ArrayList<>();
        for (YamlNode node : document.value().items("tasks")) {
            node.refuseUnknownKeys(Set.of("title", "register", "role", "year", "due"), problems);
            String register = node.text("register", "");
            MonthDay due = MonthDay.parse("--" + node.required("due", problems));
            tasks.add(new Task(
                    node.required("title", problems),
                    register.isEmpty() ? null : register,
                    node.required("role", problems),
                    due.atYear(year + Integer.parseInt(node.required("year", problems)))));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return tasks;
    }

    private static String text() {
        try (InputStream in = PlanTemplate.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource: " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("unreadable resource: " + FILE, unreadable);
        }
    }
}
