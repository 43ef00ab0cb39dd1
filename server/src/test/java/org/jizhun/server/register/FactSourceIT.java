package org.jizhun.server.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jizhun.server.RunningServer;
import org.jizhun.server.RunningServer.User;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Reach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Readings are kept; nobody may notice, but by the clock. The oracle is a source that never read anything before. */
class FactSourceIT {

    private static final String GOALS = "goals";

    private final RunningServer server = RunningServer.get();
    private final FactSource source = server.bean(FactSource.class);
    private final Years years = server.bean(Years.class);
    private final ChangeRows changes = server.bean(ChangeRows.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(server.bean(PlatformTransactionManager.class));
    private long department;
    private User user;
    private Actor officer;

    @BeforeEach
    void an_open_year() {
        department = server.department(server.region(null));
        user = server.user(department, "performance-officer");
        officer = officer(department, user);
        as(officer, () -> years.add(department, 2025, "guangzhou-department-2023"));
    }

    private static Actor officer(long department, User user) {
        return new Actor(
                user.account(),
                user.login(),
                "测试人",
                department,
                user.person(),
                Set.of("performance-officer"),
                Reach.DEPARTMENT,
                false,
                false,
                "127.0.0.1");
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return CurrentActor.as(actor, work);
    }

    private CaseReading read() {
        return as(officer, () -> source.read(department, 2025));
    }

    private void assertAsReadAnew(String after) {
        CaseReading kept = read();
        CaseReading anew = as(
                officer,
                () -> transaction.execute(status -> new FactSource(
                                years,
                                server.bean(Rows.class),
                                server.bean(RuleBook.class),
                                java.time.Clock.systemUTC())
                        .read(department, 2025)));
        assertThat(kept.rows()).as(after).isEqualTo(anew.rows());
        assertThat(kept.cells()).as(after).isEqualTo(anew.cells());
        assertThat(kept.problems()).as(after).isEqualTo(anew.problems());
        assertThat(kept.facts().hash()).as(after).isEqualTo(anew.facts().hash());
    }

    private ChangeRows.Outcome save(String register, StoredRow before, Map<String, String> cells) {
        ChangeRows.Wanted wanted = new ChangeRows.Wanted(
                null, before == null ? null : before.id(), before == null ? null : before.version(), null, cells);
        return as(officer, () -> changes.save(department, 2025, register, List.of(wanted)))
                .get(0);
    }

    @Test
    void whatever_was_done_what_is_read_is_what_a_server_that_kept_nothing_reads() {
        Random random = new Random(4);
        List<String> done = new ArrayList<>();
        List<Long> removed = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String register = random.nextBoolean() ? GOALS : "contracts";
            List<StoredRow> rows = read().rows(register);
            StoredRow row = rows.isEmpty() ? null : rows.get(random.nextInt(rows.size()));
            int dice = row == null ? 0 : random.nextInt(8);
            String what = dice + " in " + register;
            done.add(what);
            switch (dice) {
                case 0, 1 -> save(register, null, cells(register, i));
                case 2, 3 -> save(register, row, cells(register, i));
                case 4 -> {
                    removed.add(row.id());
                    as(
                            officer,
                            () -> changes.remove(
                                    department, 2025, register, List.of(new ChangeRows.Mark(row.id(), row.version()))));
                }
                case 5 -> {
                    if (!removed.isEmpty()) {
                        long id = removed.remove(removed.size() - 1);
                        server.rows(
                                "UPDATE register_row SET removed = NULL, version = version + 1 WHERE id = ?"
                                        + " RETURNING id",
                                id);
                    }
                }
                case 6 -> {
                    long person = server.user(department, "preparer").person();
                    as(officer, () -> {
                        changes.assign(department, 2025, register, List.of(row.id()), person);
                        return true;
                    });
                    assertAsReadAnew(what);
                    server.rows(
                            "UPDATE person SET name = '改名', version = version + 1 WHERE id = ? RETURNING id", person);
                }
                default -> evidence(row.id());
            }
            assertAsReadAnew(done.toString());
        }
    }

    /** Every third cannot be read. */
    private static Map<String, String> cells(String register, int i) {
        return register.equals(GOALS)
                ? Map.of("goal", "目标 " + i)
                : Map.of("code", "HT-" + i / 2, "name", "合同", "amount", i % 3 == 0 ? "约五万" : "12.50");
    }

    private void evidence(long row) {
        server.rows(
                "INSERT INTO evidence_file VALUES (?, repeat('a', 64), 'application/pdf', '\\x00')"
                        + " ON CONFLICT DO NOTHING RETURNING hash",
                department);
        server.rows(
                "INSERT INTO evidence (department, register_row, name, hash, size, added_by, added_at)"
                        + " VALUES (?, ?, 'n', repeat('a', 64), 1, ?, now()) RETURNING id",
                department,
                row,
                user.account());
    }

    /** Both are version 2 of the row; only one of them ever was. */
    @Test
    void what_a_transaction_read_that_was_rolled_back_is_given_to_nobody() {
        save(GOALS, null, Map.of("goal", "甲"));
        StoredRow row = read().rows(GOALS).get(0);
        as(
                officer,
                () -> transaction.execute(status -> {
                    save(GOALS, row, Map.of("goal", "乙"));
                    assertThat(read().rows(GOALS).get(0).cells()).isEqualTo(Map.of("goal", "乙"));
                    status.setRollbackOnly();
                    return true;
                }));
        assertThat(read().rows(GOALS).get(0).cells()).isEqualTo(Map.of("goal", "甲"));
        save(GOALS, row, Map.of("goal", "丙"));
        assertThat(read().rows(GOALS).get(0).version()).isEqualTo(2);
        assertThat(read().rows(GOALS).get(0).cells()).isEqualTo(Map.of("goal", "丙"));
    }

    @Test
    void a_reading_is_kept_while_nothing_changes_and_given_to_others_of_the_department() {
        save(GOALS, null, Map.of("goal", "甲"));
        CaseReading first = read();
        Actor colleague = officer(department, server.user(department, "performance-officer"));
        // The colleague's person changed the people of the department; from then on it is one reading.
        CaseReading theirs = as(colleague, () -> source.read(department, 2025));
        assertThat(theirs).isNotSameAs(first);
        assertThat(read()).isSameAs(theirs);
    }

    /** Even with the year in hand, which another department cannot ask for. */
    @Test
    void somebody_of_another_department_is_given_no_row_of_what_was_kept() {
        save(GOALS, null, Map.of("goal", "甲"));
        DepartmentYear year = read().year();
        long elsewhere = server.department(server.region(null));
        Actor stranger = officer(elsewhere, server.user(elsewhere, "performance-officer"));
        assertThat(as(stranger, () -> source.read(year)).rows()).isEmpty();
        assertThat(read().rows(GOALS)).hasSize(1);
    }
}
