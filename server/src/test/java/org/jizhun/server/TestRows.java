package org.jizhun.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jizhun.server.database.DatabaseAddress;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Departments and people put into a database for a test, as the owner of the tables, whom no policy holds. */
public final class TestRows {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final DatabaseAddress address;
    private final String passwordHash = new Argon2PasswordEncoder(16, 32, 1, 64, 1).encode(RunningServer.PASSWORD);

    public TestRows(DatabaseAddress address) {
        this.address = address;
    }

    /** A number no other test has. */
    static int next() {
        return NUMBER.incrementAndGet();
    }

    public long region(Long parent) {
        return insert(
                "INSERT INTO region (code, name, parent) VALUES (?, ?, ?) RETURNING id",
                String.format("%06d", 100_000 + next()),
                "测试区划",
                parent);
    }

    public long department(long region) {
        return insert(
                "INSERT INTO department (code, name, region) VALUES (?, ?, ?) RETURNING id",
                "D" + next(),
                "测试部门",
                region);
    }

    /** @param department null for none */
    public RunningServer.User user(Long department, String... roles) {
        String login = "user" + next();
        long account = insert(
                "INSERT INTO user_account (login, name, password_hash, must_change_password, created)"
                        + " VALUES (?, '测试人', ?, false, now()) RETURNING id",
                login,
                passwordHash);
        long person = insert(
                "INSERT INTO person (department, name, user_account) VALUES (?, '测试人', ?) RETURNING id",
                department,
                account);
        for (String role : roles) {
            insert(
                    "INSERT INTO appointment (person, role, starts, reason) VALUES (?, ?, '2020-01-01', '测试')"
                            + " RETURNING id",
                    person,
                    role);
        }
        return new RunningServer.User(account, person, login);
    }

    /** As the owner of the tables, whom no policy holds. */
    public long insert(String sql, Object... values) {
        return Long.parseLong(rows(sql, values).get(0));
    }

    /** The first column of each row. */
    public List<String> rows(String sql, Object... values) {
        try (Connection owner = address.connectAsOwner();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> rows = new ArrayList<>();
            if (statement.execute()) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        rows.add(result.getString(1));
                    }
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
