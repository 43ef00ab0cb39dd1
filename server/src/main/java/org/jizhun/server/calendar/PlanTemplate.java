package org.jizhun.server.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jizhun.kernel.problem.Beside;
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
        Result<YamlNode> document = YamlNode.parse(FILE, Beside.text(PlanTemplate.class, FILE));
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
}
