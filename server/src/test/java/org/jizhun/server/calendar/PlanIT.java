package org.jizhun.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PlanIT {

    private final RunningServer server = RunningServer.get();
    private long department;
    private String plan;
    private Browser officer;

    @BeforeEach
    void a_year_without_a_plan() {
        department = server.department(server.region(null));
        officer = server.signedIn(server.user(department, "performance-officer"));
        officer.post(
                "/api/departments/" + department + "/years",
                Map.of("year", 2026, "scheme", "guangzhou-department-2023"));
        plan = "/api/departments/" + department + "/years/2026/plan";
    }

    private LocalDate today() {
        return LocalDate.now(server.clock());
    }

    private static Map<String, Object> task(String title, LocalDate due) {
        Map<String, Object> task = new TreeMap<>();
        task.put("title", title);
        task.put("role", "preparer");
        task.put("due", due.toString());
        return task;
    }

    private static List<String> waiting(Browser who) {
        return who.get("/api/desk")
                .body()
                .path("waiting")
                .valueStream()
                .map(each -> each.path("title").asString() + "："
                        + each.path("detail").asString())
                .toList();
    }

    @Test
    void the_template_gives_each_month_its_bulletin_and_adds_nothing_a_second_time() {
        JsonNode made = officer.post(plan + "/from-template", Map.of()).body();
        // 13 tasks of their own, and the bulletins of March to December.
        assertThat(made).hasSize(23);
        List<String> bulletins = made.valueStream()
                .filter(each -> each.path("register").asString("").equals("execution"))
                .map(each ->
                        each.path("title").asString() + " " + each.path("due").asString())
                .toList();
        assertThat(bulletins).hasSize(10).startsWith("录入 3 月执行通报 2026-04-15").endsWith("录入 12 月执行通报 2027-01-15");
        assertThat(officer.post(plan + "/from-template", Map.of()).body()).hasSize(23);
    }

    @Test
    void the_plan_goes_out_as_a_workbook_and_its_good_rows_come_back_in() {
        officer.post(plan + "/from-template", Map.of());
        byte[] workbook = officer.get(plan + ".xlsx").response().body();
        JsonNode same = officer.upload(plan + "/file?preview=false", "plan.xlsx", workbook)
                .body();
        assertThat(same)
                .hasSize(23)
                .allSatisfy(row -> assertThat(row.path("outcome").asString()).isEqualTo("same"));

        String rows = "工作,期限,角色,责任人,对应登记表,状态\n"
                + "录入决算数,2027-02-20,部门绩效管理员,,收支情况,\n" // five days later than in the template
                + "核对往来款,2027-01-10,填报人,财务处,,\n"
                + "核对往来款,2027-01-11,填报人,,,\n"
                + "没有期限的,下周,填报人,,没有这张表,办理中\n";
        byte[] csv = rows.getBytes(StandardCharsets.UTF_8);
        List<String> wanted = List.of("录入决算数 changed", "核对往来款 added", "核对往来款 wrong", "没有期限的 wrong");
        assertThat(outcomes(officer.upload(plan + "/file?preview=true", "plan.csv", csv)))
                .isEqualTo(wanted);
        assertThat(officer.get(plan).body()).as("a preview changes nothing").hasSize(23);

        Browser.Answer taken = officer.upload(plan + "/file?preview=false", "plan.csv", csv);
        assertThat(outcomes(taken)).isEqualTo(wanted);
        assertThat(taken.body().get(2).path("problems").get(0).path("code").asString())
                .isEqualTo("plan-task-twice");
        assertThat(taken.body().get(3).path("number").asInt()).isEqualTo(5);
        assertThat(taken.body().get(3).path("problems").valueStream())
                .extracting(problem -> problem.path("column").asString())
                .contains("due", "state");
        assertThat(taken.body().get(3).path("problems").valueStream())
                .extracting(problem -> problem.path("zh").asString())
                .contains("没有“办理中”这个选项，可选：已完成、进行中");
        JsonNode now = officer.get(plan).body();
        assertThat(now).hasSize(24);
        assertThat(now.valueStream())
                .anySatisfy(task -> assertThat(
                                task.path("title").asString() + task.path("due").asString())
                        .isEqualTo("录入决算数2027-02-20"))
                .anySatisfy(task -> assertThat(task.path("person").asString("")).isEqualTo("财务处"));
    }

    @Test
    void a_file_is_taken_back_but_for_what_was_changed_since() {
        officer.post(plan + "/from-template", Map.of());
        // Line 3 is blank; rows are numbered as they stand in the file.
        String rows = """
                工作,期限,角色
                录入决算数,2027-02-20,部门绩效管理员

                核对往来款,2027-01-10,填报人
                清理合同,2027-01-11,填报人
                坏的,下周,填报人
                """;
        Browser.Answer taken =
                officer.upload(plan + "/file?preview=false", "计划.csv", rows.getBytes(StandardCharsets.UTF_8));
        assertThat(taken.body().valueStream().map(row -> row.path("number").asInt()))
                .containsExactly(2, 4, 5, 6);
        JsonNode chased = officer.get(plan)
                .body()
                .valueStream()
                .filter(task -> task.path("title").asString().equals("清理合同"))
                .findFirst()
                .orElseThrow();
        officer.post(plan + "/" + chased.path("id").asLong() + "/reminder", Map.of("reminder", "请清理"));
        JsonNode file = officer.get(plan + "/files").body().get(0);
        assertThat(file.path("file").asString() + " " + file.path("rows").asInt())
                .isEqualTo("计划.csv 3");
        String undo = plan + "/files/" + file.path("id").asLong() + "/undo";
        assertThat(server.signedIn(server.user(department, "preparer"))
                        .post(undo, Map.of())
                        .status())
                .isEqualTo(403);

        Browser.Answer undone = officer.post(undo, Map.of());

        assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
        assertThat(undone.body().path("files").get(0).path("undone").asBoolean())
                .isTrue();
        assertThat(undone.body().path("left").get(0).path("zh").asString()).startsWith("有 1 项工作");
        // 23 of the template, as they were, and the one that was chased.
        assertThat(officer.get(plan).body()).hasSize(24);
        assertThat(officer.get(plan).body().valueStream())
                .noneMatch(task -> task.path("title").asString().equals("核对往来款"))
                .anySatisfy(task -> assertThat(
                                task.path("title").asString() + task.path("due").asString())
                        .isEqualTo("录入决算数2027-02-15"));
        assertThat(officer.post(undo, Map.of()).code()).isEqualTo("import-not-confirmed");
        assertThat(officer.post(plan + "/files/0/undo", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void tasks_of_the_template_are_known_in_english_and_others_are_as_they_are_called() {
        officer.post(plan, task("录入 7 月执行通报", today()));
        officer.post(plan, task("核对往来款", today()));
        assertThat(officer.get(plan)
                        .body()
                        .valueStream()
                        .map(each -> each.path("titleEn").asString()))
                .containsExactly("Enter the execution bulletin of month 7", "核对往来款");
    }

    @Test
    void a_task_that_should_not_be_there_is_removed_by_the_officer_alone() {
        JsonNode added = officer.post(plan, task("多余的", today())).body();
        String path = plan + "/" + added.path("id").asLong() + "/removal";
        Browser preparer = server.signedIn(server.user(department, "preparer"));
        assertThat(preparer.post(path, Map.of("version", 1)).status()).isEqualTo(403);
        assertThat(officer.post(path, Map.of("version", 2)).code()).isEqualTo("request-changed-meanwhile");
        assertThat(officer.post(path, Map.of("version", 1)).status()).isEqualTo(204);
        assertThat(officer.get(plan).body()).isEmpty();
        assertThat(officer.post(path, Map.of("version", 1)).status()).isEqualTo(404);
    }

    @Test
    void a_file_without_the_columns_of_a_plan_is_refused_and_nobody_else_may_take_one_in() {
        byte[] csv = "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8);
        Browser.Answer refused = officer.upload(plan + "/file?preview=true", "plan.csv", csv);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("plan-column-missing");
        Browser preparer = server.signedIn(server.user(department, "preparer"));
        assertThat(preparer.upload(plan + "/file?preview=true", "plan.csv", csv).status())
                .isEqualTo(403);
    }

    private static List<String> outcomes(Browser.Answer answer) {
        return answer.body()
                .valueStream()
                .map(row ->
                        row.path("title").asString() + " " + row.path("outcome").asString())
                .toList();
    }

    @Test
    void a_task_waits_for_the_person_it_is_given_to_and_for_nobody_else_of_the_role() {
        RunningServer.User theirs = server.user(department, "preparer");
        Browser other = server.signedIn(server.user(department, "preparer"));
        Map<String, Object> task = task("核对资产台账", today().plusDays(3));
        task.put("assignedTo", theirs.person());
        JsonNode added = officer.post(plan, task).body();
        assertThat(added.path("person").asString()).isEqualTo("测试人");
        assertThat(added.path("daysLeft").asLong()).isEqualTo(3);
        Browser preparer = server.signedIn(theirs);
        assertThat(waiting(preparer)).containsExactly("核对资产台账：");
        assertThat(waiting(other)).isEmpty();

        task.put("state", "done");
        task.put("version", 1);
        String path = plan + "/" + added.path("id").asLong();
        assertThat(other.put(path, task).code()).isEqualTo("plan-not-yours");
        assertThat(preparer.put(path, task).status()).isEqualTo(200);
        assertThat(waiting(preparer)).isEmpty();
    }

    @Test
    void a_task_that_is_late_counts_the_days_and_can_be_chased_until_it_is_done() {
        Browser preparer = server.signedIn(server.user(department, "preparer"));
        Map<String, Object> task = task("填报完成值", today().minusDays(12));
        JsonNode added = officer.post(plan, task).body();
        assertThat(added.path("daysLeft").asLong()).isEqualTo(-12);
        String path = plan + "/" + added.path("id").asLong();

        assertThat(preparer.post(path + "/reminder", Map.of("reminder", "请填")).status())
                .isEqualTo(403);
        Browser.Answer blank = officer.post(path + "/reminder", Map.of("reminder", " "));
        assertThat(blank.field()).isEqualTo("reminder");
        officer.post(path + "/reminder", Map.of("reminder", "请尽快填报"));
        JsonNode chased =
                officer.post(path + "/reminder", Map.of("reminder", "财政局周五要")).body();
        assertThat(chased.path("reminders").asInt()).isEqualTo(2);
        assertThat(waiting(preparer)).containsExactly("填报完成值：财政局周五要");

        task.put("state", "done");
        task.put("version", chased.path("version").asInt());
        assertThat(preparer.put(path, task).status()).isEqualTo(200);
        assertThat(officer.post(path + "/reminder", Map.of("reminder", "再催")).code())
                .isEqualTo("plan-task-done");
        List<String> trail = server.rows(
                "SELECT action || ' ' || coalesce(reason, '') FROM trail_entry WHERE subject_kind = 'plan-task'"
                        + " AND department = ? ORDER BY at, number",
                department);
        assertThat(trail).containsExactly("task-added ", "task-chased 请尽快填报", "task-chased 财政局周五要", "task-changed ");
    }

    @Test
    void every_mistake_of_a_task_is_told_at_its_field_and_nothing_is_added() {
        long elsewhere =
                server.user(server.department(server.region(null)), "preparer").person();
        Map<String, Object> task = new TreeMap<>(Map.of(
                "title", " ", "role", "king", "due", "2026-02-30", "register", "nothing", "assignedTo", elsewhere));
        Browser.Answer refused = officer.post(plan, task);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()
                        .path("problems")
                        .valueStream()
                        .map(each -> each.path("field").asString()))
                .containsExactlyInAnyOrder("title", "role", "due", "register", "assignedTo");
        assertThat(officer.get(plan).body()).isEmpty();
    }

    @Test
    void the_same_title_twice_in_a_year_is_refused() {
        officer.post(plan, task("撰写报告", today()));
        assertThat(officer.post(plan, task("撰写报告", today().plusDays(9))).status())
                .isEqualTo(409);
    }

    @Test
    void the_calendar_of_2026_has_248_working_days_and_says_where_it_is_from() {
        JsonNode calendar = officer.get("/api/calendar/2026").body();
        assertThat(calendar.path("known").asBoolean()).isTrue();
        assertThat(calendar.path("workingDays").asInt()).isEqualTo(248);
        assertThat(calendar.path("source").asString()).contains("国务院办公厅");
        assertThat(calendar.path("makeUp")).hasSize(6);
        // Spring Festival: 15 to 23 February; work on Saturday the 14th and on Saturday the 28th.
        JsonNode festival = calendar.path("off").get(1);
        assertThat(festival.path("from").asString()).isEqualTo("2026-02-15");
        assertThat(festival.path("to").asString()).isEqualTo("2026-02-23");
        // February: 28 days, less Sundays 1, 8 and 22, Saturdays 7 and 21, and the rest of the 15th to the 23rd:
        // 28 − 1, 7, 8 (3 days) − 9 days of the festival = 16.
        assertThat(calendar.path("months").get(1).asInt()).isEqualTo(16);
        assertThat(officer.get("/api/calendar/2031").body().path("known").asBoolean())
                .isFalse();
    }

    @Test
    void a_deadline_in_working_days_passes_over_the_national_holiday_and_is_not_guessed() {
        // Signed on 30 September 2026: seven working days later is 15 October.
        assertThat(officer.get("/api/deadline?from=2026-09-30&days=7")
                        .body()
                        .path("day")
                        .asString())
                .isEqualTo("2026-10-15");
        assertThat(officer.get("/api/deadline?from=2031-01-01&days=7")
                        .body()
                        .path("day")
                        .isNull())
                .isTrue();
        Browser.Answer refused = officer.get("/api/deadline?from=x&days=401");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("problems")).hasSize(2);
    }
}
