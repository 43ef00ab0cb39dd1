package org.jizhun.server.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jizhun.server.platform.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts beside the people they belong to and the roles these hold today. */
@Service
class Users {

    private final Records records;
    private final Accounts accounts;
    private final Clock clock;

    Users(Records records, Accounts accounts, Clock clock) {
        this.records = records;
        this.accounts = accounts;
        this.clock = clock;
    }

    record User(
            Accounts.State account,
            @Nullable Long person,
            @Nullable Long department,
            @Nullable String departmentName,
            List<String> roles) {}

    record Belonging(
            long account,
            long person,
            @Nullable Long department,
            @Nullable String departmentName,
            String roles) {}

    @Transactional(readOnly = true)
    List<User> all() {
        Map<Long, Belonging> belongings = records
                .list(
                        "SELECT p.user_account AS account, p.id AS person, p.department, d.name AS department_name,"
                                + " coalesce((SELECT string_agg(DISTINCT t.role, ' ' ORDER BY t.role) FROM appointment t"
                                + " WHERE t.person = p.id AND t.starts <= :day AND (t.ends IS NULL OR t.ends >= :day)), '')"
                                + " AS roles"
                                + " FROM person p LEFT JOIN department d ON d.id = p.department"
                                + " WHERE p.user_account IS NOT NULL",
                        Map.of("day", LocalDate.now(clock)),
                        Belonging.class)
                .stream()
                .collect(Collectors.toMap(Belonging::account, each -> each));
        return accounts.all().stream()
                .map(state -> user(state, belongings.get(state.id())))
                .toList();
    }

    private static User user(Accounts.State state, @Nullable Belonging belonging) {
        if (belonging == null) {
            return new User(state, null, null, null, List.of());
        }
        List<String> roles = belonging.roles().isEmpty()
                ? List.of()
                : List.of(belonging.roles().split(" ", -1));
        return new User(state, belonging.person(), belonging.department(), belonging.departmentName(), roles);
    }
}
