package org.jizhun.server.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.server.database.DatabaseAddress.Role;
import org.jspecify.annotations.Nullable;

/** The role as whom the application works in an external database: found or made, and never too strong. */
final class ApplicationRole {

    /** Signs in to the external database. */
    interface SignIn {
        Connection as(Role role) throws SQLException;
    }

    private final Connection owner;
    private final Place place;
    private final String ownerName;

    ApplicationRole(Connection owner, Place place, String ownerName) {
        this.owner = owner;
        this.place = place;
        this.ownerName = ownerName;
    }

    /** The role of the environment, else the one whose password the data folder keeps, else a new one. */
    Role find(Map<String, String> environment, String usualName, String database, DataFolder data, SignIn signIn)
            throws SQLException {
        @Nullable String user = environment.get(ExternalDatabase.APPLICATION_USER);
        if (user != null) {
            String password = environment.getOrDefault(ExternalDatabase.APPLICATION_PASSWORD, "");
            Role given = new Role(user, password);
            @Nullable String complaint = complaint(given, signIn);
            if (complaint != null) {
                throw missing(given, complaint);
            }
            return checked(given);
        }
        Role kept = Passwords.ofExternal(data, usualName);
        @Nullable String complaint = complaint(kept, signIn);
        if (complaint != null) {
            make(kept, database, data);
        }
        return checked(kept);
    }

    private static @Nullable String complaint(Role role, SignIn signIn) {
        try (Connection works = signIn.as(role)) {
            return works.isValid(0) ? null : "invalid";
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private void make(Role role, String database, DataFolder data) {
        try {
            String name = Sql.name(role.name());
            if (Sql.column(owner, "SELECT 1 FROM pg_roles WHERE rolname = " + Sql.literal(role.name()))
                    .isEmpty()) {
                Sql.run(owner, "CREATE ROLE " + name + " LOGIN NOCREATEDB NOCREATEROLE");
            }
            Sql.run(owner, "ALTER ROLE " + name + " LOGIN PASSWORD " + Sql.literal(role.password()));
            Sql.run(owner, "GRANT CONNECT ON DATABASE " + Sql.name(database) + " TO " + name);
            Passwords.keepExternal(data, role);
        } catch (SQLException mayNot) {
            throw missing(role, String.valueOf(mayNot.getMessage()));
        } catch (IOException unwritable) {
            throw Refusals.ofFiles(data, unwritable);
        }
    }

    private Refusal missing(Role role, String found) {
        return new Refusal(Problem.of("database-application-role-missing", place, "user", role.name(), "found", found));
    }

    private Role checked(Role role) throws SQLException {
        List<String> powers = new ArrayList<>();
        String of = " FROM pg_roles WHERE rolname = " + Sql.literal(role.name());
        if (Sql.truth(owner, "SELECT rolsuper" + of)) {
            powers.add("SUPERUSER");
        }
        if (Sql.truth(owner, "SELECT rolbypassrls" + of)) {
            powers.add("BYPASSRLS");
        }
        if (Sql.truth(
                owner,
                "SELECT pg_has_role(" + Sql.literal(role.name()) + ", " + Sql.literal(ownerName) + ", 'MEMBER')")) {
            powers.add("MEMBER OF " + ownerName);
        }
        if (!powers.isEmpty()) {
            throw new Refusal(Problem.of(
                    "database-application-role-too-strong",
                    place,
                    "user",
                    role.name(),
                    "found",
                    String.join(", ", powers)));
        }
        return role;
    }
}
