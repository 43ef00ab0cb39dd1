package org.jizhun.server.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jizhun.kernel.problem.Beside;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** The usual tasks of a year, {@code template.yaml}. A mistake in it is told with file and line. */
final class PlanTemplate {

    private static final String FILE = "template.yaml";
    private static final String MONTH = "{month}";

    private PlanTemplate() {}

    record Task(String title, String english, @Nullable String register, String role, LocalDate due) {}

    /** In any year the tasks are called the same. */
    private static final Map<String, String> ENGLISH =
            of(2000).stream().collect(Collectors.toUnmodifiableMap(Task::title, Task::english));

    /** What a task of the template is called in English; any other as it is called. */
    static String english(String title) {
        return ENGLISH.getOrDefault(title, title);
    }

    static List<Task> of(int year) {
        Result<YamlNode> document = YamlNode.parse(FILE, Beside.text(PlanTemplate.class, FILE));
        List<Problem> problems = new ArrayList<>(document.problems());
        List<Task> tasks = new ArrayList<>();
        for (YamlNode node : document.value().items("tasks")) {
            node.refuseUnknownKeys(Set.of("title", "en", "register", "role", "year", "due", "monthly"), problems);
            int begins = year + Integer.parseInt(node.required("year", problems));
            Optional<YamlNode> monthly = node.get("monthly");
            if (monthly.isPresent()) {
                tasks.addAll(monthly(node, monthly.get(), begins, problems));
            } else {
                LocalDate due =
                        MonthDay.parse("--" + node.required("due", problems)).atYear(begins);
                tasks.add(task(node, "", due, problems));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return tasks;
    }

    private static List<Task> monthly(YamlNode node, YamlNode monthly, int year, List<Problem> problems) {
        monthly.refuseUnknownKeys(Set.of("from", "to", "day"), problems);
        int day = Integer.parseInt(monthly.required("day", problems));
        int last = Integer.parseInt(monthly.required("to", problems));
        List<Task> tasks = new ArrayList<>();
        for (int month = Integer.parseInt(monthly.required("from", problems)); month <= last; month++) {
            LocalDate due = YearMonth.of(year, month).plusMonths(1).atDay(day);
            tasks.add(task(node, Integer.toString(month), due, problems));
        }
        return tasks;
    }

    /** @param month stands for {month} in what it is called */
    private static Task task(YamlNode node, String month, LocalDate due, List<Problem> problems) {
        String register = node.text("register", "");
        return new Task(
                node.required("title", problems).replace(MONTH, month),
                node.required("en", problems).replace(MONTH, month),
                register.isEmpty() ? null : register,
                node.required("role", problems),
                due);
    }
}
