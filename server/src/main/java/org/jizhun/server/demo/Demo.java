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
import java.util.concurrent.CompletableFuture;
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
 * database. Their password is made anew for every demo database that is filled, and the launcher copies the one it rehearsed with;
 * the server listens to this machine alone.
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
        // Made to take long; the rest goes on meanwhile.
        CompletableFuture<String> hash = CompletableFuture.supplyAsync(() -> founding.hash(password));
        long region = founding.region(administrator, "990100", "示范市（虚构）", null);
        long department = founding.department(administrator, "900321", "示范市公共阅读与档案服务局（虚构）", "阅读档案局", region);
        long bureau = founding.department(administrator, "900101", "示范市财政局（虚构）", "财政局", region);
        parts(administrator, department);
        Seats seats = new Seats(administrator, department, bureau, password, hash.join());
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

    /** The same as in the sample. */
    private void parts(long administrator, long department) {
        founding.unit(administrator, department, "900321001", "局本级", "administrative", 46, 44);
        founding.unit(administrator, department, "900321002", "市图书馆", "public-institution-one", 72, 69);
        founding.unit(administrator, department, "900321003", "市档案馆", "civil-service-managed", 32, 31);
        founding.unit(administrator, department, "900321004", "市地方文献数字化中心", "public-institution-two", 18, 17);
        List.of("办公室", "财务处", "阅读推广处", "档案处", "信息处", "人事处")
                .forEach(office -> founding.office(administrator, department, office));
    }

    /** Everybody of the demo. */
    private final class Seats {

        private final List<DemoAccount> shown = new ArrayList<>();
        private final Map<String, Actor> actors = new java.util.HashMap<>();

        private final long administrator;
        private final long guardian;
        private final long department;
        private final String password;
        private final String hash;

        Seats(long administrator, long department, long bureau, String password, String hash) {
            this.administrator = administrator;
            this.department = department;
            this.password = password;
            this.hash = hash;
            Seat guard = new Seat("security", "安宁（虚构）", "安全管理员", List.of("security-administrator"));
            Actor security = founding.seat(administrator, null, department, guard, hash);
            this.guardian = Objects.requireNonNull(security.account());
            show(guard);
            seat(department, new Seat("officer", "钱明（虚构）", "财务处 绩效管理员", List.of("performance-officer")));
            seat(department, new Seat("preparer", "李填（虚构）", "图书馆 填报人", List.of("preparer")));
            seat(department, new Seat("reviewer", "周审（虚构）", "财务处 审核人", List.of("reviewer")));
            seat(department, new Seat("head", "郑主任（虚构）", "局长", List.of("head")));
            seat(bureau, new Seat("bureau", "孙财（虚构）", "绩效处", List.of("bureau")));
            seat(bureau, new Seat("auditor", "吴计（虚构）", "第三方评价机构", List.of("auditor")));
            seat(department, new Seat("audit", "严查（虚构）", "审计管理员", List.of("audit-administrator")));
            seat(department, new Seat("system", "工维（虚构）", "系统管理员", List.of("system-administrator")));
        }

        private void seat(long home, Seat seat) {
            actors.put(seat.login(), founding.seat(administrator, guardian, home, seat, hash));
            show(seat);
        }

        private void show(Seat seat) {
            shown.add(new DemoAccount(seat.login(), seat.name(), seat.roles(), password, department));
        }

        Actor actor(String login) {
            return Objects.requireNonNull(actors.get(login));
        }
    }
}
