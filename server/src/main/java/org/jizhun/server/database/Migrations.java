package org.jizhun.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The structure of the database as numbered SQL files, applied in order by Flyway as the owner. In them
 * <code>${application}</code> stands for the application's role, to whom each file grants what it needs, and
 * <code>${owner}</code> for the owner.
 */
public final class Migrations {

    /** Flyway's own table: which version the structure has. */
    static final String HISTORY = "flyway_schema_history";

    private final List<String> locations;

    /** @param locations such as {@code classpath:db/migration} */
    public Migrations(String... locations) {
        this.locations = List.of(locations);
    }

    /**
     * Brings the structure up to date.
     *
     * @throws Refusal if a newer program made it, or a file fails; what failed is undone
     */
    public void migrate(DatabaseAddress address) {
        Place place = Place.of(address.url());
        try (Connection connection = address.connectAsOwner()) {
            Schemas.letIn(connection, address);
            Flyway flyway = flyway(owner(address), address, MigrationVersion.LATEST);
            checkNotNewer(flyway, place);
            flyway.migrate();
        } catch (SQLException failure) {
            throw new Refusal(Problem.of(
                    "database-unreachable", place, "place", place, "found", String.valueOf(failure.getMessage())));
        } catch (FlywayException failure) {
            throw new Refusal(Problem.of("database-migration-failed", place, "found", reason(failure)));
        }
    }

    /** What the database said, and where in which file; the rest of Flyway's text is for its own users. */
    static String reason(FlywayException failure) {
        String text = String.valueOf(failure.getMessage());
        @Nullable Throwable cause = failure;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        if (cause == null) {
            return Refusals.lastLines(text);
        }
        List<String> places = text.lines()
                .filter(line -> line.startsWith("Location") || line.startsWith("Line"))
                .map(line -> line.replaceAll("\\s*\\(.*\\)|\\s+(?=:)", ""))
                .distinct()
                .toList();
        return cause.getMessage() + (places.isEmpty() ? "" : " (" + String.join(", ", places) + ")");
    }

    private void checkNotNewer(Flyway flyway, Place place) {
        MigrationInfoService info = flyway.info();
        MigrationInfo current = info.current();
        Optional<MigrationVersion> newest = newest(info);
        if (current != null
                && current.getVersion() != null
                && newest.isPresent()
                && current.getVersion().isNewerThan(newest.get())) {
            throw new Refusal(Problem.of(
                    "database-newer-than-program", place, "found", current.getVersion(), "expected", newest.get()));
        }
    }

    private static DataSource owner(DatabaseAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.url());
        source.setUser(address.owner().name());
        source.setPassword(address.owner().password());
        return source;
    }

    private static Optional<MigrationVersion> newest(MigrationInfoService information) {
        return Arrays.stream(information.all())
                .filter(each -> each.getState().isResolved() && each.getVersion() != null)
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo);
    }

    /** Builds the structure of one version within the transaction of this connection, which commits nothing by itself. */
    void build(Connection connection, DatabaseAddress address, String version, Place backup) {
        DataSource within = new OneConnection(connection);
        MigrationVersion wanted = MigrationVersion.fromVersion(version);
        Flyway all = flyway(within, address, MigrationVersion.LATEST);
        MigrationInfoService info = all.info();
        if (Arrays.stream(info.all()).noneMatch(each -> wanted.equals(each.getVersion()))) {
            throw new Refusal(Problem.of(
                    "backup-of-newer-structure",
                    backup,
                    "found",
                    version,
                    "expected",
                    newest(info).map(MigrationVersion::toString).orElse("-")));
        }
        flyway(within, address, wanted).migrate();
    }

    private Flyway flyway(DataSource source, DatabaseAddress address, MigrationVersion target) {
        return Flyway.configure()
                .dataSource(source)
                .locations(locations.toArray(String[]::new))
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .table(HISTORY)
                .defaultSchema("public")
                .target(target)
                .placeholders(Map.of(
                        "application", Sql.name(address.application().name()),
                        "owner", Sql.name(address.owner().name())))
                .load();
    }
}
