package org.jizhun.server.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.server.database.DatabaseAddress.Role;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that somebody else runs, given by its address. Checked before it is used: version, encoding, that the owner
 * may make tables, and that the application's role is weak enough for row-level security to hold. Where the owner may make
 * roles, a missing application role is made and its password kept in the data folder.
 */
public final class ExternalDatabase {

    /** Passwords come from the environment: a command line is visible to everyone on the machine. */
    public static final String OWNER_PASSWORD = "JIZHUN_DB_PASSWORD";

    public static final String APPLICATION_USER = "JIZHUN_DB_APPLICATION_USER";
    public static final String APPLICATION_PASSWORD = "JIZHUN_DB_APPLICATION_PASSWORD";

    private static final int OLDEST = 15;
    private static final int LONGEST_NAME = 63;

    private final String jdbcUrl;
    private final String database;
    private final Role owner;
    private final Place place;

    private ExternalDatabase(String jdbcUrl, String database, Role owner, Place place) {
        this.jdbcUrl = jdbcUrl;
        this.database = database;
        this.owner = owner;
        this.place = place;
    }

    /**
     * @param url {@code postgresql://user[:password]@host[:port]/database[?parameters of the driver]}, also with
     *     {@code jdbc:} before it
     * @param environment such as {@code System.getenv()}
     * @param folder the data folder
     * @throws Refusal if it cannot be reached or must not be used
     */
    public static DatabaseAddress open(String url, Map<String, String> environment, Path folder) {
        ExternalDatabase external = parse(url, environment);
        try (Connection connection = external.connect(external.owner)) {
            external.check(connection);
            ApplicationRole application = new ApplicationRole(connection, external.place, external.owner.name());
            Role role = application.find(
                    environment,
                    external.applicationName(),
                    external.database,
                    DataFolder.open(folder),
                    external::connect);
            return new DatabaseAddress(external.jdbcUrl, external.owner, role);
        } catch (SQLException failure) {
            throw external.refusal(external.owner, failure);
        }
    }

    static ExternalDatabase parse(String url, Map<String, String> environment) {
        try {
            URI uri = new URI(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
            @Nullable String scheme = uri.getScheme();
            @Nullable String host = uri.getHost();
            @Nullable String path = uri.getPath();
            boolean known = "postgresql".equals(scheme) || "postgres".equals(scheme);
            if (!known || host == null || path == null || path.length() < 2) {
                throw wrong(url);
            }
            return of(uri, host, path.substring(1), environment, url);
        } catch (URISyntaxException notAnAddress) {
            throw wrong(url);
        }
    }

    private static ExternalDatabase of(
            URI uri, String host, String database, Map<String, String> environment, String url) {
        @Nullable String user = null;
        @Nullable String password = environment.get(OWNER_PASSWORD);
        @Nullable String userInfo = uri.getRawUserInfo();
        if (userInfo != null) {
            int colon = userInfo.indexOf(':');
            user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
            password = colon < 0 ? password : decoded(userInfo.substring(colon + 1));
        }
        List<String> others = new ArrayList<>();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String parameter : query.split("&", -1)) {
            if (parameter.startsWith("user=")) {
                user = decoded(parameter.substring("user=".length()));
            } else if (parameter.startsWith("password=")) {
                password = decoded(parameter.substring("password=".length()));
            } else if (!parameter.isEmpty() && !parameter.startsWith("ApplicationName=")) {
                others.add(parameter);
            }
        }
        if (user == null || user.isEmpty()) {
            throw wrong(url);
        }
        String address = host + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + "/" + database;
        String jdbc = "jdbc:postgresql://" + address + DatabaseAddress.NAMED
                + others.stream().map(other -> "&" + other).collect(Collectors.joining());
        return new ExternalDatabase(
                jdbc, database, new Role(user, password == null ? "" : password), Place.of(address));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The address as given may hold a password. */
    private static Refusal wrong(String url) {
        String harmless = url.replaceAll("//([^/@:]*):[^/@]*@", "//$1:…@").replaceAll("password=[^&]*", "password=…");
        return new Refusal(Problem.of("database-url-wrong", Place.NONE, "found", harmless));
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    Role owner() {
        return owner;
    }

    /** Named after the database, since roles belong to the whole server. */
    private String applicationName() {
        String suffix = "_application";
        return database.substring(0, Math.min(database.length(), LONGEST_NAME - suffix.length())) + suffix;
    }

    private Connection connect(Role role) throws SQLException {
        return new DatabaseAddress(jdbcUrl, owner, role).connect(role);
    }

    private void check(Connection connection) throws SQLException {
        checkVersion(Integer.parseInt(Sql.text(connection, "SHOW server_version_num")), place);
        String encoding = Sql.text(connection, "SHOW server_encoding");
        if (!encoding.equals("UTF8")) {
            throw new Refusal(Problem.of("database-encoding-wrong", place, "found", encoding));
        }
        if (!Sql.truth(connection, "SELECT has_schema_privilege('public', 'CREATE')")) {
            throw new Refusal(Problem.of("database-owner-too-weak", place, "user", owner.name()));
        }
    }

    /** @param number as the server tells it: 150004 is 15.4 */
    static void checkVersion(int number, Place place) {
        if (number / 10_000 < OLDEST) {
            throw new Refusal(Problem.of(
                    "database-too-old", place, "found", number / 10_000 + "." + number % 10_000, "expected", OLDEST));
        }
    }

    private Refusal refusal(Role role, SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        String found = String.valueOf(failure.getMessage());
        if (state.startsWith("28")) {
            return new Refusal(
                    Problem.of("database-login-refused", place, "place", place, "user", role.name(), "found", found));
        }
        if (state.equals("3D000")) {
            return new Refusal(Problem.of("database-missing", place, "place", place));
        }
        return new Refusal(Problem.of("database-unreachable", place, "place", place, "found", found));
    }
}
