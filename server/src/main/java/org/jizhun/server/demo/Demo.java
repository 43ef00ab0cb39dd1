package org.jizhun.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jizhun.server.organization.FirstAdministrator;
import org.jizhun.server.organization.Founding;
import org.jizhun.server.organization.Founding.Seat;
import org.jizhun.server.platform.Actor;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills an empty database with the invented department, and remembers the accounts in {@code demo.json} beside the
 * database. Their password is made anew for every demo database; the server listens to this machine alone.
 */
@Service
public class Demo {

    /** The setting that makes a server a demo: the file of the accounts. */
    public static final String FILE = "jizhun.demo.file";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final FirstAdministrator first;
    private final Founding founding;
    private final DemoYears years;
    private final String file;

    Demo(FirstAdministrator first, Founding founding, DemoYears years, Environment environment) {
        this.first = first;
        this.founding = founding;
        this.years = years;
        this.file = environment.getProperty(FILE, "");
    }

    /** The accounts of the demo; empty where this is none. */
    List<DemoAccount> accounts() {
        if (file.isEmpty() || !Files.exists(Path.of(file))) {
            return List.of();
        }
        try {
            return JSON.readValue(Files.readString(Path.of(file)), new TypeReference<List<DemoAccount>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Fills the database if nobody is in it yet. */
    public void fill() {
        first.make().ifPresent(administrator -> fill(administrator.id()));
    }

    private void fill(long administrator) {
        String password = "Demo-" + (100_000 + new SecureRandom().nextInt(900_000));
        long region = founding.region(administrator, "990100", "示范市（虚构）", null);
        long department = founding.department(administrator, "900321", "示范市公共阅读与档案服务局（虚构）", "阅读档案局", region);
        long bureau = founding.department(administrator, "900101", "示范市财政局（虚构）", "财政局", region);
        Seats seats = new Seats(administrator, department, bureau, password);
        try {
            Files.writeString(Path.of(file), JSON.writeValueAsString(seats.shown));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        years.fill(
                department,
                seats.actor("officer"),
                seats.actor("preparer"),
                seats.actor("reviewer"),
                seats.actor("head"));
    }

    /** Everybody of the demo. */
    private final class Seats {

        private final List<DemoAccount> shown = new ArrayList<>();
        private final Map<String, Actor> actors = new java.util.HashMap<>();

        Seats(long administrator, long department, long bureau, String password) {
            Seat guard = new Seat("security", "安宁（虚构）", "安全管理员", List.of("security-administrator"));
            Actor security = founding.seat(administrator, null, department, guard, password);
            long guardian = Objects.requireNonNull(security.account());
            show(guard, password, "查看权限表，给人员授予或结束角色", "see the permission table, grant or end a role");
            seat(
                    administrator,
                    guardian,
                    department,
                    password,
                    new Seat("officer", "钱明（虚构）", "财务处 绩效管理员", List.of("performance-officer")),
                    "打开 2025 年度，看得分和扣分原因；再打开 2026 年度，补齐缺少的资料",
                    "open 2025 and see why points were lost; then open 2026 and fill what is missing");
            seat(
                    administrator,
                    guardian,
                    department,
                    password,
                    new Seat("preparer", "李填（虚构）", "图书馆 填报人", List.of("preparer")),
                    "在工作台上处理退回的指标，改好后重新提交",
                    "mend the indicator that was returned to you and submit it again");
            seat(
                    administrator,
                    guardian,
                    department,
                    password,
                    new Seat("reviewer", "周审（虚构）", "财务处 审核人", List.of("reviewer")),
                    "审核已提交的指标：通过，或写明原因退回",
                    "review what was submitted: pass it, or return it with a reason");
            seat(
                    administrator,
                    guardian,
                    department,
                    password,
                    new Seat("head", "郑主任（虚构）", "局长", List.of("head")),
                    "批准审核通过的内容，查看自评得分",
                    "approve what was reviewed, and see the score");
            seat(
                    administrator,
                    guardian,
                    bureau,
                    password,
                    new Seat("bureau", "孙财（虚构）", "绩效处", List.of("bureau")),
                    "查看辖区内部门的得分与报告",
                    "see scores and reports of the departments of the region");
            seat(
                    administrator,
                    guardian,
                    bureau,
                    password,
                    new Seat("auditor", "吴计（虚构）", "第三方评价机构", List.of("auditor")),
                    "上传任意一份报告，查看对不上的数",
                    "upload any report and see what does not add up");
            seat(
                    administrator,
                    guardian,
                    department,
                    password,
                    new Seat("audit", "严查（虚构）", "审计管理员", List.of("audit-administrator")),
                    "查看并校验操作记录",
                    "read and verify the trail");
            seat(
                    administrator,
                    guardian,
                    department,
                    password,
                    new Seat("system", "工维（虚构）", "系统管理员", List.of("system-administrator")),
                    "维护部门、人员和账号",
                    "look after departments, people and accounts");
        }

        private void seat(
                long administrator, long guardian, long department, String password, Seat seat, String zh, String en) {
            actors.put(seat.login(), founding.seat(administrator, guardian, department, seat, password));
            show(seat, password, zh, en);
        }

        private void show(Seat seat, String password, String zh, String en) {
            shown.add(new DemoAccount(seat.login(), seat.name(), seat.roles(), password, zh, en));
        }

        Actor actor(String login) {
            return Objects.requireNonNull(actors.get(login));
        }
    }
}
